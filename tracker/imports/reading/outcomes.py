"""How far an application came, from its status, its step columns and its dates together."""

import re
from collections.abc import Callable

from tracker.imports.reading.rows import ReadOffer, ReadRejection, ReadRow
from tracker.imports.reading.statuses import Meaning
from tracker.imports.reading.wide_format import ReadInterview, Steps

REJECTED = ("rejected", "rejected_after_interview")
SILENCE = "silence"
AFTER_REJECTION = ("feedback_received", "action_taken")
OFFERS = {"offer": None, "offer_accepted": "accepted", "offer_declined": "declined"}
NO_IN_NOTES = re.compile(
    r"\breject(?:ed|ion)\b|\bunsuccessful\b|\babsage\b|\babgelehnt\b|\babgesagt\b", re.IGNORECASE
)
AWAY = {
    "archived": None,
    **{each: each for each in ("withdrawn", "role_closed", "offer_accepted", "offer_declined")},
}
"""What puts a row away, and as which outcome."""
TOO_EARLY = ("lead", "dated")
STEP_CHOICES = (
    ("accepted", "offer_accepted"),
    ("withdrawn", "withdrawn"),
    ("rejected", "rejected"),
    ("offer", "offer"),
)


def decide(row: ReadRow, meaning: Meaning | None, steps: Steps, answers: dict[str, str]) -> None:
    """Fill in kind, stages, interviews, rejection, offer and what must be asked."""
    row.interviews += steps.talks
    for fact, step in (
        ("applied_on", "applied"),
        ("rejected_on", "rejected"),
        ("offer_on", "offer"),
    ):
        if step in steps.on:
            row.facts.setdefault(fact, steps.on[step])
    for header, letter in steps.odd:
        row.problems.append(("status", f"“{letter[:60]}” under “{header}” isn't a yes or a no."))
    choice = _choice(row, meaning, steps, answers)
    choice = _settle_kind(row, choice, meaning, steps, answers)
    if row.kind == "application":
        _go(row, choice, meaning)


def _choice(row: ReadRow, meaning: Meaning | None, steps: Steps, answers: dict[str, str]) -> str:
    said = steps.said
    from_steps = next((choice for step, choice in STEP_CHOICES if said.get(step)), None) or (
        "rejected" if steps.ended and answers["ended"] == "rejected" else None
    )
    if meaning is None:
        unsent = said.get("applied") is False and not row.interviews
        return from_steps or ("lead" if unsent else "applied")
    if meaning.choice in ("applied", "silence", "interview", "dated") and from_steps:
        return from_steps
    return meaning.choice


def _settle_kind(
    row: ReadRow, choice: str, meaning: Meaning | None, steps: Steps, answers: dict[str, str]
) -> str:
    """An application or a lead; raises the questions that only the person can answer."""
    sent = steps.said.get("applied")
    dated = row.facts.get("applied_on") is not None
    word = f"“{meaning.text[:60]}”" if meaning and meaning.text else "nothing"
    if choice == "ask":
        row.problems.append(("status", f"We don't know what {word} means."))
        return "applied"
    if choice == "dated":
        choice = "applied" if dated or sent or row.interviews else "lead"
    elif choice == "lead" and meaning is not None and (dated or sent):
        day = f" on {row.facts['applied_on']:%-d %B %Y}" if dated else ""
        return _ask(
            row, "saved_but_applied", answers, f"The status says {word}, but you applied{day}."
        )
    elif choice in ("archived", "role_closed") and sent is False and not dated:
        choice = "lead"
    elif choice != "lead" and sent is False and meaning is not None:
        message = f"The status says {word}, but the sheet says that you haven't applied."
        kept = choice if choice not in TOO_EARLY else "applied"
        return _ask(row, "applied_but_not", answers, message, kept)
    if choice == "lead":
        row.kind = "lead"
    return choice


def _ask(
    row: ReadRow, code: str, answers: dict[str, str], message: str, kept: str = "applied"
) -> str:
    answer = answers[code]
    if answer == "ask":
        row.questions.append((code, message))
    if answer == "lead":
        row.kind = "lead"
        return "lead"
    return kept


