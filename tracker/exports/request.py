"""What somebody asked for: a format, what is in it, from which days."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol

from sqlalchemy.orm import Session

from tracker.models.user import User
from tracker.sharing.selection import Selection
from tracker.values.date_range import DateRange

ProgressCallback = Callable[[int], None]
"""Says how far it is, in hundredths."""


@dataclass(frozen=True)
class ExportRequest:
    """One file as it was asked for."""

    format: str
    choice: Selection = field(default_factory=Selection)
    span: DateRange = field(default_factory=DateRange)
    options: Mapping[str, Any] = field(default_factory=dict)
    """What only some formats know: the columns of a log."""


class Maker(Protocol):
    """The function `make` of each format's module. It reads, and never writes to the database."""

    def __call__(
        self,
        session: Session,
        user: User,
        wanted: ExportRequest,
        now: datetime,
        told: ProgressCallback,
    ) -> bytes:
        """The whole file."""


class CannotMake(Exception):
    """Why a file can't be made, in words for the person."""
