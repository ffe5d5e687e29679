"""Where a next step stands on Today: what is due, what is next, what has time, what rests.

One number orders all of a person's applications, so that Today reads the first few by an index.
"""

from datetime import date, datetime, tzinfo
from typing import NamedTuple

from tracker.loop.next_step import Facts, Kind, heard_nothing_since, next_step, rests_until
from tracker.loop.rest import for_good

DUE: tuple[Kind, ...] = (
    "answer_offer",
    "prepare_interview",
    "do_action",
    "nudge",
)
NEXT: tuple[Kind, ...] = (
    "review_interview",
    "write_feedback",
    "record_rejection",
    "send_letter",
    "read_feedback",
    "pick_point",
    "ask",
    "probe",
    "thank",
    "own_lesson",
)
UNHURRIED: tuple[Kind, ...] = ("follow_up", "put_away")
RESTING: tuple[Kind, ...] = ("rest",)
ORDER: tuple[Kind, ...] = (*DUE, *NEXT, *UNHURRIED, *RESTING)
"""The most useful first; kinds that are left out call for nothing."""

RANK = {kind: number for number, kind in enumerate(ORDER)}
SOONEST_FIRST: tuple[Kind, ...] = (*DUE, *RESTING)
"""All else goes by the latest, which is remembered best."""

SPAN = 10**11
"""Room for every minute of every year, on both sides of 1970."""

EPOCH = date(1970, 1, 1).toordinal()
FAR = SPAN // 2 - 1


class Range(NamedTuple):
    """From one number up to, not including, another."""

    first: int
    end: int


def _range(kinds: tuple[Kind, ...]) -> Range:
    return Range(RANK[kinds[0]] * SPAN, (RANK[kinds[-1]] + 1) * SPAN)


LISTED, HAS_TIME, RESTS = _range((*DUE, *NEXT)), _range(UNHURRIED), _range(RESTING)


def today_place(facts: Facts, now: datetime, zone: tzinfo) -> int | None:
    """Smaller is more useful; None where there is nothing to do, and for a rest without an end.

    Changes by time alone only when the next step does.
    """
    kind = next_step(facts, now, zone).kind
    rank = RANK.get(kind)
    if rank is None or (kind == "rest" and for_good(facts.rest_until)):
        return None
    minutes = _minutes(_about(kind, facts, zone))
    if minutes is None:
        minutes = FAR
    elif kind not in SOONEST_FIRST:
        minutes = -minutes
    return rank * SPAN + SPAN // 2 + minutes


def _about(kind: Kind, facts: Facts, zone: tzinfo) -> datetime | date | None:
    """The day or moment that it is about, where one is known."""
    if kind == "prepare_interview":
        return facts.next_interview_at
    if kind == "review_interview":
        return facts.unreviewed_interview_at or facts.next_interview_at
    if kind == "follow_up":
        return heard_nothing_since(facts, zone)
    if kind == "do_action":
        return facts.action_due_on
    if kind == "nudge":
        return facts.ask_turns_on
    return rests_until(facts, zone) if kind == "rest" else facts.stage_since


def _minutes(about: datetime | date | None) -> int | None:
    if isinstance(about, datetime):
        return int(about.timestamp() // 60)
    return None if about is None else (about.toordinal() - EPOCH) * 24 * 60
