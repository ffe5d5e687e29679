"""Moments as they read: how heavy before and after, in words and on a small scale."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

from tracker.models.check_in import CheckIn
from tracker.values.days import day_of
from tracker.values.formatting import day, in_sentence, plural
from tracker.values.formatting import moment as at_words

PAGE = 50
LEFT, STEP = 10, 20
ENOUGH, WIDE, HIGH = 3, 320, 5
"""Moments that make a line; how wide it is drawn, and how deep a point of ten."""

HEAVY = 8
"""From here on, the answer says where to find help."""


class Scale(NamedTuple):
    """Where the dots stand: 0 at the left, 10 at the right."""

    before: int
    after: int | None


class PresentedCheckIn(NamedTuple):
    """What the template shows of one."""

    id: int
    role: str
    company: str
    href: str | None
    when: str
    weight: str
    scale: Scale | None
    words: str
    prompt: str
    writing: str


def present_check_in(
    row: CheckIn, role: str, company: str, binned: bool, *, now: datetime, zone: ZoneInfo
) -> PresentedCheckIn:
    """One moment in words; the link leads nowhere while the application is in the bin."""
    scale = None
    if row.before is not None:
        scale = Scale(dot(row.before), dot(row.after) if row.after is not None else None)
    return PresentedCheckIn(
        id=row.id,
        role=role,
        company=company,
        href=None if binned else f"/applications/{row.application_id}",
        when=at_words(row.created_at, zone, day_of(now, zone)),
        weight=weight_words(row, zone),
        scale=scale,
        words=row.words,
        prompt=row.prompt,
        writing=row.writing,
    )


class OverTime(NamedTuple):
    """The numbers of the moments shown, as a line from the earliest to the latest."""

    path: str
    said: str


def over_time(rows: Sequence[CheckIn], zone: ZoneInfo, today: date) -> OverTime | None:
    """A line, once there are enough of them to be one; `rows`: the latest first."""
    told = [each for each in reversed(rows) if each.before is not None]
    if len(told) < ENOUGH:
        return None
    step = (WIDE - 2 * LEFT) / (len(told) - 1)
    dots = [
        f"{LEFT + step * at:.0f} {LEFT + HIGH * (each.before or 0)}" for at, each in enumerate(told)
    ]
    first, last = (day(day_of(each.created_at, zone), today) for each in (told[0], told[-1]))
    return OverTime(
        "M" + "L".join(dots), f"How bad it was, {in_sentence(first)} to {in_sentence(last)}"
    )


def dot(value: int) -> int:
    """A number from 0 to 10 on the scale."""
    return LEFT + STEP * value


def weight_words(row: CheckIn, zone: ZoneInfo) -> str:
    """How bad: 8 of 10, then 3, the next day."""
    if row.before is None:
        return ""
    if row.after is None or row.after_at is None:
        return f"How bad: {row.before} of 10"
    days = (day_of(row.after_at, zone) - day_of(row.created_at, zone)).days
    later = {0: "later that day", 1: "the next day"}.get(days, f"{plural(days, 'day')} later")
    return f"How bad: {row.before} of 10, then {row.after}, {later}"


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