def _go(row: ReadRow, choice: str, meaning: Meaning | None) -> None:
    """The stages in order, and the facts that go with them."""
    if meaning and meaning.interview and choice in ("interview", "rejected_after_interview"):
        _add_talk(row, meaning)
    elif choice == "rejected_after_interview" and not row.interviews:
        row.interviews.append(ReadInterview("other"))
    offer_on, rejected_on = row.facts.pop("offer_on", None), row.facts.pop("rejected_on", None)
    if choice in OFFERS or offer_on:
        row.offer = ReadOffer(offer_on, OFFERS.get(choice))
    row.path = ["applied"]
    if row.interviews or choice in ("interview", "rejected_after_interview"):
        row.path.append("interview")
    ended = choice in (*REJECTED, *AFTER_REJECTION, SILENCE)
    if ended or (rejected_on and choice not in OFFERS):
        how = SILENCE if choice == SILENCE else meaning.how if meaning else None
        row.rejection = ReadRejection(rejected_on, how)
        row.path.append("rejected")
    if choice in AFTER_REJECTION:
        row.path += AFTER_REJECTION[: AFTER_REJECTION.index(choice) + 1]
    row.archived, row.outcome = choice in AWAY, AWAY.get(choice)


def _add_talk(row: ReadRow, meaning: Meaning) -> None:
    """What the status says of an interview goes to the one with a date, if there is one."""
    if row.interviews:
        talk = row.interviews[-1]
        talk.kind = meaning.interview or talk.kind if talk.kind == "other" else talk.kind
        talk.round = talk.round or meaning.round
    else:
        row.interviews.append(ReadInterview(meaning.interview or "other", round=meaning.round))


def leftover(meaning: Meaning | None, steps: Steps, keep: Callable[[str, str], None]) -> None:
    """Words of the status and the steps that no fact holds go to the notes."""
    if meaning and meaning.text and (meaning.choice == "silence" or meaning.certainty != "certain"):
        nothing_came = " (nothing came back)" if meaning.choice == "silence" else ""
        keep("Status", meaning.text + nothing_came)
    for header, letter in steps.denied + steps.odd:
        keep(header, letter)
    for talk in steps.talks:
        if talk.kind == "other" and talk.label:
            keep(talk.label, "yes")


def compare_with_notes(row: ReadRow, answers: dict[str, str]) -> None:
    """Words of a no beside a status that says it still runs: the person decides."""
    over = row.kind == "lead" or row.archived or row.offer or "rejected" in row.path
    if over or not NO_IN_NOTES.search(row.notes):
        return
    if answers["no_in_notes"] == "ask":
        message = "The notes speak of a rejection; the status doesn't."
        row.questions.append(("no_in_notes", message))
    elif answers["no_in_notes"] == "rejected":
        apply_choice(row, "rejected_after_interview" if "interview" in row.path else "rejected")


def stage_choice(row: ReadRow) -> str:
    """The choice that says where a row stands now, as one of statuses.CHOICES."""
    if row.kind == "lead":
        return "lead"
    if row.offer:
        return next(name for name, said in OFFERS.items() if said == row.offer.decision)
    if row.archived:
        return row.outcome or "archived"
    if row.rejection and row.rejection.how == SILENCE:
        return SILENCE
    if row.stage == "rejected" and "interview" in row.path:
        return "rejected_after_interview"
    return row.stage or "applied"


def apply_choice(row: ReadRow, choice: str) -> None:
    """Let a row stand where the person says; what is known of a no or an offer stays with it."""
    no, offer = row.rejection, row.offer
    for name in ("rejection", "offer", "outcome"):
        setattr(row, name, None)
    row.path, row.archived = [], False
    row.kind = "lead" if choice == "lead" else "application"
    if row.kind == "lead":
        return
    _go(row, choice, None)
    if choice == "applied":
        row.path = ["applied"]
    if no and SILENCE in (choice, no.how):
        no.how = SILENCE if choice == SILENCE else None
    if no and "rejected" in row.path:
        row.rejection = no
    if offer and choice in OFFERS:
        row.offer = ReadOffer(offer.on, OFFERS[choice])
