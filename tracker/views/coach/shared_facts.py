"""The facts of one application as a coach reads them."""

from tracker.models.application_facts import SHARED, besides
from tracker.sharing.rows import ApplicationRow
from tracker.values.formatting import full_day, value_in_words

ELSEWHERE = ("company", "role", "workplace", "closes_on")
"""Facts in the head, in the place; and a day that is of no use once an application is sent."""


def shared_facts(line: ApplicationRow) -> list[tuple[str, str]]:
    """What is known of one application, without what leads outside: a link is only text."""
    by = f"to answer by {full_day(line.answer_by)}" if line.answer_by else ""
    came = f"came on {full_day(line.offer_on)}" if line.offer_on else ""
    offer = ", ".join(filter(None, (line.offer_decision, came, by)))
    facts = {
        "applied_on": ("Applied", full_day(line.applied_on) if line.applied_on else ""),
        "location": ("Place", ", ".join(filter(None, (line.location, line.workplace)))),
        "employment": ("Employment", line.employment),
        "pay_text": ("Pay", line.pay_text),
        "source": ("Source", line.source),
        "link": ("Advertised at", line.link),
        "resume_id": ("Résumé", line.resume),
        "letter_id": ("Letter", line.letter),
        "excitement": ("Excitement", f"{line.excitement} of 5" if line.excitement else ""),
        "offer": ("Offer", offer),
        "ended_on": ("This job ended", full_day(line.ended_on) if line.ended_on else ""),
        "came_from": ("They suggested it after", line.came_from),
        "led_to": ("They then suggested", line.led_to),
    }
    others = besides((*facts, *ELSEWHERE), SHARED)
    told = [(each.label, value_in_words(getattr(line, each.name))) for each in others]
    return [(label, words) for label, words in (*facts.values(), *told) if words]
