"""How far a card that was told no has come, in one query."""

from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Select,
    SQLColumnExpression,
    bindparam,
    exists,
    func,
    select,
)
from sqlalchemy.orm import Session

from tracker.loop.path import PathFacts
from tracker.models.action import Action
from tracker.models.action_use import ActionUse
from tracker.models.application import Application
from tracker.models.attempt import Attempt
from tracker.models.check_in import CheckIn
from tracker.models.feedback import Feedback, FeedbackPoint
from tracker.models.rejection import Rejection
from tracker.models.stage_change import StageChange

CARD: BindParameter[int] = bindparam("application_id")


def _count(*where: SQLColumnExpression[bool]) -> ColumnElement[int]:
    return select(func.count()).where(*where).scalar_subquery()


def _now(row: Any) -> ColumnElement[bool]:
    """Beside the no that counts: what came before they called after all is not on its path."""
    return ~StageChange.reopened_after(CARD, row.created_at)


def _travelled() -> Select[Any]:
    latest = Rejection.latest_of(CARD)
    mine = Action.about(CARD)
    finished = select(Action.id).where(mine, Action.done_on.is_not(None), _now(Action))
    return select(
        latest.scalar_subquery(),
        latest.with_only_columns(Rejection.how).scalar_subquery(),
        latest.with_only_columns(Rejection.nothing_to_act_on_at.is_not(None)).scalar_subquery(),
        exists().where(CheckIn.application_id == CARD, _now(CheckIn)),
        _count(Attempt.application_id == CARD, Attempt.is_ask, _now(Attempt)),
        _count(Feedback.application_id == CARD, Feedback.is_theirs, _now(Feedback)),
        _count(FeedbackPoint.application_id == CARD, _now(FeedbackPoint)),
        _count(mine, Action.done_on.is_(None)),
        _count(mine, Action.done_on.is_not(None), _now(Action)),
        select(func.count(ActionUse.application_id.distinct()))
        .join(Application, Application.id == ActionUse.application_id)
        .where(ActionUse.action_id.in_(finished), Application.deleted_at.is_(None))
        .scalar_subquery(),
    )


TRAVELLED = _travelled()


def read_path_facts(session: Session, application: Application) -> PathFacts:
    """What the rows beside it say."""
    row = session.connection().execute(TRAVELLED, {"application_id": application.id}).one()
    rejection_id, how, nothing, moment, *counts = row
    return PathFacts(rejection_id, how, bool(nothing), bool(moment), *counts)
