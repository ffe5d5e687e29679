"""Recording a no: the fact, the rest that it earns, and the move to Rejected."""

from datetime import date, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.loop.rest import morning
from tracker.loop.stage import Stage
from tracker.models.application import Application
from tracker.models.changes.archival import put_back
from tracker.models.changes.interviews import restore_coming
from tracker.models.changes.offer import end_open_offer
from tracker.models.changes.stage import move, undo
from tracker.models.note import Note
from tracker.models.offer import ACCEPTED, TAKEN_BACK, Offer
from tracker.models.rejection import Rejection
from tracker.models.stage_change import StageChange, happened_on
from tracker.models.user import User
from tracker.values.days import day_of, days_after

OLD_NEWS = timedelta(days=7)
"""A no that is older has been slept on already."""


def is_another(no: Rejection, on: date) -> bool:
    """Whether what they say on this day is news beside a no that is known already.

    So it is where that has their words, or is of long before: what they said then stays as it was.
    """
    if no.on is None or not no.is_said:
        return False
    return on > no.on and (bool(no.words) or on - no.on > OLD_NEWS)


def rest_until(no: Rejection, now: datetime, user: User) -> datetime | None:
    """The next morning, at the person's own hour; None for one from longer ago.

    Silence has none either: nobody said anything that a person would have to rest from.
    """
    today = day_of(now, user.zone)
    if not no.is_said or (no.on is not None and today - no.on > OLD_NEWS):
        return None
    return morning(days_after(today, 1), user.zone, user.morning_hour)


def reject(
    session: Session, application: Application, rejection: Rejection, now: datetime, user: User
) -> StageChange | None:
    """Keep a rejection, which ends an open offer; an open card moves by the change returned."""
    if rejection not in session:
        rejection.stage_reached = stage_reached(session, application)
        rejection.rest_until = rest_until(rejection, now, user)
        session.add(rejection)
        end_open_offer(session, application)
    change = None
    if application.is_open and application.live:
        change = move(session, application, Stage.REJECTED, now)
    session.flush()
    date_the_no(session, application, rejection)
    return change


def date_the_no(session: Session, application: Application, rejection: Rejection) -> None:
    """The card came to Rejected on the day of the no, whenever that was written down.

    A card that was moved there by hand counts from the move where nobody knows the day of the no.
    """
    current = current_rejection(session, application)
    if current is None or current.id != rejection.id:
        return
    if rejection.on is not None or rejection.created_at == _moved_at(session, application):
        happened_on(session, application, Stage.REJECTED, rejection.on)


def _moved_at(session: Session, application: Application) -> datetime | None:
    latest = StageChange.latest(session, application)
    return latest.recorded_at if latest is not None else None


def take_back(
    session: Session, application: Application, rejection: Rejection, now: datetime, user: User
) -> StageChange | None:
    """They took back an offer that was accepted: as any no, and the card is on the board for it."""
    offer = Offer.latest(session, application)
    if offer is None:
        offer = Offer.beside(application, now)
        offer.implied = True
        session.add(offer)
    offer.decision, offer.was_accepted = TAKEN_BACK, True
    put_back(session, application, now)
    session.flush()
    return reject(session, application, rejection, now, user)


def undo_taking_back(
    session: Session, application: Application, rejection: Rejection, now: datetime
) -> None:
    """It was a slip: the offer is accepted as before; words of the no become a note.

    Raises ValueError when the card has moved since.
    """
    words = "\n\n".join(filter(None, (rejection.words, rejection.reason)))
    if words:
        session.add(Note.beside(application, now, words))
    rejection.words = rejection.reason = ""
    undo_rejection(session, application, rejection, now)


def stage_reached(session: Session, application: Application) -> str | None:
    """The last stage before the no, as far as the history tells."""
    if application.is_open:
        return application.stage
    return session.scalar(
        select(StageChange.before)
        .where(
            StageChange.application_id == application.id,
            StageChange.before.in_(Stage.OPEN),
            StageChange.after.not_in(Stage.OPEN),
        )
        .order_by(StageChange.id.desc())
        .limit(1)
    )


def current_rejection(session: Session, application: Application) -> Rejection | None:
    """The no that its stage is about; none while it is open again: they called after all."""
    if application.is_open and application.live:
        return None
    return Rejection.latest(session, application)


def undo_rejection(
    session: Session, application: Application, rejection: Rejection, now: datetime
) -> None:
    """It was a slip of the finger: the card goes back, and so does a no without a word.

    Raises ValueError when the card has moved since.
    """
    change = StageChange.in_force(session, application)
    if change is None or change.after != Stage.REJECTED:
        raise ValueError("the stage has changed since")
    undo(session, application, change, now)
    restore_coming(session, application, change.recorded_at, now)
    if not (rejection.words or rejection.reason):
        session.delete(rejection)
        offer_stands_again(session, application)


def offer_stands_again(session: Session, application: Application) -> None:
    """The no that ended it was none: it is as it was before."""
    offer = Offer.latest(session, application)
    if offer is not None and offer.decision == TAKEN_BACK:
        offer.decision = ACCEPTED if offer.was_accepted else None
        offer.was_accepted = False
