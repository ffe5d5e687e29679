"""The days that an invitation proposes, each with its hour; no deadline, and none that is left."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from tracker.mail.another_time import taken_back, unsuitable
from tracker.mail.meeting.hour_instead import with_hour_instead
from tracker.mail.meeting.moved_by import moved_by, moved_from
from tracker.mail.moved_days import (
    OldTime,
    beside_old,
    blanked,
    leaves,
    left_days,
    new_days,
    old_time,
    same_time,
)
from tracker.mail.other_hours import IN_CASE, moves_one, still_meant, without_deadlines
from tracker.mail.times.agreed_days import agreed_days, needs_another
from tracker.mail.times.clocks import CLOCK, clock_of
from tracker.mail.times.days import NEAR, dates_in, full_day, is_far
from tracker.mail.times.hours import NamedDay
from tracker.mail.times.look_alikes import without_takes_place

BACK = 40
TIME_LINE = re.compile(
    r"^[ \t*]{0,4}(?:Time|When|Start|Uhrzeit|Zeit|Beginn)[ \t*]{0,3}:[^\n]{0,80}$", re.MULTILINE
)
WEEK = re.compile(
    r"(?:\b(?:week|fortnight|month)[ ](?:of|beginning|commencing|starting|from)|\bw/?[cb]:?"
    r"|\bWoche[ ](?:vom|ab|um|nach))[ ](?:on[ ]|the[ ]|den[ ]|dem[ ])?$",
    re.IGNORECASE,
)
"""Before a day, that only its week is meant."""


def days_in(
    own: str, sent: date, subject: str = "", known: OldTime | None = None
) -> list[NamedDay]:
    """Full days, each with its hour, which may stand in a line of its own; else weekdays.

    Neither by when to answer, nor the day that a move leaves.
    """
    spoken_of = dates_in(own, sent, with_near=True)
    own = without_takes_place(without_deadlines(own))
    move = moved_by(IN_CASE.sub(blank, own))
    moved = moved_from(own, move, spoken_of, known) if move else []
    if moved:
        return moved
    again, back = unsuitable(own), taken_back(own)
    back += agreed_days(own, sent) if needs_another(IN_CASE.sub(" ", own)) else []
    named = dates_in(own, sent)
    dropped = [day for day in named if any(a < day.end and day.start < z for a, z in back)]
    weeks = [day for day in named if WEEK.search(own[max(0, day.start - BACK) : day.start])]
    left = left_days(own, sent)
    text = without(own, weeks, back)
    text = blanked(text, left)
    full = dates_in(text, sent, spoken_of=spoken_of)
    every = [day for day in full if not leaves(day, left)]
    gone = [*dropped, *(day for day in full if leaves(day, left))]
    meant = still_meant(text, subject, every)
    if not (left or again or moves_one(own, subject)):
        return hours_beside(text, meant) or timed_weekdays(text, sent, weeks, spoken_of) or every
    near = [
        in_week(text, day, weeks)
        for day in dates_in(text, sent, with_near=True, spoken_of=spoken_of)
    ]
    near = [day for day in near if not leaves(day, left)]
    new = still_meant(text, subject, new_days(text, near, left))
    if new:
        meant = [day for day in meant if agrees(day, new)]
    gone += [day for day in every if day not in meant]
    old = old_time(left, gone, known, new)
    near = [beside_old(text, day, sent, old) for day in near]
    new = [beside_old(text, day, sent, old) for day in new]
    meant = hours_beside(text, meant)
    if new and not any(day.at for day in meant):
        hour = next((day.at for day in new if day.at), None)
        meant = [day._replace(at=hour) for day in meant] or hours_beside(text, new)
    offered = [day for day in near if day.at or again]
    offered = [day for day in offered if not any(a <= day.start < z for a, z in again)]
    meant = meant or still_meant(text, subject, offered)
    stays = same_time(text, old)
    meant = [day if day.at else day._replace(at=stays) for day in meant]
    return with_hour_instead(meant, own, sent, subject, known.on if known else None)


def agrees(day: NamedDay, others: list[NamedDay]) -> bool:
    """Whether a day with its date is on the weekday of one of the others."""
    return any(day.on.weekday() == other.on.weekday() for other in others)


def timed_weekdays(
    text: str, sent: date, weeks: Sequence[NamedDay], spoken_of: Sequence[NamedDay]
) -> list[NamedDay]:
    """Friday at 10."""
    named = dates_in(text, sent, with_near=True, spoken_of=spoken_of)
    return [in_week(text, day, weeks) for day in named if day.at is not None]


def blank(found: re.Match[str]) -> str:
    """As long as before, so that places stay."""
    return re.sub(r"[^\n]", " ", found[0])


def without(own: str, weeks: Sequence[NamedDay], back: Sequence[tuple[int, int]]) -> str:
    """As long as before, with blanks for the first day of a week and for a day taken back."""
    firsts = (full_day(own, day.start) for day in weeks)
    for start, end in (*(each.span() for each in firsts if each), *back):
        own = own[:start] + re.sub(r"[^\n]", " ", own[start:end]) + own[end:]
    return own


def in_week(text: str, day: NamedDay, weeks: Sequence[NamedDay]) -> NamedDay:
    """Tuesday, in the week of 7 December: that one."""
    near = NEAR.match(text, day.start)
    if len(weeks) != 1 or near is None or near["word"] or is_far(near):
        return day
    monday = weeks[0].on - timedelta(days=weeks[0].on.weekday())
    return day._replace(on=monday + timedelta(days=day.on.weekday()))


def hours_beside(own: str, days: list[NamedDay]) -> list[NamedDay]:
    """With the hour that stands in a line of its own, where it is one day and has none."""
    if not any(day.at for day in days) and len({day.on for day in days}) == 1:
        for line in TIME_LINE.finditer(own):
            for match in CLOCK.finditer(line[0]):
                at = clock_of(match)
                if at is not None:
                    return [days[0]._replace(at=at, hour_ends=line.start() + match.end())]
    return days
