"""Reading the kept rows under a mapping, step by step: what is new, there already, unclear."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from time import monotonic
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from tracker.database import writing
from tracker.extensions import db
from tracker.imports.reading import Interpreter
from tracker.imports.reading.mapping import Mapping
from tracker.imports.reading.rows import ReadRow
from tracker.imports.steps.duplicates import Matcher, key
from tracker.models.application import Application
from tracker.models.imports import Import, ImportRow
from tracker.models.lead import Lead
from tracker.models.user import User
from tracker.values.days import day_of

AT_ONCE = 2_000
SLICE = 1.0
"""Seconds that one request works before it says how far it came."""
UNDECIDED = ("raw", "ready", "already_there", "likely_double", "needs_a_look")


def begin(session: Session, brought: Import, mapping: Mapping) -> None:
    """Read all rows anew, but for those that the person decided about or that have landed."""
    brought.mapping = mapping.as_json()
    again(session, brought, UNDECIDED)


def again(session: Session, brought: Import, states: Sequence[str]) -> None:
    """Read the rows in these states anew."""
    session.execute(
        update(ImportRow)
        .where(
            ImportRow.import_id == brought.id,
            ImportRow.state.in_(states),
            ImportRow.by_hand.is_(False),
        )
        .values(state="raw", application_id=None, lead_id=None)
        .execution_options(synchronize_session=False)
    )
    brought.state = "staging"
    brought.staged = 0


def stage_rows(user: User, import_id: int, now: datetime, seconds: float = SLICE) -> None:
    """Read rows for so long; then they wait, or join those that have landed before."""
    until = monotonic() + seconds
    brought = db.session.get(Import, import_id)
    if brought is None or brought.state != "staging":
        return
    desk = reader(user, import_id, Mapping.from_json(brought.mapping), now)
    done = brought.staged
    while rows := _next(import_id):
        changes = [desk.read(*row) for row in rows]
        with writing() as session:
            if not _advance(session, import_id, done, len(rows)):
                return
            session.execute(update(ImportRow), changes)
        done += len(rows)
        if monotonic() > until:
            return
    with writing(user) as session:
        brought = session.get(Import, import_id)
        if brought is not None and brought.state == "staging":
            brought.state = "landing" if brought.landed_at and not brought.undone_at else "staged"


@dataclass(frozen=True)
class RowReader:
    """Where rows are read and compared with what is there."""

    interpreter: Interpreter
    applications: Matcher
    leads: Matcher

    def read(
        self, row_id: int, number: int, cells: list[str], double_of: int | None
    ) -> dict[str, Any]:
        """What changes on one kept row."""
        row = self.interpreter.read(number, cells)
        row.is_double_of = double_of
        found = self._there(row)
        state = "already_there" if found else state_of(row)
        lead = row.kind == "lead"
        return {
            "id": row_id,
            "reading": row.as_json(),
            "state": state,
            "application_id": None if lead else found,
            "lead_id": found if lead else None,
        }

    def _there(self, row: ReadRow) -> int | None:
        company, role = row.facts.get("company"), row.facts.get("role")
        if not (company and role) or any(fact == "applied_on" for fact, _ in row.problems):
            return None
        if row.kind == "lead":
            return self.leads.take(key(company, role, None))
        return self.applications.take(key(company, role, row.facts.get("applied_on")))


def reader(user: User, import_id: int, mapping: Mapping, now: datetime) -> RowReader:
    """Reads rows under a mapping, and knows what is there."""
    interpreter = Interpreter(mapping, day_of(now, user.zone))
    return RowReader(interpreter, *_matchers(user.id, import_id))


def state_of(row: ReadRow) -> str:
    """Where a row waits that is not there already."""
    if row.needs_a_look:
        return "needs_a_look"
    return "likely_double" if row.is_double_of else "ready"


def _next(import_id: int) -> Sequence[Any]:
    return db.session.execute(
        select(ImportRow.id, ImportRow.number, ImportRow.cells, ImportRow.double_of)
        .where(ImportRow.import_id == import_id, ImportRow.state == "raw")
        .order_by(ImportRow.number)
        .limit(AT_ONCE)
    ).all()


def _advance(session: Session, import_id: int, done: int, count: int) -> bool:
    """False where another process has taken this step already."""
    moved = session.execute(
        update(Import)
        .where(Import.id == import_id, Import.staged == done, Import.state == "staging")
        .values(staged=done + count)
        .execution_options(synchronize_session=False)
    )
    return bool(moved.rowcount == 1)  # type: ignore[attr-defined]


def _matchers(user_id: int, import_id: int) -> tuple[Matcher, Matcher]:
    """All that is there, less what earlier rows of this import have been matched with."""
    session = db.session()
    taken = select(ImportRow.application_id, ImportRow.lead_id).where(
        ImportRow.import_id == import_id, ImportRow.state == "already_there"
    )
    spoken_for = session.execute(taken).all()
    mine = (Application.user_id == user_id, Application.deleted_at.is_(None))
    applications = session.execute(
        select(Application.id, Application.company, Application.role, Application.applied_on)
        .where(*mine)
        .order_by(Application.id)
    )
    leads = session.execute(
        select(Lead.id, Lead.company, Lead.role)
        .where(Lead.user_id == user_id, Lead.deleted_at.is_(None))
        .order_by(Lead.id)
    )
    gone = {application for application, _ in spoken_for}, {lead for _, lead in spoken_for}
    return (
        Matcher(
            (a, key(company, role, on)) for a, company, role, on in applications if a not in gone[0]
        ),
        Matcher((a, key(company, role, None)) for a, company, role in leads if a not in gone[1]),
    )
