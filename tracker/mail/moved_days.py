"""The day that an interview is moved to, told from the one that it leaves: Tuesday, not Monday."""

import re
from collections.abc import Iterable, Sequence
from datetime import date, time, timedelta
from typing import NamedTuple

from tracker.mail.times.clocks import CLOCK, clock_of
from tracker.mail.times.days import NEAR, dates_in, full_day, is_far
from tracker.mail.times.hours import ENDS, NamedDay
from tracker.mail.times.look_alikes import without_takes_place

CONTRAST = re.compile(
    r"(?<!\bwhy )(?<!\bif )(?<!\bor )\b(?:not|instead[ ]of|rather[ ]than|in[ ]place[ ]of"
    r"|no[ ]longer|nicht|statt|anstatt|anstelle)[ \n]{1,2}"
    r"(?:(?:on|for|at|the|this|coming|as|first|originally|planned|scheduled|your|our|interview"
    r"|am|den|dem|des|vom|von|wie|zuerst|geplant|ursprünglich)[ \n]{1,2}){0,5}$",
    re.IGNORECASE,
)
"""Right before a day, that it is not this one."""
NOW = re.compile(
    r"\b(?:(?:is|are|will|findet|wird)[ ](?:now|instead|nun|jetzt)[ ](?:be[ ])?"
    r"(?:(?:held|taking[ ]place|take[ ]place|happening|happen|scheduled|set)[ ])?"
    r"|(?:moved|changed|postponed|rescheduled|verschoben|verlegt)[ ](?=to|auf))"
    r"(?:(?:on|for|to|the|am|auf|den|dem)[ ]){0,3}$",
    re.IGNORECASE,
)
"""Right before a day, that it is this one now."""
SAME_TIME = re.compile(
    r"\bsame[ ](?:time|hour)\b|\btime[ ](?:stays|remains|is[ ]unchanged|is[ ]the[ ]same"
    r"|(?:does|will)[ ]not[ ]change|(?:doesn|won)['’]t[ ]change)\b|\b(?:start|hour)[ ]stays\b"
    r"|\bUhrzeit[ ]bleibt\b|\b(?:gleiche|selbe|dieselbe)[rn]?[ ](?:Uhrz|Z)eit\b",
    re.IGNORECASE,
)
"""That its hour stays."""
OTHER_TIME = re.compile(
    r"\b(?:not|nicht)[ ](?:at[ ]|zu[rm]?[ ])?(?:the[ ]|der[ ])?$", re.IGNORECASE
)
THIS_WEEK = re.compile(
    r"\b(?:this|diese[rn]?)[ ](?:week|Woche)?[ ,]*(?:on[ ]|am[ ])?$", re.IGNORECASE
)
"""Before a weekday, that it is the next one to come."""
BACK, NEARBY = 80, 60


class Left(NamedTuple):
    """A day that a mail says it is not, perhaps only a weekday."""

    day: NamedDay
    has_date: bool
    ends: int


class OldTime(NamedTuple):
    """When the interview was to be, on the clock of whoever has it."""

    on: date
    at: time | None = None


def left_days(text: str, sent: date) -> list[Left]:
    """Those right behind a not, an instead of, a rather than or a statt."""
    found, text = [], without_takes_place(text)
    for day in dates_in(text, sent, with_near=True):
        if CONTRAST.search(text[max(0, day.start - BACK) : day.start]):
            full = full_day(text, day.start)
            stands = full or NEAR.match(text, day.start)
            has_date = full is not None or bool(stands and stands["word"])
            found.append(Left(day, has_date, stands.end() if stands else day.end))
    return found


def blanked(text: str, left: Iterable[Left]) -> str:
    """As long as before, without those days; an hour behind them may be the new day's."""
    for each in left:
        start, ends = each.day.start, each.ends
        text = text[:start] + " " * (ends - start) + text[ends:]
    return text


def leaves(day: NamedDay, left: Iterable[Left]) -> bool:
    """Whether a day that stands elsewhere in the mail is one that it leaves."""
    return any(
        day.on == each.day.on if each.has_date else day.on.weekday() == each.day.on.weekday()
        for each in left
    )


def old_time(
    left: Sequence[Left],
    gone: Sequence[NamedDay],
    known: OldTime | None,
    new: Sequence[NamedDay] = (),
) -> OldTime | None:
    """Of the interview that is moved: as the mail names it with its date, else as it is saved.

    One that is saved for the `new` weekday already was moved before, and stays in its week.
    """
    dated = [*gone, *(each.day for each in left if each.has_date)]
    if dated:
        at = next((each.at for each in dated if each.at), None)
        return OldTime(dated[0].on, at or (known.at if known and known.on == dated[0].on else None))
    weekdays = {each.day.on.weekday() for each in left}
    weekdays |= {day.on.weekday() for day in new} if weekdays else set()
    return known if known and (not weekdays or known.on.weekday() in weekdays) else None


def new_days(text: str, days: Sequence[NamedDay], left: Sequence[Left]) -> list[NamedDay]:
    """Those in the sentence of one that is left, or behind "will now be held on"."""
    found = []
    for day in days:
        before = text[max(0, day.start - BACK) : day.start]
        beside = (text[min(day.start, each.day.start) : max(day.end, each.ends)] for each in left)
        if NOW.search(before) or any(ENDS.search(words) is None for words in beside):
            found.append(day)
    return found


def beside_old(text: str, day: NamedDay, sent: date, old: OldTime | None) -> NamedDay:
    """A weekday without a date is the one nearest to the old day that is still to come."""
    near = NEAR.match(text, day.start)
    full = full_day(text, day.start)
    if old is None or full or near is None or near["word"] or is_far(near):
        return day
    if THIS_WEEK.search(text[max(0, day.start - 20) : day.start]):
        return day
    ahead = (day.on.weekday() - old.on.weekday()) % 7
    tries = [old.on + timedelta(days=days) for days in (ahead, ahead - 7)]
    return day._replace(
        on=min((on for on in tries if on >= sent), key=lambda on: abs(on - old.on), default=day.on)
    )


def same_time(text: str, old: OldTime | None) -> time | None:
    """The hour that stays: as it stands beside those words, else the old one."""
    for words in SAME_TIME.finditer(text):
        if OTHER_TIME.search(text[: words.start()][-20:]):
            continue
        beside = re.split(r"[.!?\n](?:\s|$)", text[words.end() : words.end() + NEARBY])[0]
        hours = (clock_of(match) for match in CLOCK.finditer(beside))
        return next((at for at in hours if at), old.at if old else None)
    return None
