"""Reading the kept rows under a mapping, step by step: what is new, there already, unclear."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from time import monotonic
from typing import Any

from sqlalchemy import ColumnElement, select, update
from sqlalchemy.orm import Session

from tracker.database import writing
from tracker.extensions import db
from tracker.imports.reading import Interpreter
from tracker.imports.reading.mapping import Mapping
from tracker.imports.reading.rows import ReadRow, fingerprint
from tracker.imports.reading.twice import ONE, TWICE, take_in
from tracker.imports.steps.compare import compare, same
from tracker.imports.steps.existing import Existing, all_existing
from tracker.imports.steps.known_again import KnownAgain
from tracker.models.imports import Import, ImportRow
from tracker.models.user import User
from tracker.values.days import day_of

AT_ONCE = 2_000
COMPARED_AT_ONCE = 500
"""Rows beside what is here: each is much more than its cells."""
NOT_THERE = ("ready", "likely_double", "needs_a_look")
"""Rows whose cells are new: they may be there all the same."""
UNDECIDED = ("raw", "ready", "already_there", "changed", "likely_double", "needs_a_look")
NEW = {"application_id": None, "lead_id": None, "changes": None}


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
        .values(state="raw", application_id=None, lead_id=None, changes=None)
        .execution_options(synchronize_session=False)
    )
    brought.state = "staging"
    brought.staged = 0


def stage_rows(user: User, import_id: int, now: datetime, seconds: float) -> None:
    """Read rows for so long; then they wait, or join those that have landed before."""
    until = monotonic() + seconds
    brought = db.session.get(Import, import_id)
    if brought is None or brought.state != "staging":
        return
    desk = reader(user, brought, Mapping.from_json(brought.mapping), now, anew=False)
    done = brought.staged
    while rows := _next(import_id):
        changes = desk.read_all(rows)
        with writing() as session:
            if not _advance(session, import_id, done, len(rows)):
                return
            session.execute(update(ImportRow), changes)
        done += len(rows)
        if monotonic() > until:
            return
    _compare_the_rest(user, import_id, desk.known)
    with writing(user) as session:
        brought = session.get(Import, import_id)
        if brought is not None and brought.state == "staging":
            brought.state = "landing" if brought.landed_at and not brought.undone_at else "staged"


@dataclass(frozen=True)
class RowReader:
    """Where rows are read and compared with what is there."""

    user: User
    interpreter: Interpreter
    known: KnownAgain
    earlier: dict[int, list[ReadRow]] = field(default_factory=dict)
    """By the number of a row: what rows of the same application said before it."""

    def look_at(self, session: Session, rows: Sequence[Any]) -> list[dict[str, Any]]:
        """What would come of these kept rows, in their order."""
        found = {each["id"]: each for each in self.read_all(rows)}
        new = {
            row_id: ReadRow.from_json(each["reading"])
            for row_id, each in found.items()
            if each["state"] in NOT_THERE
        }
        there = self.known.assign(new.items())
        for changes in compared(session, self.user, there, lambda ids: {n: new[n] for n in ids}):
            for each in changes:
                found[each["id"]] |= each
        return list(found.values())

    def read_all(self, rows: Sequence[Any]) -> list[dict[str, Any]]:
        """What changes on these kept rows; those whose cells are new are compared later."""
        return [self._same_or_new(*row) for row in rows]

    def _same_or_new(
        self, row_id: int, number: int, cells: list[str], double_of: int | None
    ) -> dict[str, Any]:
        row = self.interpreter.read(number, cells)
        row.is_double_of = double_of
        for each in self.earlier.get(number, ()):
            take_in(row, each)
        one = row.part_of or self.earlier.get(number)
        there = None if one else self.known.same_cells(fingerprint(cells).hex())
        found = same(row_id, there) if there else {"id": row_id, **NEW, "state": state_of(row)}
        return found | {"reading": row.as_json()}


def reader(user: User, brought: Import, mapping: Mapping, now: datetime, anew: bool) -> RowReader:
    """Reads rows under a mapping, and knows what is there; `anew` as if none were read yet."""
    interpreter = Interpreter(mapping, day_of(now, user.zone))
    known = known_again(user.id, 0 if anew else brought.id)
    return RowReader(user, interpreter, known, _earlier(brought.id, interpreter))


def _earlier(import_id: int, interpreter: Interpreter) -> dict[int, list[ReadRow]]:
    goes_with = interpreter.goes_with
    if interpreter.mapping.answers[TWICE] != ONE or not goes_with:
        return {}
    rows = select(ImportRow.number, ImportRow.cells).where(
        ImportRow.import_id == import_id, ImportRow.number.in_(list(goes_with))
    )
    found: dict[int, list[ReadRow]] = defaultdict(list)
    for number, cells in db.session.execute(rows.order_by(ImportRow.number)):
        found[goes_with[number]].append(interpreter.read(number, cells))
    return dict(found)


def _compare_the_rest(user: User, import_id: int, known: KnownAgain) -> None:
    """Rows that were not the same in every cell: which of them are there all the same?"""
    if not known:
        return
    session = db.session()
    new = (
        ImportRow.import_id == import_id,
        ImportRow.state.in_(NOT_THERE),
        ImportRow.by_hand.is_(False),
        ImportRow.application_id.is_(None),
        ImportRow.lead_id.is_(None),
    )
    there = known.assign(_readings(session, *new))
    for changes in compared(
        session, user, there, lambda ids: dict(_readings(session, ImportRow.id.in_(ids)))
    ):
        with writing() as writer:
            brought = writer.get(Import, import_id)
            if brought is None or brought.state != "staging":
                return
            writer.execute(update(ImportRow), changes)


def compared(
    session: Session,
    user: User,
    there: dict[int, Existing],
    readings: Callable[[Sequence[int]], dict[int, ReadRow]],
) -> Iterator[list[dict[str, Any]]]:
    """What changes on those of the rows that are there all the same, part by part."""
    ids = list(there)
    for start in range(0, len(ids), COMPARED_AT_ONCE):
        part = ids[start : start + COMPARED_AT_ONCE]
        read = readings(part)
        pairs = [(row_id, read[row_id], there[row_id]) for row_id in part if row_id in read]
        yield compare(session, user, pairs)


def _readings(session: Session, *which: ColumnElement[bool]) -> Iterator[tuple[int, ReadRow]]:
    """Kept rows as they were read, in the order in which they came; a part of them is held.

    By their number SQLite would sort them, all of them as they were read in memory.
    """
    rows = select(ImportRow.id, ImportRow.reading).where(*which).order_by(ImportRow.id)
    for row_id, reading in session.execute(rows.execution_options(yield_per=COMPARED_AT_ONCE)):
        yield row_id, ReadRow.from_json(reading)


def state_of(row: ReadRow) -> str:
    """Where a row waits that is not there already."""
    if row.needs_a_look:
        return "needs_a_look"
    return "likely_double" if row.is_double_of or row.part_of else "ready"


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


def known_again(user_id: int, import_id: int) -> KnownAgain:
    """All that is there, less what rows of this import have been matched with or have become."""
    session = db.session()
    taken = select(ImportRow.application_id, ImportRow.lead_id).where(
        ImportRow.import_id == import_id, ImportRow.state != "raw"
    )
    spoken_for = session.execute(taken).all()
    applications = {application for application, _ in spoken_for if application}
    leads = {lead for _, lead in spoken_for if lead}
    return KnownAgain(all_existing(session, user_id, import_id), applications, leads)
