"""How long nothing was heard, and from when that is silence."""

from datetime import date, datetime, tzinfo

from tracker.loop.facts import Facts
from tracker.values.days import day_of, days_after, start_of


def heard_nothing_since(facts: Facts, zone: tzinfo) -> date | None:
    """The last day on which anything moved; nobody answers before the opening closes."""
    since = facts.stage_since
    sent = facts.stage == "applied" and not facts.called_back
    anchor = (facts.applied_on or since) if sent else since or facts.applied_on
    if anchor is None:
        return None
    later = [day_of(at, zone) for at in (facts.unreviewed_interview_at,) if at is not None]
    if facts.next_interview_at is not None:
        later.append(day_of(facts.next_interview_at, zone))
    if facts.closes_on is not None:
        later.append(facts.closes_on)
    return max(anchor, *later) if later else anchor


def quiet_since(facts: Facts, zone: tzinfo) -> date | None:
    """The last day on which anything moved, following up included."""
    days = (heard_nothing_since(facts, zone), facts.followed_up_on)
    return max((day for day in days if day is not None), default=None)


def silent_from(since: date, facts: Facts, zone: tzinfo) -> datetime:
    """When so many quiet days have gone by that it is silence."""
    return start_of(days_after(since, facts.quiet_days + 1), zone)
