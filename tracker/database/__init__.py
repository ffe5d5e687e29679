"""How the database is opened, read and written.

SQLite's driver begins nothing by itself here: a reading transaction is plain, a writing one is
BEGIN IMMEDIATE, so that two writers wait for each other instead of overwriting.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any, Protocol

from sqlalchemy import Connection, Engine, bindparam, event, update
from sqlalchemy.exc import DBAPIError, TimeoutError
from sqlalchemy.orm import ORMExecuteState, Session, UOWTransaction

from tracker.clock import now
from tracker.database.faults import is_busy, is_full
from tracker.database.turn import (
    AT_ONCE,
    BUSY_SECONDS,
    Queue,
    WriteTurn,
    begin_immediately,
    queue_of,
    shorten_patience,
)
from tracker.extensions import db
from tracker.models.summary import before_commit
from tracker.models.user import User

WRITING = "onward_writing"
"""Names, in a session's info, that it writes; in a connection's options, the seconds that it may
wait for its turn."""
PASSING = "onward_in_passing"
"""In a session's info while what it writes may be left out."""
BESIDE = "onward_beside"
"""In a session's info: what is written beside a person's next change, in the same transaction."""
PATIENCE = 200
"""Milliseconds for which a purge waits for readers, who keep the log from being emptied."""

PRAGMAS = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    f"PRAGMA busy_timeout = {int(AT_ONCE * 1000)}",
    "PRAGMA recursive_triggers = ON",
    "PRAGMA secure_delete = ON",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA soft_heap_limit = 4194304",
)
"""What is temporary only takes back a statement that fails: a file of it is never read again.

All connections together keep 4 MB of pages, not 2 MB each: the system has them at hand anyway.
"""

GROW = update(User).where(User.id == bindparam("user_id")).values(revision=User.revision + 1)
"""The revision of one person's rows."""


class Beside(Protocol):
    """What goes with a change: both are kept, or neither."""

    def begun(self, session: Session) -> None:
        """Nobody else writes for this person from now on; what it raises ends the change."""

    def written(self, session: Session, at: datetime) -> None:
        """Just before the commit."""


def engine_options(database_url: str) -> dict[str, Any]:
    """What create_engine gets for this kind of database."""
    if database_url.startswith("sqlite"):
        return {
            "connect_args": {"isolation_level": None, "timeout": AT_ONCE},
            "pool_size": 8,
            "max_overflow": 16,
            "pool_use_lifo": True,  # the one used last has the pages at hand that it read
        }
    return {
        "pool_pre_ping": True,
        "pool_use_lifo": True,  # the one used last knows the tables, and has its plans at hand
        "connect_args": {"options": f"-c lock_timeout={int(BUSY_SECONDS * 1000)} -c timezone=utc"},
    }


def prepare(engine: Engine) -> None:
    """Attach the rules to an engine; needed once for each engine."""
    if engine.dialect.name != "sqlite":
        return
    event.listen(engine, "connect", _open)
    event.listen(engine, "begin", _begin)


def _open(connection: sqlite3.Connection, record: object) -> None:
    for pragma in PRAGMAS:
        connection.execute(pragma)


def _begin(connection: Connection) -> None:
    if (seconds := connection.get_execution_options().get(WRITING)) is not None:
        begin_immediately(connection, seconds)
    else:  # every page does: it locks nothing, so it can't fail, and past SQLAlchemy it is quicker
        connection.connection.driver_connection.execute("BEGIN")  # type: ignore[union-attr]


@contextmanager
def writing(user: User | None = None, at: datetime | None = None) -> Iterator[Session]:
    """The one way to change anything: ends the read, begins to write, commits, or rolls back.

    Rows loaded before are read afresh inside. With a user, that person's revision grows first,
    which also makes that person's writers wait for each other on PostgreSQL. Before the commit the
    summaries of all applications that were touched are brought up to date, as of `at`.
    """
    session, at = db.session(), at or now()
    beside: Beside | None = session.info.get(BESIDE) if user is not None else None
    user_id = user.id if user is not None else None
    zones = {user.id: user.zone} if user is not None else {}
    session.rollback()
    queue = queue_of(db.engine)
    with queue.turn(bool(session.info.get(PASSING))) as turn:
        try:
            connection = _begin_to_write(session, queue, turn)
            session.info[WRITING] = True
            before_commit.begin(session, at, zones)
            if user_id is not None:
                connection.execute(GROW, {"user_id": user_id})
            queue.begun(turn)
            if beside is not None:
                beside.begun(session)
            yield session
            before_commit.bring_up_to_date(session)
            if beside is not None:
                session.flush()
                beside.written(session, at)
            session.commit()
            if beside is not None:
                session.info.pop(BESIDE, None)
        except BaseException:
            session.rollback()
            raise
        finally:
            session.info.pop(WRITING, None)
            before_commit.end(session)


def _begin_to_write(session: Session, queue: Queue, turn: WriteTurn) -> Connection:
    """The session's connection once it may write: SQLite is asked anew each second."""
    while True:
        seconds = queue.seconds(turn)
        try:
            connection = session.connection(execution_options={WRITING: seconds})
        except DBAPIError as error:
            session.rollback()
            if not isinstance(error.orig, sqlite3.Error) or not is_busy(error):
                raise
            if queue.seconds(turn) == 0:
                raise
        else:
            shorten_patience(connection, seconds)
            return connection


@contextmanager
def optional_write(patient: bool = False) -> Iterator[None]:
    """Around what a mere look writes: where the database is full or busy, it is left for later."""
    session = db.session()
    session.info[PASSING] = not patient
    try:
        yield
    except (DBAPIError, TimeoutError) as error:
        if not (is_full(error) or is_busy(error)):
            raise
        session.rollback()
    finally:
        session.info.pop(PASSING, None)


def truncate_wal() -> None:
    """After a purge: what is gone from SQLite's file leaves its log too, unless somebody reads."""
    db.session.rollback()
    if db.engine.dialect.name != "sqlite":
        return
    opened = db.engine.raw_connection()
    try:
        opened.cursor().execute(f"PRAGMA busy_timeout = {PATIENCE}")
        opened.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    except sqlite3.OperationalError:
        pass  # the log is emptied in its own time
    finally:
        opened.cursor().execute(f"PRAGMA busy_timeout = {int(AT_ONCE * 1000)}")
        opened.close()


def _guard_flush(session: Session, context: UOWTransaction, instances: object) -> None:
    if not session.info.get(WRITING) and (session.new or session.dirty or session.deleted):
        raise RuntimeError("a change outside `with writing()`")


def _guard_statement(state: ORMExecuteState) -> None:
    changes = state.is_insert or state.is_update or state.is_delete
    if changes and not state.session.info.get(WRITING):
        raise RuntimeError("a change outside `with writing()`")


event.listen(Session, "before_flush", _guard_flush)
event.listen(Session, "before_flush", before_commit.note)
event.listen(Session, "do_orm_execute", _guard_statement)
