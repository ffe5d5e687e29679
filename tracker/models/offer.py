"""What they offer, round by round: a further offer does not undo the one before."""

from datetime import date, datetime
from typing import Any, Self

from sqlalchemy import ColumnElement, Select, SQLColumnExpression, select
from sqlalchemy.ext.hybrid import hybrid_property
from sqlalchemy.orm import Mapped, Session, mapped_column

from tracker.models.application import Application
from tracker.models.base import Base, Line, Owned, Word, Words, belongs_to
from tracker.models.note import Note

ACCEPTED, DECLINED = "accepted", "declined"
COUNTERED = "countered"
TAKEN_BACK = "taken_back"
DECISIONS = {
    ACCEPTED: "Accepted",
    DECLINED: "Declined",
    COUNTERED: "Another offer came",
    TAKEN_BACK: "Taken back by them",
}
"""What can become of an offer, in words."""


class Offer(Owned, Base):
    """One round: when it came (None: not known), what it says, and what became of it."""

    __tablename__ = "offers"

    application_id: Mapped[int] = belongs_to("applications.id")
    received_on: Mapped[date | None]
    answer_by: Mapped[date | None]
    pay_text: Mapped[Line] = mapped_column(default="")
    note: Mapped[Words] = mapped_column(default="")
    decision: Mapped[Word | None]
    decided_on: Mapped[date | None]
    """When the person answered; the day on which they took it back is that of their no."""
    was_accepted: Mapped[bool] = mapped_column(default=False)
    """It was taken back after a yes."""
    implied: Mapped[bool] = mapped_column(default=False)
    """Nothing was noted of it: only how the application ended says that there was one."""
    created_at: Mapped[datetime]

    @hybrid_property
    def is_open(self) -> bool:
        """Whether it waits for an answer."""
        return self.decision is None

    @is_open.inplace.expression
    @classmethod
    def _is_open(cls) -> ColumnElement[bool]:
        return cls.decision.is_(None)

    @property
    def answered(self) -> str | None:
        """What the person said to it, whatever they did then."""
        return self.answer_to(self.decision, self.was_accepted)

    @staticmethod
    def answer_to(decision: str | None, was_accepted: bool | None) -> str | None:
        """The same, of what is kept."""
        if was_accepted:
            return ACCEPTED
        return decision if decision in (ACCEPTED, DECLINED) else None

    @property
    def decision_label(self) -> str:
        """What became of it on the screen, or nothing."""
        return DECISIONS.get(self.decision or "", "")

    @property
    def in_words(self) -> str:
        """All that was written about it."""
        return "\n\n".join(filter(None, (self.pay_text, self.note)))

    def came_back(self, session: Session, gone_at: datetime) -> None:
        """It was taken away by a slip: no note has its words any more; one round alone is open."""
        its_words = select(Note).where(
            Note.application_id == self.application_id,
            Note.created_at == gone_at,
            Note.updated_at == gone_at,
            Note.body == self.in_words,
        )
        for note in session.scalars(its_words):
            session.delete(note)
        for before in session.scalars(type(self).of(self.application_id)).all()[1:]:
            if before.is_open:
                before.decision = COUNTERED

    @classmethod
    def beside(cls, application: Application, now: datetime) -> Self:
        """A new one."""
        return cls(user_id=application.user_id, application_id=application.id, created_at=now)

    @classmethod
    def latest_first(cls) -> tuple[ColumnElement[Any], ColumnElement[Any]]:
        """The order in which the first is the one that counts."""
        return cls.created_at.desc(), cls.id.desc()

    @classmethod
    def of(cls, application_id: int | SQLColumnExpression[int]) -> Select[Self]:
        """An application's rounds, the latest first."""
        mine = cls.application_id == application_id
        return select(cls).where(mine).order_by(*cls.latest_first())

    @classmethod
    def latest(cls, session: Session, application: Application) -> Self | None:
        """The round that counts, if there is any."""
        return session.scalar(cls.of(application.id).limit(1))
