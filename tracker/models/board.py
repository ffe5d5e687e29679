"""The board as it is read: rows of plain columns, never loaded relations."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Self

from sqlalchemy import ColumnElement, Row, Select, func, select, tuple_, union_all
from sqlalchemy.orm import Session

from tracker.models.application import Application, Stage
from tracker.models.search import holds
from tracker.models.summary import FACTS

PAGE = 25
"""Cards of a column that are shown at first, and at each further step."""

CARD: tuple[Any, ...] = (
    Application.id,
    Application.version,
    Application.role,
    Application.company,
    Application.pinned,
    Application.position,
    *FACTS,
)
ORDER = (Application.pinned.desc(), Application.position, Application.id)
CardRow = Row[*tuple[Any, ...]]


@dataclass(frozen=True)
class Cursor:
    """Where a column goes on: after this card."""

    pinned: bool
    position: int
    id: int

    @classmethod
    def parse(cls, text: str) -> Self | None:
        """As it was written, or None."""
        parts = text.split(".")
        try:
            pinned, position, card = (int(part) for part in parts)
        except ValueError:
            return None
        if max(abs(position), abs(card)) >= 2**63:
            return None
        return cls(bool(pinned), position, card)

    @classmethod
    def after(cls, row: CardRow) -> Self:
        """After this row."""
        return cls(row.pinned, row.position, row.id)

    def __str__(self) -> str:
        return f"{int(self.pinned)}.{self.position}.{self.id}"


@dataclass(frozen=True)
class Filters:
    """What of a person's board is shown."""

    q: str = ""
    source: str = ""

    def __bool__(self) -> bool:
        return bool(self.q or self.source)


@dataclass(frozen=True)
class Column:
    """One stage: how many there are, the first of them, and where they go on."""

    stage: Stage
    count: int
    rows: list[CardRow]
    more: Cursor | None


class Board:
    """One person's board under some filters."""

    def __init__(self, session: Session, user_id: int, filters: Filters | None = None) -> None:
        self.session = session
        self.user_id = user_id
        self.filters = filters or Filters()

    def _where(self) -> list[ColumnElement[bool]]:
        where = [
            Application.user_id == self.user_id,
            Application.archived_at.is_(None),
            Application.deleted_at.is_(None),
        ]
        if self.filters.source:
            where.append(Application.source == self.filters.source)
        if self.filters.q:
            where.append(holds(self.session, self.user_id, self.filters.q))
        return where

    def counts(self) -> dict[str, int]:
        """Cards by stage."""
        found = self.session.execute(
            select(Application.stage, func.count())
            .where(*self._where())
            .group_by(Application.stage)
        )
        return {stage: count for stage, count in found}

    def _cards(self, stage: Stage, cursor: Cursor | None = None) -> Select[*tuple[Any, ...]]:
        cards = select(*CARD).where(*self._where(), Application.stage == stage)
        if cursor is not None:
            cards = cards.where(_beyond(cursor))
        return cards.order_by(*ORDER).limit(PAGE + 1)

    def columns(self) -> list[Column]:
        """All five, with the first cards of each, in one query and one for the counts."""
        if self.filters:
            return self._filtered_columns()
        counts = self.counts()
        parts = [select(self._cards(stage).subquery()) for stage in Stage]
        rows: dict[str, list[CardRow]] = {stage: [] for stage in Stage}
        for row in self.session.execute(union_all(*parts)):
            rows[row.stage].append(row)
        return [_column(stage, counts.get(stage, 0), rows[stage]) for stage in Stage]

    def _filtered_columns(self) -> list[Column]:
        """The same in one go through what the filters leave, since each go is the same work."""
        every: dict[str, list[int]] = {stage: [] for stage in Stage}
        for card, stage in self.session.execute(
            select(Application.id, Application.stage)
            .where(*self._where())
            .order_by(Application.stage, *ORDER)
        ):
            every[stage].append(card)
        first = [card for cards in every.values() for card in cards[: PAGE + 1]]
        rows: dict[str, list[CardRow]] = {stage: [] for stage in Stage}
        for row in self.session.execute(
            select(*CARD).where(Application.id.in_(first)).order_by(*ORDER)
        ):
            rows[row.stage].append(row)
        return [_column(stage, len(every[stage]), rows[stage]) for stage in Stage]

    def column(self, stage: Stage, cursor: Cursor | None = None) -> Column:
        """One column, from a cursor on; its count is not asked for and stands at 0."""
        rows = list(self.session.execute(self._cards(stage, cursor)))
        return _column(stage, 0, rows)

    def card(self, application_id: int) -> CardRow | None:
        """One card, whatever the filters say."""
        whole = replace(self.filters, q="", source="")
        where = Board(self.session, self.user_id, whole)._where()  # noqa: SLF001
        return self.session.execute(
            select(*CARD).where(*where, Application.id == application_id)
        ).one_or_none()


def _beyond(cursor: Cursor) -> ColumnElement[bool]:
    further = tuple_(Application.position, Application.id) > (cursor.position, cursor.id)
    if cursor.pinned:
        return Application.pinned.is_(False) | (Application.pinned.is_(True) & further)
    return Application.pinned.is_(False) & further


def _column(stage: Stage, count: int, rows: list[CardRow]) -> Column:
    more = Cursor.after(rows[PAGE - 1]) if len(rows) > PAGE else None
    return Column(stage, count, rows[:PAGE], more)


def next_waking(session: Session, user_id: int) -> datetime | None:
    """The earliest moment at which time alone changes a next step of this person's."""
    return session.scalar(
        select(Application.wake_at)
        .where(Application.user_id == user_id, Application.wake_at.is_not(None))
        .order_by(Application.wake_at)
        .limit(1)
    )
