"""Applications and actions over time."""

from collections.abc import Mapping
from datetime import date

from tracker.insights.charts.brief import Brief
from tracker.insights.charts.chart import Chart
from tracker.insights.drawing.columns import DrawnColumn, columns
from tracker.insights.figures.buckets import LONGEST, choose_buckets, counts_by_bucket, starts
from tracker.values.date_range import DateRange
from tracker.values.days import days_after
from tracker.values.formatting import full_day, plural

EMPTY = (
    "How many applications you sent and how many actions you finished, week by week: it shows from "
    "five that have a date on."
)
DRAWN_FROM = 5
"""Fewer are columns of nothing, with one here and there."""


def chart(
    sent: Mapping[date, int],
    done: Mapping[date, int],
    span: DateRange,
    today: date,
    first_weekday: int,
    undated: int,
) -> Chart:
    """From the first day of the span that there is anything of, until its last or today."""
    earliest = days_after(today, -LONGEST)
    last = min(today, span.last or today)
    known = {
        day: sent.get(day, 0) + done.get(day, 0)
        for day in (*sent, *done)
        if earliest <= day <= last
    }
    if sum(known.values()) < DRAWN_FROM:
        return Chart("weeks", "Week by week", EMPTY, "")
    first = min(known)
    made = choose_buckets(first, last, first_weekday)
    pieces = starts(made, first, last)
    applied, acted = counts_by_bucket(made, sent, pieces), counts_by_bucket(made, done, pieces)
    title = f"{made.name.capitalize()} by {made.name}"
    return Chart(
        "weeks",
        title,
        _says(applied, acted, made.name),
        columns(
            title,
            "Applications sent",
            "Actions done",
            [DrawnColumn(made.label(day), applied[day], acted[day]) for day in pieces],
        ),
        (f"{made.name.capitalize()} from", "Applications", "Actions done"),
        tuple((full_day(day), applied[day], acted[day]) for day in pieces),
        f"{plural(undated, 'application')} without a date left out." if undated else "",
        (
            Brief(
                "Applications sent, and actions done",
                [(made.label(day), _of_both(applied[day], acted[day])) for day in pieces],
            ),
        ),
    )


def _of_both(sent: int, done: int) -> str:
    said = [f"{number} {what}" for number, what in ((sent, "sent"), (done, "done")) if number]
    return ", ".join(said) or "none"


def _says(applied: Mapping[date, int], acted: Mapping[date, int], name: str) -> str:
    sent, done = sum(applied.values()), sum(acted.values())
    said = [
        *([f"{plural(sent, 'application')} sent"] if sent else ()),
        *([f"{plural(done, 'action')} done"] if done else ()),
    ]
    return f"{' and '.join(said)} in {plural(len(applied), name)}."
