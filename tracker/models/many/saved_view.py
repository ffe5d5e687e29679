"""A view that a person keeps: filters, and whether the board or the table shows them."""

from typing import Self

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Mapped, mapped_column

from tracker.models.base import Base, Line, Owned, Word, Words

MOST = 30
"""Views that one person can keep."""
BOARD, TABLE = "board", "table"


class SavedView(Owned, Base):
    """Under a name: what an address of the board or of the table asks for."""

    __tablename__ = "saved_views"

    name: Mapped[Line]
    shown_as: Mapped[Word] = mapped_column(default=BOARD)
    asked: Mapped[Words] = mapped_column(default="")
    """The query of its address; words that mean nothing any more are passed over."""

    @classmethod
    def of(cls, user_id: int) -> Select[Self]:
        """A person's own by name."""
        return select(cls).where(cls.user_id == user_id).order_by(func.lower(cls.name), cls.id)
