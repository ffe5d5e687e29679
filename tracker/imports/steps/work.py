"""Whatever is at hand for an import, for a moment in a request or on and on beside it.

What takes longer than a request may is gone on with in a thread, so that the page can be left. Each
step is taken by one alone, whoever that is, and begins where the last one that was kept ended: a
server that is killed loses nothing, and the next look at the import's page goes on with it.
"""

import gc
import logging
import threading
import time
from collections.abc import Callable, Mapping
from datetime import datetime
from math import inf

from flask import Flask, current_app
from sqlalchemy.exc import DBAPIError

from tracker.clock import now
from tracker.database.faults import is_busy
from tracker.extensions import db
from tracker.imports.steps import arrival, insert, staging, undo
from tracker.models.imports import Import
from tracker.models.user import User

log = logging.getLogger("onward")
Step = Callable[[User, int, datetime, float], None]
STEPS: Mapping[str, Step] = {
    "arriving": arrival.arrive,
    "staging": staging.stage_rows,
    "landing": insert.insert_ready_rows,
    "undoing": undo.undo_rows,
}
SLICE = 1.0
"""Seconds that one request works before it says how far it came."""
ATTEMPTS = 5
"""How often a database that is busy is asked again."""
PAUSE = 2.0
_lock = threading.Lock()
_turn = threading.Lock()
"""One import at a time: its memory is that of one."""
_threads: dict[int, threading.Thread] = {}


def is_running(import_id: int) -> bool:
    """Whether this process is at it, beside its requests."""
    with _lock:
        return import_id in _threads


def is_any_running() -> bool:
    """Whether this process is at one, anybody's."""
    with _lock:
        return bool(_threads)


def work(user: User, import_id: int, seconds: float | None = None) -> bool:
    """Do what is at hand for so long; whether there is more to do."""
    seconds = SLICE if seconds is None else seconds
    before, state = "", _state(import_id)
    while state != before and state in STEPS:
        STEPS[state](user, import_id, now(), seconds)
        db.session.rollback()
        before, state = state, _state(import_id)
        if seconds == inf:
            gc.collect()  # what one step took is given to the next
    return state in STEPS


def go_on(user: User, import_id: int) -> None:
    """Do the rest beside the requests, unless that is being done."""
    app = current_app._get_current_object()  # type: ignore[attr-defined]
    with _lock:
        if import_id in _threads:
            return
        thread = threading.Thread(
            target=_run, args=(app, user.id, import_id), name=f"import-{import_id}", daemon=True
        )
        _threads[import_id] = thread
        thread.start()


def wait_for_all() -> None:
    """Until none is at work any more."""
    while threads := list(_threads.values()):
        for thread in threads:
            thread.join()


def _run(app: Flask, user_id: int, import_id: int) -> None:
    try:
        with _turn, app.app_context():
            _patiently(user_id, import_id)
    finally:
        with _lock:
            _threads.pop(import_id, None)


def _patiently(user_id: int, import_id: int) -> None:
    for _ in range(ATTEMPTS):
        try:
            user = db.session.get(User, user_id)
            if user is not None:
                work(user, import_id, inf)
            return
        except DBAPIError as error:
            db.session.rollback()
            if not is_busy(error):
                log.error("an import stopped; its page goes on with it", exc_info=error)
                return
            time.sleep(PAUSE)
        except Exception as error:
            db.session.rollback()
            log.error("an import stopped; its page goes on with it", exc_info=error)
            return


def _state(import_id: int) -> str:
    """Where it is by now; nothing where it was forgotten."""
    brought = db.session.get(Import, import_id)
    state = brought.state if brought is not None else ""
    db.session.rollback()
    return state
