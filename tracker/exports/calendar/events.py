"""What of a job search has a day or an hour, as a calendar takes it.

Nobody's name and no private writing is ever in it. An interview that is off stays for a while,
marked as cancelled, so that programs which keep what they once saw take it away.
"""

import json
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import select

from tracker.exports.calendar.due_days import DueDays
from tracker.exports.calendar.event import Event, end_of, is_off, job_words, open_hour
from tracker.models.application import Application
from tracker.models.interview import Interview, title
from tracker.models.undo import Removal
from tracker.sharing.record import read_redaction
from tracker.sharing.redaction import Redaction
from tracker.values.days import days_after, start_of
from tracker.values.text import is_web_link

OFF_FOR = timedelta(days=30)
"""How long after its time an interview that is off is still told as cancelled."""
ROW = Any


class CalendarEvents(DueDays):
    """One person's events, names masked as they chose."""

    def events(self) -> list[Event]:
        """All of them by time; what is off among them."""
        mask = read_redaction(self.session, self.user, self.choice)
        found = [
            *self.interviews(mask),
            *self.removed(mask),
            *self.follow_ups(mask),
            *self.offers(mask),
            *self.actions(mask),
            *self.leads(mask),
        ]
        return sorted(found, key=lambda event: (self.day(event.starts), event.uid))

    def one(self, interview: Interview, application: Application) -> Event:
        """One interview, whenever it is."""
        mask = read_redaction(self.session, self.user, self.choice)
        return self._interview((interview, application), mask)

    def interviews(self, mask: Redaction) -> Iterator[Event]:
        """With their hour; what is cancelled is off."""
        rows = self.session.execute(
            select(Interview, Application)
            .join(Application, Application.id == Interview.application_id)
            .where(Interview.user_id == self.user.id, Interview.starts_at.is_not(None))
        )
        for row in rows:
            event = self._interview(tuple(row), mask)
            gone = row[1].deleted_at is not None and not event.cancelled
            if not gone and self._is_told(event):
                yield event

    def removed(self, mask: Redaction) -> Iterator[Event]:
        """Interviews that were taken away before their time."""
        kept = select(Removal).where(Removal.user_id == self.user.id, Removal.noun == "interview")
        for removal in self.session.scalars(kept):
            for table, facts in json.loads(removal.kept):
                if table == "interviews" and facts.get("starts_at"):
                    starts = datetime.fromisoformat(facts["starts_at"])
                    begins: date = starts
                    ends: date = end_of(starts, facts.get("minutes"))
                    if not facts.get("hour_known", True):
                        begins = date.fromisoformat(facts["on"])
                        ends = days_after(begins, 1)
                    event = Event(
                        self.uid("interview", facts["id"]),
                        begins,
                        ends,
                        self._removed_title(facts, mask),
                        datetime.fromisoformat(facts["created_at"]),
                        removal.at,
                        cancelled=True,
                    )
                    if starts > removal.at and self._is_told(event):
                        yield event

    def _removed_title(self, facts: dict[str, Any], mask: Redaction) -> str:
        """As it was called before, for programs that show what is cancelled."""
        words = title(facts.get("kind"), facts.get("round"))
        application = self.session.get(Application, facts.get("application_id"))
        return f"{words}: {job_words(application, mask)}" if application is not None else words

    def _interview(self, row: ROW, mask: Redaction) -> Event:
        interview, application = row
        changed = (interview.created_at, interview.updated_at, application.updated_at)
        place = interview.place
        whole_day = not interview.hour_known
        return Event(
            self.uid("interview", interview.id),
            interview.on if whole_day else interview.starts_at,
            days_after(interview.on, 1)
            if whole_day
            else end_of(interview.starts_at, interview.minutes),
            f"{interview.name}{open_hour(interview)}: {job_words(application, mask)}",
            interview.created_at,
            max(moment for moment in changed if moment is not None),
            "" if mask.hides_companies
            else place if is_web_link(place) else mask.without_people(place),
            f"/applications/{application.id}/interviews/{interview.id}",
            is_off(interview, application, self.user.zone),
            whole_day,
        )  # fmt: skip

    def _is_told(self, event: Event) -> bool:
        if not self.span.holds(self.day(event.starts)):
            return False
        ends = event.ends
        if not isinstance(ends, datetime):
            ends = start_of(ends, self.user.zone)
        return not event.cancelled or ends + OFF_FOR > self.now
