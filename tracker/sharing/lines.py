"""The rows of a record: plain facts as they are shown, dates and moments in the person's zone."""

from datetime import date, datetime
from typing import NamedTuple


class ApplicationLine(NamedTuple):
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

    @property
    def state(self) -> str:
        """How it ended, else where it stands."""
        return self.outcome or self.stage


class MoveLine(NamedTuple):
    """One change of stage; undone ones are left out."""

    application_id: int
    company: str
    role: str
    at: datetime | None
    before: str
    after: str


class InterviewLine(NamedTuple):
    """One interview."""

    application_id: int
    company: str
    role: str
    at: datetime | None
    minutes: int | None
    kind: str
    round: int | None
    people: str
    went_well: str
    would_change: str
    rating: int | None
    outcome: str


class AskLine(NamedTuple):
    """One attempt to get advice."""

    application_id: int
    company: str
    role: str
    on: date
    kind: str
    channel: str
    contact: str
    wording: str
    result: str


class NoLine(NamedTuple):
    """One rejection, in their words."""

    application_id: int
    company: str
    role: str
    on: date | None
    how: str
    words: str
    reason: str


class FeedbackLine(NamedTuple):
    """One answer, word for word."""

    id: int
    application_id: int
    company: str
    role: str
    on: date | None
    channel: str
    giver: str
    words: str
    specific: bool | None


class PointLine(NamedTuple):
    """One point of an answer."""

    feedback_id: int
    application_id: int
    company: str
    role: str
    quote: str
    kind: str
    theme: str
    agreed: str


class ActionLine(NamedTuple):
    """One action; `used` counts the later applications that used it."""

    id: int
    application_id: int | None
    company: str
    role: str
    kind: str
    what: str
    cue: str
    plan: str
    due_on: date | None
    done_on: date | None
    proof: str
    used: int


class ReviewLine(NamedTuple):
    """One look by somebody at résumé, LinkedIn or social media."""

    subject: str
    by: str
    asked_on: date | None
    on: date | None
    said: str


class NoteLine(NamedTuple):
    """One note on an application, in Markdown; private ones are never read."""

    application_id: int
    company: str
    role: str
    at: datetime
    body: str
