"""The short of it: how many, in whole numbers."""

from typing import NamedTuple

from sqlalchemy import and_, exists, func, or_, select
from sqlalchemy.orm import Session

from tracker.models.action import Action
from tracker.models.application import Application, Stage
from tracker.models.closed_loops import loops
from tracker.models.interview import Interview
from tracker.models.rejection import Rejection
from tracker.models.stage_change import StageChange
from tracker.sharing.desk import within
from tracker.span import Span


class Summary(NamedTuple):
    """Counts of one span: applications by the day of applying, noes and actions by their own."""

    applications: int
    interviewed: int
    """Applications that came to an interview."""
    offers: int
    waiting: int
    """Applications that are open: neither answered by a no nor put away."""
    rejections: int
    asked: int
    """Rejections after which advice was asked for, or came."""
    answered: int
    closed: int
    """Rejections that led to a done action, or to an honest "nothing to act on" after an ask."""
    actions_done: int


def read_summary(session: Session, user_id: int, span: Span) -> Summary:
    """Three statements."""
    mine = (Application.user_id == user_id, Application.deleted_at.is_(None))
    beside = Interview.application_id == Application.id
    moved = StageChange.application_id == Application.id
    came_far = or_(
        Application.stage == Stage.INTERVIEW,
        exists().where(beside),
        exists().where(moved, StageChange.after == Stage.INTERVIEW),
    )
    open_ = and_(
        Application.archived_at.is_(None), Application.stage.in_((Stage.APPLIED, Stage.INTERVIEW))
    )
    sent, interviewed, offers, waiting = session.execute(
        select(
            func.count(),
            func.count().filter(came_far),
            func.count().filter(Application.offer_received_on.is_not(None)),
            func.count().filter(open_),
        ).where(*mine, *within(span, Application.applied_on))
    ).one()
    noes, asked, answered, closed = session.execute(
        loops().where(*mine, *within(span, Rejection.on))
    ).one()
    done = session.scalar(
        select(func.count()).where(
            Action.user_id == user_id,
            Action.done_on.is_not(None),
            Action.dropped_at.is_(None),
            *within(span, Action.done_on),
        )
    )
    return Summary(
        sent, interviewed, offers, waiting, noes, asked, answered, closed, actions_done=done or 0
    )
