"""Moving a card between stages, and back: the only way a stage changes."""

from datetime import datetime

from sqlalchemy.orm import Session

from tracker.loop.stage import Stage
from tracker.models.application import Application
from tracker.models.changes.position import ColumnPositions, Placement
from tracker.models.stage_change import StageChange
from tracker.models.summary.invitation import invited_by
from tracker.models.user import User
from tracker.values.days import day_of


def move(
    session: Session,
    application: Application,
    stage: Stage,
    now: datetime,
    place: Placement | None = None,
    undoes: StageChange | None = None,
) -> StageChange | None:
    """Move a card to a stage today, at a place (on top when none is given).

    Where it happened on another day, `happened_on` says so. A card that is moved to Interview after
    the interview was there by that day.

    Returns the change, or None where only the order within the column changed.
    """
    place = place or Placement()
    place_before = application.position
    application.position = place.position(session, application, stage)
    application.touch(now)
    if stage == application.stage:
        return None
    with session.no_autoflush:  # so that the card is written once
        on = day_of(now, User.zone_of(session, application.user_id))
        if stage == Stage.INTERVIEW and undoes is None:
            on = invited_by(session, application, on, application.stage_since)
    change = StageChange(
        user_id=application.user_id,
        application_id=application.id,
        before=application.stage,
        after=stage,
        on=on,
        recorded_at=now,
        place_before=place_before,
        undoes_id=undoes.id if undoes else None,
    )
    session.add(change)
    application.stage = stage
    application.stage_since = on
    return change


def put_back(session: Session, application: Application, place: Placement, now: datetime) -> None:
    """Put a card back to where it stood in its column.

    Raises ValueError where it is archived, or the card that it stood beside is in another column.
    """
    column = ColumnPositions(session, application.user_id, application.stage, application.id)
    beside = column.of_card(place.before if place.before is not None else place.after)
    if beside is None or not application.live:
        raise ValueError("the column has changed since")
    move(session, application, Stage(application.stage), now, place)


def undo(session: Session, application: Application, change: StageChange, now: datetime) -> None:
    """Put a card back where a change took it from, with the time in that stage as it was.

    Raises ValueError when the stage has changed since, there was none before, or it undid one.
    """
    latest = StageChange.in_force(session, application)
    before = change.before
    if latest is None or latest.id != change.id or before is None:
        raise ValueError("the stage has changed since")
    since = session.scalar(
        StageChange.meant(application)
        .where(StageChange.id < change.id, StageChange.after == change.before)
        .limit(1)
    )
    move(session, application, Stage(before), now, undoes=change)
    application.stage_since = since.on if since else None
    if change.place_before is not None:
        application.position = change.place_before
