"""Rows of one import that are one application: which of them says how it ends, as read by now."""

from collections import defaultdict

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.imports.reading import Interpreter
from tracker.imports.reading.questions import ORDER
from tracker.imports.reading.repeated_openings import age_of, take_in
from tracker.imports.reading.rows import ReadRow
from tracker.models.import_row import ImportRow

Earlier = dict[int, list[ReadRow]]
"""By the number of the row that says how it ends: what the others say, in their order."""
LOOSE = ("needs_a_look", "likely_double")
"""Rows that may go another way once one of them is answered."""
OTHER_ROW = "other_row"


def order_repeats(session: Session, import_id: int, interpreter: Interpreter) -> Earlier:
    """Let the row that went furthest say how it ends, with every answer that was given since."""
    together: dict[int, set[int]] = defaultdict(set)
    for earlier, later in interpreter.goes_with.items():
        together[later] |= {earlier, later}
    if not together:
        return {}
    rows = _read(session, import_id, interpreter, {n for each in together.values() for n in each})
    found: Earlier = {}
    interpreter.goes_with = {}
    for numbers in together.values():
        alike = [rows[number] for number in sorted(numbers) if number in rows]
        last = max(alike, key=age_of, default=None)
        others = [row for row in alike if row is not last]
        if last and others:
            found[last.number] = others
            interpreter.goes_with |= {row.number: last.number for row in others}
    return found


def join(row: ReadRow, others: list[ReadRow]) -> None:
    """Take in what the others say; while one of them is open, nobody knows how it ends."""
    for each in others:
        take_in(row, each)
        if any(code != ORDER for code, _ in each.questions):
            words = f"Row {each.number} is for the same application, and has an open question."
            row.ask(OTHER_ROW, words)


def _read(
    session: Session, import_id: int, interpreter: Interpreter, numbers: set[int]
) -> dict[int, ReadRow]:
    """Those that are applications and wanted; what a person said of one goes before its cells."""
    columns = (ImportRow.number, ImportRow.cells, ImportRow.by_hand, ImportRow.reading)
    wanted = select(*columns).where(
        ImportRow.import_id == import_id,
        ImportRow.number.in_(numbers),
        ImportRow.state != "left_out",
    )
    found = {
        number: ReadRow.from_json(reading) if by_hand else interpreter.read(number, cells)
        for number, cells, by_hand, reading in session.execute(wanted)
    }
    return {number: row for number, row in found.items() if row.kind == "application"}
