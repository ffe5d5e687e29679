"""When to offer a step back, and what the way so far says: in whole numbers, without a verdict."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import NamedTuple

from tracker.values.days import days_after

IN_A_ROW = 5
"""Outcomes without an interview after which it is offered."""

WINDOW = 90
"""Days that are looked at: what lies further back is no reason to look now."""

ENOUGH = 5
"""Applications that a look needs to say anything; with fewer in the window, all are looked at."""

MOST_ACTIONS = 3
KINDS = ("search_focus", "resume", "profile")
"""What a step back mostly ends in."""


class EndedApplication(NamedTuple):
    """How one application ended: in a no, silence included, or put away as closed.

    Withdrawing, and an offer, are no outcomes in this sense: both are the person's own doing.
    """

    application_id: int
    on: date
    """When they learnt of it."""
    recorded_at: datetime
    interviewed: bool
    """Whether it had come to an interview."""


def in_a_row(
    outcomes: Iterable[EndedApplication],
    today: date,
    since: datetime | None = None,
    talked: date | None = None,
) -> int:
    """How many of the latest outcomes came without an interview.

    since: the last look, or when one was put off; what was recorded until then is settled.
    talked: the latest interview of an application that is still open; it breaks the row too.
    """
    row: set[int] = set()
    for outcome in sorted(outcomes, key=lambda each: (each.on, each.recorded_at), reverse=True):
        settled = since is not None and outcome.recorded_at <= since
        long_ago = outcome.on < days_after(today, -WINDOW)
        if outcome.interviewed or settled or long_ago or (talked and talked >= outcome.on):
            break
        row.add(outcome.application_id)
    return len(row)


class SentApplication(NamedTuple):
    """One application as a look sees it."""

    source: str
    paper: str
    """The version of the résumé."""
    interviewed: bool
    sent_on: date | None
    answered_on: date | None
    asked: tuple[tuple[str, str], ...]
    """Each skill that it asks for: the name, and "core", "growing", "gap" or nothing."""
    over: bool = False
    """Nothing more is expected of it."""

    def tells(self, silent_before: date) -> bool:
        """Whether it is old enough to have been answered; before, it is neither a yes nor a no."""
        if self.sent_on is None:
            return self.over or self.answered_on is not None
        return self.sent_on < silent_before


class Tally(NamedTuple):
    """So many were sent, so many of them came to an interview."""

    name: str
    sent: int
    interviews: int


class MissingSkill(NamedTuple):
    """A skill that is often asked for and is not among the core ones."""

    name: str
    level: str
    asked: int


INSIDE, OUTSIDE, UNKNOWN = "Mostly skills I have", "Mostly other skills", "No skills noted"
UNNOTED = "Not noted"


def tally_by_fit(sent: Iterable[SentApplication]) -> list[Tally]:
    """Inside where half or more of the skills asked for are core ones."""
    return tally((_place(each.asked), each.interviewed) for each in sent)


def _place(asked: Sequence[tuple[str, str]]) -> str:
    if not asked:
        return UNKNOWN
    core = sum(level == "core" for _, level in asked)
    return INSIDE if 2 * core >= len(asked) else OUTSIDE


def tally(found: Iterable[tuple[str, bool]]) -> list[Tally]:
    """By name, the most frequent first."""
    sent: Counter[str] = Counter()
    interviews: Counter[str] = Counter()
    for name, interviewed in found:
        sent[name] += 1
        interviews[name] += interviewed
    return [Tally(name, count, interviews[name]) for name, count in sent.most_common()]


def missing_skills(sent: Iterable[SentApplication], most: int = 5) -> list[MissingSkill]:
    """What they ask for most, twice at least, that is not core."""
    counted = Counter(skill for each in sent for skill in each.asked if skill[1] != "core")
    found = [MissingSkill(*skill, count) for skill, count in counted.most_common() if count > 1]
    return found[:most]


class ReplyTimes(NamedTuple):
    """Days until an answer, whatever it said."""

    answered: int
    shortest: int
    middle: int
    longest: int


def reply_times(sent: Iterable[SentApplication]) -> ReplyTimes | None:
    """Over those whose days are known; the middle one of an even number is the longer."""
    days = sorted(
        (each.answered_on - each.sent_on).days
        for each in sent
        if each.sent_on and each.answered_on and each.answered_on >= each.sent_on
    )
    return ReplyTimes(len(days), days[0], days[len(days) // 2], days[-1]) if days else None
