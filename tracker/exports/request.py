"""What somebody asked for: a format, what is in it, from which days."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol

from sqlalchemy.orm import Session

from tracker.models.user import User
from tracker.sharing.selection import Choice
from tracker.values.date_range import Span

Told = Callable[[int], None]
"""Says how far it is, in hundredths."""


@dataclass(frozen=True)
class Wanted:
    """One file as it was asked for."""

    format: str
    choice: Choice = field(default_factory=Choice)
    span: Span = field(default_factory=Span)
    options: Mapping[str, Any] = field(default_factory=dict)
    """What only some formats know: the columns of a log."""


class Maker(Protocol):
    """The function `make` of each format's module. It reads, and never writes to the database."""

    def __call__(
        self, session: Session, user: User, wanted: Wanted, now: datetime, told: Told
    ) -> bytes:
        """The whole file."""


class CannotMake(Exception):
    """Why a file can't be made, in words for the person."""
