"""What a sheet said last about an application or a lead, so that its row is known again."""

from typing import Any

from sqlalchemy import JSON, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from tracker.models.base import Base, Owned, Word


class KnownRow(Owned, Base):
    """A row of a sheet as it was read last; it stays when the file is forgotten."""

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
