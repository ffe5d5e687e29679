"""Today as it reads: plain words made from its rows."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from tracker.loop.next_step import next_step
from tracker.loop.steps import STEPS
from tracker.loop.today_rank import DUE, HAS_TIME, LISTED, RESTS, Range
from tracker.models.reads.loop_counts import LoopCounts
from tracker.models.reads.today import SHOWN, Counts, TodayRow
from tracker.models.summary import facts_in
from tracker.values.formatting import plural, shortened
from tracker.views.board.cards import interview_words
from tracker.views.rejection.rest_presenter import resting_words

WINDOW = "90"
"""The days that the north star looks back on: a span of Insights, so that both say the same."""


class PresentedRow(NamedTuple):
    """What the template shows of one row."""

    id: str
    role: str
    company: str
    href: str
    label: str
    step_href: str | None
    quiet: bool
    why: str
    due: bool


class PresentedResting(NamedTuple):
    """One that rests, and until when."""

    role: str
    company: str
    href: str
    until: str


def present_row(
    read: TodayRow, now: datetime, zone: ZoneInfo, plans: dict[int, str]
) -> PresentedRow:
    """One row in words; `plans` are the actions that are due, by application."""
    number, role, company, place = read[:4]
    step = next_step(facts_in(read), now, zone)
    due = step.kind == "do_action"
    return PresentedRow(
        id=f"today-{number}",
        role=role,
        company=company,
        href=f"/applications/{number}",
        label=step.label,
        step_href=step.href(number),
        quiet=step.quiet,
        why=plans.get(number, step.why) if due else step.why,
        due=place < DUE.end,
    )


def present_own_action(action: Any) -> PresentedRow:
    """An action that is due and belongs to no card's next step."""
    return PresentedRow(
        id=f"action-{action.id}",
        role=action.what,
        company="",
        href=f"/actions/{action.id}",
        label=STEPS["do_action"].label,
        step_href=f"/actions/{action.id}",
        quiet=STEPS["do_action"].quiet,
        why=STEPS["do_action"].why,
        due=True,
    )


def part_of(rows: Sequence[TodayRow], part: Range) -> list[TodayRow]:
    """The rows that stand in one part of the day."""
    return [each for each in rows if part.first <= each.today_place < part.end]


class PresentedDay(NamedTuple):
    """What the template shows of a day."""

    due: list[PresentedRow]
    next: list[PresentedRow]
    more: int
    has_time: list[PresentedRow]
    time_more: int
    resting: list[PresentedResting]
    resting_more: int
    counts: Counts


def present_day(
    rows: Sequence[TodayRow], actions: Sequence[Any], counts: Counts, now: datetime, zone: ZoneInfo
) -> PresentedDay:
    """All of it, a dozen rows at most of what is due and next."""
    plans = {each.application_id: each.what for each in reversed(actions) if not each.alone}
    listed = [present_row(each, now, zone, plans) for each in part_of(rows, LISTED)]
    due = [each for each in listed if each.due]
    due += [present_own_action(each) for each in actions if each.alone]
    listed = [*due, *(each for each in listed if not each.due)][:SHOWN]
    time = [present_row(each, now, zone, {}) for each in part_of(rows, HAS_TIME)]
    rests = [present_resting(each, now, zone) for each in part_of(rows, RESTS)]
    in_list = sum(1 for each in listed if each.id.startswith("today-"))
    return PresentedDay(
        due=[each for each in listed if each.due],
        next=[each for each in listed if not each.due],
        more=counts.listed - in_list,
        has_time=time,
        time_more=counts.has_time - len(time),
        resting=rests,
        resting_more=counts.resting - len(rests),
        counts=counts,
    )


def present_resting(read: TodayRow, now: datetime, zone: ZoneInfo) -> PresentedResting:
    """One that rests: "until tomorrow 09:00"."""
    words = resting_words(facts_in(read), now, zone)
    return PresentedResting(read.role, read.company, f"/applications/{read.id}", words)


def interviews_ahead(
    rows: Sequence[Any], listed: Sequence[PresentedRow], now: datetime, zone: ZoneInfo
) -> list[Any]:
    """Interviews that lie ahead and are not among what is due."""
    above = {each.href for each in listed}
    return [
        (each.role, each.company, place, interview_words(each, now, zone))
        for each in rows
        if (place := f"/applications/{each.id}") not in above
    ]


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
