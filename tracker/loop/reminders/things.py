"""What a reminder may tell of."""

from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple


class About(StrEnum):
    """What something is, in the order in which it is told."""

    INTERVIEW = "interview"
    OFFER_BY = "offer_by"
    """An offer on the day before it is to be answered, or on that day."""
    OFFER = "offer"
    ACTION = "action"
    NUDGE = "nudge"
    FOLLOW_UP = "follow_up"


class Thing(NamedTuple):
    """One thing, and the day on which it is due."""

    about: About
    id: int
    day: date
    name: str = ""
    """The company; of an action, what was planned."""
    place: str = ""
    """The page where it is done."""
    at: datetime | None = None
    """The hour of an interview, where it is known."""
    known_at: datetime | None = None
    """Since when it stands where it stands."""
    is_test: bool = False
    """Whether an interview is one that is done alone, by its day."""

    @property
    def key(self) -> str:
        """By it we know what was said; on another day it is another thing."""
        return f"{self.about}:{self.id}:{self.day:%Y-%m-%d}"
