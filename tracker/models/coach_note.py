"""What a coach leaves behind through a link: a note, or an action to consider."""

from collections.abc import Sequence
from datetime import datetime
from functools import cache
from typing import Self

from sqlalchemy import ForeignKey, Index, Select, bindparam, func, select
from sqlalchemy.orm import Mapped, Session, column_property, mapped_column

from tracker.models.application import Application
from tracker.models.base import PEOPLE, Base, Line, Owned, Words, belongs_to
from tracker.models.lists.cursor import ById
from tracker.models.share_link import UNNAMED, ShareLink

LONGEST = 4000
"""Characters of a note, and of an answer to it."""
MOST = 200
"""Notes through one link: enough for any coach, and no way to fill a disk."""
BESIDE = 5
"""Notes that an application's page shows."""


class CoachNote(Owned, Base):
    """Words by somebody without an account; it belongs to the person whose progress was read."""

    __tablename__ = "coach_notes"

    link_id: Mapped[int] = belongs_to("share_links.id")
    application_id: Mapped[int | None] = mapped_column(
        ForeignKey("applications.id", ondelete="SET NULL"), index=True
    )
    """Beside which application, if beside one."""
    by: Mapped[Line] = mapped_column(default="", info=PEOPLE)
    """As they gave it; nobody checks it."""
    body: Mapped[Words] = mapped_column(default="")
    suggestion: Mapped[Line] = mapped_column(default="")
    """An action that they suggest, if they do."""
    action_id: Mapped[int | None] = mapped_column(
        ForeignKey("actions.id", ondelete="SET NULL"), index=True
    )
    """What the suggestion became."""
    answer: Mapped[Words] = mapped_column(default="")
    read_at: Mapped[datetime | None]
    hidden_at: Mapped[datetime | None]
    created_at: Mapped[datetime]

    for_whom: Mapped[str] = column_property(
        select(ShareLink.label).where(ShareLink.id == link_id).scalar_subquery()
    )
    """Whom the owner made the link for; nobody else reads that."""

    __table_args__ = (Index("ix_coach_notes_unread", "user_id", "read_at"),)

    @classmethod
    def of(cls, user_id: int, before: ById | None = None) -> Select[Self]:
        """All that was left for a person, the latest first; those before one of them."""
        found = select(cls).where(cls.user_id == user_id).order_by(cls.id.desc())
        return found if before is None else found.where(before.beyond(cls, descending=True))

    @classmethod
    def through(cls, link_id: int) -> Select[Self]:
        """What a link shows of its own notes, the oldest first; hidden ones are not among them."""
        return select(cls).where(cls.link_id == link_id, cls.hidden_at.is_(None)).order_by(cls.id)

    @classmethod
    def beside(cls, session: Session, application: Application) -> Sequence[Self]:
        """The latest few about one application, hidden ones left out."""
        return session.scalars(cls._beside(), {"application_id": application.id}).all()

    @classmethod
    @cache
    def _beside(cls) -> Select[Self]:
        """Put together once: the page of every application asks it."""
        mine = cls.application_id == bindparam("application_id")
        found = select(cls).where(mine, cls.hidden_at.is_(None))
        return found.order_by(cls.id.desc()).limit(BESIDE)

    @classmethod
    def count_through(cls, session: Session, link_id: int) -> int:
        """How many came through a link, the hidden ones too."""
        return session.scalar(select(func.count()).where(cls.link_id == link_id)) or 0

    @property
    def author(self) -> str:
        """By whom, as the owner reads it: as they said, else whom the link is for."""
        return self.by or ("Your coach" if self.for_whom == UNNAMED else self.for_whom)

    @classmethod
    def givers(cls) -> Select[str]:
        """The same as a column, to be narrowed down; empty where nobody is named."""
        named = func.nullif(ShareLink.label, UNNAMED)
        giver = func.coalesce(func.nullif(cls.by, ""), named, "")
        return select(giver).join(ShareLink, ShareLink.id == cls.link_id)

    def read(self, now: datetime) -> None:
        """The owner has seen it."""
        self.read_at = self.read_at or now

    def say(self, answer: str, now: datetime) -> None:
        """The owner's answer; an empty one takes it back."""
        self.answer = answer
        self.read(now)
