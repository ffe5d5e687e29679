"""What of a job search has a day or an hour, as a calendar takes it.

Nobody's name and no private writing is ever in it. An interview that is off stays for a while,
marked as cancelled, so that programs which keep what they once saw take it away.
"""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from typing import Any, NamedTuple

from sqlalchemy import exists, func, or_, select
from sqlalchemy.orm import Session, aliased

from tracker.loop.stage import Stage
from tracker.models.action import Action
from tracker.models.application import Application
from tracker.models.attempt import Attempt
from tracker.models.interview import CANCELLED, USUAL_MINUTES, Interview, title
from tracker.models.lead import Lead
from tracker.models.offer import Offer
from tracker.models.undo import Removal
from tracker.models.user import User
from tracker.sharing.record import read_redaction
from tracker.sharing.redaction import Redaction
from tracker.sharing.selection import Selection
from tracker.values.date_range import DateRange
from tracker.values.days import LAST_MOMENT, day_of, days_after, start_of
from tracker.values.text import is_web_link

LAST_SEQUENCE = 2**31 - 1
"""The largest that the format has."""
OFF_FOR = timedelta(days=30)
"""How long after its time an interview that is off is still told as cancelled."""
SPOKEN = ("call", "in_person")
ROW = Any


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


@dataclass(frozen=True)
class CalendarEvents:
    """One person's events, names masked as they chose."""

    session: Session
    user: User
    choice: Selection
    span: DateRange
    now: datetime

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
        return sorted(found, key=lambda event: (self._day(event.starts), event.uid))

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
                    ends: date = _end(starts, facts.get("minutes"))
                    if not facts.get("hour_known", True):
                        begins = date.fromisoformat(facts["on"])
                        ends = days_after(begins, 1)
                    event = Event(
                        self._uid("interview", facts["id"]),
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
        return f"{words}: {_job(application, mask)}" if application is not None else words

    def follow_ups(self, mask: Redaction) -> Iterator[Event]:
        """The day on which the one reminder is due, while nothing was heard."""
        later, written = aliased(Attempt), aliased(Attempt)
        most = (
            select(func.count())
            .where(
                written.application_id == Application.id,
                written.channel.not_in(SPOKEN),
                written.is_ask,
            )
            .scalar_subquery()
        )
        rows = self.session.execute(
            select(Attempt, Application)
            .join(Application, Application.id == Attempt.application_id)
            .where(
                *self._awake(),
                Application.stage.not_in(Stage.OPEN),
                Application.ask_next.in_(("wait", "nudge")),
                Attempt.kind == "ask",
                Attempt.follow_up_on.is_not(None),
                ~exists().where(later.application_id == Application.id, later.id > Attempt.id),
                most < 2,
            )
        )
        for attempt, application in rows:
            day = attempt.follow_up_on
            if day is not None and self.span.holds(day):
                yield self._whole_day(
                    "follow-up", attempt.id, day, f"Follow up: {_job(application, mask)}",
                    attempt.created_at, application.updated_at,
                    f"/applications/{application.id}/ask",
                )  # fmt: skip

    def offers(self, mask: Redaction) -> Iterator[Event]:
        """The day by which an offer that waits is to be answered."""
        rows = self.session.execute(
            select(Application, Offer)
            .join(Offer, Offer.application_id == Application.id)
            .where(
                Application.user_id == self.user.id,
                Application.pinned,
                Application.offer_answer_by.is_not(None),
                Offer.decision.is_(None),
            )
        )
        for application, offer in rows:
            day = offer.answer_by
            if day is not None and self.span.holds(day):
                yield self._whole_day(
                    "offer", offer.id, day, f"Answer their offer: {_job(application, mask)}",
                    offer.created_at, application.updated_at,
                    f"/applications/{application.id}/offer",
                )  # fmt: skip

    def actions(self, mask: Redaction) -> Iterator[Event]:
        """The day of each action that is to do, unless its card rests."""
        rows = self.session.execute(
            select(Action, Application.rest_until)
            .outerjoin(Application, Application.id == Action.application_id)
            .where(
                Action.user_id == self.user.id,
                Action.is_open,
                Action.due_on.is_not(None),
                or_(Application.rest_until.is_(None), Application.rest_until <= self.now),
            )
        )
        for action, _ in rows:
            if action.due_on is not None and self.span.holds(action.due_on):
                yield self._whole_day(
                    "action", action.id, action.due_on,
                    f"To do: {mask.without_people(self._words(action.what, mask))}",
                    action.created_at, action.updated_at, f"/actions/{action.id}",
                )  # fmt: skip

    def leads(self, mask: Redaction) -> Iterator[Event]:
        """The day on which a saved opening closes."""
        rows = self.session.scalars(Lead.open(self.user.id).where(Lead.closes_on.is_not(None)))
        for lead in rows:
            if lead.closes_on is not None and self.span.holds(lead.closes_on):
                yield self._whole_day(
                    "lead", lead.id, lead.closes_on, f"Closes: {_job(lead, mask)}",
                    lead.created_at, lead.created_at, f"/leads/{lead.id}",
                )  # fmt: skip

    def _interview(self, row: ROW, mask: Redaction) -> Event:
        interview, application = row
        changed = (interview.created_at, interview.updated_at, application.updated_at)
        place = interview.place
        whole_day = not interview.hour_known
        return Event(
            self._uid("interview", interview.id),
            interview.on if whole_day else interview.starts_at,
            days_after(interview.on, 1)
            if whole_day
            else _end(interview.starts_at, interview.minutes),
            f"{title(interview.kind, interview.round)}: {_job(application, mask)}",
            interview.created_at,
            max(moment for moment in changed if moment is not None),
            "" if mask.hides_companies
            else place if is_web_link(place) else mask.without_people(place),
            f"/applications/{application.id}/interviews/{interview.id}",
            is_off(interview, application, self.user.zone),
            whole_day,
        )  # fmt: skip

    def _is_told(self, event: Event) -> bool:
        if not self.span.holds(self._day(event.starts)):
            return False
        ends = event.ends
        if not isinstance(ends, datetime):
            ends = start_of(ends, self.user.zone)
        return not event.cancelled or ends + OFF_FOR > self.now

    def _whole_day(
        self, noun: str, number: int, day: date, summary: str, made: datetime,
        changed: datetime, path: str,
    ) -> Event:  # fmt: skip
        following = day + timedelta(days=1)
        uid = self._uid(noun, number)
        return Event(uid, day, following, summary, made, max(made, changed), "", path)

    def _uid(self, noun: str, number: int) -> str:
        """The same for ever, and no other Onward's: it names no host, which may change."""
        mark = hashlib.sha256(f"{self.user.id} {self.user.created_at.isoformat()}".encode())
        return f"{noun}-{number}-{mark.hexdigest()[:16]}@onward"

    def _awake(self) -> list[Any]:
        return [
            Application.user_id == self.user.id,
            Application.live,
            or_(Application.rest_until.is_(None), Application.rest_until <= self.now),
        ]

    def _words(self, words: str, mask: Redaction) -> str:
        return mask.text(words) if mask.hides_companies else words

    def _day(self, at: datetime | date) -> date:
        return day_of(at, self.user.zone) if isinstance(at, datetime) else at


def is_off(interview: Interview, application: Application, zone: tzinfo) -> bool:
    """Cancelled, or after the end of an application of which nobody was asked about it.

    What was on the day of the end was before it, as far as anybody knows.
    """
    if interview.outcome == CANCELLED:
        return True
    ends = [application.deleted_at] if application.deleted_at is not None else []
    if not application.expecting and application.stage_since is not None:
        ends.append(start_of(days_after(application.stage_since, 1), zone))
    starts = interview.starts_at
    return starts is not None and starts >= min(ends, default=LAST_MOMENT)


def _end(starts: datetime, minutes: int | None) -> datetime:
    return starts + timedelta(minutes=minutes or USUAL_MINUTES)


def _job(row: Application | Lead, mask: Redaction) -> str:
    said = (mask.without_people(mask.text(row.role) if mask.hides_companies else row.role),)
    company = mask.company(row.company)
    return ", ".join(each for each in (*said, company) if each)
