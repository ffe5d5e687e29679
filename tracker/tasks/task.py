"""A task: its name, when it is due, and what it does."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time, timedelta, tzinfo

from tracker.config.settings import Settings
from tracker.database import writing
from tracker.database.lock import advisory_lock
from tracker.models.server.setting import TaskRun

LOCK = "tasks"
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@dataclass(frozen=True)
class Turn:
    """One go at a task, as of a moment, by whoever holds its lease."""

    task: "Task"
    settings: Settings
    at: datetime
    holder: str
    apart: bool = False
    """Whether what takes much memory is done in a process of its own, as a server has it done."""

    def go_on(self, now: datetime) -> bool:
        """Say that one is still at it: before each step of a long task, or of one that must not be
        done twice. False where somebody else took over, who will do the rest.
        """
        with writing() as session:
            advisory_lock(session, LOCK)
            return TaskRun.renew(session, self.task.name, self.holder, now)


@dataclass(frozen=True)
class Task:
    """Something that is done once for each of its moments; the latest stands for those missed."""

    name: str
    period: timedelta
    slot: Callable[[Settings, datetime], datetime | None]
    """The latest moment that it is due for, at or before now; None while there is nothing to do."""
    run: Callable[[Turn], None]
    """Inside an app context. Raises where it did not do it; it is then tried again."""


def latest_hour(settings: Settings, now: datetime) -> datetime:
    """Each hour that begins."""
    return now.replace(minute=0, second=0, microsecond=0)


def latest_daily(now: datetime, at: time, zone: tzinfo) -> datetime:
    """The latest moment when a clock in that zone showed this time: once a day in any season.

    A time that the spring leaves out is the one an hour later; of one that comes twice in autumn,
    it is the first.
    """
    day = now.astimezone(zone).date()
    for back in (0, 1):
        moment = datetime.combine(day - timedelta(days=back), at, zone).astimezone(now.tzinfo)
        if moment <= now:
            break
    return moment
