"""Writing an interview down; a card that only waited so far may move with it."""

from datetime import datetime

from sqlalchemy.orm import Session

from tracker.models.application import Application, Stage
from tracker.models.interview import Interview
from tracker.models.stage_change import StageChange, move


def may_move(application: Application) -> bool:
    """Whether an interview takes this card on, if it is wanted."""
    return application.live and application.stage == Stage.APPLIED


def add_interview(
    session: Session, application: Application, interview: Interview, now: datetime, moves: bool
) -> StageChange | None:
    """Keep a new one; where it is wanted, the card moves to Interview by what is returned."""
    session.add(interview)
    session.flush()
    change = None
    if moves and may_move(application):
        change = move(session, application, Stage.INTERVIEW, now)
        session.flush()
    return change
