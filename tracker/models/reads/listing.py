"""A person's applications as a table: sorted, filtered, a page at a time."""

from dataclasses import dataclass
from typing import Any, Self

from sqlalchemy import ColumnElement, Row, func, literal_column, select
from sqlalchemy.orm import Session

from tracker.models.application import Application
from tracker.models.lists.cursor import cut
from tracker.models.lists.sort_orders import SORTS
from tracker.models.reads.filters import TableFilters
from tracker.models.reads.standing import AsOf
from tracker.models.skill import ApplicationTag, Tag

PAGE = 50
TAG_NAMES = (
    select(func.aggregate_strings(Tag.name, ", "))
    .join(ApplicationTag, ApplicationTag.tag_id == Tag.id)
    .where(ApplicationTag.application_id == Application.id)
    .scalar_subquery()
)
TABLE: tuple[Any, ...] = (
    Application.id,
    Application.role,
    Application.company,
    Application.stage,
    Application.stage_since,
    Application.applied_on,
    Application.updated_at,
    Application.location,
    Application.source,
    Application.pay_text,
    Application.outcome,
    Application.archived_at,
    Application.ending.label("ending"),
    TAG_NAMES.label("tags"),
)


@dataclass(frozen=True)
class Sort:
    """By what a table is sorted, and which way."""

    by: str = "changed"
    descending: bool = True

    @classmethod
    def parse(cls, text: str) -> Self:
        """As it was written, the smallest first unless a minus leads; else the last changed."""
        by = text.removeprefix("-")
        return cls(by, text.startswith("-")) if by in SORTS else cls()

    def __str__(self) -> str:
        return f"-{self.by}" if self.descending else self.by

    def order(self) -> list[ColumnElement[Any]]:
        """What is unknown stands last either way."""
        compared = (*map(literal_column, SORTS[self.by]), Application.id)
        first, *further = (each.desc() if self.descending else each.asc() for each in compared)
        return [first.nulls_last(), *further]


def rows(
    session: Session,
    user_id: int,
    filters: TableFilters,
    archived: bool,
    sort: Sort,
    number: int,
    moment: AsOf | None = None,
) -> tuple[list[Row[Any]], bool]:
    """One page, counted from 1, and whether there are more."""
    put_away = Application.archived_at.is_not(None)
    wanted = (
        select(*TABLE)
        .where(
            Application.user_id == user_id,
            Application.deleted_at.is_(None),
            put_away if archived else ~put_away,
            *filters.conditions(session, user_id, moment),
        )
        .order_by(*sort.order())
        .offset((number - 1) * PAGE)
        .limit(PAGE + 1)
    )
    return cut(session.execute(wanted).all(), PAGE)
