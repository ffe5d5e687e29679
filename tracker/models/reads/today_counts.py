"""How much there is on Today: of each kind, counted by the index alone."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import ColumnElement, bindparam, exists, func, literal_column, select

from tracker.loop.stage import Stage
from tracker.loop.step_kind import Kind, Section
from tracker.loop.steps import STEPS
from tracker.loop.today_rank import BY_KIND, Range
from tracker.models.application import Application
from tracker.models.coach_note import CoachNote
from tracker.models.imports import Import
from tracker.models.lead import Lead
from tracker.models.messages.mailbox import PASTED, URGENT, Mailbox, MailProposal
from tracker.models.messages.reminder_channel import ReminderChannel
from tracker.models.reads.day_rest import RESTED_ON
from tracker.models.reads.due_actions import ALONE_COUNT

MINE = Application.user_id == bindparam("user_id")
SOON_CLOSED = (
    Lead.user_id == bindparam("user_id"),
    Lead.closes_on.between(bindparam("today"), bindparam("closing_until")),
    Lead.application_id.is_(None),
    Lead.deleted_at.is_(None),
)
UNREAD = (CoachNote.user_id == bindparam("user_id")) & CoachNote.read_at.is_(None)


@dataclass(frozen=True)
class TodayCounts:
    """How many stand on Today of each kind, and whether there is anything at all."""

    kinds: dict[Kind, int]
    """Of applications, by their next step; none that is 0."""
    anything: bool
    notes: int = 0
    """Left by coaches, and not read yet."""
    alone: int = 0
    """Actions that are due and belong to no application's next step."""
    first_import: datetime | None = None
    """When the first sheet was brought in that is still here."""
    mails: int = 0
    """Of a mailbox, that wait for a word."""
    mailbox_failing_since: datetime | None = None
    closing: int = 0
    """Leads that close within days."""
    reminders_failing_since: datetime | None = None
    rested_on: str | None = None
    """The day that is to hold nothing more, while it does (see day_rest)."""
    put_off: int = 0
    """Emails that were pasted and left for later."""
    put_off_urgent: int = 0
    """Of these, what wants an answer or may be about tomorrow."""

    def of(self, *sections: Section) -> dict[Kind, int]:
        """Of these sections alone, with the actions that stand alone."""
        found = {kind: each for kind, each in self.kinds.items() if STEPS[kind].section in sections}
        if self.alone and "due" in sections:
            found["do_action"] = found.get("do_action", 0) + self.alone
        return found


@dataclass(frozen=True)
class BroughtIn:
    """What stands there after the first import, while nothing else was added."""

    open: int
    ended: int
    leads: int = 0
    """Openings that nobody has applied for yet."""
    undated: int = 0
    """Of the open ones, those applied for on no known day: nobody can tell when they are silent."""
    waiting: Mapping[int, int] = field(default_factory=dict)
    """How many rows of which import still wait for a look."""


def _number(number: int) -> ColumnElement[int]:
    """Written out, so that nothing has to be bound for each of so many."""
    return literal_column(str(number))


def _count(part: Range) -> ColumnElement[int]:
    place = Application.today_place
    within = (place >= _number(part.first)) & (place < _number(part.end))
    return select(func.count()).where(MINE, within).scalar_subquery()


PASTED_MAILS = select(func.count()).where(
    MailProposal.user_id == bindparam("user_id"), MailProposal.uid == PASTED
)
COUNTS = select(
    exists().where(MINE, Application.deleted_at.is_(None)),
    select(func.count()).where(UNREAD).scalar_subquery(),
    ALONE_COUNT,
    select(func.min(Import.landed_at))
    .where(Import.user_id == bindparam("user_id"), Import.state == "landed")
    .scalar_subquery(),
    select(func.count())
    .where(MailProposal.user_id == bindparam("user_id"), MailProposal.uid != PASTED)
    .scalar_subquery(),
    select(Mailbox.failing_since).where(Mailbox.user_id == bindparam("user_id")).scalar_subquery(),
    select(func.count()).where(*SOON_CLOSED).scalar_subquery(),
    select(func.min(ReminderChannel.failing_since))
    .where(ReminderChannel.user_id == bindparam("user_id"))
    .scalar_subquery(),
    RESTED_ON.scalar_subquery(),
    PASTED_MAILS.scalar_subquery(),
    PASTED_MAILS.where(MailProposal.kind.in_(URGENT)).scalar_subquery(),
    *(_count(part) for part in BY_KIND.values()),
)
BROUGHT_LEADS = select(func.count()).where(
    Lead.user_id == bindparam("user_id"),
    Lead.import_id.is_not(None),
    Lead.application_id.is_(None),
    Lead.deleted_at.is_(None),
)
BROUGHT_IN = select(
    func.count().filter(Application.stage.in_(Stage.OPEN), Application.archived_at.is_(None)),
    func.count(),
    func.count().filter(Application.import_id.is_(None)),
    func.count().filter(
        Application.stage == Stage.APPLIED,
        Application.archived_at.is_(None),
        Application.applied_on.is_(None),
    ),
    BROUGHT_LEADS.scalar_subquery(),
).where(MINE, Application.deleted_at.is_(None))
