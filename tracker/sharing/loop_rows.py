"""The rows of a record that tell of the loop: what was asked, said and done after a no."""

from datetime import date, datetime
from typing import NamedTuple

from tracker.loop.ending import CLOSED
from tracker.models.feedback import CHANNELS, OWN
from tracker.models.rejection import SILENCE, WAYS


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
    written_at: datetime | None = None


class RejectionRow(NamedTuple):
    """One rejection, in their words."""

    application_id: int
    company: str
    role: str
    on: date | None
    how: str
    words: str
    reason: str
    written_at: datetime | None = None
    stands: bool = True
    """Whether they did not call after all: what came before that is listed, and not counted."""
    cancelled: bool = False
    """They gave up the role, whoever applied."""

    @property
    def role_cancelled(self) -> str:
        """The same in words."""
        return CLOSED if self.cancelled else ""

    @property
    def said(self) -> bool:
        """Whether somebody said it: silence is listed, and no rejection."""
        return self.how != WAYS[SILENCE]


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
    written_at: datetime | None = None

    @property
    def theirs(self) -> bool:
        """Whether they said it: a lesson of one's own is no answer."""
        return self.channel != CHANNELS[OWN]


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
    written_at: datetime | None = None
    touched_at: datetime | None = None
    themes: tuple[str, ...] = ()
    """What the points are about that it answers."""
    others: int = 0


class ReviewRow(NamedTuple):
    """One look by somebody at résumé, LinkedIn or social media."""

    subject: str
    by: str
    asked_on: date | None
    on: date | None
    said: str
    written_at: datetime | None = None
