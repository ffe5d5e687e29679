"""Where a list goes on: what an address says of it, and the rows that are further down."""

from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from sqlalchemy import select

from tracker.clock import now
from tracker.extensions import db
from tracker.models import Action, CheckIn
from tracker.models.action import DoneCursor
from tracker.models.check_in import CheckInCursor
from tracker.models.lists.cursor import ById, Cursor, cut
from tracker.models.reads.board import BoardCursor
from tracker.models.reads.today import TodayCursor

pytestmark = pytest.mark.both_databases

TOO_LARGE = 2**63


@dataclass(frozen=True)
class Place(Cursor):
    on: date
    pinned: bool
    id: int


@pytest.mark.parametrize(
    "cursor",
    [
        Place(date(2026, 3, 2), True, 17),
        BoardCursor(False, -(2**40), 3),
        TodayCursor(-5, 7),
        ById(TOO_LARGE - 1),
    ],
)
def test_cursor_is_read_as_it_is_written(cursor: Cursor) -> None:
    assert type(cursor).parse(str(cursor)) == cursor


@pytest.mark.parametrize(
    "given",
    [
        "",
        "1",
        "1.2.3",
        "a.b",
        "1.x",
        "1.",
        ".1",
        f"{TOO_LARGE}.1",
        f"1.-{TOO_LARGE}",
        "1.²",
        "1._2",
    ],
)
def test_what_is_no_place_in_the_list_is_none(given: str) -> None:
    assert TodayCursor.parse(given) is None


def test_page_of_a_list_goes_on_after_its_last_row_and_only_where_there_are_more() -> None:
    rows = [ById(number) for number in range(1, 4)]

    assert ById.cut(rows, 2) == (rows[:2], rows[1])
    assert ById.cut(rows, 3) == (rows, None)
    assert ById.cut([], 3) == ([], None)
    assert cut(rows, 2) == (rows[:2], True)


def test_rows_beyond_a_cursor_are_those_further_down_the_list(build) -> None:
    person, today = build.user(), date(2026, 3, 2)
    days = [today, today, today - timedelta(1)]
    actions = [build.action(person, done_on=day) for day in days]

    after = DoneCursor.at(actions[1])
    found = db.session.scalars(select(Action.id).where(after.beyond(Action, descending=True)))

    assert sorted(found) == [actions[0].id, actions[2].id]
    assert db.session.scalar(select(Action.id).where(after.beyond(Action))) is None


def test_moment_is_compared_as_it_is_kept(build) -> None:
    card = build.application(build.user())
    earlier, later = (
        build.check_in(card, before=3, created_at=now() - timedelta(hours=hours))
        for hours in (9, 8)
    )

    further = CheckInCursor.at(later).beyond(CheckIn, descending=True)

    assert list(db.session.scalars(select(CheckIn.id).where(further))) == [earlier.id]


def test_number_that_no_column_holds_is_compared_all_the_same(build) -> None:
    build.action(build.user())

    assert db.session.scalar(select(Action.id).where(ById(TOO_LARGE - 1).beyond(Action))) is None
