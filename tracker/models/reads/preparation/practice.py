"""What is practised, and what there is to practise."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import NamedTuple

from sqlalchemy import ColumnElement, Select, case, func, select
from sqlalchemy.orm import Session, aliased

from tracker.loop.feedback_reading import read_feedback
from tracker.loop.practice import FeedbackTheme, OwnStory, can_practise
from tracker.models.action import PRACTICE, Action
from tracker.models.action_point import ActionPoint
from tracker.models.application import Application
from tracker.models.feedback import FeedbackPoint, Theme
from tracker.models.rejection import Rejection
from tracker.models.skill import ApplicationSkill, Skill
from tracker.models.story import PracticeRun, Story

LATEST_POINTS = 100
"""Enough to tell what keeps being said."""


class Practised(NamedTuple):
    """A story, how often it was said aloud, and the last time."""

    story: Story
    runs: int
    last_at: datetime | None
    last_seconds: int | None
    last_went: str | None = None
    """The person's own word for it."""


def practised(session: Session, user_id: int, *narrowed: ColumnElement[bool]) -> list[Practised]:
    """A person's stories, the latest practised first, then the latest made."""
    counted = (
        select(
            PracticeRun.story_id,
            func.count().label("runs"),
            func.max(PracticeRun.created_at).label("last_at"),
            func.max(PracticeRun.id).label("last_id"),
        )
        .where(PracticeRun.user_id == user_id)
        .group_by(PracticeRun.story_id)
        .subquery()
    )
    last = aliased(PracticeRun)
    rows = session.execute(
        select(Story, func.coalesce(counted.c.runs, 0), counted.c.last_at, last.seconds, last.went)
        .outerjoin(counted, counted.c.story_id == Story.id)
        .outerjoin(last, last.id == counted.c.last_id)
        .where(Story.user_id == user_id, *narrowed)
        .order_by(counted.c.last_at.is_(None), counted.c.last_at.desc(), Story.id.desc())
    )
    return [Practised(*row) for row in rows]


def practised_for(session: Session, action: Action) -> list[Practised]:
    """The stories of an action: made for it, or for a point that it answers."""
    points = select(ActionPoint.point_id).where(ActionPoint.action_id == action.id)
    mine = (Story.action_id == action.id) | Story.point_id.in_(points)
    return practised(session, action.user_id, mine)


def points_of_action(session: Session, action: Action) -> list[FeedbackPoint]:
    """The points that an action answers and that can be practised, in their order."""
    found = session.scalars(
        select(FeedbackPoint)
        .join(ActionPoint, ActionPoint.point_id == FeedbackPoint.id)
        .where(ActionPoint.action_id == action.id)
        .order_by(FeedbackPoint.id)
    )
    return [each for each in found if can_practise(theme_said(session, each))]


def theme_said(session: Session, point: FeedbackPoint) -> str:
    """What a point is about, as the reader calls it: by its theme, else by its words."""
    known = session.execute(_slugs().where(Theme.id == point.theme_id)).first()
    return (known.slug if known is not None else None) or theme_in(point.quote)


def point_to_practise(session: Session, application: Application) -> FeedbackPoint | None:
    """The latest point to improve of an application that can be practised by speaking."""
    found = session.scalars(
        select(FeedbackPoint)
        .where(FeedbackPoint.application_id == application.id, FeedbackPoint.is_to_improve)
        .order_by(FeedbackPoint.id.desc())
        .limit(LATEST_POINTS)
    )
    return next((each for each in found if can_practise(theme_said(session, each))), None)


def practice_due(session: Session, application_id: int, today: date) -> int | None:
    """The number of an action that is due here and done by practising."""
    return session.scalar(
        select(Action.id)
        .where(
            Action.about(application_id),
            Action.is_open,
            Action.kind == PRACTICE,
            Action.due_on <= today,
        )
        .order_by(*Action.soonest_first())
        .limit(1)
    )


def said_to(session: Session, user_id: int) -> list[FeedbackTheme]:
    """What a person was told to improve, the latest first; a no with nothing to act on is over."""
    slugs = _slugs().subquery()
    rows = session.execute(
        select(FeedbackPoint.quote, slugs.c.slug)
        .join(Application, Application.id == FeedbackPoint.application_id)
        .outerjoin(slugs, slugs.c.id == FeedbackPoint.theme_id)
        .where(
            FeedbackPoint.user_id == user_id,
            FeedbackPoint.is_to_improve,
            Application.deleted_at.is_(None),
            FeedbackPoint.application_id.not_in(
                select(Rejection.application_id).where(
                    Rejection.user_id == user_id, Rejection.nothing_to_act_on_at.is_not(None)
                )
            ),
        )
        .order_by(FeedbackPoint.id.desc())
        .limit(LATEST_POINTS)
    )
    return [FeedbackTheme(slug or theme_in(quote), quote) for quote, slug in rows]


def gaps_asked(session: Session, application: Application) -> list[str]:
    """Skills that it asks for and the person misses yet, by name."""
    asked = select(ApplicationSkill.skill_id).where(
        ApplicationSkill.application_id == application.id
    )
    return [
        each.name
        for each in session.scalars(Skill.gaps(application.user_id).where(Skill.id.in_(asked)))
    ]


def as_own(found: Iterable[Practised], application: Application | None = None) -> list[OwnStory]:
    """The stories as far as they count before an interview, or for what to practise next."""
    return [
        OwnStory(
            each.story.id,
            each.story.question,
            each.story.slug,
            "" if each.story.slug else theme_in(each.story.question),
            application is not None and each.story.application_id == application.id,
            each.runs,
        )
        for each in found
    ]


def _slugs() -> Select[int, str | None]:
    """Each theme by what the reader calls it: a person's own finer one by its broad one."""
    parent = aliased(Theme)
    slug = case((Theme.slug.is_(None), parent.slug), else_=Theme.slug)
    return select(Theme.id, slug.label("slug")).outerjoin(parent, parent.id == Theme.parent_id)


def theme_in(words: str) -> str:
    """The theme that the reader sees first."""
    found = read_feedback(words).themes
    return found[0].key if found else ""
