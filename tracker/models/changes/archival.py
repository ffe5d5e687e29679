"""Putting an application away with an outcome, and taking it out again."""

from datetime import date, datetime

from sqlalchemy.orm import Session

from tracker.loop.outcome import Outcome
from tracker.loop.stage import Stage
from tracker.models.application import Application
from tracker.models.changes.interviews import restore_coming
from tracker.models.changes.position import Placement
from tracker.models.offer import ACCEPTED, DECLINED, Offer
from tracker.models.user import User
from tracker.values.days import day_of

DECIDED_BY_OUTCOME: dict[str | None, str] = {
    Outcome.OFFER_ACCEPTED: ACCEPTED,
    Outcome.OFFER_DECLINED: DECLINED,
}
"""What putting an application away says of its offer."""


def archive(
    session: Session, application: Application, outcome: Outcome | None, now: datetime
) -> None:
    """Put it away today; an offer that was open is answered by that, on a day that is not known.

    Without an outcome where a sheet says no more than that it is over. Where it was on another
    day, or on one that nobody knows, `ended_on_day` says so.
    """
    application.archived_at = now
    application.archived_on = day_of(now, User.zone_of(session, application.user_id))
    application.outcome = outcome
    if outcome in DECIDED_BY_OUTCOME:
        offer = Offer.latest(session, application)
        if offer is None:
            offer = Offer.beside(application, now)
            offer.implied = True
            session.add(offer)
        offer.decision = DECIDED_BY_OUTCOME[outcome]
    application.touch(now)


def ended_on_day(application: Application, on: date | None, now: datetime) -> None:
    """Date the end of what is put away; None: nobody knows."""
    if application.archived_at is not None:
        application.archived_on = on
        application.touch(now)


def unarchive(session: Session, application: Application, now: datetime) -> None:
    """It was a slip: on top of its stage, and an offer answered by the outcome is open again."""
    if application.archived_at is None:
        return
    if application.outcome in DECIDED_BY_OUTCOME:
        reopen(session, application)
    put_back(session, application, now)


def put_back(session: Session, application: Application, now: datetime) -> None:
    """Back on top of its stage, later on: what became of its offer stays as it was."""
    if application.archived_at is None:
        return
    restore_coming(session, application, application.archived_at, now)
    application.archived_at = application.archived_on = application.outcome = None
    application.position = Placement().position(session, application, Stage(application.stage))
    application.touch(now)


def put_away_again(
    application: Application, outcome: Outcome | None, at: datetime, on: date | None, now: datetime
) -> None:
    """Taking it out was a slip: as it was put away then."""
    application.archived_at, application.archived_on, application.outcome = at, on, outcome
    application.touch(now)


def reopen(session: Session, application: Application) -> None:
    """Its latest offer waits for an answer; one of which nothing else is known was none."""
    offer = Offer.latest(session, application)
    if offer is None:
        return
    if offer.implied:
        session.delete(offer)
        return
    offer.decision, offer.decided_on, offer.was_accepted = None, None, False
