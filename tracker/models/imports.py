"""Spreadsheets brought in: staged row by row, landed in short steps, undone whole."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Self

from sqlalchemy import (
    JSON,
    ColumnElement,
    ForeignKey,
    Index,
    LargeBinary,
    Select,
    String,
    and_,
    delete,
    func,
    or_,
    select,
)
from sqlalchemy.orm import Mapped, Session, mapped_column

from tracker.models.application import Application
from tracker.models.base import Base, Line, Owned, Word, belongs_to
from tracker.models.lead import Lead
from tracker.models.lists.cursor import Cursor

STATES = (
    "choosing", "arriving", "uploaded", "staging", "staged", "landing", "landed", "undoing",
    "undone", "failed",
)  # fmt: skip
"""In order; arriving, staging, landing and undoing go on in steps that any process may take."""
WHOLE_ACCOUNT = "account"
"""The state of a file that is no sheet but somebody's account, waiting for a yes."""
ROW_STATES = (
    "raw", "ready", "already_there", "likely_double", "needs_a_look", "left_out", "landed", "kept",
    "changed", "taking", "taken", "taken_kept",
)  # fmt: skip
"""A kept one was changed after it had landed, so that an undo left it.

A changed one is there already, and the sheet says something new of it: that waits, is being taken
over, or was, or stayed for the greater part when the import was undone.
"""
ADDED = ("landed", "kept")
"""Rows that have become an application or a lead."""
THERE = ("already_there", "changed", "taking", "taken", "taken_kept")
"""Rows of which there was an application or a lead before."""
DUPLICATES = ("skip", "keep")
CELLS_KEPT = timedelta(days=30)


@dataclass(frozen=True)
class RowCursor(Cursor):
    """Where the rows of a file go on."""

    number: int


