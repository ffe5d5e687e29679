"""Kept rows read under a mapping, and compared with what is there."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from tracker.extensions import db
from tracker.imports.reading import Interpreter
from tracker.imports.reading.mapping import Mapping
from tracker.imports.reading.rows import ReadRow, fingerprint
from tracker.imports.steps.compare import compare, same
from tracker.imports.steps.existing import Existing, all_existing
from tracker.imports.steps.match_rows import RowMatcher
from tracker.imports.steps.repeated_rows import Earlier, join, order_repeats
from tracker.models.import_row import ImportRow
from tracker.models.imports import Import
from tracker.models.user import User
from tracker.values.days import day_of

COMPARED_AT_ONCE = 500
"""Rows beside what is here: each is much more than its cells."""
NOT_THERE = ("ready", "likely_double", "needs_a_look")
"""Rows whose cells are new: they may be there all the same."""
NEW = {"application_id": None, "lead_id": None, "changes": None}


@dataclass(frozen=True)
class RowReader:
    """Where rows are read and compared with what is there."""

    user: User
    interpreter: Interpreter
    known: RowMatcher
    earlier: Earlier = field(default_factory=dict)

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
        join(row, self.earlier.get(number, []))
        one = row.part_of or self.earlier.get(number)
        there = None if one else self.known.same_cells(fingerprint(cells).hex())
        found = same(row_id, there) if there else {"id": row_id, **NEW, "state": state_of(row)}
        return found | {"reading": row.as_json()}


def reader(user: User, brought: Import, mapping: Mapping, now: datetime, anew: bool) -> RowReader:
    """Reads rows under a mapping, and knows what is there; `anew` as if none were read yet."""
    interpreter = Interpreter(mapping, day_of(now, user.zone))
    repeats = order_repeats(db.session(), brought.id, interpreter)
    known = row_matcher(user.id, brought.id, anew, repeats.came)
    return RowReader(user, interpreter, known, repeats.earlier)


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


def kept_readings(session: Session, *which: ColumnElement[bool]) -> Iterator[tuple[int, ReadRow]]:
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


def row_matcher(
    user_id: int, import_id: int, anew: bool = False, came: dict[int, int] | None = None
) -> RowMatcher:
    """All that is there, less what rows of this import have been matched with or have become.

    `anew` leaves nothing out; by the columns of the sheet it is known again either way. `came` says
    of rows, by their number, which application another row of theirs has become.
    """
    session = db.session()
    there = all_existing(session, user_id, import_id)
    if anew:
        return RowMatcher(there)
    taken = select(ImportRow.application_id, ImportRow.lead_id).where(
        ImportRow.import_id == import_id, ImportRow.state != "raw"
    )
    spoken_for = session.execute(taken).all()
    applications = {application for application, _ in spoken_for if application}
    leads = {lead for _, lead in spoken_for if lead}
    own = {each.application_id: each for each in there if each.application_id in applications}
    of_rows = {number: own[made] for number, made in (came or {}).items() if made in own}
    return RowMatcher(there, applications, leads, of_rows)
