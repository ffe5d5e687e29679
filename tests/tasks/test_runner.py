"""The server's own clock: each task once for its moment, whoever looks, whatever the clock does."""

import threading
import time as machine
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from flask import Flask

from tracker import clock
from tracker.backup import BackupFailed
from tracker.config.settings import Settings
from tracker.database import writing
from tracker.extensions import db
from tracker.models.server.setting import LEASE, RETRY, TaskRun
from tracker.tasks import runner
from tracker.tasks.runner import run_due, running
from tracker.tasks.task import DAY, HOUR, Task, Turn, latest_daily, latest_hour

AT = datetime(2026, 11, 23, 9, 33, 5, tzinfo=UTC)


class Counted:
    """A task that counts, and may fail or be in the way."""

    def __init__(self, period: timedelta = DAY) -> None:
        self.moments: list[datetime] = []
        self.error: Exception | None = None
        slot = latest_hour if period == HOUR else self.nightly
        self.task = Task("counted", period, slot, self.run)

    def nightly(self, settings: Settings, now: datetime) -> datetime:
        return latest_daily(now, time(3, 15), ZoneInfo("Australia/Sydney"))

    def run(self, turn: Turn) -> None:
        if self.error is not None:
            raise self.error
        self.moments.append(turn.at)


def looks(app: Flask, counted: Counted, start: datetime, *after: timedelta) -> int:
    """How often it was done in looks at these moments."""
    before = len(counted.moments)
    for span in after:
        run_due(app, start + span, [counted.task])
    return len(counted.moments) - before


def run_of(name: str = "counted") -> TaskRun:
    db.session.rollback()
    return db.session.get_one(TaskRun, name, populate_existing=True)


def test_task_is_done_once_a_day_however_often_one_looks(app: Flask) -> None:
    counted = Counted()

    done = looks(app, counted, AT, *(timedelta(minutes=n) for n in range(0, 10 * 24 * 60, 97)))

    assert done == 11  # at once, and in each of ten nights


def test_after_a_long_sleep_it_is_done_once_and_at_once(app: Flask) -> None:
    counted = Counted()
    looks(app, counted, AT, timedelta())

    assert looks(app, counted, AT, timedelta(days=30), timedelta(days=30, minutes=1)) == 1


@pytest.mark.parametrize("back", [timedelta(hours=1), timedelta(hours=23), timedelta(days=1)])
def test_a_clock_set_back_does_nothing_twice(app: Flask, back: timedelta) -> None:
    counted = Counted()
    looks(app, counted, AT, timedelta())

    assert looks(app, counted, AT - back, timedelta(), timedelta(minutes=5)) == 0


def test_a_clock_that_was_years_ahead_holds_nothing_up(app: Flask) -> None:
    counted = Counted()
    looks(app, counted, AT + timedelta(days=3000), timedelta())

    assert looks(app, counted, AT, timedelta(), timedelta(hours=1), timedelta(days=1)) == 2


def test_an_hourly_task_is_done_each_hour_of_a_day_that_has_25(app: Flask) -> None:
    counted = Counted(HOUR)
    midnight = datetime(2026, 10, 25, tzinfo=ZoneInfo("Europe/Berlin")).astimezone(UTC)

    assert looks(app, counted, midnight, *(timedelta(minutes=n) for n in range(0, 1500, 7))) == 25


@pytest.mark.parametrize("at", [time(2, 30), time(3, 15)])
@pytest.mark.parametrize("month", [3, 10])
def test_a_time_of_night_comes_once_on_days_that_are_longer_or_shorter(
    at: time, month: int
) -> None:
    berlin = ZoneInfo("Europe/Berlin")
    begin = datetime(2026, month, 23, 12, tzinfo=berlin).astimezone(UTC)
    moments = {latest_daily(begin + timedelta(minutes=n), at, berlin) for n in range(0, 5760, 5)}

    nights = [moment.astimezone(berlin).date() for moment in sorted(moments)]
    assert len(nights) == len(set(nights)) == 5


