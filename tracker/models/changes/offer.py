"""An offer: that it came, round by round, and what was answered."""

from datetime import date, datetime

from sqlalchemy.orm import Session

from tracker.loop.outcome import Outcome
from tracker.models.application import Application
from tracker.models.changes.archival import archive, ended_on_day, put_back, reopen
from tracker.models.note import Note
from tracker.models.offer import ACCEPTED, COUNTERED, DECLINED, TAKEN_BACK, Offer
from tracker.models.undo import Removal, remove_with_undo

ANSWERS = {"accept": ACCEPTED, "decline": DECLINED, "keep": DECLINED}
PUT_AWAY = {"accept": Outcome.OFFER_ACCEPTED, "decline": Outcome.OFFER_DECLINED}


def add_round(session: Session, application: Application, offer: Offer) -> None:
    """Keep a further offer; one that waits for an answer waits no longer."""
    before = Offer.latest(session, application)
    if before is not None and before.is_open:
        before.decision = COUNTERED
    session.add(offer)
    session.flush()


def answer_offer(
    session: Session, application: Application, given: str, on: date | None, now: datetime
) -> None:
    """Accept it, decline it, or decline it and keep the card on the board; None: day not known."""
    offer = Offer.latest(session, application)
    if offer is not None:
        offer.decision, offer.decided_on = ANSWERS[given], on
    if given in PUT_AWAY and application.live:
        archive(session, application, PUT_AWAY[given], now)
        ended_on_day(application, on, now)
    else:
        application.touch(now)


def end_open_offer(session: Session, application: Application) -> None:
    """A no ends an offer that was open, or a yes to one on the board whose job has not ended."""
    offer = Offer.latest(session, application)
    if offer is None:
        return
    accepted = offer.decision == ACCEPTED and application.live and application.ended_on is None
    if offer.is_open or accepted:
        offer.decision, offer.was_accepted = TAKEN_BACK, accepted


def reopen_offer(session: Session, application: Application, now: datetime) -> None:
    """Undo my answer: the offer is open again, and the card on the board."""
    offer = Offer.latest(session, application)
    if offer is not None:
        offer.implied = False  # the person says that it is there
    reopen(session, application)
    if application.outcome in PUT_AWAY.values():
        put_back(session, application, now)
    application.touch(now)


def remove_offer(session: Session, application: Application, now: datetime) -> Removal | None:
    """The latest was none after all; what was written about it stays as a note, until an Undo."""
    offer = Offer.latest(session, application)
    if offer is None:
        return None
    if offer.in_words:
        session.add(Note.beside(application, now, offer.in_words))
    removal = remove_with_undo(session, "offer", [offer], now, application.id)
    before = Offer.latest(session, application)
    if before is not None and before.decision == COUNTERED:
        before.decision = None
    application.touch(now)
    return removal
