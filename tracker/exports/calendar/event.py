"""One entry of a calendar, and how it is named and told."""

from datetime import date, datetime, timedelta, tzinfo
from typing import NamedTuple

from tracker.models.application import Application
from tracker.models.interview import USUAL_MINUTES, Interview
from tracker.models.lead import Lead
from tracker.sharing.redaction import Redaction
from tracker.values.days import LAST_MOMENT, days_after, start_of
from tracker.values.formatting import TIME_TO_COME

LAST_SEQUENCE = 2**31 - 1
"""The largest that the format has."""


class Event(NamedTuple):
    """One entry: a moment with its end, or a whole day."""

    uid: str
    starts: datetime | date
    ends: datetime | date
    summary: str
    made: datetime
    changed: datetime
    """Grows with every change that a calendar shows."""
    place: str = ""
    path: str = ""
    """Where it stands in Onward."""
    cancelled: bool = False
    tentative: bool = False
    """Its hour is not known yet."""

    @property
    def sequence(self) -> int:
        """A number that grows with every change."""
        return min(max(0, int((self.changed - self.made).total_seconds())), LAST_SEQUENCE)


def is_off(interview: Interview, application: Application, zone: tzinfo) -> bool:
    """Cancelled, to be moved, or after the end of an application if nobody was asked about it.

    What was on the day of the end was before it, as far as anybody knows.
    """
    if interview.is_off:
        return True
    ends = [application.deleted_at] if application.deleted_at is not None else []
    if not application.expecting and application.stage_since is not None:
        ends.append(start_of(days_after(application.stage_since, 1), zone))
    starts = interview.starts_at
    return starts is not None and starts >= min(ends, default=LAST_MOMENT)


def open_hour(interview: Interview) -> str:
    """That its hour is missing: a calendar shows a whole day, as if it took one."""
    ahead = not (interview.hour_known or interview.is_test or interview.is_off)
    return f" ({TIME_TO_COME})" if ahead else ""


def end_of(starts: datetime, minutes: int | None) -> datetime:
    return starts + timedelta(minutes=minutes or USUAL_MINUTES)


def job_words(row: Application | Lead, mask: Redaction) -> str:
    said = (mask.without_people(mask.text(row.role) if mask.hides_companies else row.role),)
    company = mask.company(row.company)
    return ", ".join(each for each in (*said, company) if each)
