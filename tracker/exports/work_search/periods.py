"""The stretches of days that agencies ask about."""

from collections.abc import Mapping
from datetime import date

from tracker.values.date_range import DateRange
from tracker.values.days import days_after

PERIODS = {
    "this_fortnight": "This fortnight",
    "last_fortnight": "Last fortnight",
    "this_month": "This month",
    "last_month": "Last month",
    "dates": "Between two dates",
}
USUAL = "this_month"


def period(name: str, today: date, first_weekday: int = 0) -> DateRange:
    """A fortnight is two whole weeks of the person's calendar, this one ending with this week."""
    if name in ("this_fortnight", "last_fortnight"):
        week = days_after(today, -((today.weekday() - first_weekday) % 7))
        first = days_after(week, -7 if name == "this_fortnight" else -21)
        return DateRange.between(first, days_after(first, 13))
    month = today.replace(day=1)
    if name == "last_month":
        last = days_after(month, -1)
        return DateRange.between(last.replace(day=1), last)
    return DateRange.between(month, days_after((days_after(month, 31)).replace(day=1), -1))


def period_of_query(
    args: Mapping[str, str], today: date, first_weekday: int = 0
) -> tuple[str, DateRange]:
    """As an address asks for it: `period=last_month`, or `period=dates&from=…&to=…`."""
    name = args.get("period", USUAL)
    if name == "dates":
        span = DateRange.from_query({**args, "span": "dates"}, today)
        if not span.is_open:
            return name, span
    name = name if name in PERIODS and name != "dates" else USUAL
    return name, period(name, today, first_weekday)


def query(name: str, span: DateRange) -> str:
    """As the end of an address."""
    if name != "dates":
        return f"period={name}"
    return f"period=dates&from={span.first or ''}&to={span.last or ''}"
