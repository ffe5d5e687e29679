"""Where a next step stands on Today: what is due, what is next, what has time, what rests.

One number orders all of a person's applications, so that Today reads the first few by an index.
"""

from datetime import date, datetime, tzinfo
from typing import NamedTuple

from tracker.loop.facts import Facts
from tracker.loop.next_step import next_step, rests_until
from tracker.loop.quiet_days import heard_nothing_since
from tracker.loop.rest import for_good
from tracker.loop.step_kind import Kind, Section
from tracker.loop.steps import STEPS

ORDER: tuple[Kind, ...] = tuple(kind for kind, each in STEPS.items() if each.section)
RANK = {kind: number for number, kind in enumerate(ORDER)}
SOONEST_FIRST: tuple[Section, ...] = ("due", "resting")
"""All else goes by the latest, which is remembered best."""

SPAN = 10**11
"""Room for every minute of every year, on both sides of 1970."""

EPOCH = date(1970, 1, 1).toordinal()
FAR = SPAN // 2 - 1


class Range(NamedTuple):
    """From one number up to, not including, another."""

    first: int
    end: int


def _range(*sections: Section) -> Range:
    ranks = [rank for kind, rank in RANK.items() if STEPS[kind].section in sections]
    return Range(min(ranks) * SPAN, (max(ranks) + 1) * SPAN)


DUE, LISTED = _range("due"), _range("due", "next")
BY_KIND: dict[Kind, Range] = {
    kind: Range(rank * SPAN, (rank + 1) * SPAN) for kind, rank in RANK.items()
}
"""Where all of one kind stand."""
DOING = BY_KIND["do_action"]
HAS_TIME, RESTS = _range("unhurried"), _range("resting")


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
    elif STEPS[kind].section not in SOONEST_FIRST:
        minutes = -minutes
    return rank * SPAN + SPAN // 2 + minutes


def kind_at(place: int) -> Kind:
    """The kind of the next step that stands there."""
    return ORDER[place // SPAN]


def _about(kind: Kind, facts: Facts, zone: tzinfo) -> datetime | date | None:
    """The day or moment that it is about, where one is known."""
    if kind == "answer_offer" and facts.offer_answer_by is not None:
        return facts.offer_answer_by
    if kind == "prepare_interview":
        return facts.next_interview_at
    if kind == "review_interview":
        return facts.unreviewed_interview_at or facts.next_interview_at
    if kind in ("follow_up", "close"):
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
