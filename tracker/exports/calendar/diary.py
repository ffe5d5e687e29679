"""Whose calendar it is, and how whole days stand in it."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from tracker.exports.calendar.event import Event
from tracker.models.user import User
from tracker.sharing.redaction import Redaction
from tracker.sharing.selection import Selection
from tracker.values.date_range import DateRange
from tracker.values.days import day_of


@dataclass(frozen=True)
class Diary:
    """One person's days, names masked as they chose."""

    session: Session
    user: User
    choice: Selection
    span: DateRange
    now: datetime

    def whole_day(
        self, noun: str, number: int, day: date | None, summary: str, made: datetime,
        changed: datetime, path: str,
    ) -> Iterator[Event]:  # fmt: skip
        """One that has a day, where the span holds it."""
        if day is not None and self.span.holds(day):
            following, uid = day + timedelta(days=1), self.uid(noun, number)
            yield Event(uid, day, following, summary, made, max(made, changed), "", path)

    def uid(self, noun: str, number: int) -> str:
        """The same for ever, and no other Onward's: it names no host, which may change."""
        mark = hashlib.sha256(f"{self.user.id} {self.user.created_at.isoformat()}".encode())
        return f"{noun}-{number}-{mark.hexdigest()[:16]}@onward"

    def words(self, words: str, mask: Redaction) -> str:
        """As they may be read."""
        return mask.text(words) if mask.hides_companies else words

    def day(self, at: datetime | date) -> date:
        """On the person's calendar."""
        return day_of(at, self.user.zone) if isinstance(at, datetime) else at
