"""What a made-up loop consists of, from a no to what was done about it."""

from dataclasses import dataclass, field
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class MadeRejection:
    at: datetime
    on: date
    how: str
    words: str
    reason: str
    stage_reached: str
    feedback_offered: bool
    role_cancelled: bool
    rest_until: datetime
    went_well: str = ""
    would_change: str = ""


@dataclass(frozen=True, slots=True)
class MadeCheckIn:
    at: datetime
    before: int
    after: int | None
    after_at: datetime | None
    words: str
    prompt: str
    writing: str


@dataclass(frozen=True, slots=True)
class MadeAttempt:
    at: datetime
    on: date
    kind: str
    channel: str
    result: str
    contact: int
    """The place in the hunt's list."""
    wording: str
    subject: str
    body: str
    note: str
    follow_up_on: date | None


@dataclass(frozen=True, slots=True)
class MadePoint:
    quote: str
    kind: str
    theme: str
    agreed: str | None = None


@dataclass(frozen=True, slots=True)
class MadeFeedback:
    at: datetime
    on: date
    contact: int
    channel: str
    words: str
    specific: bool | None
    points: list[MadePoint]


@dataclass(slots=True)
class MadeAction:
    at: datetime
    updated_at: datetime
    kind: str
    what: str
    cue: str
    plan: str
    first_step: str
    due_on: date
    done_on: date | None
    proof: str
    answers: int
    """Which point of the application's answer."""
    used_by: list[tuple[int, datetime]] = field(default_factory=list)
    """Later applications by their place in the hunt's list, and when each used it."""
