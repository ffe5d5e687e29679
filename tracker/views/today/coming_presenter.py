"""What comes, in the order of its days: interviews, days to follow up, openings that close."""

from collections.abc import Container, Sequence
from datetime import date, datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

from tracker.loop.by_email import without_things
from tracker.loop.next_step import next_step
from tracker.models.reads.coming import ComingRow
from tracker.models.reads.today import TodayRow
from tracker.models.summary import facts_in
from tracker.values.days import day_of
from tracker.values.formatting import TIME_TO_COME, in_sentence, moment, shortened
from tracker.values.formatting import day as day_words
from tracker.views.today.rows_presenter import LONGEST, TodayLine

MOST = 6
INTERVIEW = "prepare_interview"


class _Coming(NamedTuple):
    day: date
    hour: datetime | None
    line: TodayLine


def coming_lines(
    rows: Sequence[ComingRow],
    turning: Sequence[TodayRow],
    above: Container[str],
    now: datetime,
    zone: ZoneInfo,
) -> list[TodayLine]:
    """The first few, but every interview; what stands above already is left out."""
    today = day_of(now, zone)
    found = [_known(row, today, zone) for row in rows]
    found += [each for row in turning if (each := _follow_up(row, today, zone))]
    found = [each for each in found if each.line.href not in above]
    found.sort(key=lambda each: (each.line.icon != INTERVIEW, each.day))
    soon = sorted(found[:MOST], key=lambda each: (each.day, each.hour is None, each.hour or now))
    return [each.line for each in soon]


def _known(row: ComingRow, today: date, zone: ZoneInfo) -> _Coming:
    kind, number, role, company, at, hour_known, is_test, on = row
    name = shortened(company or role or "An opening", LONGEST)
    if kind == "interview" and at is not None:
        when = in_sentence(moment(at, zone, today, hour_known))
        when = f"by {when}" if is_test else when
        words = f"Test for {name}" if is_test else f"Interview with {name}"
        href, stage = f"/applications/{number}", "interview"
        known = hour_known or is_test
        when = when if known else f"{when}, {TIME_TO_COME}"  # whole, so without the role beside it
        detail = role if known else ""
        line = TodayLine(INTERVIEW, words, href, detail=detail, meta=when, stage=stage)
        return _Coming(day_of(at, zone), at if hour_known else None, line)
    on = on or today
    when = in_sentence(day_words(on, today))
    if kind == "asked":
        text = without_things(role)
        line = TodayLine("do_action", text, f"/actions/{number}", meta=f"by {when}")
        return _Coming(on, None, line)
    words = f"Apply to {shortened(company, LONGEST)}" if company else f"Apply: {name}"
    line = TodayLine("lead", words, f"/leads/{number}", meta=f"closes {when}")
    return _Coming(on, None, line)


def _follow_up(row: TodayRow, today: date, zone: ZoneInfo) -> _Coming | None:
    """The day on which silence will have been longer than usual."""
    if row.wake_at is None or next_step(facts_in(row), row.wake_at, zone).kind != "follow_up":
        return None
    on = day_of(row.wake_at, zone)
    name = shortened(row.company or row.role, LONGEST)
    line = TodayLine(
        "follow_up",
        f"Follow up with {name}",
        f"/applications/{row.id}",
        meta=in_sentence(day_words(on, today)),
        stage=row.stage,
    )
    return _Coming(on, None, line)
