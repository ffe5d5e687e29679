"""What one choice shows of a person's search in one span. What is not chosen is never read.

Every page, file and print for others is made from this and from nothing else, so that what is
hidden is absent, not covered. An application lies in a span by the day of applying; what happened
lies in it by its own day.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from types import MappingProxyType
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.models.application import Application
from tracker.models.contact import Contact
from tracker.models.user import User
from tracker.sharing import actions as lessons
from tracker.sharing import applications, rejections_and_feedback
from tracker.sharing.pace import Pace, read_pace
from tracker.sharing.reader import RecordReader, Rows
from tracker.sharing.redaction import Redaction
from tracker.sharing.rows import (
    ActionRow,
    ApplicationRow,
    AskRow,
    FeedbackRow,
    InterviewRow,
    MoveRow,
    NoteRow,
    PointRow,
    RejectionRow,
    ReviewRow,
)
from tracker.sharing.selection import Selection, SharedPart
from tracker.sharing.summary import SharedSummary, read_summary
from tracker.values.date_range import DateRange
from tracker.values.days import day_of


@dataclass(frozen=True)
class Record:
    """Each part is empty, or None, where it was not chosen."""

    name: str
    """The person's own name."""
    span: DateRange
    choice: Selection
    made_at: datetime
    """In the person's zone."""
    mask: Redaction
    help_wanted: str = ""
    summary: SharedSummary | None = None
    pace: Pace | None = None
    applications: list[ApplicationRow] = field(default_factory=list)
    moves: list[MoveRow] = field(default_factory=list)
    interviews: list[InterviewRow] = field(default_factory=list)
    asks: list[AskRow] = field(default_factory=list)
    noes: list[RejectionRow] = field(default_factory=list)
    feedback: list[FeedbackRow] = field(default_factory=list)
    points: list[PointRow] = field(default_factory=list)
    actions: list[ActionRow] = field(default_factory=list)
    reviews: list[ReviewRow] = field(default_factory=list)
    notes: list[NoteRow] = field(default_factory=list)
    further: Mapping[str, int] = field(default_factory=dict)
    """By the name of a list, how many lines are left out of it."""

    def further_of(self, name: str) -> int:
        """How many further lines a list has, which were not wanted."""
        return self.further.get(name, 0)


PARTS: dict[str, tuple[SharedPart, Callable[[RecordReader], list[Any]]]] = {
    "applications": (SharedPart.APPLICATIONS, applications.applications),
    "moves": (SharedPart.HISTORY, applications.moves),
    "interviews": (SharedPart.INTERVIEWS, applications.interviews),
    "asks": (SharedPart.ASKS, rejections_and_feedback.asks),
    "noes": (SharedPart.FEEDBACK, rejections_and_feedback.rejections),
    "feedback": (SharedPart.FEEDBACK, rejections_and_feedback.feedback),
    "points": (SharedPart.FEEDBACK, rejections_and_feedback.points),
    "actions": (SharedPart.ACTIONS, lessons.actions),
    "reviews": (SharedPart.REVIEWS, lessons.reviews),
    "notes": (SharedPart.NOTES, applications.notes),
}
"""What each list of a record belongs to, and how it is read."""


def read_record(
    session: Session,
    user: User,
    choice: Selection,
    span: DateRange,
    now: datetime,
    most: Mapping[str, int] = MappingProxyType({}),
) -> Record:
    """Read what is chosen, names already masked; of the lists in `most` only so many lines."""
    mask = read_redaction(session, user, choice)
    desk = RecordReader(session, user, choice, span, mask)
    parts = {
        name: read(replace(desk, most=most.get(name)))
        for name, (part, read) in PARTS.items()
        if part in choice
    }
    cut = {name: lines.further for name, lines in parts.items() if isinstance(lines, Rows)}
    return Record(
        name=user.name or user.email.partition("@")[0],
        span=span,
        choice=choice,
        made_at=now.astimezone(user.zone),
        mask=mask,
        help_wanted=mask.text(user.help_wanted) if SharedPart.HELP in choice else "",
        summary=read_summary(session, user.id, span) if SharedPart.SUMMARY in choice else None,
        pace=read_pace(desk, day_of(now, user.zone)) if SharedPart.SUMMARY in choice else None,
        further=cut,
        **parts,
    )


def read_redaction(session: Session, user: User, choice: Selection) -> Redaction:
    """The names to hide: of all companies, in an order that later ones don't change; of people."""
    companies = people = None
    if not choice.companies:
        companies = session.scalars(
            select(Application.company)
            .where(Application.user_id == user.id)
            .order_by(Application.id)
        ).all()
    if not choice.people:
        people = session.scalars(select(Contact.name).where(Contact.user_id == user.id)).all()
    return Redaction(companies, people)
