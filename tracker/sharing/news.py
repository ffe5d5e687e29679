"""What was written down since somebody looked the last time, of what they are shown."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from typing import Any, NamedTuple

from tracker.sharing.loop_rows import ActionRow, RejectionRow
from tracker.sharing.record import Record
from tracker.sharing.rows import ApplicationRow, OfferRow
from tracker.values.days import day_of
from tracker.values.formatting import shortened

ROLE, WORDS = 60, 120
"""Characters of a name and of a text in a line of news."""


class NewsLine(NamedTuple):
    """One kind of thing: what it is, where all of it stands, and what each says."""

    label: str
    place: str
    said: Sequence[str]


@dataclass(frozen=True)
class News:
    """Of one record, since one moment."""

    record: Record
    since: datetime

    def is_new(self, row: Any) -> bool:
        """Whether a row was written down since."""
        return row.written_at is not None and row.written_at > self.since

    def mark(self, row: Any) -> str:
        """What a row is marked with in its list."""
        if self.is_new(row):
            return "New"
        if isinstance(row, ActionRow) and self._is_done(row):
            return "New: done"
        return "Moved" if isinstance(row, ApplicationRow) and self._has_moved(row) else ""

    @cached_property
    def lines(self) -> list[NewsLine]:
        """The most telling first; kinds of which there is nothing are left out."""
        read = self.record
        told = (
            NewsLine("Offers", "applications", self._once(read.offers)),
            NewsLine("Interviews", "interviews", self._named(read.interviews, self.is_new)),
            NewsLine("What they said", "said", self._named(read.feedback, self.is_new)),
            NewsLine("They said no", "noes", self._named(read.noes, self._is_new_no)),
            NewsLine("No answer", "noes", self._named(read.noes, self._is_new_silence)),
            NewsLine("Moved", "applications", list(self._moved())),
            NewsLine("Sent", "applications", self._named(read.applications, self.is_new)),
            NewsLine("Asked for advice", "asks", self._named(read.asks, self.is_new)),
            NewsLine("Done", "actions", self._whats(read.actions, self._is_done)),
            NewsLine("Planned", "actions", self._whats(read.actions, self._is_planned)),
            NewsLine("Looking back", "reviews", self._looks()),
        )
        return [line for line in told if line.said]

    def _named(self, rows: Iterable[Any], is_new: Callable[[Any], bool]) -> list[str]:
        return [_name(row) for row in rows if is_new(row)]

    def _once(self, rows: Iterable[OfferRow]) -> list[str]:
        """Applications with an offer that was written down since, whatever its day."""
        return list(dict.fromkeys(self._named(rows, self.is_new)))

    def _whats(self, rows: Iterable[ActionRow], is_new: Callable[[ActionRow], bool]) -> list[str]:
        return [shortened(row.what, WORDS) for row in rows if is_new(row)]

    def _looks(self) -> list[str]:
        return [row.subject for row in self.record.reviews if self.is_new(row)]

    def _moved(self) -> Iterator[str]:
        """To another stage, where neither an interview nor a no tells it already."""
        read = self.record
        told = {row.application_id for row in read.interviews if self.is_new(row)}
        told |= {row.application_id for row in read.noes if self.is_new(row)}
        for row in read.applications:
            if self._has_moved(row) and row.id not in told:
                yield f"{_name(row)}: {row.standing}"

    def _has_moved(self, row: ApplicationRow) -> bool:
        moved = row.moved_at is not None and row.moved_at > self.since
        return moved and not self.is_new(row)

    def _is_done(self, row: ActionRow) -> bool:
        return row.done_on is not None and self._of_a_day(row.done_on, row.touched_at)

    def _is_new_no(self, row: RejectionRow) -> bool:
        return row.said and row.stands and self.is_new(row)

    def _is_new_silence(self, row: RejectionRow) -> bool:
        return not row.said and row.stands and self.is_new(row)

    def _is_planned(self, row: ActionRow) -> bool:
        return row.done_on is None and self.is_new(row)

    def _of_a_day(self, day: Any, touched_at: datetime | None) -> bool:
        """A day has no moment: it is new if it is no earlier, and its row was changed since."""
        since = day_of(self.since, self.record.made_at.tzinfo or UTC)
        return day >= since and touched_at is not None and touched_at > self.since


def _name(row: Any) -> str:
    return ", ".join(filter(None, (shortened(row.role, ROLE), shortened(row.company, ROLE))))