class Import(Owned, Base):
    """One file and how it was read."""

    __tablename__ = "imports"

    filename: Mapped[Line]
    state: Mapped[Word] = mapped_column(default="arriving")
    headers: Mapped[list[str]] = mapped_column(JSON)
    mapping: Mapped[dict[str, Any]] = mapped_column(JSON)
    total: Mapped[int] = mapped_column(default=0)
    """Rows that hold something."""
    staged: Mapped[int] = mapped_column(default=0)
    """How many rows the step at hand has done."""
    added: Mapped[int] = mapped_column(default=0)
    already_there: Mapped[int] = mapped_column(default=0)
    duplicates: Mapped[Word] = mapped_column(default="skip")
    """What becomes of probably duplicates: skip or keep."""
    other_sheets: Mapped[list[str]] = mapped_column(JSON, default=list)
    """Tables of the file that were not read."""
    sheet: Mapped[Line] = mapped_column(default="")
    """The table of the file that is read, where it has a name."""
    tables: Mapped[list[Any]] = mapped_column(JSON, default=list)
    """Each table of the file: its name, its rows, whether there are more than were counted."""
    size: Mapped[int] = mapped_column(default=0)
    """Bytes of the file."""
    digest: Mapped[str] = mapped_column(String(64), default="")
    """SHA-256 of the file."""
    share: Mapped[int] = mapped_column(default=0)
    """How much of it has arrived, in thousandths."""
    reason: Mapped[Line] = mapped_column(default="")
    """Why it could not be read, for the person."""
    created_at: Mapped[datetime]
    landed_at: Mapped[datetime | None]
    undone_at: Mapped[datetime | None]

    @property
    def at_work(self) -> bool:
        """Whether there are steps to take."""
        return self.state in ("arriving", "staging", "landing", "undoing")

    @property
    def percent(self) -> int:
        """How far the step at hand is."""
        if self.state == "arriving":
            return self.share // 10
        return min(100, 100 * self.staged // self.total) if self.total else 0

    @property
    def is_account(self) -> bool:
        """Whether it is no sheet, but a whole account that waits for a yes."""
        return self.state == WHOLE_ACCOUNT

    @property
    def open(self) -> bool:
        """Whether its rows can still be read otherwise."""
        return self.state in ("uploaded", "staging", "staged")

    @property
    def shows_changes(self) -> bool:
        """Whether what a sheet says new can be ticked: its rows are read, nothing is at work."""
        return self.state in ("staged", "landed", "undone")

    @property
    def unfinished(self) -> bool:
        """Whether somebody began it and hasn't got to its end."""
        return self.is_account or self.state not in ("landed", "undone", "failed")

    @classmethod
    def waiting(cls, user_id: int) -> Select[int, int]:
        """How many rows of each import that has landed wait for a look."""
        return (
            select(ImportRow.import_id, func.count())
            .join(cls, cls.id == ImportRow.import_id)
            .where(
                cls.user_id == user_id,
                cls.state == "landed",
                ImportRow.user_id == user_id,
                ImportRow.state == "needs_a_look",
            )
            .group_by(ImportRow.import_id)
        )

    @classmethod
    def of(cls, user_id: int) -> Select[Self]:
        """A person's imports, the latest first."""
        return select(cls).where(cls.user_id == user_id).order_by(cls.id.desc())

    @classmethod
    def confirmed(cls, user_id: int) -> Select[int, list[str], datetime]:
        """Sheets of a person's whose columns were looked through, the latest first."""
        before = ("choosing", "arriving", "uploaded", "failed", WHOLE_ACCOUNT)
        return (
            select(cls.id, cls.headers, cls.created_at)
            .where(cls.user_id == user_id, cls.state.not_in(before))
            .order_by(cls.id.desc())
        )

    def counts(self, session: Session) -> dict[str, int]:
        """How many rows are in each state."""
        rows = (
            select(ImportRow.state, func.count())
            .where(ImportRow.import_id == self.id)
            .group_by(ImportRow.state)
        )
        found: dict[str, int] = dict(session.execute(rows).all())
        return dict.fromkeys(ROW_STATES, 0) | found

    def discard(self, session: Session) -> None:
        """Forget the file; what came of it stays."""
        session.execute(delete(Import).where(Import.id == self.id))

    @classmethod
    def sweep(cls, session: Session, user_id: int, now: datetime) -> None:
        """Let go of old imports that were never added, or were undone; and of the rows of others,
        but for those that still wait for somebody.
        """
        session.execute(delete(cls).where(cls.user_id == user_id, cls._left(now - CELLS_KEPT)))
        cls._forget_samples(session, user_id, now - CELLS_KEPT)
        settled = select(cls.id).where(
            cls.user_id == user_id, cls.state == "landed", cls.created_at < now - CELLS_KEPT
        )
        session.execute(delete(ImportRow).where(ImportRow.import_id.in_(settled), cls._bereft()))
        old = select(cls.id).where(
            cls.user_id == user_id, cls.state == "landed", cls.landed_at < now - CELLS_KEPT
        )
        session.execute(
            delete(ImportRow).where(
                ImportRow.import_id.in_(old),
                ImportRow.state.in_(("landed", "already_there", "taken")),
            )
        )
        read = select(cls.id).where(
            cls.user_id == user_id,
            or_(cls.state.in_(("landed", "undone", "failed")), cls.created_at < now - CELLS_KEPT),
        )
        session.execute(delete(ImportFile).where(ImportFile.import_id.in_(read)))

    @classmethod
    def _forget_samples(cls, session: Session, user_id: int, before: datetime) -> None:
        """What stood in some cells, by which a person told the columns apart."""
        old = select(cls).where(
            cls.user_id == user_id, cls.state == "landed", cls.landed_at < before
        )
        for brought in session.scalars(old):
            columns = brought.mapping.get("columns", [])
            if any(column.get("samples") for column in columns):
                bare = [column | {"samples": []} for column in columns]
                brought.mapping = brought.mapping | {"columns": bare}

    @classmethod
    def _left(cls, before: datetime) -> ColumnElement[bool]:
        """That nothing came of, and nobody is at."""
        never = ("choosing", "arriving", "uploaded", "staging", "staged", "failed", WHOLE_ACCOUNT)
        return or_(
            and_(cls.state.in_(never), cls.landed_at.is_(None), cls.created_at < before),
            and_(cls.state == "undone", cls.undone_at < before),
        )

    @classmethod
    def _bereft(cls) -> ColumnElement[bool]:
        """Rows whose application or lead was deleted for good."""
        applications, leads = select(Application.id), select(Lead.id)
        return or_(
            and_(
                ImportRow.application_id.is_not(None), ImportRow.application_id.not_in(applications)
            ),
            and_(ImportRow.lead_id.is_not(None), ImportRow.lead_id.not_in(leads)),
        )


class ImportFile(Owned, Base):
    """A piece of a file that is being read, or whose other tables may be wanted."""

    __tablename__ = "import_files"

    import_id: Mapped[int] = belongs_to("imports.id")
    place: Mapped[int]
    """Where it stands among the pieces, from 0."""
    content: Mapped[bytes] = mapped_column(LargeBinary)


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
