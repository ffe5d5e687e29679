"""Interviews: one takes its card along; an end calls off those ahead, its undo brings them back."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.loop.stage import Stage
from tracker.models.application import Application
from tracker.models.changes.stage import move
from tracker.models.interview import CANCELLED, Interview
from tracker.models.interview_plans import drop_plans, plan_moments, restore_plans
from tracker.models.stage_change import StageChange


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


def cancel_coming(session: Session, application: Application, now: datetime) -> int:
    """None of those ahead takes place; says how many that are."""
    rows = session.scalars(Interview.coming(application, now)).all()
    call_off(session, rows, now)
    return len(rows)


def call_off(
    session: Session, rows: Sequence[Interview], now: datetime, outcome: str = CANCELLED
) -> int:
    """They do not take place then, and nothing is to be done for them; says how much that was."""
    dropped = drop_plans(session, plan_moments(rows), now)
    for row in rows:
        row.outcome, row.updated_at = outcome, now
    return dropped


def hold_again(session: Session, rows: Sequence[Interview], now: datetime) -> None:
    """They do take place, and what was to be done for them is to do again.

    What was planned when one of them was moved is known by that moment, which is its own again.
    """
    planned = restore_plans(session, rows, now)
    alone = len(rows) == 1
    for row in rows:
        then = max((at for at in planned if at != row.created_at), default=None)
        row.outcome, row.updated_at = None, then if alone and then else now
        session.get_one(Application, row.application_id).touch(now)


def restore_coming(
    session: Session, application: Application, since: datetime, now: datetime
) -> None:
    """The end was a slip: what was called off with it, at that moment or later, is on again."""
    ahead = select(Interview).where(
        Interview.application_id == application.id,
        Interview.starts_at > now,
        Interview.outcome == CANCELLED,
        Interview.updated_at >= since,
    )
    hold_again(session, session.scalars(ahead).all(), now)
