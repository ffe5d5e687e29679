"""Later applications that used an action."""

from datetime import datetime

from sqlalchemy import Select, select
from sqlalchemy.orm import Mapped

from tracker.models.action import Action
from tracker.models.application import Application
from tracker.models.base import Base, Owned, belongs_to


class ActionUse(Owned, Base):
    """A later application that used an action."""

    __tablename__ = "action_uses"

    action_id: Mapped[int] = belongs_to("actions.id")
    application_id: Mapped[int] = belongs_to("applications.id")
    at: Mapped[datetime]

    @classmethod
    def by(cls, application: Application) -> Select[Action]:
        """The actions that an application used."""
        return (
            select(Action)
            .join(cls, cls.action_id == Action.id)
            .where(cls.application_id == application.id, Action.dropped_at.is_(None))
            .order_by(Action.done_on.desc(), Action.id.desc())
        )

    @classmethod
    def of(cls, action: Action) -> Select[Application]:
        """The applications that used an action."""
        return (
            select(Application)
            .join(cls, cls.application_id == Application.id)
            .where(cls.action_id == action.id, Application.deleted_at.is_(None))
            .order_by(Application.id.desc())
        )
