"""Applications on which an answer may still come, as one chooses among them."""

from datetime import date, datetime
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.loop.stage import Stage
from tracker.models.application import Application
from tracker.models.lists.cursor import cut
from tracker.models.search import holds

FIRST = 10
"""How many are shown before one asks for all."""
MOST = 50


class AwaitingRow(NamedTuple):
    """One of them."""

    id: int
    role: str
    company: str
    stage: str
    stage_since: date | None
    applied_on: date | None
    location: str
    source: str
    created_at: datetime
    next_interview_at: datetime | None
    unreviewed_interview_at: datetime | None


def awaiting_word(
    session: Session, user_id: int, q: str, most: int
) -> tuple[list[AwaitingRow], bool]:
    """Those that hold every word: the furthest first, then the latest; and whether more do."""
    wanted = (
        select(*(getattr(Application, name) for name in AwaitingRow.__annotations__))
        .where(
            Application.user_id == user_id,
            Application.live,
            Application.stage.in_(Stage.OPEN),
            holds(session, user_id, q),
        )
        .order_by(
            Application.stage.desc(), Application.stage_since.desc().nulls_last(), Application.id
        )
        .limit(most + 1)
    )
    rows, more = cut(session.execute(wanted).all(), most)
    return [AwaitingRow(*row) for row in rows], more
