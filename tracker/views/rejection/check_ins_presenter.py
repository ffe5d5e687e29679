"""Moments as they read: how heavy before and after, in words, and by their day."""

from datetime import datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

from tracker.models.check_in import CheckIn
from tracker.values.days import day_of
from tracker.values.formatting import moment as at_words
from tracker.values.formatting import plural

PAGE = 50
HOW_BAD = ((0, "fine"), (3, "not so bad"), (6, "bad"), (8, "quite bad"), (10, "very bad"))
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
    felt: str
    """The same as a sentence, where the row is opened."""
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
        felt=felt_words(row, zone),
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
    later = later_words(row, zone)
    if row.after == row.before:
        return f"{row.before} of 10, the same {later}"
    felt = "Lighter" if row.after < row.before else "Harder"
    return f"{felt} {later}: {row.before} → {row.after}"


def felt_words(row: CheckIn, zone: ZoneInfo) -> str:
    """It felt quite bad (7 of 10). The next day it was not so bad (3)."""
    if row.before is None:
        return ""
    said = f"It felt {bad_words(row.before)} ({row.before} of 10)."
    if row.after is None or row.after_at is None:
        return said
    later = later_words(row, zone)
    if row.after == row.before:
        return f"{said} {later[0].upper()}{later[1:]} it was the same."
    now_felt = f"{bad_words(row.after)} ({row.after})"
    return f"{said} {later[0].upper()}{later[1:]} it was {now_felt}."


def bad_words(number: int) -> str:
    """How bad in words, from fine to very bad."""
    return next(words for most, words in HOW_BAD if number <= most)


def later_words(row: CheckIn, zone: ZoneInfo) -> str:
    """When one came back to it."""
    days = (day_of(row.after_at or row.created_at, zone) - day_of(row.created_at, zone)).days
    return {0: "later that day", 1: "the next day"}.get(days, f"{plural(days, 'day')} later")


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
