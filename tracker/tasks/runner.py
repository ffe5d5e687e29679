"""The server's own clock: looks once a minute what is due, and does it, one process alone.

Whichever process looks first takes a task's lease in the database, so that several workers or two
servers do it once. One that is killed leaves a lease that runs out, and the next look does what it
left. As each look asks what time it is by now, sleep and a clock that is set are nothing special.
"""

import logging
import secrets
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime

from flask import Flask
from sqlalchemy.exc import SQLAlchemyError

from tracker import clock
from tracker.backup import BackupFailed
from tracker.config.settings import Settings
from tracker.database import writing
from tracker.database.lock import advisory_lock
from tracker.extensions import db
from tracker.models.server.setting import TaskRun
from tracker.tasks.task import LOCK, Task, Turn

log = logging.getLogger("onward")
FIRST, EVERY = 5.0, 60.0
"""Seconds before the first look, so that a start is quick, and between two."""
LEAVE = 10.0
"""Seconds that a stop waits for what is being done."""
BROKE = "It broke off; the server's log says why."


@contextmanager
def running(app: Flask, tasks: Sequence[Task] | None = None) -> Iterator[None]:
    """While a server runs: looks in a thread of its own, unless a setting says otherwise."""
    settings: Settings = app.config["ONWARD"]
    if not settings.tasks:
        yield
        return
    enough = threading.Event()
    thread = threading.Thread(
        target=look_on_and_on, args=(app, enough, tasks), name="tasks", daemon=True
    )
    thread.start()
    try:
        yield
    finally:
        enough.set()
        thread.join(LEAVE)


def look_on_and_on(
    app: Flask, enough: threading.Event, tasks: Sequence[Task] | None = None
) -> None:
    """Until it is enough. A database that can't be reached is asked again at the next look."""
    pause, silent = FIRST, False
    while not enough.wait(pause):
        pause = EVERY
        try:
            run_due(app, clock.now(), tasks, enough, apart=True)
            silent = False
        except Exception as error:
            if not silent:
                log.warning("tasks wait: %s", type(error).__name__, exc_info=error)
            silent = True


def run_due(
    app: Flask,
    now: datetime,
    tasks: Sequence[Task] | None = None,
    enough: threading.Event | None = None,
    apart: bool = False,
) -> list[str]:
    """Do what is due and free, `apart` in processes that end; gives the names of what was done."""
    if tasks is None:
        from tracker.tasks.every_task import TASKS  # loaded at the first look, not before a start

        tasks = TASKS
    settings: Settings = app.config["ONWARD"]
    stopping = enough.is_set if enough is not None else lambda: False
    with app.app_context():
        return [
            task.name for task in tasks if not stopping() and run_one(task, settings, now, apart)
        ]


def run_one(task: Task, settings: Settings, now: datetime, apart: bool = False) -> bool:
    """Take a task if it is due, do it, and give it back; whether it was done."""
    slot, holder = task.slot(settings, now), secrets.token_hex(8)
    known = db.session().get(TaskRun, task.name)
    free = known is None or not known.is_held(now)
    due = slot is not None and (known is None or known.is_due(slot, task.period, now))
    db.session.rollback()
    if slot is None or not due or not free:
        return False
    with writing() as session:
        advisory_lock(session, LOCK)
        if not TaskRun.take(session, task.name, slot, task.period, now, holder):
            return False
    reason = carried_out(task, Turn(task, settings, now, holder, apart))
    with writing() as session:
        advisory_lock(session, LOCK)
        TaskRun.end(session, task.name, holder, now, None if reason else slot, reason)
    return not reason


def carried_out(task: Task, turn: Turn) -> str:
    """Why it was not done; nothing where it was."""
    try:
        task.run(turn)
    except BackupFailed as error:
        return str(error)
    except SQLAlchemyError as error:
        db.session.rollback()
        log.warning("%s: the database refused", task.name, exc_info=error)
        return BROKE
    except Exception as error:
        db.session.rollback()
        log.error("%s broke off", task.name, exc_info=error)
        return BROKE
    return ""
