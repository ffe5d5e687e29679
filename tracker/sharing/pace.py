"""Since when somebody applies, and how many a week: counts of days that were given, no guesses."""

from datetime import date
from typing import NamedTuple

from sqlalchemy import func, select

from tracker.models.application import Application
from tracker.models.reads.standing import Standing, standing
from tracker.sharing.reader import RecordReader
from tracker.values.days import days_after
from tracker.values.formatting import count, plain_day

WEEKS = 4
"""What is compared with what: so many weeks, and as many before."""
WEEK = 7


class Pace(NamedTuple):
    """Of one span."""

    first: date | None
    """The first day of applying that is known."""
    last: date
    """The last day that is counted."""
    recent: int
    """Sent in the last weeks up to then, and in as many before."""
    earlier: int
    not_yet: int
    """Open, and without an interview so far."""

    @property
    def days(self) -> int:
        """From the first day to the last, both counted."""
        return (self.last - self.first).days + 1 if self.first else 0


def read_pace(reader: RecordReader, today: date) -> Pace:
    """One statement."""
    last = min(reader.span.last or today, today)
    since, before = days_after(last, -WEEKS * WEEK), days_after(last, -2 * WEEKS * WEEK)
    day = Application.applied_on
    open_ = standing(reader.moment).in_([each.value for each in Standing if each.is_open])
    first, recent, earlier, not_yet = reader.rows(
        select(
            func.min(day).filter(day <= last),
            func.count().filter(day > since, day <= last),
            func.count().filter(day > before, day <= since),
            func.count().filter(open_, ~Application.interviewed),
        ).where(
            Application.user_id == reader.user.id,
            Application.deleted_at.is_(None),
            *reader.within(day),
        )
    )[0]
    return Pace(first, last, recent, earlier, not_yet)


def pace_in_words(pace: Pace) -> list[str]:
    """Since when; how many a week lately, and how many in as many weeks before."""
    if pace.first is None:
        return []
    said = [f"Applying since {plain_day(pace.first)}."]
    if pace.days >= 2 * WEEKS * WEEK:
        said += [f"{_lately(pace)}."] if pace.recent else []
    elif pace.days >= 2 * WEEK and pace.recent >= WEEKS:
        weeks = min(pace.days / WEEK, WEEKS)
        said.append(f"{a_week(pace.recent / weeks)} a week so far.")
    return [" ".join(said)]


def a_week(number: float) -> str:
    """How many a week, with one decimal where it needs one."""
    return f"{number:,.1f}".removesuffix(".0")


def _lately(pace: Pace) -> str:
    """Lately and before, side by side; of weeks in which none was sent nothing is said."""
    recent, earlier = pace.recent, pace.earlier
    weekly = f", {a_week(recent / WEEKS)} a week" if recent >= WEEKS else ""
    before = f", and {count(earlier)} in the {WEEKS} before" if earlier else ""
    return f"{count(recent)} in the last {WEEKS} weeks{weekly}{before}"
