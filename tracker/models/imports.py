"""Spreadsheets brought in: staged row by row, landed in short steps, undone whole."""

from datetime import datetime
from typing import Any, Self

from sqlalchemy import JSON, LargeBinary, Select, String, delete, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from tracker.models.base import Base, Line, Owned, Word, belongs_to
from tracker.models.import_row import JOINED, ROW_STATES, ImportRow

STATES = (
    "choosing", "arriving", "uploaded", "staging", "staged", "landing", "landed", "undoing",
    "undone", "failed",
)  # fmt: skip
"""In order; arriving, staging, landing and undoing go on in steps that any process may take."""
WHOLE_ACCOUNT = "account"
"""The state of a file that is no sheet but somebody's account, waiting for a yes."""
DUPLICATES = ("skip", "keep")


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
    def landed(cls, user_id: int) -> Select[str, int, datetime, datetime | None]:
        """A person's sheets that were added: file, rows, from when to when; the earliest first."""
        return (
            select(cls.filename, cls.total, cls.created_at, cls.landed_at)
            .where(cls.user_id == user_id, cls.landed_at.is_not(None))
            .order_by(cls.landed_at)
        )

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
        """How many rows are in each state; of doubles those that are joined stand apart."""
        rows = (
            select(ImportRow.state, func.count())
            .where(ImportRow.import_id == self.id)
            .group_by(ImportRow.state)
        )
        found: dict[str, int] = dict(session.execute(rows).all())
        counts = dict.fromkeys((*ROW_STATES, JOINED), 0) | found
        if counts["likely_double"]:
            joined = select(func.count()).where(ImportRow.joined(self.id))
            counts[JOINED] = session.scalar(joined) or 0
            counts["likely_double"] -= counts[JOINED]
        return counts

    def discard(self, session: Session) -> None:
        """Forget the file; what came of it stays."""
        session.execute(delete(Import).where(Import.id == self.id))


class ImportFile(Owned, Base):
    """A piece of a file that is being read, or whose other tables may be wanted."""

    __tablename__ = "import_files"

    import_id: Mapped[int] = belongs_to("imports.id")
    place: Mapped[int]
    """Where it stands among the pieces, from 0."""
    content: Mapped[bytes] = mapped_column(LargeBinary)
