"""What somebody practises for: something they were told, a plan, an interview, or nothing of it."""

from typing import NamedTuple
from urllib.parse import urlencode

from sqlalchemy.orm import Session
from werkzeug.datastructures import MultiDict

from tracker.loop.feedback_reading import THEMES
from tracker.loop.practice import (
    BANK,
    PracticeQuestion,
    question_named,
    questions_for,
    what_matters,
)
from tracker.models.action import Action
from tracker.models.application import Application
from tracker.models.feedback import FeedbackPoint
from tracker.models.reads.preparation.practice import (
    as_own,
    gaps_asked,
    point_to_practise,
    points_of_action,
    practised,
    said_to,
    theme_said,
)
from tracker.web.access import own_application, own_named

MOST = 5
LABELS = {slug: theme.label for slug, theme in THEMES.items()}


class Occasion(NamedTuple):
    """What it is for, as far as an address or a form says."""

    point: FeedbackPoint | None = None
    action: Action | None = None
    application: Application | None = None

    @property
    def names(self) -> dict[str, int]:
        """The same as an address says it."""
        rows = {"point": self.point, "action": self.action, "application": self.application}
        return {name: row.id for name, row in rows.items() if row is not None}

    def address(self, slug: str) -> str:
        """Where one of Onward's questions is practised for the same."""
        return f"/practice/new?{urlencode(self.names | {'question': slug})}"


def occasion(session: Session, given: MultiDict[str, str]) -> Occasion:
    """The rows that are named, each the person's own or a 404, and what follows from them.

    A plan is about the first point that it answers; an application about the latest that can be
    practised.
    """
    point = own_named(FeedbackPoint, given["point"]) if given.get("point") else None
    action = own_named(Action, given["action"]) if given.get("action") else None
    application = None
    if given.get("application"):
        application = own_application(own_named(Application, given["application"]).id)
    if point is None and action is not None:
        point = next(iter(points_of_action(session, action)), None)
    if point is None and action is None and application is not None and not given.get("question"):
        point = point_to_practise(session, application)
    return Occasion(point, action, application)


def place_of(story_id: int, point: str | None, run: int | None = None) -> str:
    """A story's page, as it is reached from what one said: one story may answer several."""
    named = {name: value for name, value in (("point", point), ("run", run)) if value}
    return f"/practice/{story_id}" + (f"?{urlencode(named)}" if named else "")


def questions_to_choose(session: Session, what_for: Occasion, slug: str) -> list[PracticeQuestion]:
    """The named question first, where there is one, then those that fit best."""
    asked = question_named(slug)
    fitting = _fitting(session, what_for)
    found = [asked, *fitting] if asked is not None else fitting
    return list(dict.fromkeys(found or BANK.values()))[:MOST]


def _fitting(session: Session, what_for: Occasion) -> list[PracticeQuestion]:
    point, action, application = what_for
    if point is not None:
        return questions_for(theme_said(session, point), point.quote)
    if action is not None:
        return questions_for("", action.what)
    if application is None:
        return []
    matters = what_matters(
        said_to(session, application.user_id),
        gaps_asked(session, application),
        application.posting,
        as_own(practised(session, application.user_id), application),
    )
    return [BANK[each.slug] for each in matters if each.slug in BANK and each.story_id is None]
