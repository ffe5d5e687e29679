"""Receiving an answer: the words, the no that came with it, and the move to Feedback received."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.loop.rest import for_good
from tracker.loop.stage import Stage
from tracker.models.action_point import ActionPoint
from tracker.models.application import Application
from tracker.models.base import Base
from tracker.models.changes.offer import end_open_offer
from tracker.models.changes.rejection import stage_reached
from tracker.models.changes.rest import end_rest
from tracker.models.changes.stage import move
from tracker.models.feedback import Feedback, FeedbackPoint
from tracker.models.rejection import Rejection
from tracker.models.stage_change import StageChange, happened_on

WAYS = {"email": "email", "call": "phone", "in_person": "in_person", "portal": "portal"}
"""How a no came that came with feedback, by the feedback's channel."""


def record_feedback(
    session: Session,
    application: Application,
    feedback: Feedback,
    now: datetime,
    said_no: bool = False,
) -> StageChange | None:
    """Keep an answer, and a no that came with it; the card moves by the change that is returned.

    A card that is still open stays where it is unless they said no: advice between two
    interviews ends nothing. A night's rest is left alone, one that time does not end is over.
    """
    session.add(feedback)
    if for_good(application.rest_until):
        end_rest(session, application)
    change, came_with_a_no = None, said_no and application.is_open
    if came_with_a_no:
        session.add(_no_of(session, application, feedback, now))
        end_open_offer(session, application)
    if application.live and (application.stage == Stage.REJECTED or came_with_a_no):
        change = move(session, application, Stage.FEEDBACK_RECEIVED, now)
    session.flush()
    if change is not None:
        date_the_answer(session, application, feedback)
    return change


def date_the_answer(session: Session, application: Application, feedback: Feedback) -> None:
    """The card came to Feedback received on the day of the answer that brought it there."""
    latest = StageChange.latest(session, application)
    if latest is not None and latest.recorded_at == feedback.created_at:
        happened_on(session, application, Stage.FEEDBACK_RECEIVED, feedback.received_on)


def with_its_points(session: Session, feedback: Feedback) -> list[Base]:
    """All that goes with an answer that is taken away; actions that came of its points stay."""
    points = list(session.scalars(FeedbackPoint.of(feedback)))
    links = session.scalars(
        select(ActionPoint).where(ActionPoint.point_id.in_([point.id for point in points]))
    )
    return [feedback, *points, *links]


def _no_of(
    session: Session, application: Application, feedback: Feedback, now: datetime
) -> Rejection:
    no = Rejection.beside(application, now)
    no.on, no.how = feedback.received_on, WAYS.get(feedback.channel or "")
    no.stage_reached = stage_reached(session, application)
    return no
