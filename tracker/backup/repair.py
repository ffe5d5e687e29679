"""`onward check --repair`: whatever is worked out from other rows is worked out anew."""

import logging
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import create_engine, select, update
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session
from sqlalchemy.pool import NullPool

from tracker import database, schema
from tracker.backup import permissions
from tracker.backup.consistency import untrue_summaries
from tracker.backup.schema_check import make_indexes, missing_indexes
from tracker.backup.search_check import broken, differing
from tracker.config.settings import Settings
from tracker.database import WRITING, writing
from tracker.database.turn import BUSY_SECONDS
from tracker.extensions import db
from tracker.models import Application, User
from tracker.models.search.index import recreate
from tracker.models.summary import before_commit
from tracker.models.summary.before_commit import sweep

log = logging.getLogger("onward")
UNTRUE = "summaries are as they were: run `onward check`"
AT_ONCE = 200
"""Few enough that others who write don't wait long."""


def repair(settings: Settings, now: datetime) -> None:
    """Inside an app context: permissions, indexes, summaries and the search index made right."""
    permissions.close(settings)
    session = db.session()
    if missing_indexes(session.connection()):
        with writing() as writer:
            make_indexes(writer.connection())
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


def settle_after_upgrade(database_url: str, now: datetime) -> None:
    """The summaries that an older program left, or never knew, as this one works them out.

    Where a row makes no sense the upgrade holds all the same, and `onward check` tells of it.
    """
    sqlite = database_url.startswith("sqlite")
    options = {"connect_args": {"isolation_level": None}} if sqlite else {}
    engine = create_engine(database_url, poolclass=NullPool, **options)
    database.prepare(engine)
    try:
        with Session(engine) as session:
            untrue = untrue_summaries(session, now)
            session.rollback()
            for start in range(0, len(untrue), AT_ONCE):
                session.connection(execution_options={WRITING: BUSY_SECONDS})
                session.info[WRITING] = True
                before_commit.begin(session, now, {})
                sweep(session, untrue[start : start + AT_ONCE])
                before_commit.bring_up_to_date(session)
                session.commit()
                before_commit.end(session)
        schema.settled(engine)
    except OperationalError as error:  # a full disk, a lock: the next start tries again
        log.warning(UNTRUE, exc_info=error)
    except Exception as error:
        log.warning(UNTRUE, exc_info=error)
        schema.settled(engine)
    finally:
        engine.dispose()
