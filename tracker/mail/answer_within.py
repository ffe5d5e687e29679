"""By when an answer is asked for that is wanted within so many days of the mail."""

import re
from datetime import date, timedelta

from tracker.loop.working_days import working_days_after
from tracker.mail.answer_by import AnswerBy, answer_by
from tracker.mail.kinds import read_sentences
from tracker.mail.requests import requests
from tracker.mail.times.days import dates_in
from tracker.mail.times.open_for import LASTS, NUMBER, NUMBERS, days_of, open_until
from tracker.mail.times.span_ends import span_end

WITHIN = re.compile(
    r"\b(?:within|in the next|over the next)[ ](?:the[ ](?:next|coming)[ ])?"
    rf"(?P<count>{NUMBER})(?:[ ]\(\d{{1,2}}\))?[ -]"
    r"(?:(?P<working>business|working|week)[ -]?)?(?P<unit>day|week|hour)s?\b"
    r"|\b(?:innerhalb|binnen|in)[ ](?:von[ ])?(?:der[ ]|den[ ])?(?:nächsten[ ])?"
    rf"(?P<anzahl>{NUMBER})[ ](?P<arbeit>Werk|Arbeits)?(?P<einheit>tag|woche|stunde)e?n?\b",
    re.IGNORECASE,
)
WANTED = re.compile(
    r"\b(?:please|kindly|must|required|requested|asked|you (?:need|have) to|needs? to be|expires?"
    r"|(?:is|are) (?:due|to be)|bitten?|muss|müssen|ist|sind|benötigen|brauchen)\b"
    r"|^(?:complete|finish|submit|return|take|record|respond)\b",
    re.IGNORECASE,
)
THEIRS = re.compile(
    r"\b(?:we|i|our team|somebody|someone|they)(?:['’]ll\b|[ ](?:will|aim|hope|endeavou?r|try"
    r"|expect|should|usually|normally|plan|intend|can|are|have)\b)"
    r"|\byou (?:will|should|can expect to) (?:hear|receive|get)\b|\ballow\b|\bif\b|\bunless\b"
    r"|\b(?:to|and) (?:reply|respond|get back)"
    r" to you\b|\b(?:wir|ich) (?:melden?|werden?|prüfen|bemühen|antworten?)\b|\b(?:melden|werden)"
    r" (?:wir|ich)\b|\bfalls\b|\bwenn\b|\bsollten\b|\bsie (?:erhalten|hören|bekommen)\b"
    r"|\berhalten sie\b",
    re.IGNORECASE,
)
"""That it is they who answer then, or that it may not come to it."""
NEEDED = re.compile(
    r"\b(?:we|i)(?:['’]ll|['’]d| will| would| do)?(?: also| still| only)? need\b(?! to\b)",
    re.IGNORECASE,
)
"""We will need it: it is wanted of the person."""


def answer_within(text: str, sent: date, country: str, state: str = "") -> AnswerBy | None:
    """The day on which the time ends, counted on the working calendar of the person."""
    for each in read_sentences(text):
        said = " ".join(each.text.split())
        lasts = LASTS.search(said)
        if lasts is not None and (on := open_until(lasts, sent)) is not None:
            return AnswerBy(on, None, "", lasts[0])
        found, ends = WITHIN.search(said), span_end(said, sent)
        theirs = THEIRS.search(NEEDED.sub(" ", said)) is not None
        wanted = WANTED.search(said) or NEEDED.search(said) or requests(said)
        if not (found or ends) or theirs or not wanted:
            continue
        if found is None:
            named = dates_in(said, sent, with_near=True)
            if ends is None or named or (ends.bare and not requests(said)):
                continue
            return AnswerBy(ends.on, None, "", ends.said)
        given = (found["count"] or found["anzahl"]).lower()
        count = NUMBERS.get(given) or int(given)
        unit = (found["unit"] or found["einheit"]).lower()
        if found["working"] or found["arbeit"]:
            on = working_days_after(sent, count, country, state)
        else:
            on = sent + timedelta(days=days_of(count, unit))
        return AnswerBy(on, None, "", found[0])
    return None


def asked_by(text: str, sent: date, country: str, state: str = "") -> AnswerBy | None:
    """The day that they name, else the one on which the time ends that they give."""
    return answer_by(text, sent) or answer_within(text, sent, country, state)


__all__ = ["answer_within", "asked_by"]
