"""Picking the points out of an answer: what each is about, and what the person makes of it."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.models.action import ActionPoint
from tracker.models.application import Application
from tracker.models.base import Base
from tracker.models.changes.rest import go_on
from tracker.models.feedback import Feedback, FeedbackPoint
from tracker.models.summary import summarise


def pick(
    session: Session,
    application: Application,
    feedback: Feedback,
    points: Iterable[FeedbackPoint],
    specific: bool | None,
    now: datetime,
    zone: ZoneInfo,
) -> None:
    """Keep these points, those that stand there already left out, and how specific it all is."""
    known = {point.quote for point in session.scalars(FeedbackPoint.of(feedback))}
    for point in points:
        if point.quote not in known:
            point.user_id, point.created_at = feedback.user_id, now
            point.feedback_id, point.application_id = feedback.id, application.id
            session.add(point)
    feedback.specific = specific
    go_on(session, application)
    summarise(session, application, now, zone)


def with_its_links(session: Session, point: FeedbackPoint) -> list[Base]:
    """All that goes with a point that is taken away; an action that answered it stays."""
    links = session.scalars(select(ActionPoint).where(ActionPoint.point_id == point.id))
    return [point, *links]


def open_points(session: Session, application: Application) -> Sequence[FeedbackPoint]:
    """Points to improve, those the person sees otherwise left out; answered ones too."""
    return session.scalars(
        select(FeedbackPoint)
        .where(
            FeedbackPoint.application_id == application.id,
            FeedbackPoint.kind == "improve",
            FeedbackPoint.agreed.is_(None) | (FeedbackPoint.agreed != "no"),
        )
        .order_by(FeedbackPoint.id)
    ).all()
