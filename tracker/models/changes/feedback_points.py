"""Picking the points out of an answer: what each is about, and what the person makes of it."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.models.action_point import ActionPoint
from tracker.models.application import Application
from tracker.models.base import Base
from tracker.models.changes.rest import end_rest
from tracker.models.feedback import Feedback, FeedbackPoint


def save_points(
    session: Session,
    application: Application,
    feedback: Feedback,
    points: Iterable[FeedbackPoint],
    specific: bool | None,
    now: datetime,
) -> None:
    """Keep these points, those that stand there already left out, and how specific it all is."""
    known = {point.quote for point in session.scalars(FeedbackPoint.of(feedback))}
    for point in points:
        if point.quote not in known:
            point.user_id, point.created_at = feedback.user_id, now
            point.feedback_id, point.application_id = feedback.id, application.id
            session.add(point)
    feedback.specific = specific
    end_rest(session, application)


def with_its_links(session: Session, point: FeedbackPoint) -> list[Base]:
    """All that goes with a point that is taken away; an action that answered it stays."""
    links = session.scalars(select(ActionPoint).where(ActionPoint.point_id == point.id))
    return [point, *links]
