"""Which of the backups that are made by themselves stay: by days of a calendar, simulated."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from tracker.backup import files
from tracker.backup.retention import MB, dated, remove_old, staying

SYDNEY = ZoneInfo("Australia/Sydney")
FIRST = datetime(2026, 1, 5, 3, 15, tzinfo=SYDNEY)  # a Monday
ENOUGH = 5000


def made(folder: Path, at: datetime, size: int = 10) -> str:
    file = files.unused(folder / f"{files.AUTOMATIC}-{at.astimezone(UTC):%Y%m%d-%H%M%S}.db")
    file.write_bytes(b"x" * size)
    return file.name


def nights(folder: Path, days: list[int]) -> list[date]:
    """A backup in each of these nights, each followed by the rule; which days are left."""
    for number in days:
        day = FIRST + timedelta(days=number)  # on the wall: what the offset is by then
        remove_old(folder, SYDNEY, ENOUGH, made(folder, day))
    return [each.at.astimezone(SYDNEY).date() for each in dated(folder)]


def test_sixty_nights_leave_seven_days_four_weeks_and_the_months(tmp_path: Path) -> None:
    left = nights(tmp_path, list(range(60)))  # 5 January to 5 March, a Thursday

    assert left == [
        date(2026, 1, 31),  # the end of January
        date(2026, 2, 15),  # Sundays: the ends of two weeks
        date(2026, 2, 22),
        *(date(2026, 2, 27) + timedelta(days=n) for n in range(7)),  # 1 March ends a week, and
    ]  # 28 February ends its month, both among the seven days


def test_three_years_leave_no_more_than_the_rule_says(tmp_path: Path) -> None:
    left = nights(tmp_path, list(range(3 * 365)))

    last = (FIRST + timedelta(days=3 * 365 - 1)).date()
    assert left[-7:] == [last - timedelta(days=n) for n in reversed(range(7))]
    months = {(day.year, day.month) for day in left}
    assert len(months) == 12
    assert len({day.isocalendar()[:2] for day in left if (last - day).days < 28}) == 4
    assert len(left) <= 23


def test_there_are_23_at_most_and_the_rule_can_come_near_it() -> None:
    moments = [FIRST + timedelta(days=n) for n in range(500)]
    most = max(len(staying(moments[: n + 1], SYDNEY)) for n in range(400, 500))

    assert 19 <= most <= 23


def test_the_rule_keeps_the_same_whether_it_is_asked_every_night_or_once(tmp_path: Path) -> None:
    left = nights(tmp_path, list(range(200)))
    at_once = staying([FIRST + timedelta(days=n) for n in range(200)], SYDNEY)

    assert left == sorted(moment.date() for moment in at_once)


def test_missed_days_cost_none_of_those_that_are_there(tmp_path: Path) -> None:
    left = nights(tmp_path, [*range(10), *range(70, 73), *range(300, 302)])

    assert left[-7:] == [(FIRST + timedelta(days=n)).date() for n in (8, 9, 70, 71, 72, 300, 301)]


def test_several_on_one_day_leave_its_latest_once_it_is_past(tmp_path: Path) -> None:
    for hour in (0, 5, 9):
        remove_old(tmp_path, SYDNEY, ENOUGH, made(tmp_path, FIRST + timedelta(hours=hour)))

    assert [each.at for each in dated(tmp_path)] == [FIRST + timedelta(hours=9)]


def test_a_clock_set_back_never_takes_the_one_just_made(tmp_path: Path) -> None:
    nights(tmp_path, list(range(60)))

    name = made(tmp_path, FIRST - timedelta(days=4000))
    remove_old(tmp_path, SYDNEY, ENOUGH, name)
    assert (tmp_path / name).exists()


def test_a_clock_that_ran_ahead_for_a_day_takes_one_place_of_each_kind(tmp_path: Path) -> None:
    nights(tmp_path, [*range(60), 4000])

    left = nights(tmp_path, list(range(60, 120)))
    assert len(left) >= 10
    assert left[-2] == (FIRST + timedelta(days=119)).date()


def test_what_people_made_or_named_is_never_touched(tmp_path: Path) -> None:
    theirs = [
        "onward-20200101-000000.db",
        "before-upgrade-20200101-000000.db",
        "automatic-of-mine.db",
        "automatic-20200101-000000.db.copy",
        "automatic-20209999-000000.db",
        "letter.txt",
    ]
    for name in theirs:
        (tmp_path / name).write_bytes(b"theirs")

    nights(tmp_path, list(range(60)))

    assert {file.name for file in tmp_path.iterdir()} >= set(theirs)


@pytest.mark.parametrize(("most", "left"), [(10, 10), (4, 4), (1, 1), (0, 1)])
def test_the_oldest_go_until_all_fit_but_never_the_last(
    tmp_path: Path, most: int, left: int
) -> None:
    for number in range(10):
        name = made(tmp_path, FIRST + timedelta(days=7 * number), size=MB)
    for number in range(1, 7):
        name = made(tmp_path, FIRST + timedelta(days=63 + number), size=MB)

    remove_old(tmp_path, SYDNEY, most, name)

    found = dated(tmp_path)
    assert len(found) == min(left, len(found))
    assert found[-1].file.name == name
