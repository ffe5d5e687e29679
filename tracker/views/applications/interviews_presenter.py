"""Interviews as they read."""

from datetime import datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

from tracker.models.interview import Interview, title
from tracker.values.days import day_of
from tracker.values.formatting import moment
from tracker.values.text import is_web_link


class PresentedInterview(NamedTuple):
    """What the template shows of one interview."""

    title: str
    when: str
    place: str
    link: str | None
    href: str
    ahead: bool


def present_interview(row: Interview, now: datetime, zone: ZoneInfo) -> PresentedInterview:
    """One interview in words."""
    at = row.starts_at
    words = moment(at, zone, day_of(now, zone), row.hour_known) if at is not None else ""
    length = f", {row.minutes} min" if row.minutes else ""
    return PresentedInterview(
        title=title(row.kind, row.round),
        when=f"{words}{length}" if words else "",
        place=row.place,
        link=row.place if is_web_link(row.place) else None,
        href=f"/applications/{row.application_id}/interviews/{row.id}",
        ahead=at is not None and at > now,
    )


__all__ = ["PresentedInterview", "present_interview", "title"]
