"""The whole list, or one kind of it, as it reads."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from tracker.loop.day_words import FIXED, group_words
from tracker.loop.step_kind import Kind
from tracker.loop.today_rank import RESTS
from tracker.models.reads.due_actions import DueAction
from tracker.models.reads.today import TodayRow
from tracker.models.reads.today_counts import TodayCounts
from tracker.views.today.rows_presenter import (
    ListedStep,
    TodayLine,
    line_of,
    listed_action,
    listed_step,
    named_line,
    resting_line,
)


def further_lines(
    rows: Sequence[TodayRow],
    actions: Sequence[DueAction],
    closing: Sequence[TodayLine],
    now: datetime,
    zone: ZoneInfo,
    *,
    first: bool,
    one_kind: bool = False,
) -> list[TodayLine]:
    """One page, each with its role; the first one begins as Today does.

    What others wait for at its day or hour is on top, then openings that close within days, then
    the actions that stand alone. Of one kind, each stands by its name; a plan by its own words.
    """
    plans = {each.application_id: each for each in reversed(actions) if not each.alone}
    alone = [line_of(listed_action(each, now, zone)) for each in actions if each.alone]
    lines = [
        resting_line(each, now, zone)
        if each.today_place >= RESTS.first
        else _line(listed_step(each, now, zone, plans), one_kind)
        for each in rows
    ]
    if not first:
        return lines
    fixed = [each for each in lines if each.icon in FIXED]
    return [*fixed, *closing, *alone, *lines[len(fixed) :]]


def _line(step: ListedStep, one_kind: bool) -> TodayLine:
    plainly = one_kind and step.kind != "do_action"
    return named_line(step) if plainly else line_of(step, step.role)


def further_name(kind: Kind | None, has_time: bool, counts: TodayCounts) -> str:
    """What is listed: 6 answers to read."""
    found = counts.of("due", "next", "unhurried", "resting")
    if kind == "rest":
        return "Paused"
    if kind and kind in found:
        return group_words(kind, found[kind])
    return "When you have time" if has_time else "All next steps"
