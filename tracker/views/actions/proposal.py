"""What a new action is proposed to be; nothing of it is kept before it is saved."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from tracker.loop.doing import doing, doing_about, own_words
from tracker.loop.feedback_reading import read_feedback
from tracker.loop.suggest_action import (
    PRACTICE_CUE,
    PRACTICE_PLAN,
    due_day,
    kind_for,
    learn_words,
    practise_words,
)
from tracker.models.action import Action
from tracker.models.application import Application
from tracker.models.changes.themes import slug_of
from tracker.models.feedback import FeedbackPoint, Theme
from tracker.models.reads.same_lesson import SameLesson, points_elsewhere, same_lesson
from tracker.models.skill import Skill
from tracker.models.story import Story
from tracker.models.user import User
from tracker.values.days import day_of
from tracker.values.text import clean_line

REMEMBERED = 20
"""Finished actions that tell a person's rhythm, the latest."""


def proposal(
    session: Session,
    user: User,
    points: Sequence[FeedbackPoint],
    at: datetime,
    about: Theme | None = None,
) -> dict[str, Any]:
    """The facts of a form: from the first point's words and theme, and the person's rhythm.

    Without a point from the theme that it is about. Where neither tells of anything to do, nothing
    is proposed: the field is empty.
    """
    facts: dict[str, Any] = {"due_on": due_on(session, user, at)}
    theme_id = about.id if about is not None else points[0].theme_id if points else None
    slug, quote = slug_of(session, theme_id), points[0].quote if points else ""
    named = theme_of(about.name) if about is not None and not slug else ""
    seen = named or theme_of(quote)
    if points or about is not None:
        facts["kind"] = kind_for(slug or seen)
        finer = seen if seen.startswith(f"{slug}.") else ""
        facts["what"] = doing(quote, finer, slug, seen)
    return facts


def from_story(session: Session, user: User, story: Story, at: datetime) -> dict[str, Any]:
    """To practise it: the question, and the moment before an interview where one is ahead."""
    ahead = exists().where(Application.user_id == user.id, Application.next_interview_at > at)
    return {
        "due_on": due_on(session, user, at),
        "kind": "interview_practice",
        "what": practise_words(story.question),
        "cue": PRACTICE_CUE if session.scalar(select(ahead)) else "",
        "plan": PRACTICE_PLAN,
    }


def from_skill(skill: Skill) -> dict[str, Any]:
    """To learn it."""
    return {"kind": "skill", "what": learn_words(skill.name), "skill_id": skill.id}


def gap_in(gaps: Sequence[Skill], words: str) -> int | None:
    """The gap of a person's that some words name."""
    said = f" {clean_line(words).lower()} "
    return next((each.id for each in gaps if f" {each.name.lower()} " in said), None)


def from_lesson(session: Session, user: User, lesson: str, at: datetime) -> dict[str, Any]:
    """The same from the person's own words: their first line, or what its theme asks for."""
    line = next((each.strip() for each in lesson.splitlines() if each.strip()), "")
    theme = theme_of(line)
    what = own_words(line) or doing_about(theme)
    return {"due_on": due_on(session, user, at), "kind": kind_for(theme), "what": what}


def theme_of(words: str) -> str:
    """The theme that the reader sees first."""
    found = read_feedback(words).themes
    return found[0].key if found else ""


def due_on(session: Session, user: User, at: datetime) -> date:
    """A day that suits."""
    latest = session.scalars(Action.done(user.id).limit(REMEMBERED)).all()
    done = [each.done_on for each in latest if each.done_on is not None]
    return due_day(day_of(at, user.zone), done, user.country, user.state)


def offered_points(
    session: Session, chosen: Sequence[FeedbackPoint], application: Application | None
) -> list[FeedbackPoint]:
    """The points of one application it may answer: those chosen, and the others still open."""
    if application is None:
        return []
    offered = {each.id: each for each in chosen if each.application_id == application.id}
    offered |= {each.id: each for each in session.scalars(Action.open_points(application.id))}
    return list(offered.values())


def offered_elsewhere(
    session: Session,
    user: User,
    chosen: Sequence[FeedbackPoint],
    application: Application | None,
    theme: Theme | None = None,
    words: str | None = None,
) -> SameLesson:
    """Points of other applications that it may answer, too: those chosen first.

    Without a theme there are others to look through only where words are asked for, if empty ones.
    """
    here = application.id if application is not None else None
    taken = points_elsewhere(session, [each for each in chosen if each.application_id != here])
    themes = {each.theme_id for each in chosen if each.theme_id} | ({theme.id} if theme else set())
    found = same_lesson(session, user.id, themes, {each.id for each in chosen}, here, words or "")
    if not themes and words is None:
        return SameLesson(taken, bool(found.points))
    return SameLesson([*taken, *found.points], found.more)
