"""The rows of a record: plain facts as they are shown, dates and moments in the person's zone.

`written_at` is when a row was written down, whatever day it is about.
"""

from datetime import date, datetime
from typing import NamedTuple

from tracker.loop.outcome import Outcome
from tracker.models.interview import KINDS
from tracker.models.reads.standing import Standing

CLOSED = Outcome.ROLE_CLOSED.label
OPEN = frozenset(Standing(each).label for each in Standing.OPEN)
SAID_NO = Standing.THEY_SAID_NO.label
TO_ANSWER = Standing.OFFER_TO_ANSWER.label


class ApplicationRow(NamedTuple):
    """One application."""

    id: int
    company: str
    role: str
    location: str
    workplace: str
    employment: str
    source: str
    link: str
    applied_on: date | None
    closes_on: date | None
    stage: str
    since: date | None
    outcome: str
    archived_on: date | None
    resume: str
    letter: str
    excitement: int | None
    pay_text: str
    offer_on: date | None
    offer_decision: str
    """What became of the latest, or that it waits; nothing where there was none."""
    answer_by: date | None = None
    standing: str = ""
    """How it stands, in the words of tracker.models.reads.standing."""
    written_at: datetime | None = None
    touched_at: datetime | None = None
    """The latest change of any of it."""
    moved_at: datetime | None = None
    """When its latest move was written down."""
    interviewed: bool = False
    no_on: date | None = None
    """When they said no."""
    replied_on: date | None = None
    ended_on: date | None = None
    """When the job that was taken came to its end."""
    came_from: str = ""
    """The role and company whose no named this one."""
    led_to: str = ""
    """Those that this one's no named."""
    tags: str = ""
    """The person's own words to sort by, with commas between, where these are wanted."""

    @property
    def came_to_interview(self) -> str:
        """In a word, to be counted in a column."""
        return "Yes" if self.interviewed else "No"

    @property
    def days_to_reply(self) -> int | None:
        """From applying to the first reply; None while days contradict each other."""
        if self.applied_on is None or self.replied_on is None:
            return None
        days = (self.replied_on - self.applied_on).days
        return days if days >= 0 else None

    @property
    def state(self) -> str:
        """How it stands; where they closed the role, that, as nobody said no to the person."""
        closed = self.outcome == CLOSED and self.standing == SAID_NO
        return self.outcome if closed else self.standing

    @property
    def is_open(self) -> bool:
        """Whether it may still come to something."""
        return self.standing in OPEN

    @property
    def offer_waits(self) -> bool:
        """Whether there is an offer that was not answered yet."""
        return self.standing == TO_ANSWER


class MoveRow(NamedTuple):
    """One change of stage; undone ones are left out."""

    application_id: int
    company: str
    role: str
    on: date | None
    before: str
    after: str
    since: date | None = None
    """The day, or, where it is not known, that of the last move before it whose day is."""
    called_back: bool = False
    """From what was over back to what is open: they called or wrote after all."""


class InterviewRow(NamedTuple):
    """One interview."""

    application_id: int
    company: str
    role: str
    on: date | None
    at: datetime | None
    """The moment on the person's clock, where the hour is known."""
    minutes: int | None
    kind: str
    round: int | None
    people: str
    went_well: str
    would_change: str
    rating: int | None
    outcome: str
    stands: bool = True
    """Neither cancelled nor overtaken by the end of its application."""
    written_at: datetime | None = None

    @property
    def when(self) -> date | datetime | None:
        """The moment, or the day alone."""
        return self.at or self.on

    @property
    def of_kind(self) -> str:
        """Which kind; one of no particular kind is an interview, and not another one."""
        return "" if self.kind == KINDS["other"] else self.kind

    def is_ahead(self, now: datetime) -> bool:
        """Whether it is still to come; `now` on the person's clock."""
        if self.at is not None:
            return self.stands and self.at > now
        return self.stands and self.on is not None and self.on >= now.date()


class OfferRow(NamedTuple):
    """One round of what they offered."""

    application_id: int
    company: str
    role: str
    on: date | None
    answer_by: date | None
    pay_text: str
    terms: str
    became: str
    became_on: date | None
    """When it was answered or taken back."""
    answer: str
    """What was said to it, whatever they did then."""
    answered_on: date | None
    waits: bool
    """For an answer, on the board."""
    implied: bool
    """Nothing was noted of it: how the application ended says that there was one."""
    written_at: datetime | None = None


class NoteRow(NamedTuple):
    """One note on an application, in Markdown; private ones are never read."""

    application_id: int
    company: str
    role: str
    at: datetime
    body: str
    kept_as: str | None = None
    """What the email is whose words these are; nothing of a note that the person wrote."""
