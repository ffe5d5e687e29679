"""Where a row stands, and the stages, days and facts that go with it."""

from datetime import date

from tracker.imports.reading.rows import ReadOffer, ReadRejection, ReadRow
from tracker.imports.reading.status_meaning import StatusMeaning
from tracker.imports.reading.wide_format import ReadInterview

REJECTED = ("rejected", "rejected_after_interview")
SILENCE = "silence"
AFTER_REJECTION = ("feedback_received", "action_taken")
TAKEN_BACK = "offer_taken_back"
OFFERS = {
    "offer": None,
    "offer_accepted": "accepted",
    "offer_declined": "declined",
    TAKEN_BACK: "taken_back",
}
OFFER_CHOICES = {said: name for name, said in OFFERS.items()}
AWAY = {
    "archived": None,
    **{each: each for each in ("withdrawn", "role_closed", "offer_accepted", "offer_declined")},
}
"""What puts a row away, and as which outcome."""
CLOSED = ("archived", "role_closed")
TELL_OF_TALKS = ("interview", *REJECTED, "silence", "withdrawn", *OFFERS)


def stage_choice(row: ReadRow) -> str:
    """The choice that says where a row stands now, as one of statuses.CHOICES."""
    if row.kind == "lead":
        return "lead"
    if row.offer:
        return OFFER_CHOICES[row.offer.decision]
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
    go(row, choice, None)
    if choice == "applied":
        row.path = ["applied"]
    if no and SILENCE in (choice, no.how):
        no.how = SILENCE if choice == SILENCE else None
    if no and "rejected" in row.path:
        row.rejection = no
    if offer and choice in OFFERS:
        row.offer = ReadOffer(offer.on, OFFERS[choice])


def go(row: ReadRow, choice: str, meaning: StatusMeaning | None) -> None:
    """The stages in order, and the facts that go with them."""
    if meaning and meaning.interview and choice in TELL_OF_TALKS:
        _add_talk(row, meaning)
    elif choice == "rejected_after_interview" and not row.interviews:
        row.interviews.append(ReadInterview("other"))
    offer_on, rejected_on = row.facts.pop("offer_on", None), row.facts.pop("rejected_on", None)
    if choice in OFFERS and choice != TAKEN_BACK:
        offer_on = offer_on or row.facts.pop("response_on", None)
    if choice in OFFERS or offer_on:
        row.offer = ReadOffer(offer_on, OFFERS.get(choice))
    row.path = ["applied"]
    if row.interviews or choice in ("interview", "rejected_after_interview"):
        row.path.append("interview")
    over = choice in (*REJECTED, *AFTER_REJECTION, SILENCE, TAKEN_BACK)
    if over or (rejected_on and choice not in OFFERS):
        how = SILENCE if choice == SILENCE else meaning.how if meaning else None
        row.rejection = ReadRejection(rejected_on or _day_of_the_end(row, choice), how)
        row.path.append("rejected")
    if choice in AFTER_REJECTION:
        row.path += AFTER_REJECTION[: AFTER_REJECTION.index(choice) + 1]
    row.archived, row.outcome = choice in AWAY, AWAY.get(choice)


def _day_of_the_end(row: ReadRow, choice: str) -> date | None:
    """Beside a no, the day of their reply or of the status is its day; a silence has no reply."""
    names = ("status_on",) if choice == SILENCE else ("response_on", "status_on")
    found: date | None = next(filter(None, (row.facts.pop(name, None) for name in names)), None)
    return found


def _add_talk(row: ReadRow, meaning: StatusMeaning) -> None:
    """What the status says of an interview goes to the one with a date, if there is one."""
    if row.interviews:
        talk = row.interviews[-1]
        talk.kind = meaning.interview or talk.kind if talk.kind == "other" else talk.kind
        talk.round = talk.round or meaning.round
    else:
        row.interviews.append(ReadInterview(meaning.interview or "other", round=meaning.round))
