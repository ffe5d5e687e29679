"""A point of feedback that an action answers."""

from sqlalchemy import Select, select
from sqlalchemy.orm import Mapped

from tracker.models.base import Base, belongs_to
from tracker.models.feedback import FeedbackPoint


class ActionPoint(Base):
    """A point of feedback that an action answers."""

    __tablename__ = "action_points"

    action_id: Mapped[int] = belongs_to("actions.id", primary_key=True)
    point_id: Mapped[int] = belongs_to("feedback_points.id", primary_key=True)

    @classmethod
    def answered(cls) -> Select[int, int]:
        """Which action answers points of which application, to be narrowed down."""
        return select(cls.action_id, FeedbackPoint.application_id).join(
            FeedbackPoint, FeedbackPoint.id == cls.point_id
        )
