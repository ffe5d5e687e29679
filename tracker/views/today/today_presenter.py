"""Today as it reads: plain words made from its rows."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import NamedTuple
from zoneinfo import ZoneInfo

from tracker.loop.day_words import day_sentence
from tracker.loop.steps import STEPS, Kind
from tracker.loop.today_rank import HAS_TIME, LISTED, ORDER, RESTS, Range, kind_at
from tracker.models.reads.due_actions import DueAction
from tracker.models.reads.loop_counts import LoopCounts
from tracker.models.reads.today import TodayRow
from tracker.models.reads.today_counts import BroughtIn, Counts
from tracker.values.days import day_of
from tracker.values.formatting import plural, shortened, without_this_year
from tracker.views.today.rows_presenter import (
    Line,
    ListedStep,
    Waiting,
    lines_of,
    listed_action,
    listed_step,
    resting_line,
)

WINDOW = "90"
"""The days that the north star looks back on: a span of Insights, so that both say the same."""
LABELS = {"due": "Due", "next": "Next", "unhurried": "When you have time"}


class PresentedDay(NamedTuple):
    """What the template shows of a day."""

    sentence: str
    first: ListedStep | None
    """The one most useful thing."""
    label: str
    lines: list[Line]
    total: int
    """Of all that is due or next, where it does not stand here one by one."""
    later: list[Line]
    """What has time."""
    later_total: int
    later_more: bool
    resting: list[Line]
    rest_total: int
    turning: list[TodayRow]

    def above(self) -> set[str]:
        """The pages of the applications that stand above one by one."""
        lines = [each.id.removeprefix("today-") for each in self.lines]
        return {f"/applications/{each}" for each in lines} | {
            self.first.place if self.first else ""
        }


def part_of(rows: Sequence[TodayRow], part: Range) -> list[TodayRow]:
    """The rows that stand in one part of the day."""
    places = ((each, each.today_place) for each in rows)
    return [row for row, place in places if place is not None and part.first <= place < part.end]


def present_day(
    rows: Sequence[TodayRow],
    actions: Sequence[DueAction],
    counts: Counts,
    now: datetime,
    zone: ZoneInfo,
) -> PresentedDay:
    """One thing first, five lines at most, and the rest in groups and behind one line."""
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
        Waiting("do_action", partial(listed_action, each, today)) for each in alone
    ]
    listed.sort(key=lambda each: ORDER.index(each.kind))
    many, unhurried = counts.of("due", "next"), counts.of("unhurried")
    time = waiting(HAS_TIME)
    first = (listed or time)[0].tell() if listed or time else None
    lines = lines_of(listed[1:], many, first)
    later = lines_of(time if listed else time[1:], unhurried, first)
    total = sum(many.values())
    return PresentedDay(
        sentence=day_sentence(many, _interview_day(listed, many)),
        first=first and first._replace(why=without_this_year(_why(first), today)),
        label=LABELS[STEPS[first.kind].section or "next"] if first else "",
        lines=lines,
        total=0 if total == len(_one_by_one(lines)) + bool(listed) else total,
        later=later,
        later_total=sum(unhurried.values()),
        later_more=sum(unhurried.values()) > len(_one_by_one(later)) + (not listed),
        resting=[resting_line(each, now, zone) for each in part_of(rows, RESTS)],
        rest_total=counts.kinds.get("rest", 0),
        turning=[each for each in rows if each.today_place is None],
    )


def _one_by_one(lines: Sequence[Line]) -> list[Line]:
    return [each for each in lines if not each.id.startswith("group-")]


def _why(first: ListedStep) -> str:
    if first.kind == "prepare_interview":
        return f"Interview {first.when}"
    return first.why


def _interview_day(listed: Sequence[Waiting], counts: Mapping[Kind, int]) -> str:
    """Today or tomorrow; "soon" where they are of both days, or not all are known."""
    interviews = [each for each in listed if each.kind == "prepare_interview"]
    days = {each.tell().when.split()[0] for each in interviews}
    whole = len(interviews) == counts.get("prepare_interview", 0)
    return days.pop() if len(days) == 1 and whole else "soon"


def brought_in_words(found: BroughtIn) -> str:
    """What the first import brought, on its day: 84 applications brought in: 31 open, 40 ended."""
    parts = [(found.open, "open"), (found.ended, "ended")]
    said = ", ".join(f"{number:,} {word}" for number, word in parts if number)
    return f"{plural(found.open + found.ended, 'application')} brought in: {said}."


def coach_notes_words(count: int, givers: Sequence[str]) -> str:
    """Ana left a note, or 3 notes from Ana and your coach; nothing where there is none."""
    names = [
        shortened(each, 60) for each in dict.fromkeys(giver or "your coach" for giver in givers)
    ]
    if count > 1:
        return f"{plural(count, 'note')} from {' and '.join(names[:2])}"
    return f"{names[0][0].upper()}{names[0][1:]} left a note" if names else ""


def loop_counts_words(star: LoopCounts) -> str:
    """One quiet line of what was asked and learnt, in whole numbers; of what was not, nothing."""
    said = []
    if star.closed:
        of = f"{star.closed} of {plural(star.rejections, 'rejection')}"
        said.append(f"You learnt something from {of} in the last {WINDOW} days.")
    if star.asked:
        answered = f", and {star.answered} answered" if star.answered else ""
        lately = "" if star.closed else f" in the last {WINDOW} days"
        said.append(
            f"You asked for advice after {plural(star.asked, 'rejection')}{lately}{answered}."
        )
    if star.unasked:
        said.append(f"Feedback came unasked after {star.unasked}.")
    return " ".join(said)
