"""Closing all that is still open in one step, once another was taken; and its one undo."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Select, SQLColumnExpression, func, select
from sqlalchemy.orm import Session

from tracker.loop.outcome import Outcome
from tracker.models.application import Application
from tracker.models.changes.archival import archive
from tracker.models.changes.interviews import call_off, hold_again
from tracker.models.interview import CANCELLED, Interview
from tracker.models.reads.standing import AsOf
from tracker.models.reads.still_open import still_open

AT_ONCE = 500


def close_others(session: Session, taken: Application, moment: AsOf, now: datetime) -> int:
    """Withdraw from all that still wait, and call off their interviews; says how many.

    They are known again by the moment that they have in common.
    """
    others = session.scalars(still_open(taken, moment)).all()
    for each in others:
        archive(session, each, Outcome.WITHDRAWN, now)
    call_off(session, _beside(session, others, Interview.stands(), Interview.starts_at > now), now)
    return len(others)


def reopen_others(session: Session, user_id: int, closed_at: datetime, now: datetime) -> int:
    """Back where each stood, its interviews too; what was changed since stays as it was left."""
    closed = session.scalars(closed_then(user_id, closed_at)).all()
    cancelled = (Interview.outcome == CANCELLED, Interview.updated_at == closed_at)
    hold_again(session, _beside(session, closed, *cancelled), now)
    session.flush()  # by itself: in one with interviews every application is summed up anew
    for each in closed:
        each.archived_at = each.archived_on = each.outcome = None
        each.touch(now)
    return len(closed)


def closed_then(user_id: int, closed_at: datetime) -> Select[Application]:
    """What was closed at that moment and still is."""
    return (
        Application.of(user_id)
        .where(Application.archived_at == closed_at, Application.outcome == Outcome.WITHDRAWN)
        .order_by(Application.id)
    )


def latest_closing(
    session: Session, user_id: int, since: datetime | None = None
) -> datetime | None:
    """When something was withdrawn last, after the yes that it was withdrawn for."""
    withdrawn = Application.of(user_id).where(Application.outcome == Outcome.WITHDRAWN)
    if since is not None:
        withdrawn = withdrawn.where(Application.archived_at > since)
    return session.scalar(withdrawn.with_only_columns(func.max(Application.archived_at)))


def _beside(
    session: Session, applications: Sequence[Application], *conditions: SQLColumnExpression[bool]
) -> list[Interview]:
    """Their interviews of which this is so."""
    found: list[Interview] = []
    for start in range(0, len(applications), AT_ONCE):
        ids = [each.id for each in applications[start : start + AT_ONCE]]
        found += session.scalars(
            select(Interview).where(Interview.application_id.in_(ids), *conditions)
        )
    return found
