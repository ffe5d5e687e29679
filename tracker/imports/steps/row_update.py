"""What one row of a sheet changes here, and what was done about it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sqlalchemy.orm import Session

from tracker.imports.reading.rows import ReadRow
from tracker.models.user import User


@dataclass
class RowUpdate:
    """One row, while it is taken over."""

    session: Session
    user: User
    now: datetime
    row: ReadRow
    import_id: int
    said: Mapping[str, Any]
    """What the sheet said last time."""
    done: list[dict[str, Any]] = field(default_factory=list)
    """In order, each with what is needed to take it back."""

    def note(self, what: str, **facts: Any) -> None:
        """Something was done."""
        plain = {name: in_json(value) for name, value in facts.items()}
        self.done.append({"what": what, **plain})


def in_json(value: Any) -> Any:
    """A fact as plain data."""
    if isinstance(value, dict):
        return {name: in_json(each) for name, each in value.items()}
    return value.isoformat() if isinstance(value, date) else value


def day(value: Any) -> date | None:
    """A day that was kept as plain data."""
    return date.fromisoformat(value) if isinstance(value, str) and value else None


def moment(value: Any) -> datetime | None:
    """A moment that was kept as plain data."""
    return datetime.fromisoformat(value) if isinstance(value, str) and value else None
