"""The order of a story: by days, and what has none between the entries that bound it."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from tracker.values.days import FIRST_MOMENT, day_of, days_after, start_of

CAME_WITH = {
    "interview": "interview",
    "offer": "interview",
    "rejection": "rejected",
    "feedback": "feedback_received",
}
"""The stage that each leads to, or follows where there was an interview."""
KINDS = {
    kind: place
    for place, kind in enumerate(
        (
            *("document", "stage", "note", "interview", "archival", "rejection", "offer"),
            *("offer_answer", "end_of_job", "attempt", "feedback", "action", "action_done"),
        )
    )
}
"""Of what happened at the same moment, the later is told first."""


class Entry(NamedTuple):
    """One thing that happened; what the unnamed facts mean depends on the kind."""

    kind: str
    id: int
    at: datetime | None
    recorded_at: datetime | None
    before: str | None = None
    """The stage before; an interview's kind; how a rejection came; what an email
    was saved as."""
    after: str | None = None
    """The stage after; an outcome, of an interview or of all; what became of an offer."""
    words: str | None = None
    more: str | None = None
    """Further words; of the loop the channel, or an action's kind."""
    people: str | None = None
    number: int | None = None
    """An interview's round; which change a change undoes."""
    rating: int | None = None
    marked: bool | None = None
    """A change that was undone; a note that is private."""
    latest: bool | None = None
    """The latest change, which can be undone."""
    length: int | None = None
    came: bool | None = None
    """Whether something of theirs came before a card was put back."""
    on: date | None = None
    """The day, where no moment is known."""
    due: date | None = None
    """The day that an action is planned for."""


def in_order(entries: Sequence[Entry]) -> list[Entry]:
    """The latest first; what has no day stands between the dated entries that bound it.

    Moves follow each other as they were made; an interview without a day came with the move to
    Interview, an offer after it, a no with that to Rejected; else they came after the beginning.
    """
    changes = sorted((each for each in entries if each.kind == "stage"), key=lambda each: each.id)
    placed: dict[tuple[str, int], datetime] = {}
    reached: dict[str, datetime] = {}
    since = FIRST_MOMENT
    for change in changes:
        since = placed["stage", change.id] = change.at or since
        reached.setdefault(change.after or "", since)
    begun = min(reached.values(), default=FIRST_MOMENT)
    for each in entries:
        if each.kind != "stage":
            bound = reached.get(CAME_WITH.get(each.kind, ""), begun)
            if each.kind == "archival":
                bound = since
            placed[each.kind, each.id] = each.at or bound
    told = [*reversed(entries)]
    told.sort(key=lambda each: (placed[each.kind, each.id], each.at is None, KINDS[each.kind]))
    return told[::-1]


def dated(entry: Entry, zone: ZoneInfo) -> Entry:
    """A move, with the moment at which it stands; the beginning stands first on its day."""
    if entry.kind != "stage" or entry.on is None or entry.recorded_at is None:
        return entry
    at = stands_at(entry.on, entry.recorded_at, zone)
    if at == entry.recorded_at:
        return entry._replace(at=at, on=None)
    return entry._replace(at=start_of(entry.on, zone) if entry.before is None else at)


def stands_at(day: date, recorded_at: datetime, zone: ZoneInfo) -> datetime:
    """What was written down on its day stands at that minute, else at its day's end."""
    return recorded_at if day == day_of(recorded_at, zone) else end_of(day, zone)


def end_of(day: date, zone: ZoneInfo) -> datetime:
    """The last moment of a day."""
    return start_of(days_after(day, 1), zone) - timedelta(microseconds=1)
