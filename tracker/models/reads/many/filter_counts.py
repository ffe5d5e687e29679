"""How many applications of the board each choice of a filter would show, beside the others chosen.

All of a person's go through one grouped query, by an index that holds all that it asks, and one for
their tags.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, NamedTuple

from sqlalchemy import Row, func, select
from sqlalchemy.orm import Session

from tracker.loop.stage import Stage
from tracker.models.application import Application
from tracker.models.reads.filters import TableFilters
from tracker.models.reads.standing import AsOf, standing
from tracker.models.skill import ApplicationTag, Tag

KINDS = ("standing", "stage", "source", "workplace")


class FilterCounts(NamedTuple):
    """By the kind of filter and what can be chosen; and how many all that is chosen shows."""

    total: int
    by: dict[str, Counter[str]]


def filter_counts(
    session: Session, user_id: int, filters: TableFilters, moment: AsOf
) -> FilterCounts:
    """Of what stands on the board; each kind is counted as if nothing of it were chosen."""
    by: dict[str, Counter[str]] = {kind: Counter() for kind in KINDS}
    total = 0
    for row in _groups(session, user_id, filters, moment):
        wrong = [kind for kind in KINDS if not _fits(row, kind, getattr(filters, kind))]
        total += 0 if wrong else row.many
        for kind in KINDS if not wrong else wrong if len(wrong) == 1 else ():
            by[kind].update(dict.fromkeys(_said(row, kind), row.many))
    by["tag"] = _tags(session, user_id, filters, moment)
    return FilterCounts(total, by)


def _groups(session: Session, user_id: int, filters: TableFilters, moment: AsOf) -> list[Any]:
    """How many there are of each way to be, under the words and the tag that are asked for."""
    others = replace(filters, **dict.fromkeys(KINDS, ""))
    ways: tuple[Any, ...] = (
        standing(moment).label("standing"),
        Application.stage.label("stage"),
        Application.ending.label("ending"),
        Application.source.label("source"),
        Application.workplace.label("workplace"),
    )
    ways_of_each = select(*ways).where(
        Application.user_id == user_id,
        Application.live,
        *others.conditions(session, user_id, moment),
    )
    each = ways_of_each.subquery()
    columns: list[Any] = list(each.c)
    counted = select(*columns, func.count().label("many")).group_by(*columns)
    return list(session.execute(counted))


def _said(row: Row[Any], kind: str) -> Iterator[str]:
    """What of a kind is so; an end without a no is one beside its stage, and in Rejected for it."""
    if kind != "stage":
        yield getattr(row, kind) or ""
        return
    if row.ending:
        yield row.ending
    if not (row.ending and row.stage == Stage.REJECTED):
        yield row.stage


def _fits(row: Row[Any], kind: str, chosen: str) -> bool:
    return not chosen or chosen in _said(row, kind)


def _tags(session: Session, user_id: int, filters: TableFilters, moment: AsOf) -> Counter[str]:
    others = replace(filters, tag="")
    counted = (
        select(Tag.name, func.count(Application.id))
        .join(ApplicationTag, ApplicationTag.tag_id == Tag.id)
        .join(Application, Application.id == ApplicationTag.application_id)
        .where(
            Tag.user_id == user_id,
            Application.live,
            *others.conditions(session, user_id, moment),
        )
        .group_by(Tag.name)
    )
    return Counter({row[0]: row[1] for row in session.execute(counted)})
