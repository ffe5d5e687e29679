"""`onward check --repair`: whatever is worked out from other rows is worked out anew."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select, update

from tracker.backup import permissions
from tracker.backup.consistency import untrue_summaries
from tracker.backup.search_check import broken, differing
from tracker.config import Settings
from tracker.database import writing
from tracker.extensions import db
from tracker.models import Application, User
from tracker.models.search.index import recreate
from tracker.models.summary.touched import sweep

AT_ONCE = 200
"""Few enough that others who write don't wait long."""


def repair(settings: Settings, now: datetime) -> None:
    """Inside an app context: permissions, summaries and the search index made right."""
    permissions.close(settings)
    session = db.session()
    untrue = untrue_summaries(session, now)
    unsearched = broken(session) is not None or bool(differing(session))
    session.rollback()
    for start in range(0, len(untrue), AT_ONCE):
        summarise_anew(untrue[start : start + AT_ONCE], now)
    if unsearched:
        with writing() as writer:
            recreate(writer.connection())


def summarise_anew(ids: Sequence[int], now: datetime) -> None:
    """The summaries of some applications, and the revisions of those whose they are."""
    with writing(at=now) as session:
        sweep(session, ids)
        theirs = select(Application.user_id).where(Application.id.in_(ids))
        session.execute(
            update(User).where(User.id.in_(theirs)).values(revision=User.revision + 1),
            execution_options={"synchronize_session": False},
        )
