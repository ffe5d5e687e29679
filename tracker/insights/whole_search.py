"""A search that ended with a job: from its first application to the one that was taken."""

from datetime import date, datetime
from typing import NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from tracker.insights.figures.usual_reply_time import usual_silence
from tracker.models.application import Application
from tracker.models.offer import ACCEPTED, Offer
from tracker.models.reads.standing import as_of
from tracker.models.user import User
from tracker.sharing.reader import within
from tracker.sharing.summary import SharedSummary, read_summary
from tracker.values.date_range import DateRange
from tracker.values.days import days_after

MOST_DOTS = 1200


class WholeSearch(NamedTuple):
    """What was done on the way; a day is None where nobody knows it."""

    counted: SharedSummary
    stages: list[str]
    """Of the applications before this one, in the order in which they were sent."""
    first: Application | None
    """The first that has a day."""
    first_on: date | None
    taken_on: date | None

    @property
    def days(self) -> int | None:
        """From the first application to the yes."""
        if self.first_on is None or self.taken_on is None or self.taken_on < self.first_on:
            return None
        return (self.taken_on - self.first_on).days


def read_whole_search(
    session: Session, user: User, taken: Application, now: datetime
) -> WholeSearch:
    """Of this search alone: after an earlier job that was taken, and up to this yes."""
    taken_on = _taken_on(session, taken)
    span = _span(session, taken, taken_on)
    mine = (
        Application.user_id == user.id,
        Application.deleted_at.is_(None),
        *within(span, Application.applied_on),
    )
    first = session.scalar(
        select(Application)
        .where(*mine, Application.applied_on.is_not(None))
        .order_by(Application.applied_on, Application.id)
        .limit(1)
    )
    dated = (Application.applied_on.is_not(None), Application.applied_on, Application.id)
    latest = select(Application.stage).where(*mine, Application.id != taken.id)
    backwards = latest.order_by(*(each.desc() for each in dated)).limit(MOST_DOTS)
    moment = as_of(now, user.zone, usual_silence(session, user, now))
    return WholeSearch(
        read_summary(session, user.id, span, moment),
        list(session.scalars(backwards))[::-1],
        first,
        first.applied_on if first is not None else None,
        taken_on,
    )


def _taken_on(session: Session, taken: Application) -> date | None:
    """The day of the yes, where it is known."""
    offer = Offer.latest(session, taken)
    known = offer.decided_on if offer is not None and offer.decision == ACCEPTED else None
    return known or taken.archived_on


def _span(session: Session, taken: Application, taken_on: date | None) -> DateRange:
    """All of it, unless an earlier job or a later search shares the account."""
    if taken_on is None:
        return DateRange()
    earlier = session.scalar(
        select(func.max(Offer.decided_on)).where(
            Offer.user_id == taken.user_id,
            Offer.application_id != taken.id,
            Offer.decision == ACCEPTED,
            Offer.decided_on < (taken.applied_on or taken_on),
        )
    )
    later = session.scalar(
        select(func.count()).where(
            Application.user_id == taken.user_id,
            Application.deleted_at.is_(None),
            Application.applied_on > taken_on,
        )
    )
    first = days_after(earlier, 1) if earlier is not None else None
    return DateRange.between(first, taken_on if later else None)
