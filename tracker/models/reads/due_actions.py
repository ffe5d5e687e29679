"""Actions whose day has come, and which of them belong to no application's next step."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import Row, bindparam, exists, func, or_, select
from sqlalchemy.orm import Session, aliased

from tracker.loop.stage import Stage
from tracker.loop.today_rank import DOING
from tracker.models.action import Action, behind
from tracker.models.application import Application
from tracker.models.interview import Interview
from tracker.models.note import Note
from tracker.models.reads.mails.saved_emails import is_email

MOST = 12
DueAction = Row[
    int, str, int | None, date | None, bool, bool, str, str, datetime | None, bool, bool
]
PlannedAction = Row[int, str, str, date | None, bool]
CARD = aliased(Application)
SPOKEN_FOR = (
    exists()
    .where(
        behind(Action, CARD),
        CARD.live,
        CARD.stage.not_in(Stage.OPEN) | CARD.today_place.between(DOING.first, DOING.end - 1),
    )
    .correlate(Action)
)
"""That a card's next step is to do an action: those still open may have other things to do."""
ASKED = (
    exists()
    .where(
        Note.application_id == Action.application_id,
        Note.created_at == Action.created_at,
        is_email(Note.body),
    )
    .correlate(Action)
)
"""That an email asked for it, which was kept as a note in the same step."""
DUE = (
    (Action.user_id == bindparam("user_id"))
    & (Action.due_on <= bindparam("today"))
    & Action.is_open
    & Application.deleted_at.is_(None)
)
MADE = aliased(Interview)
MADE_WITH_IT = (
    select(func.max(MADE.id))
    .where(
        MADE.application_id == Action.application_id,
        or_(MADE.created_at == Action.created_at, MADE.updated_at == Action.created_at),
    )
    .correlate(Action)
    .scalar_subquery()
)
"""The interview that was made or moved in the same step: what the email asks is about it."""
DUE_ACTIONS = (
    select(
        Action.id,
        Action.what,
        Action.application_id,
        Action.due_on,
        (~SPOKEN_FOR).label("alone"),
        ASKED.label("asked"),
        Application.company,
        Application.role,
        Interview.starts_at,
        Interview.hour_known,
        Interview.is_test.label("is_test"),
    )
    .outerjoin(Application, Application.id == Action.application_id)
    .outerjoin(Interview, Interview.id == MADE_WITH_IT)
    .where(DUE)
    .order_by(Action.due_on, Action.id)
    .limit(MOST)
)
DUE_ACTIONS_ALL = DUE_ACTIONS.limit(None)
ALONE_COUNT = (
    select(func.count())
    .select_from(Action)
    .outerjoin(Application, Application.id == Action.application_id)
    .where(DUE, ~SPOKEN_FOR)
    .scalar_subquery()
)


def read_planned(session: Session, application: Application) -> Sequence[PlannedAction]:
    """What is still to do for an application, the soonest first."""
    found = (
        select(Action.id, Action.what, Action.cue, Action.due_on, ASKED.label("asked"))
        .where(Action.user_id == application.user_id, Action.about(application.id), Action.is_open)
        .order_by(*Action.soonest_first())
        .limit(MOST)
    )
    return session.execute(found).all()
