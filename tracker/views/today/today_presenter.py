"""Today as it reads: plain words made from its rows."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import NamedTuple
from zoneinfo import ZoneInfo

from tracker.loop.day_words import FIXED, day_sentence
from tracker.loop.step_kind import Kind
from tracker.loop.steps import STEPS
from tracker.loop.today_rank import HAS_TIME, LISTED, ORDER, RESTS, Range, kind_at
from tracker.models.reads.due_actions import DueAction
from tracker.models.reads.today import TodayRow
from tracker.models.reads.today_counts import TodayCounts
from tracker.values.days import day_of
from tracker.values.formatting import without_this_year
from tracker.views.today.email_requests import asked_clause
from tracker.views.today.rows_presenter import (
    MOST,
    ListedStep,
    TodayLine,
    Waiting,
    group_line,
    lines_of,
    listed_action,
    listed_step,
    resting_line,
)

TOGETHER: dict[Kind | None, str] = {
    "close": "/board/many?step=close&all=1",
    "follow_up": "/board/many?step=follow_up",
}
"""Where the rows of one kind are closed together."""
MANY = 5
"""Of those to close: from so many on none of them stands in front."""
NAMED = 2
"""Of many that have time; the others are one line, so that they weigh less."""
LABELS = {"due": "Due", "next": "Next", "unhurried": "When you have time"}


class PresentedDay(NamedTuple):
    """What the template shows of a day."""

    sentence: str
    first: ListedStep | None
    """The one most useful thing."""
    label: str
    lines: list[TodayLine]
    total: int
    """Of all that is due or next, where it does not stand here one by one."""
    later: list[TodayLine]
    """What has time."""
    later_total: int
    later_more: bool
    resting: list[TodayLine]
    rest_total: int
    needed: bool
    """Whether anything is due or next."""
    turning: list[TodayRow]
    asked: list[ListedStep]
    """What emails ask for by now."""
    together: TodayLine | None = None
    """All that are to be closed, in the place of the first of them."""
    together_url: str = TOGETHER["close"]

    def fixed(self) -> list[TodayLine]:
        """The lines of what others wait for at its day or hour: nothing comes before these."""
        return [each for each in self.lines if each.icon in FIXED]

    def free(self) -> list[TodayLine]:
        """The others."""
        return [each for each in self.lines if each.icon not in FIXED]

    def above(self) -> set[str]:
        """The pages of the applications whose interview stands above: elsewhere it comes up too."""
        first = self.first
        lines = [each for each in self.lines if each.icon == "prepare_interview"]
        return {f"/applications/{each.id.removeprefix('today-')}" for each in lines} | {
            first.place if first and first.kind == "prepare_interview" else ""
        }


def part_of(rows: Sequence[TodayRow], part: Range) -> list[TodayRow]:
    """The rows that stand in one part of the day."""
    places = ((each, each.today_place) for each in rows)
    return [row for row, place in places if place is not None and part.first <= place < part.end]


def present_day(
    rows: Sequence[TodayRow],
    actions: Sequence[DueAction],
    counts: TodayCounts,
    now: datetime,
    zone: ZoneInfo,
    room: int = MOST,
    closing: str = "",
    waits: str = "",
) -> PresentedDay:
    """One thing first, `room` lines at most, and the rest in groups and behind one line.

    `closing` is what the day's sentence tells of leads that close within days; all are among the
    next steps, though their own lines are told apart from these. `waits` tells of what else wants
    a look.
    """
    today = day_of(now, zone)
    plans = {each.application_id: each for each in reversed(actions) if not each.alone}

    def waiting(part: Range) -> list[Waiting]:
        found = part_of(rows, part)
        return [
            Waiting(kind_at(row.today_place), partial(listed_step, row, now, zone, plans))
            for row in found
        ]

    alone = [each for each in actions if each.alone]
    listed = waiting(LISTED) + [
        Waiting("do_action", partial(listed_action, each, now, zone)) for each in alone
    ]
    listed.sort(key=lambda each: ORDER.index(each.kind))
    listed, asked = asked_first(listed)
    many, unhurried = counts.of("due", "next"), counts.of("unhurried")
    planned = many | {"do_action": many.get("do_action", 0) - len(asked)}
    clause = asked_clause([each.is_test for each in asked]) if asked else ""
    time = waiting(HAS_TIME)
    first = (listed or time)[0].tell() if listed or time else None
    together = None
    if first and first.kind == "close" and not counts.closing and unhurried["close"] >= MANY:
        together = group_line("close", unhurried.pop("close"), time)
        time = [each for each in time if each.kind != "close"]
    lines = lines_of(listed[1:], many, first, room=room)
    later = lines_of(time if listed or together else time[1:], unhurried, first, NAMED)
    total, shown = sum(many.values()), len(_one_by_one(lines)) + bool(listed)
    return PresentedDay(
        sentence=day_sentence(planned, _interview_day(listed, many), closing, clause, waits),
        first=first and first._replace(why=without_this_year(_why(first), today)),
        label=LABELS[STEPS[first.kind].section or "next"] if first else "",
        lines=lines,
        total=0
        if total == shown and counts.closing <= 1 + (not listed)
        else total + counts.closing,
        later=later,
        later_total=sum(unhurried.values()),
        later_more=len(later) > 1
        and sum(1 for each in unhurried.values() if each) > 1
        and sum(unhurried.values()) > len(_one_by_one(later)) + (not listed),
        resting=[resting_line(each, now, zone) for each in part_of(rows, RESTS)],
        rest_total=counts.kinds.get("rest", 0),
        needed=bool(listed),
        turning=[each for each in rows if each.today_place is None],
        asked=asked,
        together=together,
    )


def asked_first(listed: Sequence[Waiting]) -> tuple[list[Waiting], list[ListedStep]]:
    """What an email asks for by now comes before what has days left; and what that is."""
    pressing = [each for each in listed if each.kind in FIXED and each.tell().pressing]
    asked = [each for each in listed if each.kind == "do_action" and each.tell().asked]
    return [*dict.fromkeys((*pressing, *asked, *listed))], [each.tell() for each in asked]


def _one_by_one(lines: Sequence[TodayLine]) -> list[TodayLine]:
    return [each for each in lines if not each.id.startswith("group-")]


def _why(first: ListedStep) -> str:
    if first.kind == "prepare_interview":
        return f"Interview {first.when}"
    return first.why


def _interview_day(listed: Sequence[Waiting], counts: Mapping[Kind, int]) -> str:
    """Today or tomorrow; "soon" where they are of both days, or not all are known."""
    interviews = [each for each in listed if each.kind == "prepare_interview"]
    days = {each.tell().when.partition(",")[0] for each in interviews}
    whole = len(interviews) == counts.get("prepare_interview", 0)
    return days.pop() if len(days) == 1 and whole else "soon"
