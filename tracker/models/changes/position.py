"""Where a card stands in its column."""

from dataclasses import dataclass
from typing import Any, Self

from sqlalchemy import ColumnElement, and_, bindparam, func, or_, select, update
from sqlalchemy.orm import Session

from tracker.loop.stage import Stage
from tracker.models.application import Application

GAP = 1 << 20
"""Room left between two cards, so that about 20 can be put between them before renumbering."""


@dataclass(frozen=True)
class Placement:
    """Before or after a card of the column; on top when neither is named or to be found."""

    before: int | None = None
    after: int | None = None

    @classmethod
    def now(cls, session: Session, application: Application) -> Self:
        """Where a card stands: before the next one, or after the last; neither if it is alone."""
        column = ColumnPositions(session, application.user_id, application.stage, application.id)
        following = column.card_at(column.below(application.position))
        if following is not None:
            return cls(before=following)
        return cls(after=column.card_at(column.above(application.position)))

    def position(self, session: Session, application: Application, stage: Stage) -> int:
        """The number for this place; renumbers the column where there is no room left."""
        column = ColumnPositions(session, application.user_id, stage, application.id)
        found = self.between(column)
        if found is None:
            column.renumber()
            found = self.between(column)
        return column.top() if found is None else found

    def between(self, column: "ColumnPositions") -> int | None:
        """A number between the two neighbours, or None where there is none."""
        anchor = column.of_card(self.before if self.before is not None else self.after)
        if anchor is None:
            return column.top()
        if self.before is not None:
            low, high = column.above(anchor), anchor
            return high - GAP if low is None else midpoint(low, high)
        low, high_or_none = anchor, column.below(anchor)
        return low + GAP if high_or_none is None else midpoint(low, high_or_none)


def midpoint(low: int, high: int) -> int | None:
    """A whole number strictly between two others, or None."""
    return (low + high) // 2 if high - low > 1 else None


def _standing(pinned: bool, user_id: Any, stage: Any, without: Any) -> list[ColumnElement[bool]]:
    return [
        Application.user_id == user_id,
        Application.stage == stage,
        Application.pinned.is_(pinned),
        Application.live,
        Application.id != without,
    ]


ANYWHERE: tuple[Any, ...] = (bindparam("user_id"), bindparam("stage"), bindparam("without"))
TOPS = select(
    *(
        select(Application.position)
        .where(*_standing(pinned, *ANYWHERE))
        .order_by(Application.position)
        .limit(1)
        .scalar_subquery()
        for pinned in (True, False)
    )
)
"""The first number of the pinned and of the others: put together once, as every move asks it."""


@dataclass(frozen=True)
class ColumnPositions:
    """The numbers of one column of a person's board, one card left out."""

    session: Session
    user_id: int
    stage: str
    without: int | None

    def _first(self, order: Any, *where: ColumnElement[bool]) -> list[int]:
        """The first number of the pinned and of the others: two steps into the board's index."""
        mine = (self.user_id, self.stage, self.without or 0)
        found = (
            self.session.scalar(
                select(Application.position)
                .where(*_standing(pinned, *mine), *where)
                .order_by(order)
                .limit(1)
            )
            for pinned in (True, False)
        )
        return [position for position in found if position is not None]

    def top(self) -> int:
        """Above everything."""
        asked = {"user_id": self.user_id, "stage": self.stage, "without": self.without or 0}
        found = self.session.connection().execute(TOPS, asked).one()
        lowest = min((position for position in found if position is not None), default=None)
        return 0 if lowest is None else lowest - GAP

    def of_card(self, card: int | None) -> int | None:
        """A card's number, if it stands in this column."""
        if card is None:
            return None
        return next(iter(self._first(Application.position, Application.id == card)), None)

    def card_at(self, position: int | None) -> int | None:
        """The card that has this number."""
        if position is None:
            return None
        mine = (self.user_id, self.stage, self.without or 0)
        return self.session.scalar(
            select(Application.id)
            .where(or_(*(and_(*_standing(pinned, *mine)) for pinned in (True, False))))
            .where(Application.position == position)
            .order_by(Application.id)
            .limit(1)
        )

    def above(self, position: int) -> int | None:
        """The next number above."""
        order = Application.position.desc()
        return max(self._first(order, Application.position < position), default=None)

    def below(self, position: int) -> int | None:
        """The next number below."""
        return min(self._first(Application.position, Application.position > position), default=None)

    def renumber(self) -> None:
        """Give every card of the column room again, in the order that they have."""
        order = (
            select(
                Application.id,
                (
                    func.row_number().over(order_by=(Application.position, Application.id)) * GAP
                ).label("place"),
            )
            .where(
                Application.user_id == self.user_id,
                Application.stage == self.stage,
                Application.live,
            )
            .subquery()
        )
        self.session.execute(
            update(Application)
            .values(position=order.c.place)
            .where(Application.id == order.c.id)
            .execution_options(synchronize_session=False)
        )
