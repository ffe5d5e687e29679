"""When time alone changes the next step of an application."""

from datetime import datetime, tzinfo

from tracker.loop.facts import Facts
from tracker.loop.next_step import FRESH_FOR, INTERVIEW_LASTS, next_step, prepare_from, rests_until
from tracker.loop.quiet_days import long_silent_from, quiet_since, silent_from
from tracker.values.days import LAST_MOMENT, day_of, days_after, start_of


def wakes_at(facts: Facts, now: datetime, zone: tzinfo) -> datetime | None:
    """The next moment at which next_step answers differently by time alone.

    On the day that an ask turns, what it calls for has to be read from its attempts again.
    """
    step = next_step(facts, now, zone)
    ask = _ask_turns(facts, zone)
    for moment in sorted(moment for moment in _turns(facts, zone) if moment > now):
        if moment == ask or next_step(facts, moment, zone) != step:
            return moment
    return None


def _ask_turns(facts: Facts, zone: tzinfo) -> datetime | None:
    if facts.ask_turns_on is None or facts.archived or facts.is_open:
        return None
    return start_of(facts.ask_turns_on, zone)


def _turns(facts: Facts, zone: tzinfo) -> list[datetime]:
    """Every moment at which some branch of next_step may turn."""
    until = rests_until(facts, zone)
    turns = [until] if until is not None else []
    days = (facts.ask_turns_on, facts.action_due_on)
    turns += [start_of(day, zone) for day in days if day is not None]
    for at in (facts.next_interview_at, facts.unreviewed_interview_at):
        if at is not None:
            turns.append(start_of(days_after(day_of(at, zone), FRESH_FOR + 1), zone))
            turns += [prepare_from(at, zone), at]
            if at <= LAST_MOMENT - INTERVIEW_LASTS:
                turns.append(at + INTERVIEW_LASTS)
    since = quiet_since(facts, zone)
    if since is not None:
        turns += [silent_from(since, facts, zone), long_silent_from(since, zone)]
    return turns
