"""What a transaction touches: the rows that applications are summed up from, and whose each is."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import inspect, select, update
from sqlalchemy.orm import Session

from tracker.models.action import Action
from tracker.models.action_point import ActionPoint
from tracker.models.application import Application
from tracker.models.attempt import Attempt
from tracker.models.contact import ApplicationContact, Contact
from tracker.models.feedback import Feedback, FeedbackPoint
from tracker.models.interview import Interview, day_ends
from tracker.models.offer import Offer
from tracker.models.rejection import Rejection
from tracker.models.stage_change import StageChange
from tracker.models.user import ZONES, User
from tracker.values.days import day_of
from tracker.values.lived_zone import with_a_stay

TOUCHED = "onward_touched"


@dataclass
class Touched:
    """What one transaction has changed, and when that was."""

    at: datetime
    ids: set[int] = field(default_factory=set)
    """Of applications whose summary may not be true any more."""
    talked: set[int] = field(default_factory=set)
    """Of those whose interviews have changed: by when were they invited?"""


def _beside(session: Session, row: Any) -> Iterable[int]:
    return (row.application_id,)


def _of_action(session: Session, row: Action) -> Iterable[int]:
    """Where it came from, before and now, and whose points it answers."""
    history = inspect(row).attrs.application_id.history
    own = {each for each in (*history.deleted, row.application_id) if each is not None}
    if row in session.new:
        return own
    return own.union(session.scalars(row.applications().with_only_columns(Application.id)))


def _of_point(session: Session, row: ActionPoint) -> Iterable[int]:
    point = select(FeedbackPoint.application_id).where(FeedbackPoint.id == row.point_id)
    return session.scalars(point)


def _of_contact(session: Session, row: Contact) -> Iterable[int]:
    """Whether somebody can be rung up matters."""
    differs = inspect(row).attrs.phone.history.has_changes() or row in session.deleted
    return session.scalars(row.application_ids()) if differs and row not in session.new else ()


def _of_user(session: Session, row: User) -> Iterable[int]:
    """Days to come begin at another moment in another zone; those that are past stay."""
    before = inspect(row).attrs.time_zone.history.deleted
    if row not in session.new and before:
        at = session.info[TOUCHED].at
        row.former_zones = with_a_stay(row.former_zones or (), before[0], at)
        _move_ahead(session, row, at)
        decided = Application.wake_at.is_not(None) | Application.today_place.is_not(None)
        due = update(Application).where(Application.user_id == row.id, decided)
        session.connection().execute(due.values(wake_at=at))
        session.info[ZONES][row.id] = row.zone
    return ()


def _move_ahead(session: Session, user: User, at: datetime) -> None:
    """Interviews to come: an hour is a moment, and may fall on another day; a day stays a day."""
    ahead = select(Interview).where(Interview.user_id == user.id, Interview.starts_at > at)
    for row in session.scalars(ahead):
        if row.hour_known and row.starts_at is not None:
            row.on = day_of(row.starts_at, user.zone)
        elif row.on is not None:
            row.starts_at = day_ends(row.on, user.zone)


WAYS: Mapping[type[Any], Callable[[Session, Any], Iterable[int]]] = {
    Interview: _beside,
    Offer: _beside,
    Rejection: _beside,
    StageChange: _beside,
    Attempt: _beside,
    Feedback: _beside,
    FeedbackPoint: _beside,
    ApplicationContact: _beside,
    Action: _of_action,
    ActionPoint: _of_point,
    Contact: _of_contact,
    User: _of_user,
}
"""The rows that applications are summed up from, and how each tells whose it is."""
