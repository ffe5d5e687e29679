"""Today as it is read: the first few rows of each kind, by index, whatever there is beside."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, bindparam, or_, select, tuple_, union_all
from sqlalchemy.orm import Session

from tracker.loop.stage import Stage
from tracker.loop.today_rank import BY_KIND, HAS_TIME, LISTED, RESTS, Range
from tracker.models.application import Application
from tracker.models.coach_note import CoachNote
from tracker.models.imports import Import
from tracker.models.lists.cursor import Cursor
from tracker.models.reads.coming import AHEAD, ALL_CLOSING, CLOSING, COMING, SOON, ComingRow
from tracker.models.reads.due_actions import DUE_ACTIONS, DUE_ACTIONS_ALL, DueAction
from tracker.models.reads.loop_counts import LoopCounts, loops
from tracker.models.reads.today_counts import (
    BROUGHT_IN,
    COUNTS,
    MINE,
    UNREAD,
    BroughtIn,
    TodayCounts,
)
from tracker.models.rejection import Rejection
from tracker.models.summary import FACTS
from tracker.values.date_range import DateRange

SHOWN = 12
"""Rows that are asked for at first; a day has room for no more."""
FEW = 6
"""Of those that have time, and of those whose day to follow up comes."""
PAGE = 50
"""Rows at each further step."""

ROW: tuple[Any, ...] = (
    Application.id,
    Application.role,
    Application.company,
    Application.today_place,
    Application.wake_at,
    *FACTS,
)
TodayRow = Row[*tuple[Any, ...]]
ORDER = (Application.today_place, Application.id)


@dataclass(frozen=True)
class TodayCursor(Cursor):
    """Where the list goes on."""

    today_place: int
    id: int


def within(part: Range) -> ColumnElement[bool]:
    """Whose next step stands in this part."""
    return (Application.today_place >= part.first) & (Application.today_place < part.end)


def _rows(part: Range, most: int) -> Select[*tuple[Any, ...]]:
    return select(*ROW).where(MINE, within(part)).order_by(*ORDER).limit(most)


# Put together once: doing so for each page takes longer than the database does to answer.
TURNING = (
    select(*ROW)
    .where(
        MINE,
        Application.wake_at > bindparam("now"),
        Application.today_place.is_(None),
        or_(*(Application.stage == stage for stage in Stage.OPEN)),
        Application.live,
    )
    .order_by(Application.wake_at)
    .limit(FEW)
)
"""Those that time alone will bring back: they have no place yet."""
FIRST = union_all(
    *(
        select(each.subquery())
        for each in (_rows(LISTED, SHOWN), _rows(HAS_TIME, FEW), _rows(RESTS, SHOWN), TURNING)
    )
)
FURTHER = {
    part: select(*ROW)
    .where(MINE, within(part), tuple_(*ORDER) > tuple_(bindparam("place"), bindparam("row")))
    .order_by(*ORDER)
    .limit(PAGE + 1)
    for part in (LISTED, HAS_TIME, *BY_KIND.values())
}
NOTES = CoachNote.givers().where(UNREAD).order_by(CoachNote.id.desc()).limit(SHOWN)
NORTH_STAR = loops().where(
    Rejection.user_id == bindparam("user_id"),
    Rejection.on >= bindparam("first_day"),
    Rejection.on <= bindparam("last_day"),
)


class Today:
    """One person's day."""

    def __init__(self, session: Session, user_id: int) -> None:
        self.connection = session.connection()
        self.asked = {"user_id": user_id}

    def first(self, now: datetime) -> list[TodayRow]:
        """The first rows of what is listed, has time, and rests; then those to come, placeless."""
        return list(self.connection.execute(FIRST, self.asked | {"now": now}).all())

    def further(self, part: Range, after: TodayCursor | None) -> list[TodayRow]:
        """A further page of one part, and one row more where it goes on."""
        start = after or TodayCursor(part.first - 1, 0)
        asked = self.asked | {"place": start.today_place, "row": start.id}
        return list(self.connection.execute(FURTHER[part], asked).all())

    def counts(self, today: date, now: datetime) -> TodayCounts:
        """How much there is in all."""
        days = {"today": today, "closing_until": today + CLOSING, "now": now}
        row = self.connection.execute(COUNTS, self.asked | days).one()
        anything, *others = row[:11]
        kinds = {kind: each for kind, each in zip(BY_KIND, row[11:], strict=True) if each}
        return TodayCounts(kinds, bool(anything), *others)

    def brought_in(self) -> BroughtIn | None:
        """What the imports brought; None once anything was added by hand."""
        found = self.connection.execute(BROUGHT_IN, self.asked).one()
        still_open, total, by_hand, undated, leads = found
        if not total or by_hand:
            return None
        waiting = self.connection.execute(Import.waiting(self.asked["user_id"])).all()
        return BroughtIn(still_open, total - still_open, leads, undated, dict(waiting))

    def note_givers(self) -> list[str]:
        """Who left the notes that are not read yet, the latest first."""
        return list(self.connection.scalars(NOTES, self.asked))

    def coming(self, now: datetime, today: date) -> list[ComingRow]:
        """Those interviews, and the openings that close within two weeks."""
        span = {"now": now, "today": today, "last_day": today + SOON}
        return list(self.connection.execute(COMING, self.asked | span).all())

    def closing(self, today: date) -> list[ComingRow]:
        """Openings that close within days, the soonest first, a page of them at most."""
        span = {"today": today, "last_day": today + CLOSING, "most": PAGE}
        rows = self.connection.execute(ALL_CLOSING, self.asked | span).all()
        return sorted(rows, key=lambda each: (each.on or today, each.id))

    def ahead(self, now: datetime) -> list[Row[int, str, str, datetime | None, bool, bool]]:
        """Interviews that lie ahead, the soonest first, one of each application."""
        return list(self.connection.execute(AHEAD, self.asked | {"now": now}).all())

    def due_actions(self, today: date) -> list[DueAction]:
        """Actions whose day has come; `alone` where no card's next step stands for them."""
        return list(self.connection.execute(DUE_ACTIONS, self.asked | {"today": today}).all())

    def due_actions_all(self, today: date) -> list[DueAction]:
        """All of them."""
        return list(self.connection.execute(DUE_ACTIONS_ALL, self.asked | {"today": today}).all())

    def north_star(self, span: DateRange) -> LoopCounts:
        """What became of the rejections of a span that has both its ends."""
        asked = self.asked | {"first_day": span.first, "last_day": span.last}
        return LoopCounts.of(self.connection.execute(NORTH_STAR, asked))
