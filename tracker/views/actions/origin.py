"""Where a new action comes from, as an address or a form names it."""

from collections.abc import Sequence

from sqlalchemy.orm import Session
from werkzeug.datastructures import MultiDict

from tracker.models.application import Application
from tracker.models.feedback import FeedbackPoint, Theme
from tracker.models.reads.same_lesson import same_lesson
from tracker.models.step_back import StepBack
from tracker.models.story import Story
from tracker.models.user import User
from tracker.web.access import own, own_application, own_named


def story_named(given: MultiDict[str, str]) -> Story | None:
    """The story that is to be practised, where one is named."""
    return own_named(Story, given["story"]) if given.get("story") else None


def look_named(given: MultiDict[str, str]) -> StepBack | None:
    """The look back that it comes of, where one is named."""
    return own_named(StepBack, given["look"]) if given.get("look") else None


def latest_of(session: Session, user: User, theme: Theme) -> list[FeedbackPoint]:
    """The latest open points of a theme: one action for all of them."""
    found = same_lesson(session, user.id, [theme.id]).points
    return [own(FeedbackPoint, each.id, session) for each in found]


def application_of_points(points: Sequence[FeedbackPoint], named: str) -> Application | None:
    """The application that it comes from: the named one, else that of the first point."""
    if named:
        return own_application(own_named(Application, named).id)
    return own_application(points[0].application_id) if points else None
