"""What one choice shows of a person's search in one span. What is not chosen is never read.

Every page, file and print for others is made from this and from nothing else, so that what is
hidden is absent, not covered. An application lies in a span by the day of applying; what happened
lies in it by its own day.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from types import MappingProxyType
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.loop.facts import SILENT_FOR
from tracker.models.application import Application
from tracker.models.base import COMPANY, LINK
from tracker.models.reads.standing import as_of
from tracker.models.user import User
from tracker.sharing import actions as lessons
from tracker.sharing import applications, offers, rejections_and_feedback, stage_changes
from tracker.sharing.loop_rows import (
    ActionRow,
    AskRow,
    FeedbackRow,
    PointRow,
    RejectionRow,
    ReviewRow,
)
from tracker.sharing.named_columns import read_named, read_people
from tracker.sharing.pace import Pace, read_pace
from tracker.sharing.reader import RecordReader, Rows
from tracker.sharing.redaction import Redaction
from tracker.sharing.rows import ApplicationRow, InterviewRow, MoveRow, NoteRow, OfferRow
from tracker.sharing.selection import Selection, SharedPart
from tracker.sharing.summary import SharedSummary, read_summary
from tracker.values.date_range import DateRange
from tracker.values.days import day_of

MINE = "My job search"
"""Whose name is not known: it is their own page and file."""


@dataclass(frozen=True)
class Record:
    """Each part is empty, or None, where it was not chosen."""

    name: str
    """The person's own name; "" where they gave none, as nobody is called by their email."""
    span: DateRange
    choice: Selection
    made_at: datetime
    """In the person's zone."""
    mask: Redaction
    quiet_days: int = SILENT_FOR
    """After more days than these without a word one is silent."""
    help_wanted: str = ""
    summary: SharedSummary | None = None
    pace: Pace | None = None
    applications: list[ApplicationRow] = field(default_factory=list)
    moves: list[MoveRow] = field(default_factory=list)
    interviews: list[InterviewRow] = field(default_factory=list)
    offers: list[OfferRow] = field(default_factory=list)
    asks: list[AskRow] = field(default_factory=list)
    noes: list[RejectionRow] = field(default_factory=list)
    feedback: list[FeedbackRow] = field(default_factory=list)
    points: list[PointRow] = field(default_factory=list)
    actions: list[ActionRow] = field(default_factory=list)
    reviews: list[ReviewRow] = field(default_factory=list)
    notes: list[NoteRow] = field(default_factory=list)
    numbers: Mapping[int, int] = field(default_factory=dict)
    """By an application's row, its number within the person's own search, where lists show one."""
    further: Mapping[str, int] = field(default_factory=dict)
    """By the name of a list, how many lines are left out of it."""

    @property
    def title(self) -> str:
        """Mary’s job search."""
        return f"{self.name}’s job search" if self.name else MINE

    @property
    def byline(self) -> str:
        """Whose a file is, on its own line."""
        return self.name or MINE

    @property
    def offers_to_answer(self) -> list[OfferRow]:
        """Those that wait, of the applications that are shown."""
        shown = {line.id for line in self.applications if line.offer_waits}
        return [line for line in self.offers if line.waits and line.application_id in shown]

    def further_of(self, name: str) -> int:
        """How many further lines a list has, which were not wanted."""
        return self.further.get(name, 0)


PARTS: dict[str, tuple[SharedPart, Callable[[RecordReader], list[Any]]]] = {
    "applications": (SharedPart.APPLICATIONS, applications.applications),
    "moves": (SharedPart.HISTORY, stage_changes.moves),
    "interviews": (SharedPart.INTERVIEWS, applications.interviews),
    "offers": (SharedPart.APPLICATIONS, offers.offers),
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
    *,
    quiet_days: int,
) -> Record:
    """Read what is chosen, names already masked; of the lists in `most` only so many lines.

    After more than `quiet_days` without a word one is silent: `usual_silence` says how many now.
    """
    mask = read_redaction(session, user, choice)
    moment = as_of(now, user.zone, quiet_days)
    reader = RecordReader(session, user, choice, span, mask, moment)
    parts: dict[str, Any] = {
        name: read(replace(reader, most=most.get(name)))
        for name, (part, read) in PARTS.items()
        if part in choice
    }
    cut = {name: lines.further for name, lines in parts.items() if isinstance(lines, Rows)}
    return Record(
        name=user.name,
        span=span,
        quiet_days=quiet_days,
        choice=choice,
        made_at=now.astimezone(user.zone),
        mask=mask,
        help_wanted=mask.text(user.help_wanted) if SharedPart.HELP in choice else "",
        summary=(
            read_summary(session, user.id, span, moment) if SharedPart.SUMMARY in choice else None
        ),
        pace=read_pace(reader, day_of(now, user.zone)) if SharedPart.SUMMARY in choice else None,
        further=cut,
        **parts,
    )


def read_numbers(session: Session, user: User) -> dict[int, int]:
    """A person's applications as they count them, the first is 1: rows are the whole server's."""
    own = select(Application.id).where(Application.user_id == user.id).order_by(Application.id)
    return {
        row: number for number, row in enumerate(session.connection().execute(own).scalars(), 1)
    }


def read_redaction(session: Session, user: User, choice: Selection) -> Redaction:
    """The names to hide: of all companies, in an order that later ones don't change; of people.

    Where something was found is a fact of applications: without them, no chart names it.
    """
    if choice.companies and choice.people:
        return Redaction(None, None, sources=SharedPart.APPLICATIONS in choice)
    people = None
    others: Iterable[str] = ()
    links: Iterable[str] = ()
    companies = session.scalars(
        select(Application.company).where(Application.user_id == user.id).order_by(Application.id)
    ).all()
    if not choice.companies:
        others, links = read_named(session, user.id, COMPANY, LINK)
    if not choice.people:
        people = read_people(session, user.id, companies)
    sources = SharedPart.APPLICATIONS in choice
    lettered = None if choice.companies else companies
    return Redaction(lettered, people, others, links, sources, companies)
