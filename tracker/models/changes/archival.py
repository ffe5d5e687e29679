"""Putting an application away with an outcome, and taking it out again."""

from datetime import datetime

from sqlalchemy.orm import Session

from tracker.models.application import Application, Outcome, Stage
from tracker.models.changes.interviews import restore_coming
from tracker.models.position import Placement

DECISIONS = {Outcome.OFFER_ACCEPTED: "accepted", Outcome.OFFER_DECLINED: "declined"}


def archive(application: Application, outcome: Outcome, now: datetime) -> None:
    """Put it away; an offer that was open is answered by that."""
    application.archived_at = now
    application.outcome = outcome
    if outcome in DECISIONS:
        application.offer_decision = DECISIONS[outcome]
    application.touch(now)


def unarchive(session: Session, application: Application, now: datetime) -> None:
    """Back on top of its stage; an offer that was answered by the outcome is open again."""
    if application.archived_at is None:
        return
    if application.outcome in DECISIONS:
        application.offer_decision = None
    restore_coming(session, application, application.archived_at, now)
    application.archived_at = application.outcome = None
    application.position = Placement().position(session, application, Stage(application.stage))
    application.touch(now)
