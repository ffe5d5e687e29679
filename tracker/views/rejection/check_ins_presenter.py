"""Moments as they read: how heavy before and after, in words, and by their day."""

from datetime import datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

from tracker.models.check_in import CheckIn
from tracker.values.days import day_of
from tracker.values.formatting import moment as at_words
from tracker.values.formatting import plural

PAGE = 50
HEAVY = 8
"""From here on, the answer says where to find help."""


class PresentedCheckIn(NamedTuple):
    """What the template shows of one."""

    id: int
    role: str
    company: str
    href: str | None
    when: str
    month: str
    """What stands above the first of each: November, or December 2025."""
    number: str
    weekday: str
    weight: str
    stroke: tuple[int, int | None] | None
    """How bad it was and how bad later, as its own small drawing shows it: 0 is on top."""
    words: str
    prompt: str
    writing: str


def present_check_in(
    row: CheckIn, role: str, company: str, binned: bool, *, now: datetime, zone: ZoneInfo
) -> PresentedCheckIn:
    """One moment in words; the link leads nowhere while the application is in the bin."""
    on, today = day_of(row.created_at, zone), day_of(now, zone)
    return PresentedCheckIn(
        id=row.id,
        role=role,
        company=company,
        href=None if binned else f"/applications/{row.application_id}",
        when=at_words(row.created_at, zone, today),
        month=f"{on:%B}" if on.year == today.year else f"{on:%B} {on.year}",
        number=f"{on.day}",
        weekday=f"{on:%a}",
        weight=weight_words(row, zone),
        stroke=None if row.before is None else (row.before, row.after),
        words=row.words,
        prompt=row.prompt,
        writing=row.writing,
    )


def weight_words(row: CheckIn, zone: ZoneInfo) -> str:
    """How bad, in the drawing's sense: Lighter the next day: 8 → 3."""
    if row.before is None:
        return ""
    if row.after is None or row.after_at is None:
        return f"{row.before} of 10"
    days = (day_of(row.after_at, zone) - day_of(row.created_at, zone)).days
    later = {0: "later that day", 1: "the next day"}.get(days, f"{plural(days, 'day')} later")
    if row.after == row.before:
        return f"{row.before} of 10, the same {later}"
    felt = "Lighter" if row.after < row.before else "Harder"
    return f"{felt} {later}: {row.before} → {row.after}"


def weight_toast(before: int | None, after: int | None) -> dict[str, object]:
    """An answer to the one tap; the number alone is looked at, never the words."""
    if after is None:
        return {"text": "That’s fine. You won’t be asked again."}
    if after >= HEAVY:
        text = "That is a lot. You don’t have to cope alone."
        return {"text": text, "offer_url": "/help", "offer_label": "Where to find help"}
    offer: dict[str, object] = {"offer_url": "/moments", "offer_label": "See your moments"}
    if before is None or after == before:
        text = f"Saved: {after}. Some things take time."
    elif after < before:
        text = f"From {before} to {after}. It is lighter now."
    else:
        text = f"From {before} to {after}. Some days are harder. Be kind to yourself."
    return {"text": text} | offer
