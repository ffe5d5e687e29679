"""Using what was learnt: which later application used which actions."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from tracker.models.action import Action
from tracker.models.action_use import ActionUse
from tracker.models.application import Application

OFFERED = 12
"""Done actions that are offered, the latest."""


def offered_actions(session: Session, user_id: int) -> Sequence[Action]:
    """The latest done actions, to say that an application used them."""
    return session.scalars(Action.done(user_id).limit(OFFERED)).all()


def use(
    session: Session, application: Application, actions: Iterable[Action], now: datetime
) -> None:
    """Say that an application used these too."""
    known = set(
        session.scalars(
            select(ActionUse.action_id).where(ActionUse.application_id == application.id)
        )
    )
    session.add_all(
        ActionUse(
            user_id=application.user_id,
            action_id=action.id,
            application_id=application.id,
            at=now,
        )
        for action in actions
        if action.id not in known
    )
    session.flush()


def use_only(
    session: Session, application: Application, actions: Sequence[Action], now: datetime
) -> None:
    """Say that an application used these and no others."""
    kept = [action.id for action in actions]
    session.execute(
        delete(ActionUse).where(
            ActionUse.application_id == application.id, ActionUse.action_id.not_in(kept)
        )
    )
    use(session, application, actions, now)
