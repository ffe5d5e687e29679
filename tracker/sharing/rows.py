"""The rows of a record: plain facts as they are shown, dates and moments in the person's zone."""

from datetime import date, datetime
from typing import NamedTuple


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

    @property
    def state(self) -> str:
        """How it ended, else where it stands."""
        return self.outcome or self.stage


class MoveRow(NamedTuple):
    """One change of stage; undone ones are left out."""

    application_id: int
    company: str
    role: str
    at: datetime | None
    before: str
    after: str


class InterviewRow(NamedTuple):
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


class AskRow(NamedTuple):
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


class RejectionRow(NamedTuple):
    """One rejection, in their words."""

    application_id: int
    company: str
    role: str
    on: date | None
    how: str
    words: str
    reason: str


class FeedbackRow(NamedTuple):
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


class PointRow(NamedTuple):
    """One point of an answer."""

    feedback_id: int
    application_id: int
    company: str
    role: str
    quote: str
    kind: str
    theme: str
    agreed: str


class ActionRow(NamedTuple):
    """One action; `used` counts the later applications that used it.

    `others` are the further applications whose points it answers.
    """

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
    others: int = 0


class ReviewRow(NamedTuple):
    """One look by somebody at résumé, LinkedIn or social media."""

    subject: str
    by: str
    asked_on: date | None
    on: date | None
    said: str


class NoteRow(NamedTuple):
    """One note on an application, in Markdown; private ones are never read."""

    application_id: int
    company: str
    role: str
    at: datetime
    body: str
