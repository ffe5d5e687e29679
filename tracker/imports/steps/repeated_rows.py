"""Rows of one import that are one application: which of them says how it ends, as read by now."""

from collections import defaultdict
from typing import Any, NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.imports.reading import Interpreter
from tracker.imports.reading.mapping import Mapping
from tracker.imports.reading.questions import ORDER
from tracker.imports.reading.repeated_openings import age_of, take_in
from tracker.imports.reading.rows import ReadRow
from tracker.models.import_row import ADDED, ImportRow

Earlier = dict[int, list[ReadRow]]
"""By the number of the row that says how it ends: what the others say, in their order."""
LOOSE = ("needs_a_look", "likely_double")
"""Rows that may go another way once one of them is answered."""
OTHER_ROW = "other_row"


class Repeats(NamedTuple):
    """Rows of one application, by the number of the one that says how it ends."""

    earlier: Earlier
    came: dict[int, int]
    """The application that another of them came in as, by itself, before this one was known."""


def order_repeats(session: Session, import_id: int, interpreter: Interpreter) -> Repeats:
    """Let the row that went furthest say how it ends, with every answer that was given since."""
    together: dict[int, set[int]] = defaultdict(set)
    for earlier, later in interpreter.goes_with.items():
        together[later] |= {earlier, later}
    found = Repeats({}, {})
    if not together:
        return found
    numbers = {n for each in together.values() for n in each}
    rows = _read(session, import_id, interpreter, numbers)
    added = _added(session, import_id, numbers)
    interpreter.goes_with = {}
    for numbers in together.values():
        alike = [rows[number][0] for number in sorted(numbers) if number in rows]
        last = max(alike, key=age_of, default=None)
        others = [row for row in alike if row is not last]
        if last and others:
            found.earlier[last.number] = others
            came = next((added[row.number] for row in others if row.number in added), None)
            if came and last.number not in added:
                found.came[last.number] = came
            interpreter.goes_with |= {row.number: last.number for row in others}
    return found


def first_pair(session: Session, import_id: int, mapping: Mapping) -> list[Any] | None:
    """The first rows that may be one application, by where each stands as it is read now."""
    if not mapping.twice:
        return None
    later = mapping.twice[0][1]
    alike = {number for pair in mapping.twice if pair[1] == later for number in pair[:2]}
    interpreter = Interpreter(mapping)
    rows = _read(session, import_id, interpreter, alike)
    if len(rows) < 2:
        return None
    last = max(rows.values(), key=lambda row: age_of(row[0]))
    first = next(row for number, row in sorted(rows.items()) if row is not last)
    said = [interpreter.said(*each) for each in (first, last)]
    return [first[0].number, last[0].number, *said]


def join(row: ReadRow, others: list[ReadRow]) -> None:
    """Take in what the others say; while one of them is open, nobody knows how it ends."""
    for each in others:
        take_in(row, each)
        if any(code != ORDER for code, _ in each.questions):
            words = f"Row {each.number} is for the same application, and has an open question."
            row.ask(OTHER_ROW, words)


def _added(session: Session, import_id: int, numbers: set[int]) -> dict[int, int]:
    """The application of each that has come in already."""
    rows = select(ImportRow.number, ImportRow.application_id).where(
        ImportRow.import_id == import_id,
        ImportRow.number.in_(numbers),
        ImportRow.state.in_(ADDED),
        ImportRow.application_id.is_not(None),
    )
    return {number: came for number, came in session.execute(rows) if came}


def _read(
    session: Session, import_id: int, interpreter: Interpreter, numbers: set[int]
) -> dict[int, tuple[ReadRow, list[str]]]:
    """Those that are applications and wanted, with their cells.

    What a person said of one goes before what is in them.
    """
    columns = (ImportRow.number, ImportRow.cells, ImportRow.by_hand, ImportRow.reading)
    wanted = select(*columns).where(
        ImportRow.import_id == import_id,
        ImportRow.number.in_(numbers),
        ImportRow.state != "left_out",
    )
    found = {
        number: (
            ReadRow.from_json(reading) if by_hand else interpreter.read(number, cells),
            cells,
        )
        for number, cells, by_hand, reading in session.execute(wanted)
    }
    return {number: row for number, row in found.items() if row[0].kind == "application"}
