"""Today as it is read: the first few rows of each kind, by index, whatever there is beside."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Row,
    Select,
    bindparam,
    exists,
    func,
    select,
    tuple_,
    union_all,
)
from sqlalchemy.orm import Session, aliased

from tracker.loop.stage import Stage
from tracker.loop.today_rank import DOING, HAS_TIME, LISTED, RESTS, Range
from tracker.models.action import Action, behind
from tracker.models.application import Application
from tracker.models.coach_note import CoachNote
from tracker.models.lists.cursor import Cursor
from tracker.models.reads.loop_counts import LoopCounts, loops
from tracker.models.rejection import Rejection
from tracker.models.summary import FACTS
from tracker.values.date_range import DateRange

SHOWN = 12
"""Rows that are asked for at first; a day has room for no more."""
FEW = 3
"""Of those that have time."""
PAGE = 50
"""Rows at each further step."""
COMING = 5
"""Interviews that lie ahead."""

ROW: tuple[Any, ...] = (
    Application.id,
    Application.role,
    Application.company,
    Application.today_place,
    *FACTS,
)
TodayRow = Row[*tuple[Any, ...]]
UNREAD = (CoachNote.user_id == bindparam("user_id")) & CoachNote.read_at.is_(None)
MINE = Application.user_id == bindparam("user_id")
ORDER = (Application.today_place, Application.id)


@dataclass(frozen=True)
class TodayCursor(Cursor):
    """Where the list goes on."""

    today_place: int
    id: int


@dataclass(frozen=True)
class Counts:
    """How many stand in each part of Today, and whether there is anything at all."""

    listed: int
    has_time: int
    resting: int
    anything: bool
    notes: int = 0
    """Left by coaches, and not read yet."""


def _within(part: Range) -> ColumnElement[bool]:
    return (Application.today_place >= part.first) & (Application.today_place < part.end)


def _rows(part: Range, most: int) -> Select[*tuple[Any, ...]]:
    return select(*ROW).where(MINE, _within(part)).order_by(*ORDER).limit(most)


def _count(part: Range) -> ColumnElement[int]:
    return select(func.count()).where(MINE, _within(part)).scalar_subquery()


# Put together once: doing so for each page takes longer than the database does to answer.
FIRST = union_all(
    *(
        select(_rows(part, most).subquery())
        for part, most in ((LISTED, SHOWN), (HAS_TIME, FEW), (RESTS, SHOWN))
    )
)
FURTHER = {
    part: select(*ROW)
    .where(MINE, _within(part), tuple_(*ORDER) > tuple_(bindparam("place"), bindparam("row")))
    .order_by(*ORDER)
    .limit(PAGE + 1)
    for part in (LISTED, HAS_TIME)
}
COUNTS = select(
    _count(LISTED),
    _count(HAS_TIME),
    _count(RESTS),
    exists().where(MINE, Application.deleted_at.is_(None)),
    select(func.count()).where(UNREAD).scalar_subquery(),
)
NOTES = CoachNote.givers().where(UNREAD).order_by(CoachNote.id.desc()).limit(SHOWN)
AHEAD = (
    select(
        Application.id,
        Application.role,
        Application.company,
        Application.next_interview_at,
        Application.next_interview_hour_known,
    )
    .where(
        MINE,
        Application.next_interview_at > bindparam("now"),
        Application.live,
        Application.expecting,
    )
    .order_by(Application.next_interview_at, Application.id)
    .limit(COMING)
)
CARD = aliased(Application)
SPOKEN_FOR = (
    exists()
    .where(
        behind(Action, CARD),
        CARD.live,
        CARD.stage.not_in(Stage.OPEN) | CARD.today_place.between(DOING.first, DOING.end - 1),
    )
    .correlate(Action)
)
"""That a card's next step is to do an action: those still open may have other things to do."""
DUE_ACTIONS = (
    select(
        Action.id,
        Action.what,
        Action.application_id,
        (~SPOKEN_FOR).label("alone"),
    )
    .outerjoin(Application, Application.id == Action.application_id)
    .where(
        Action.user_id == bindparam("user_id"),
        Action.due_on <= bindparam("today"),
        Action.is_open,
        Application.deleted_at.is_(None),
    )
    .order_by(Action.due_on, Action.id)
    .limit(SHOWN)
)


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

    def first(self) -> list[TodayRow]:
        """The first rows of what is listed, of what has time, and of what rests."""
        return list(self.connection.execute(FIRST, self.asked).all())

    def further(self, part: Range, after: TodayCursor | None) -> list[TodayRow]:
        """A further page of one part, and one row more where it goes on."""
        start = after or TodayCursor(part.first - 1, 0)
        asked = self.asked | {"place": start.today_place, "row": start.id}
        return list(self.connection.execute(FURTHER[part], asked).all())

    def counts(self) -> Counts:
        """How much there is in all."""
        listed, time, rest, anything, notes = self.connection.execute(COUNTS, self.asked).one()
        return Counts(listed, time, rest, bool(anything), notes)

    def note_givers(self) -> list[str]:
        """Who left the notes that are not read yet, the latest first."""
        return list(self.connection.scalars(NOTES, self.asked))

    def ahead(self, now: datetime) -> list[Row[int, str, str, datetime | None, bool]]:
        """Interviews that lie ahead, the soonest first, one of each application."""
        return list(self.connection.execute(AHEAD, self.asked | {"now": now}).all())

    def due_actions(self, today: date) -> list[Row[int, str, int | None, bool]]:
        """Actions whose day has come; `alone` where no card's next step stands for them."""
        return list(self.connection.execute(DUE_ACTIONS, self.asked | {"today": today}).all())

    def north_star(self, span: DateRange) -> LoopCounts:
        """What became of the rejections of a span that has both its ends."""
        asked = self.asked | {"first_day": span.first, "last_day": span.last}
        return LoopCounts.of(self.connection.execute(NORTH_STAR, asked))
