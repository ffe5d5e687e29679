"""Summaries of applications that were written with all that is beside them, a table at a time."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import bindparam, select, update
from sqlalchemy.orm import Session

from tracker.models.application import Application
from tracker.models.base import Base
from tracker.models.summary import KEPT, summarise

TABLE = Base.metadata.tables["applications"]
KEEP = (
    update(TABLE)
    .where(TABLE.c.id == bindparam("row"))
    .values({name: bindparam(name) for name in KEPT})
)


def sum_up(session: Session, ids: Sequence[int], now: datetime, zone: ZoneInfo) -> None:
    """Sum up a few hundred at a time; nothing of theirs changes by that, so versions stay."""
    found = session.scalars(select(Application).where(Application.id.in_(ids))).all()
    for each in found:
        session.expunge(each)  # so that what is set on it is not written as a change
    sums = [_summed_up(session, each, now, zone) for each in found]
    if sums:
        session.connection().execute(KEEP, sums)


def _summed_up(
    session: Session, application: Application, now: datetime, zone: ZoneInfo
) -> dict[str, Any]:
    summarise(session, application, now, zone)
    return {"row": application.id, **{name: getattr(application, name) for name in KEPT}}
