"""An offer: that it came, and what was answered."""

from datetime import date, datetime

from sqlalchemy.orm import Session

from tracker.models.application import Application, Outcome
from tracker.models.changes.archival import archive, unarchive
from tracker.models.note import Note

ANSWERS = {"accept": "accepted", "decline": "declined", "keep": "declined"}
TAKEN_BACK = "taken_back"
DECISIONS = {
    "accepted": "Accepted",
    "declined": "Declined",
    TAKEN_BACK: "Taken back by them",
}
"""What can become of an offer, in words."""
PUT_AWAY = {"accept": Outcome.OFFER_ACCEPTED, "decline": Outcome.OFFER_DECLINED}


def record_offer(application: Application, on: date, note: str, now: datetime) -> None:
    """Keep an offer, or what changed about it."""
    application.offer_received_on, application.offer_note = on, note
    application.touch(now)


def answer_offer(application: Application, given: str, now: datetime) -> None:
    """Accept it, decline it, or decline it and keep the card on the board."""
    application.offer_decision = ANSWERS[given]
    if given in PUT_AWAY and application.live:
        archive(application, PUT_AWAY[given], now)
    else:
        application.touch(now)


def end_open_offer(application: Application) -> None:
    """A no ends an offer that was open."""
    if application.offer_open:
        application.offer_decision = TAKEN_BACK


def reopen_offer(session: Session, application: Application, now: datetime) -> None:
    """Take the answer back: the offer is open again, and the card on the board."""
    if application.outcome in PUT_AWAY.values():
        unarchive(session, application, now)
    application.offer_decision = None
    application.touch(now)


def remove_offer(session: Session, application: Application, now: datetime) -> None:
    """There was none after all; what was written about it stays as a note."""
    if application.offer_note:
        session.add(Note.beside(application, now, application.offer_note))
    application.offer_received_on = application.offer_decision = None
    application.offer_note = ""
    application.touch(now)
