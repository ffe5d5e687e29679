"""The board as it is read: rows of plain columns, never loaded relations."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import CursorResult, Executable, Select, func, select
from sqlalchemy.orm import Session

from tracker.loop.stage import Stage
from tracker.models.application import Application
from tracker.models.lists.cursor import Cursor
from tracker.models.reads.board_cards import (
    AHEAD,
    ANY_CARDS,
    COUNTS,
    FIRST_MANY,
    FIRST_OF_ALL,
    FIRST_OF_ONE,
    FURTHER,
    ORDER,
    PAGE,
    THESE_CARDS,
    CardRow,
)
from tracker.models.reads.filters import Filters
from tracker.models.reads.standing import AsOf

LONGEST = 20 * PAGE
"""Cards of a column that are shown at once where one comes back to them."""
SMALL = 12
"""Cards of a column that are shown at first on a phone, of which a screen holds eight to eleven."""


@dataclass(frozen=True)
class BoardCursor(Cursor):
    """Where a column goes on."""

    pinned: bool
    position: int
    id: int


@dataclass(frozen=True)
class BoardColumn:
    """One stage: how many there are, the first of them, and where they go on."""

    stage: Stage
    count: int
    rows: list[CardRow]
    more: BoardCursor | None


class Board:
    """One person's board under some filters.

    A column begins with the `first` cards, PAGE at most, or with as many as `lengths` says for it.
    """

    def __init__(
        self,
        session: Session,
        user_id: int,
        filters: Filters | None = None,
        lengths: Mapping[str, int] | None = None,
        moment: AsOf | None = None,
        first: int = PAGE,
    ) -> None:
        self.session = session
        self.user_id = user_id
        self.filters = filters or Filters()
        self.lengths = lengths or {}
        self.moment = moment
        self.first = first

    def _ask(self, statement: Executable, **asked: object) -> CursorResult[*tuple[Any, ...]]:
        """Plain rows, which cost half of what the session's own way of reading does."""
        return self.session.connection().execute(statement, {"user_id": self.user_id, **asked})

    def _filtered(self, cards: Select[*tuple[Any, ...]]) -> Select[*tuple[Any, ...]]:
        conditions = self.filters.conditions(self.session, self.user_id, self.moment)
        return cards.where(*conditions)

    def counts(self) -> dict[str, int]:
        """Cards by stage."""
        if not self.filters:
            return self._ask(COUNTS).one()._asdict()
        found = self._filtered(ANY_CARDS).subquery()
        counted = select(found.c.stage, func.count()).group_by(found.c.stage)
        return {row.stage: row[1] for row in self._ask(counted)}

    def columns(self) -> list[BoardColumn]:
        """All five, with the first cards of each, in one query and one for the counts."""
        if self.filters:
            return self._filtered_columns()
        counts = self.counts()
        rows: dict[str, list[CardRow]] = {stage: [] for stage in Stage}
        for row in self._ask(FIRST_OF_ALL).all():
            rows[row.stage].append(row)
        for stage, length in self.lengths.items():
            rows[stage] = list(self._ask(FIRST_MANY, stage=stage, many=length + 1).all())
        return [self._column(stage, counts[stage], rows[stage]) for stage in Stage]

    def _filtered_columns(self) -> list[BoardColumn]:
        """The same in one go through what the filters leave, since each go is the same work."""
        every: dict[str, list[int]] = {stage: [] for stage in Stage}
        found = self._ask(self._filtered(ANY_CARDS).order_by(Application.stage, *ORDER)).all()
        for card, stage in found:
            every[stage].append(card)
        first = [
            card for stage, cards in every.items() for card in cards[: self._length(stage) + 1]
        ]
        rows: dict[str, list[CardRow]] = {stage: [] for stage in Stage}
        for row in self._ask(THESE_CARDS, cards=first).all():
            rows[row.stage].append(row)
        return [self._column(stage, len(every[stage]), rows[stage]) for stage in Stage]

    def column(self, stage: Stage, cursor: BoardCursor | None = None) -> BoardColumn:
        """One column, from a cursor on; its count is not asked for and stands at 0."""
        cards = FURTHER[cursor.pinned] if cursor else FIRST_OF_ONE
        after = {"position": cursor.position, "card": cursor.id} if cursor else {}
        rows = self._ask(self._filtered(cards), stage=stage, **after).all()
        return self._column(stage, 0, list(rows))

    def _length(self, stage: str) -> int:
        return self.lengths.get(stage, self.first)

    def _column(self, stage: Stage, count: int, rows: list[CardRow]) -> BoardColumn:
        return BoardColumn(stage, count, *BoardCursor.cut(rows, self._length(stage)))

    def shown_by(self, application: Application) -> int | None:
        """How many cards its column has to show for this one to be there; None: more than any."""
        if not application.live:
            return None
        before = self.ahead_of(application)
        if before < self.first:
            return self.first
        return (before // PAGE + 1) * PAGE if before < LONGEST else None

    def ahead_of(self, application: Application) -> int:
        """How many cards of its column stand before this one."""
        place = {"position": application.position, "card": application.id}
        ahead = AHEAD[application.pinned]
        before: int = self._ask(ahead, stage=application.stage, **place).scalar_one()
        return before
