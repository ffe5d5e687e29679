"""How long nothing was heard, and from when that is silence."""

from datetime import date, datetime, tzinfo

from tracker.loop.facts import Facts
from tracker.loop.working_days import ANYWHERE, working_days_after
from tracker.values.days import day_of, days_after, start_of

NEW_TIME_WITHIN = 5
"""Working days in which a new time comes for an interview that they called off."""


LONG_SILENT = 182
"""Days of silence after which hardly anybody answers: to close it is likelier than to ask."""


def heard_nothing_since(facts: Facts, zone: tzinfo) -> date | None:
    """The last day on which anything moved; nobody answers before the opening closes."""
    since = facts.stage_since
    sent = facts.stage == "applied" and not facts.called_back
    anchor = (facts.applied_on or since) if sent else since or facts.applied_on
    if anchor is None:
        return _called_off_on(facts, zone)
    later = [day_of(at, zone) for at in _interview_moments(facts) if at is not None]
    later += [on for on in (facts.closes_on, facts.acknowledged_on) if on is not None]
    return max(anchor, *later) if later else anchor


def _interview_moments(facts: Facts) -> tuple[datetime | None, ...]:
    """One without a day that came with its card is told by the card's own days."""
    undated, made = facts.undated_interview_at, facts.created_at
    came_later = undated is not None and made is not None and undated > made
    return (
        facts.next_interview_at,
        facts.unreviewed_interview_at,
        facts.cancelled_interview_at,
        undated if came_later else None,
    )


def quiet_since(facts: Facts, zone: tzinfo) -> date | None:
    """The last day on which anything moved, following up included."""
    days = (heard_nothing_since(facts, zone), facts.followed_up_on)
    return max((day for day in days if day is not None), default=None)


def new_time_awaited_since(facts: Facts, zone: tzinfo) -> date | None:
    """The day on which they called an interview off, while nothing newer is known of them."""
    on = _called_off_on(facts, zone)
    if on is None or facts.undated_interview_at is not None or facts.offer_decision is not None:
        return None
    moved = facts.stage == "interview" or facts.called_back
    newer = moved and facts.stage_since is not None and facts.stage_since > on
    return None if newer else on


def promised_by(facts: Facts, zone: tzinfo) -> date | None:
    """The day by which they say that they answer, while nothing newer is known of them."""
    wrote, since = facts.acknowledged_on, quiet_since(facts, zone)
    if wrote is None or facts.answers_by is None or since is None or since >= facts.answers_by:
        return None
    moved = [day_of(at, zone) for at in _interview_moments(facts) if at is not None]
    if facts.stage != "applied" and facts.stage_since is not None:
        moved.append(facts.stage_since)
    return facts.answers_by if wrote >= max(moved, default=wrote) else None


def _called_off_on(facts: Facts, zone: tzinfo) -> date | None:
    at = facts.cancelled_interview_at
    return day_of(at, zone) if at is not None else None


def waits_until(since: date, facts: Facts, zone: tzinfo) -> date:
    """The last of so many quiet days, or of the few working days that a new time takes."""
    if since == new_time_awaited_since(facts, zone):
        return working_days_after(since, NEW_TIME_WITHIN, ANYWHERE)
    promised = promised_by(facts, zone)
    if promised is not None:
        return promised
    return days_after(since, facts.quiet_days)


def long_silent_from(since: date, zone: tzinfo) -> datetime:
    """When it has been silent for so long that one would rather close it."""
    return start_of(days_after(since, LONG_SILENT), zone)


def silent_from(since: date, facts: Facts, zone: tzinfo) -> datetime:
    """When so many quiet days have gone by that it is silence."""
    return start_of(days_after(waits_until(since, facts, zone), 1), zone)
