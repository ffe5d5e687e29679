"""What a look back reads: applications as they went, what was said, who looked at the papers."""

from collections import defaultdict
from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from tracker.loop.feedback_reading import theme_word
from tracker.loop.stage import Stage
from tracker.loop.step_back import ENOUGH, UNNOTED, WINDOW, SentApplication
from tracker.models.application import Application
from tracker.models.document import Document
from tracker.models.feedback import Feedback, FeedbackPoint, Theme
from tracker.models.reads.first_answer import ReplyDays, first_reply_on
from tracker.models.review import SUBJECTS, Review
from tracker.models.skill import ApplicationSkill, Skill
from tracker.models.user import User
from tracker.values.days import day_of, days_after, start_of

QUOTES = 3
"""Of each theme, the latest."""
THEMES = 5


class ThemeCount(NamedTuple):
    """One theme of what they want to see improved."""

    name: str
    times: int
    quotes: list[str]
    theme_id: int | None = None


class StepBackMaterial(NamedTuple):
    """The material of one look."""

    sent: list[SentApplication]
    all_of_it: bool
    """The window held too few, so everything is looked at."""
    themes: list[ThemeCount]
    not_me: int
    """Points that were not about the person."""
    reviews: dict[str, Review | None]
    """The latest of each subject."""


def read_step_back(session: Session, user: User, until: datetime) -> StepBackMaterial:
    """Read for a look that began, or ended, at this moment; rows are as they are today."""
    last = day_of(until, user.zone)
    window = _within(days_after(last, -WINDOW), last)
    sent = _sent(session, user, window)
    all_of_it = len(sent) < ENOUGH
    if all_of_it:
        sent = _sent(session, user, [])
    since = None if all_of_it else start_of(days_after(last, -WINDOW), user.zone)
    themes, not_me = _said(session, user, since)
    return StepBackMaterial(sent, all_of_it, themes, not_me, _reviews(session, user))


def _within(first: date, last: date) -> list[ColumnElement[bool]]:
    sent = Application.applied_on.between(first, last)
    return [or_(sent, Application.rejection_on.between(first, last))]


def _sent(session: Session, user: User, window: list[ColumnElement[bool]]) -> list[SentApplication]:
    mine = [Application.user_id == user.id, Application.deleted_at.is_(None), *window]
    rows = session.execute(
        select(
            Application.id,
            Application.source,
            Document.label,
            Application.interviewed,
            Application.applied_on,
            Application.archived_at.is_not(None) | Application.stage.not_in(Stage.OPEN),
            *(getattr(Application, name) for name in ReplyDays.__annotations__),
        )
        .outerjoin(Document, Document.id == Application.resume_id)
        .where(*mine)
        .order_by(Application.applied_on.desc(), Application.id.desc())
    )
    skills = _skills(session, mine)
    return [
        SentApplication(
            source=row[1] or UNNOTED,
            paper=row[2] or UNNOTED,
            interviewed=bool(row[3]),
            sent_on=row[4],
            answered_on=first_reply_on(row),
            asked=tuple(skills[row[0]]),
            over=bool(row[5]),
        )
        for row in rows
    ]


def _skills(session: Session, mine: list[ColumnElement[bool]]) -> dict[int, list[tuple[str, str]]]:
    found: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for number, name, level in session.execute(
        select(ApplicationSkill.application_id, Skill.name, Skill.level)
        .join(Skill, Skill.id == ApplicationSkill.skill_id)
        .join(Application, Application.id == ApplicationSkill.application_id)
        .where(*mine)
        .order_by(Skill.name)
    ):
        found[number].append((name, level or ""))
    return found


def _said(session: Session, user: User, since: datetime | None) -> tuple[list[ThemeCount], int]:
    when: list[ColumnElement[bool]] = [Feedback.created_at >= since] if since else []
    rows: Any = session.execute(
        select(FeedbackPoint.quote, FeedbackPoint.kind, Theme.id, Theme.slug, Theme.name)
        .join(Feedback, Feedback.id == FeedbackPoint.feedback_id)
        .join(Application, Application.id == FeedbackPoint.application_id)
        .outerjoin(Theme, Theme.id == FeedbackPoint.theme_id)
        .where(
            FeedbackPoint.user_id == user.id,
            FeedbackPoint.kind.in_(("improve", "not_me")),
            Application.deleted_at.is_(None),
            *when,
        )
        .order_by(FeedbackPoint.id.desc())
    ).all()
    quotes: dict[tuple[str, int | None], list[str]] = defaultdict(list)
    for quote, kind, theme_id, slug, theme in rows:
        if kind == "improve":
            name = theme_word(slug, theme, kind) if theme else "Without a theme"
            quotes[name, theme_id].append(quote)
    said = [
        ThemeCount(name, len(found), found[:QUOTES], theme_id)
        for (name, theme_id), found in quotes.items()
    ]
    said.sort(key=lambda each: -each.times)
    return said[:THEMES], sum(kind == "not_me" for _, kind, *_ in rows)


def _reviews(session: Session, user: User) -> dict[str, Review | None]:
    latest: dict[str, Review | None] = dict.fromkeys(SUBJECTS)
    for review in session.scalars(Review.of(user.id)):
        known = latest.get(review.subject)
        if known is None or (known.on is None and review.on is not None):
            latest[review.subject] = review
    return latest
