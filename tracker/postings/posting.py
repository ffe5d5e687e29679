"""What was read of a posting, and what the reading goes by."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, tzinfo
from typing import Any

from tracker.values.pay import Pay, read_pay


@dataclass(frozen=True, slots=True)
class Hints:
    """What is known of the person whose posting it is."""

    today: date
    zone: tzinfo = UTC
    currency: str | None = "AUD"
    month_first: bool = False
    skills: tuple[str, ...] = ()
    """Their own words for skills: only these are looked for in a text."""


@dataclass(frozen=True, slots=True)
class Posting:
    """The facts of an opening, each blank where the posting does not say."""

    company: str = ""
    role: str = ""
    location: str = ""
    workplace: str = ""
    employment: str = ""
    pay_text: str = ""
    """As written; where only numbers were given, these in words."""
    closes_on: date | None = None
    skills: tuple[str, ...] = ()
    text: str = ""
    source: str = ""
    link: str = ""

    def pay(self, currency: str | None = "AUD") -> Pay:
        """The pay in numbers."""
        return read_pay(self.pay_text, currency)

    @property
    def known_facts(self) -> tuple[str, ...]:
        """Which facts are known, by name."""
        names = (
            *("company", "role", "location", "workplace", "employment", "pay_text"),
            *("closes_on", "skills"),
        )
        return tuple(name for name in names if getattr(self, name))


Facts = Mapping[str, Any]
"""Some of a posting's facts, by name."""


def merged(*parts: Facts) -> dict[str, Any]:
    """Each fact from the first that says it."""
    whole: dict[str, Any] = {}
    for part in parts:
        for name, value in part.items():
            if value and not whole.get(name):
                whole[name] = value
    return whole
