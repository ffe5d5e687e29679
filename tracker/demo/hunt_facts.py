"""What a made-up hunt consists of: plain facts, before any database."""

from dataclasses import dataclass, field
from datetime import date, datetime
from zoneinfo import ZoneInfo

from tracker.demo.loop_facts import (
    MadeAction,
    MadeAttempt,
    MadeCheckIn,
    MadeFeedback,
    MadeRejection,
)


@dataclass(frozen=True, slots=True)
class MadeInterview:
    starts_at: datetime
    minutes: int
    kind: str
    round: int
    place: str
    people: str
    preparation: str
    went_well: str = ""
    would_change: str = ""
    rating: int | None = None
    outcome: str | None = None

    @property
    def reviewed(self) -> bool:
        return bool(self.went_well or self.would_change or self.rating or self.outcome)


@dataclass(frozen=True, slots=True)
class MadeNote:
    body: str
    at: datetime
    private: bool = False


@dataclass(frozen=True, slots=True)
class MadeContact:
    name: str
    title: str
    company: str
    email: str
    phone: str
    notes: str
    at: datetime


@dataclass(frozen=True, slots=True)
class MadeDocument:
    kind: str
    label: str
    filename: str
    media_type: str
    content: bytes
    at: datetime


@dataclass(frozen=True, slots=True)
class MadeLead:
    company: str
    role: str
    location: str
    source: str
    link: str
    posting: str
    pay_text: str
    notes: str
    closes_on: date | None
    excitement: int | None
    skills: tuple[str, ...]
    sparks: tuple[str, ...]
    at: datetime


@dataclass(frozen=True, slots=True)
class MadeActivity:
    kind: str
    what: str
    with_whom: str
    minutes: int
    result: str
    on: date
    at: datetime


@dataclass(frozen=True, slots=True)
class MadeReview:
    subject: str
    by: str
    asked_on: date
    on: date | None
    said: str
    at: datetime


@dataclass(frozen=True, slots=True)
class MadeStepBack:
    begun: datetime
    ended: datetime
    fit: str
    themes: str
    sources: str


@dataclass(frozen=True, slots=True)
class MadeRun:
    at: datetime
    seconds: int
    went: str


@dataclass(frozen=True, slots=True)
class MadeStory:
    slug: str
    question: str
    lines: tuple[str, ...]
    runs: list[MadeRun]


@dataclass
class MadeOffer:
    """One round."""

    on: date
    note: str
    decision: str | None = None
    decided_on: date | None = None
    answer_by: date | None = None
    pay_text: str = ""


@dataclass(slots=True)
class MadeApplication:
    zone: ZoneInfo
    """On whose calendar its days are."""
    company: str
    role: str
    location: str
    workplace: str | None
    employment: str | None
    pay_text: str
    source: str
    link: str
    posting: str
    closes_on: date | None
    applied_on: date
    excitement: int | None
    public_sector: bool
    resume: int
    """Which of the hunt's documents was sent, by its place in the list."""
    skills: tuple[str, ...]
    sparks: tuple[str, ...]
    stages: list[tuple[str, datetime]]
    """Each stage with the moment it began, the first one first."""
    internal_candidate: bool = False
    letter: int | None = None
    """The same of its cover letter; most had none."""
    interviews: list[MadeInterview] = field(default_factory=list)
    rejection: MadeRejection | None = None
    notes: list[MadeNote] = field(default_factory=list)
    contacts: list[tuple[int, str]] = field(default_factory=list)
    """The place in the hunt's list, and the part played."""
    check_ins: list[MadeCheckIn] = field(default_factory=list)
    attempts: list[MadeAttempt] = field(default_factory=list)
    answers: list[MadeFeedback] = field(default_factory=list)
    """One at most."""
    actions: list[MadeAction] = field(default_factory=list)
    offers: list[MadeOffer] = field(default_factory=list)
    archived_at: datetime | None = None
    outcome: str | None = None

    @property
    def stage(self) -> str:
        return self.stages[-1][0]

    @property
    def stage_since(self) -> datetime:
        return self.stages[-1][1]

    def day(self, moment: datetime) -> date:
        return moment.astimezone(self.zone).date()


@dataclass(frozen=True, slots=True)
class Hunt:
    applications: list[MadeApplication]
    """The latest first."""
    contacts: list[MadeContact]
    documents: list[MadeDocument]
    leads: list[MadeLead]
    skills: dict[str, str]
    """The person's own, by level."""
    sparks: tuple[str, ...]
    activities: list[MadeActivity] = field(default_factory=list)
    """The latest first."""
    reviews: list[MadeReview] = field(default_factory=list)
    step_backs: list[MadeStepBack] = field(default_factory=list)
    stories: list[MadeStory] = field(default_factory=list)
