"""The board as it is read: rows of plain columns, never loaded relations."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    CursorResult,
    Executable,
    Row,
    Select,
    bindparam,
    func,
    select,
    tuple_,
    union_all,
)
from sqlalchemy.orm import Session

from tracker.loop.stage import Stage
from tracker.models.application import Application
from tracker.models.lists.cursor import Cursor
from tracker.models.search import holds
from tracker.models.summary import FACTS, facts_of

PAGE = 25
"""Cards of a column that are shown at first, and at each further step."""
LONGEST = 20 * PAGE
"""Cards of a column that are shown at once where one comes back to them."""

CARD: tuple[Any, ...] = (
    Application.id,
    Application.version,
    Application.role,
    Application.company,
    Application.pinned,
    Application.position,
    *FACTS,
)
"""What a card is drawn from; row_at_hand() gives the same."""
ORDER = (Application.pinned.desc(), Application.position, Application.id)
CardRow = Row[*tuple[Any, ...]]


def row_at_hand(application: Application) -> tuple[Any, ...]:
    """What a card is drawn from, of an application that is loaded."""
    return (
        application.id,
        application.version,
        application.role,
        application.company,
        application.pinned,
        application.position,
        *facts_of(application),
    )


@dataclass(frozen=True)
class BoardCursor(Cursor):
    """Where a column goes on."""

    pinned: bool
    position: int
    id: int


@dataclass(frozen=True)
class Filters:
    """What of a person's board is shown."""

    q: str = ""
    source: str = ""

    def __bool__(self) -> bool:
        return bool(self.q or self.source)


@dataclass(frozen=True)
class BoardColumn:
    """One stage: how many there are, the first of them, and where they go on."""

    stage: Stage
    count: int
    rows: list[CardRow]
    more: BoardCursor | None


MINE = (
    Application.user_id == bindparam("user_id"),
    Application.live,
)


def _cards(*where: ColumnElement[bool]) -> Select[*tuple[Any, ...]]:
    return select(*CARD).where(*MINE, *where).order_by(*ORDER).limit(PAGE + 1)


def _count(stage: Stage) -> ColumnElement[int]:
    return select(func.count()).where(*MINE, Application.stage == stage).scalar_subquery()


IN_STAGE = Application.stage == bindparam("stage")
PLACE = tuple_(Application.position, Application.id)
THIS_PLACE = tuple_(bindparam("position"), bindparam("card"))


def _ahead(pinned: bool) -> Select[int]:
    """How many cards of its column stand before one; by what its index finds at once."""
    mine = select(func.count()).where(*MINE, IN_STAGE)
    before = mine.where(Application.pinned.is_(pinned), PLACE < THIS_PLACE).scalar_subquery()
    first = mine.where(Application.pinned.is_(True)).scalar_subquery()
    return select(before) if pinned else select(first + before)


def _beyond(pinned: bool) -> ColumnElement[bool]:
    further = PLACE > THIS_PLACE
    if pinned:
        return Application.pinned.is_(False) | (Application.pinned.is_(True) & further)
    return Application.pinned.is_(False) & further


# Put together once: doing so for each page took longer than the database did to answer.
COUNTS = select(*(_count(stage).label(stage) for stage in Stage))
FIRST_OF_ALL = union_all(*(select(_cards(Application.stage == each).subquery()) for each in Stage))
FIRST_OF_ONE = _cards(IN_STAGE)
FIRST_MANY = FIRST_OF_ONE.limit(bindparam("many"))
AHEAD = {pinned: _ahead(pinned) for pinned in (False, True)}
FURTHER = {pinned: _cards(IN_STAGE, _beyond(pinned)) for pinned in (False, True)}
THESE_CARDS = (
    select(*CARD).where(Application.id.in_(bindparam("cards", expanding=True))).order_by(*ORDER)
)
ANY_CARDS = select(Application.id, Application.stage).where(*MINE)


class Board:
    """One person's board under some filters; `lengths` says which columns show more at once."""

    def __init__(
        self,
        session: Session,
        user_id: int,
        filters: Filters | None = None,
        lengths: Mapping[str, int] | None = None,
    ) -> None:
        self.session = session
        self.user_id = user_id
        self.filters = filters or Filters()
        self.lengths = lengths or {}

    def _ask(self, statement: Executable, **asked: object) -> CursorResult[*tuple[Any, ...]]:
        """Plain rows, which cost half of what the session's own way of reading does."""
        return self.session.connection().execute(statement, {"user_id": self.user_id, **asked})

    def _filtered(self, cards: Select[*tuple[Any, ...]]) -> Select[*tuple[Any, ...]]:
        if self.filters.source:
            cards = cards.where(Application.source == self.filters.source)
        if self.filters.q:
            cards = cards.where(holds(self.session, self.user_id, self.filters.q))
        return cards

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
        return self.lengths.get(stage, PAGE)

    def _column(self, stage: Stage, count: int, rows: list[CardRow]) -> BoardColumn:
        return BoardColumn(stage, count, *BoardCursor.cut(rows, self._length(stage)))

    def shown_by(self, application: Application) -> int | None:
        """How many cards its column has to show for this one to be there; None: more than any."""
        if not application.live:
            return None
        place = {"position": application.position, "card": application.id}
        ahead = AHEAD[application.pinned]
        before: int = self._ask(ahead, stage=application.stage, **place).scalar_one()
        return (before // PAGE + 1) * PAGE if before < LONGEST else None


NEXT_WAKING = (
    select(Application.wake_at)
    .where(Application.user_id == bindparam("user_id"), Application.wake_at.is_not(None))
    .order_by(Application.wake_at)
    .limit(1)
)


def next_waking(session: Session, user_id: int) -> datetime | None:
    """The earliest moment at which time alone changes a next step of this person's."""
    return session.connection().scalar(NEXT_WAKING, {"user_id": user_id})
