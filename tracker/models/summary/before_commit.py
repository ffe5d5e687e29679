"""Summaries are brought up to date before a transaction commits, by nobody's memory.

Each flush notes whose rows it writes. Bulk statements pass by the session's rows: whoever sends
them sums up by itself, or lets the sweep do it (`wake_at`).
"""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import inspect, select
from sqlalchemy.orm import Session, UOWTransaction
from sqlalchemy.orm.util import identity_key

from tracker.loop.stage import Stage
from tracker.models.application import Application
from tracker.models.interview import Interview
from tracker.models.stage_change import StageChange
from tracker.models.summary import KEPT, settle, summarise
from tracker.models.summary.changed_rows import TOUCHED, WAYS, Touched
from tracker.models.summary.invitation import invited
from tracker.models.user import ZONES, User
from tracker.values.days import day_of


def begin(session: Session, at: datetime, zones: dict[int, ZoneInfo]) -> None:
    """A transaction begins; `at` is its one moment."""
    session.info[TOUCHED] = Touched(at)
    session.info[ZONES] = dict(zones)


def end(session: Session) -> None:
    """The transaction is over: what it knew may not be so in the next."""
    session.info.pop(TOUCHED, None)
    session.info.pop(ZONES, None)


def sweep(session: Session, ids: Iterable[int]) -> None:
    """Bring these up to date too, though no row of theirs is changed: time has passed."""
    session.info[TOUCHED].ids.update(ids)


def bring_up_to_date(session: Session) -> None:
    """Sum up what was touched; call before the commit."""
    session.flush()
    touched: Touched = session.info[TOUCHED]
    for application in _loaded(session, touched.talked):
        invited(session, application, User.zone_of(session, application.user_id))
    session.flush()
    session.info.pop(TOUCHED)
    with session.no_autoflush:
        for application in _loaded(session, touched.ids):
            summarise(session, application, touched.at, User.zone_of(session, application.user_id))


def note(session: Session, context: UOWTransaction, instances: object) -> None:
    """Before a flush: what it touches; a card that is merely changed or moved is written once."""
    touched: Touched | None = session.info.get(TOUCHED)
    if touched is None:
        return
    changed = list(_changed(session))
    rows = [row for row in changed if type(row) in WAYS]
    for row in rows:
        touched.ids.update(WAYS[type(row)](session, row))
        if isinstance(row, Interview):
            touched.talked.add(row.application_id)
    written = all(_forward(session, row) for row in rows)
    for application in (row for row in changed if isinstance(row, Application)):
        zone = User.zone_of(session, application.user_id)
        if application in session.new:
            _date_archival(application, zone)
            application.interviewed = application.stage == Stage.INTERVIEW
            settle(application, touched.at, zone)
        elif not written:
            touched.ids.add(application.id)
        elif _adds_up_as_before(application, touched.at):
            settle(application, touched.at, zone)
        else:
            summarise(session, application, touched.at, zone)
            touched.ids.discard(application.id)


def _adds_up_as_before(application: Application, at: datetime) -> bool:
    """What stands beside it is summed up by its stage and the time, and by nothing else of it."""
    moved = inspect(application).attrs.stage.history.has_changes()
    wakes = application.wake_at
    return not (moved or (wakes is not None and wakes <= at))


def _date_archival(application: Application, zone: ZoneInfo) -> None:
    """What begins put away is so on the day of that, unless another is told."""
    if "archived_on" in inspect(application).unmodified and application.archived_at is not None:
        application.archived_on = day_of(application.archived_at, zone)


def _forward(session: Session, row: Any) -> bool:
    """Whether it is a new move on, or no row that counts.

    One back, and the day of one that is told better, are read from the database itself.
    """
    if not isinstance(row, StageChange):
        return isinstance(row, User)
    return row in session.new and row.undoes_id is None and not row.reopens


def _changed(session: Session) -> Iterator[Any]:
    yield from session.new
    yield from (row for row in session.dirty if _differs(row))
    yield from (row for row in session.deleted if not isinstance(row, Application))


def _differs(row: Any) -> bool:
    """Whether it says something else than before, a summary aside."""
    state = inspect(row)
    names = set(state.mapper.column_attrs.keys()) - state.unmodified
    if isinstance(row, Application):
        names -= KEPT
    return any(state.attrs[name].history.has_changes() for name in names)


def _loaded(session: Session, ids: Iterable[int]) -> Iterator[Application]:
    """Those at hand as they are; the others are read."""
    ordered = sorted(ids)
    for start in range(0, len(ordered), 500):
        some = ordered[start : start + 500]
        found = {each: session.identity_map.get(identity_key(Application, each)) for each in some}
        missing = [each for each, row in found.items() if row is None]
        if missing:
            for row in session.scalars(select(Application).where(Application.id.in_(missing))):
                found[row.id] = row
        yield from filter(None, found.values())
