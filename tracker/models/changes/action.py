"""Planning an action, doing it, moving it, dropping it: with every application that it concerns."""

from collections.abc import Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from tracker.loop.stage import Stage
from tracker.models.action import Action
from tracker.models.action_point import ActionPoint
from tracker.models.application import Application
from tracker.models.changes.growing import grow, shrink
from tracker.models.changes.rest import end_rest
from tracker.models.changes.stage import move, undo
from tracker.models.feedback import FeedbackPoint
from tracker.models.stage_change import StageChange, happened_on
from tracker.values.days import day_of

BEFORE_ACTING = (Stage.REJECTED, Stage.FEEDBACK_RECEIVED)
"""Stages from which an action that is done takes a card on."""


def plan(session: Session, action: Action, points: Sequence[FeedbackPoint]) -> None:
    """Keep a new action with the points that it answers."""
    if action.application_id is None and points:
        action.application_id = points[0].application_id
    session.add(action)
    session.flush()
    session.add_all(ActionPoint(action_id=action.id, point_id=point.id) for point in points)
    _go_on(session, action)


def answer_points(
    session: Session, action: Action, points: Sequence[FeedbackPoint], now: datetime
) -> list[StageChange]:
    """Let it answer these points and no others; where it is done, their cards move as returned."""
    if action.application_id is None and points:
        action.application_id = points[0].application_id
    known = {
        link.point_id: link
        for link in session.scalars(select(ActionPoint).where(ActionPoint.action_id == action.id))
    }
    wanted = {point.id for point in points}
    for point_id in known.keys() - wanted:
        session.delete(known[point_id])
    session.add_all(
        ActionPoint(action_id=action.id, point_id=each) for each in sorted(wanted - known.keys())
    )
    action.touch(now)
    _go_on(session, action)
    return _take_along(session, action, now) if action.is_done else []


def take_back_points(
    session: Session,
    action: Action,
    points: Sequence[FeedbackPoint],
    moved: Sequence[StageChange],
    now: datetime,
) -> None:
    """Undo of that: the points that it answered before; cards go back unless they moved on."""
    answer_points(session, action, points, now)
    for change in moved:
        application = session.get_one(Application, change.application_id)
        latest = StageChange.latest(session, application)
        stands = latest is not None and latest.id == change.id and change.undoes_id is None
        if stands and change.after == Stage.ACTION_TAKEN:
            undo(session, application, change, now)


def complete_action(
    session: Session, action: Action, now: datetime, zone: ZoneInfo, on: date | None = None
) -> list[StageChange]:
    """It was done on a day, else today; the cards that it takes to Action taken are returned.

    They move by what is returned, on that day too.
    """
    if action.done_on is not None:
        return []
    action.done_on = on or day_of(now, zone)
    action.touch(now)
    grow(session, action)
    _go_on(session, action)
    return _take_along(session, action, now)


def done_on_day(session: Session, action: Action, on: date, now: datetime, zone: ZoneInfo) -> None:
    """It was done on another day; the cards that it took along moved on that day, too."""
    if action.done_on is None:
        return
    moved = moved_by(session, action, zone)
    action.done_on = on
    action.touch(now)
    for application, change in moved:
        _date(session, application, change, on)


def reopen_action(session: Session, action: Action, now: datetime, zone: ZoneInfo) -> None:
    """It is not done after all: cards that it took along go back, unless they moved on since."""
    if action.done_on is None:
        return
    moved = [change for _, change in moved_by(session, action, zone)]
    action.done_on = None
    shrink(session, action)
    action.touch(now)
    session.flush()
    for change in moved:
        application = session.get_one(Application, change.application_id)
        if not session.scalar(actions_of(application).where(Action.done_on.is_not(None)).limit(1)):
            undo(session, application, change, now)


def drop_action(action: Action, now: datetime) -> None:
    """Leave it; what it answered is open again."""
    action.dropped_at = action.dropped_at or now
    action.touch(now)


def undrop_action(action: Action, now: datetime) -> None:
    """Undo of that."""
    action.dropped_at = None
    action.touch(now)


def applications_of(session: Session, action: Action) -> list[Application]:
    """The applications whose points it answers, and the one that it came from."""
    return list(session.scalars(action.applications()))


def actions_of(application: Application) -> Select[Action]:
    """The actions of an application, those dropped left out."""
    return (
        Action.of(application.user_id)
        .where(Action.about(application.id))
        .order_by(*Action.soonest_first())
    )


def moved_by(
    session: Session, action: Action, zone: ZoneInfo
) -> list[tuple[Application, StageChange]]:
    """The cards that went to Action taken once it was done, and have stayed there."""
    found = []
    for application in applications_of(session, action):
        if application.live and application.stage == Stage.ACTION_TAKEN:
            latest = StageChange.latest(session, application)
            if latest is None or latest.on is None or action.done_on is None:
                continue
            if latest.on == _day_of_the_move(session, application, latest, action.done_on):
                found.append((application, latest))
    return found


def _go_on(session: Session, action: Action) -> None:
    session.flush()
    for application in applications_of(session, action):
        end_rest(session, application)


def _take_along(session: Session, action: Action, now: datetime) -> list[StageChange]:
    moved = []
    for application in applications_of(session, action):
        if application.live and application.stage in BEFORE_ACTING:
            change = move(session, application, Stage.ACTION_TAKEN, now)
            session.flush()
            if change is not None:
                moved.append(change)
                _date(session, application, change, action.done_on)
    return moved


def _date(session: Session, application: Application, change: StageChange, on: date | None) -> None:
    if on is not None:
        day = _day_of_the_move(session, application, change, on)
        happened_on(session, application, Stage.ACTION_TAKEN, day)


def _day_of_the_move(
    session: Session, application: Application, change: StageChange, on: date
) -> date:
    """A card moves on the day that the action was done, but not before it came to where it was."""
    earlier = (
        StageChange.of(application)
        .with_only_columns(StageChange.on)
        .where(StageChange.id < change.id)
    )
    return max(on, session.scalar(earlier.limit(1)) or on)
