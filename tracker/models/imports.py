"""Spreadsheets brought in: staged row by row, landed at once, undone whole."""

from datetime import datetime
from typing import Any, Self

from sqlalchemy import JSON, Index, Select, select
from sqlalchemy.orm import Mapped, mapped_column

from tracker.models.base import Base, Line, Owned, Word, belongs_to

STATES = ("uploaded", "matched", "landed", "undone")


class Import(Owned, Base):
    """One file and how it was read."""

    __tablename__ = "imports"

    filename: Mapped[Line]
    state: Mapped[Word] = mapped_column(default="uploaded")
    headers: Mapped[list[str]] = mapped_column(JSON)
    mapping: Mapped[dict[str, Any]] = mapped_column(JSON)
    total: Mapped[int] = mapped_column(default=0)
    staged: Mapped[int] = mapped_column(default=0)
    added: Mapped[int] = mapped_column(default=0)
    already_there: Mapped[int] = mapped_column(default=0)
    created_at: Mapped[datetime]
    landed_at: Mapped[datetime | None]
    undone_at: Mapped[datetime | None]

    @classmethod
    def of(cls, user_id: int) -> Select[tuple[Self]]:
        """A person's imports, the latest first."""
        return select(cls).where(cls.user_id == user_id).order_by(cls.id.desc())


class ImportRow(Owned, Base):
    """One row of the file: as it stood, and as it was read."""

    __tablename__ = "import_rows"

    import_id: Mapped[int] = belongs_to("imports.id")
    number: Mapped[int]
    """The row's number in the file, from 1."""
    cells: Mapped[list[Any]] = mapped_column(JSON)
    reading: Mapped[dict[str, Any] | None] = mapped_column(JSON)
    state: Mapped[Word] = mapped_column(default="raw")
    """raw, ready, already_there, likely_double, needs_a_look, blank, left_out, landed"""
    application_id: Mapped[int | None]
    lead_id: Mapped[int | None]

    __table_args__ = (Index("ix_import_rows_state", "import_id", "state", "number"),)
