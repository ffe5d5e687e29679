"""One row of a sheet that is brought in, and what is known of it after."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Self

from sqlalchemy import JSON, ColumnElement, ForeignKey, Index, Select, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from tracker.models.base import Base, Owned, Word, belongs_to
from tracker.models.lists.cursor import Cursor

ROW_STATES = (
    "raw", "ready", "already_there", "likely_double", "needs_a_look", "left_out", "landed", "kept",
    "changed", "taking", "taken", "taken_kept",
)  # fmt: skip
"""A kept one was changed after it had landed, so that an undo left it.

A changed one is there already, and the sheet says something new of it: that waits, is being taken
over, or was, or stayed for the greater part when the import was undone.
"""
JOINED = "joined"
"""Of likely doubles those that are part of another row's application, where they are counted."""
ADDED = ("landed", "kept")
"""Rows that have become an application or a lead."""
THERE = ("already_there", "changed", "taking", "taken", "taken_kept")
"""Rows of which there was an application or a lead before."""


@dataclass(frozen=True)
class RowCursor(Cursor):
    """Where the rows of a file go on."""

    number: int


class ImportRow(Owned, Base):
    """One row of the file: as it stood, and as it was read."""

    __tablename__ = "import_rows"

    import_id: Mapped[int] = belongs_to("imports.id")
    number: Mapped[int]
    """The row's number in the file, from 1."""
    cells: Mapped[list[Any]] = mapped_column(JSON)
    reading: Mapped[dict[str, Any] | None] = mapped_column(JSON)
    state: Mapped[Word] = mapped_column(default="raw")
    """One of ROW_STATES."""
    double_of: Mapped[int | None]
    """The number of an earlier row that is the same in every cell."""
    by_hand: Mapped[bool] = mapped_column(default=False)
    """Changed by the person: read no more."""
    application_id: Mapped[int | None]
    """What it became, or what was there already."""
    lead_id: Mapped[int | None]
    changes: Mapped[list[dict[str, Any]] | None] = mapped_column(JSON(none_as_null=True))
    """What the sheet says new of something that is there, each with whether it is wanted."""
    taken: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    """What was taken over, so that it can be taken back."""

    __table_args__ = (Index("ix_import_rows_state", "import_id", "state", "number"),)

    @property
    def is_joined(self) -> bool:
        """Whether it tells an earlier state of an application that another row tells of."""
        return self.state == "likely_double" and self.double_of is None

    @classmethod
    def joined(cls, import_id: int) -> ColumnElement[bool]:
        """Which rows tell an earlier state of an application that another row tells of."""
        return cls._doubles(import_id) & cls.double_of.is_(None)

    @classmethod
    def repeats(cls, import_id: int) -> ColumnElement[bool]:
        """Which rows are the same as an earlier one in every cell."""
        return cls._doubles(import_id) & cls.double_of.is_not(None)

    @classmethod
    def _doubles(cls, import_id: int) -> ColumnElement[bool]:
        return (cls.import_id == import_id) & (cls.state == "likely_double")

    @classmethod
    def of(
        cls, import_id: int, states: Sequence[str] = (), after: RowCursor | None = None
    ) -> Select[Self]:
        """An import's rows as in the file, all or those in some states, below a row."""
        rows = select(cls).where(cls.import_id == import_id)
        if after is not None:
            rows = rows.where(after.beyond(cls))
        if states:
            rows = rows.where(cls.state.in_(states))
        return rows.order_by(cls.number)

    @classmethod
    def by_part(
        cls, session: Session, import_id: int, states: Sequence[str], size: int = 500
    ) -> Iterator[Self]:
        """The same, read part by part; what was changed on a part is sent before the next one."""
        after: RowCursor | None = None
        while rows := session.scalars(cls.of(import_id, states, after).limit(size)).all():
            after = RowCursor(rows[-1].number)
            yield from rows
            session.flush()


class KnownRow(Owned, Base):
    """What a row said last of an application or a lead, by which it is known again.

    It stays when the file is forgotten.
    """

    __tablename__ = "known_rows"

    import_id: Mapped[int | None] = mapped_column(
        ForeignKey("imports.id", ondelete="SET NULL"), index=True
    )
    """The import that it was read in last."""
    application_id: Mapped[int | None] = mapped_column(
        ForeignKey("applications.id", ondelete="CASCADE"), index=True
    )
    lead_id: Mapped[int | None] = mapped_column(
        ForeignKey("leads.id", ondelete="CASCADE"), index=True
    )
    cells: Mapped[Word]
    """A sign of its cells: another one where any of them was changed."""
    said: Mapped[dict[str, Any]] = mapped_column(JSON)
    """What it was read as; of notes and postings signs alone."""
