"""A lead as it is ranked: what it tells, what was found in it, and where that puts it."""

from datetime import date
from typing import NamedTuple

from tracker.leads.ingredients import Ingredient


class Opening(NamedTuple):
    """What a lead tells."""

    id: int
    role: str
    company: str = ""
    sparks: str = ""
    skills: str = ""
    text: str = ""
    """Its notes and the beginning of its posting."""
    excitement: int | None = None
    workplace: str | None = None
    employment: str | None = None
    closes_on: date | None = None
    link: str = ""
    became: int | None = None
    """The application, where it was ticked just now and stays among the others."""


class Match(NamedTuple):
    """An ingredient that was found, and what it adds."""

    ingredient: Ingredient
    adds: float


class Ranked(NamedTuple):
    """A lead with all that its place stands on."""

    opening: Opening
    score: float
    likeness: float
    """What the matches come to."""
    matches: list[Match]
    """What adds the most first."""
    mine: list[str]
    """Skills that it asks for and the person has."""
    days: int | None
    """Until it closes; below nought where that day has passed."""

    @property
    def closed(self) -> bool:
        """Whether its day has passed."""
        return self.days is not None and self.days < 0