def test_what_failed_is_tried_again_after_a_while_and_says_why(app: Flask) -> None:
    counted = Counted()
    counted.error = BackupFailed("There is no room.")
    minute = timedelta(minutes=1)

    assert looks(app, counted, AT, timedelta(), minute) == 0
    assert (run_of().reason, run_of().done_at) == ("There is no room.", None)
    counted.error = None
    assert looks(app, counted, AT, 2 * minute) == 0
    assert looks(app, counted, AT, RETRY + minute) == 1
    assert (run_of().reason, run_of().done_at) == ("", AT + RETRY + minute)


def test_a_fault_in_one_task_stops_no_other(app: Flask) -> None:
    broken, well = Counted(), Counted()
    broken.error = ZeroDivisionError()
    other = Task("other", DAY, well.nightly, well.run)

    assert run_due(app, AT, [broken.task, other]) == ["other"]
    assert "log says why" in run_of().reason


@pytest.mark.both_databases
def test_many_who_look_at_once_do_it_once(app: Flask) -> None:
    counted, ready = Counted(), threading.Barrier(6)

    def look() -> None:
        ready.wait(60)
        run_due(app, AT, [counted.task])

    threads = [threading.Thread(target=look) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)

    assert counted.moments == [AT]


def test_whoever_was_killed_is_followed_by_another_when_the_lease_has_run_out(app: Flask) -> None:
    counted = Counted()
    with writing() as session:
        slot = counted.nightly(app.config["ONWARD"], AT)
        assert TaskRun.take(session, "counted", slot, DAY, AT, "killed")

    assert looks(app, counted, AT, timedelta(), LEASE / 2) == 0
    assert looks(app, counted, AT, LEASE) == 1


def test_lease_from_a_clock_that_ran_ahead_holds_nobody_up(app: Flask) -> None:
    counted = Counted()
    ahead = AT + timedelta(days=400)
    with writing() as session:
        slot = counted.nightly(app.config["ONWARD"], ahead)
        assert TaskRun.take(session, "counted", slot, DAY, ahead, "killed")

    assert looks(app, counted, AT, timedelta()) == 1


def test_whoever_goes_on_for_long_keeps_the_lease_until_another_took_over(app: Flask) -> None:
    said = []

    def long(turn: Turn) -> None:
        said.append(turn.go_on(AT + LEASE - timedelta(seconds=1)))
        assert run_due(app, AT + LEASE + timedelta(seconds=1), [task]) == []
        with writing() as session:
            session.get_one(TaskRun, "counted").holder = "another"
        said.append(turn.go_on(AT + LEASE))

    task = Task("counted", DAY, Counted().nightly, long)
    run_due(app, AT, [task])

    assert said == [True, False]
    assert (run_of().holder, run_of().done_at) == ("another", None)


def test_server_looks_in_a_thread_of_its_own_and_ends_it(
    app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    counted, told = Counted(), threading.Event()
    task = Task("counted", DAY, counted.nightly, lambda turn: (counted.run(turn), told.set())[0])
    monkeypatch.setattr(clock, "now", lambda: AT)
    monkeypatch.setattr(runner, "FIRST", 0.01)
    with running(app, [task]):
        assert told.wait(60)

    assert counted.moments == [AT]
    assert not any(thread.name == "tasks" for thread in threading.enumerate())


def test_thread_outlives_a_database_that_can_not_be_reached(
    app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls, again = [], threading.Event()

    def refuse(*_: object, **__: object) -> list[str]:
        calls.append(machine.monotonic())
        if len(calls) > 2:
            again.set()
        raise OSError("gone")

    monkeypatch.setattr(runner, "run_due", refuse)
    monkeypatch.setattr(runner, "FIRST", 0.01)
    monkeypatch.setattr(runner, "EVERY", 0.01)
    with running(app):
        assert again.wait(60)


def test_nothing_runs_where_it_is_switched_off(app: Flask, settings: Settings) -> None:
    app.config["ONWARD"] = Settings(**{**vars(settings), "tasks": False})

    with running(app):
        assert not any(thread.name == "tasks" for thread in threading.enumerate())
