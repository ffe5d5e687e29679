"""What would come of a sheet, read like that, before anything is added."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import select

from tracker.extensions import db
from tracker.imports.files.table import Row
from tracker.imports.reading import interpret
from tracker.imports.reading.mapping import Mapping
from tracker.imports.steps import row_reader
from tracker.imports.steps.repeated_rows import first_pair
from tracker.models.import_row import ImportRow
from tracker.models.imports import Import
from tracker.models.user import User
from tracker.values.days import day_of

LOOKED_AT = 2_000
"""Rows of a long sheet that are read for a page; it says so."""
EXAMPLES = 2


@dataclass
class Forecast:
    """How many rows come to what."""

    applications: int = 0
    leads: int = 0
    waiting: int = 0
    there: int = 0
    changed: int = 0
    """Of those that are there, what the sheet says otherwise by now."""
    doubles: int = 0
    joined: int = 0
    """Rows that are part of another row's application."""
    rows: int = 0
    """How many were looked at."""
    hangs: Counter[str] = field(default_factory=Counter)
    """How many of those that are read now hang on each question about rows."""
    examples: dict[str, list[str]] = field(default_factory=dict)
    """Some of them."""
    pair: list[Any] | None = None
    """The first two rows that may be one application, and what they say."""

    def add(self, state: str, kind: str, double: bool, keep_doubles: bool) -> None:
        """Count one row."""
        self.rows += 1
        self.waiting += state == "needs_a_look"
        self.there += state == "already_there"
        self.changed += state == "changed"
        self.doubles += state == "likely_double" and double
        self.joined += state == "likely_double" and not double
        if state == "ready" or (state == "likely_double" and double and keep_doubles):
            self.leads += kind == "lead"
            self.applications += kind != "lead"

    def show(self, read: dict[str, Any]) -> None:
        """Count a row with what it hangs on, and keep it as an example."""
        facts = read.get("facts", {})
        name = ", ".join(str(facts[each])[:60] for each in ("role", "company") if facts.get(each))
        self.hangs.update(read.get("hangs", []))
        for code in read.get("hangs", []):
            shown = self.examples.setdefault(code, [])
            if name and name not in shown and len(shown) < EXAMPLES:
                shown.append(name)


def of_import(user: User, brought: Import, mapping: Mapping, now: datetime) -> Forecast:
    """What would come of kept rows; those that the person decided about stay so."""
    found, keep = Forecast(), brought.duplicates == "keep"
    reads = row_reader.reader(user, brought, mapping, now, anew=True)
    rows = (
        select(
            ImportRow.id,
            ImportRow.number,
            ImportRow.cells,
            ImportRow.double_of,
            ImportRow.state,
            ImportRow.by_hand,
            ImportRow.reading,
        )
        .where(ImportRow.import_id == brought.id)
        .order_by(ImportRow.number)
        .limit(LOOKED_AT)
    )
    session = db.session()
    kept = session.execute(rows).all()
    open_rows = [row[:4] for row in kept if not (row.by_hand or row.state == "left_out")]
    read = {each["id"]: each for each in reads.look_at(session, open_rows)}
    for row in kept:
        coming = read.get(row.id, {"state": row.state, "reading": row.reading})
        told = coming["reading"] or {}
        found.add(coming["state"], told.get("kind", "application"), bool(row.double_of), keep)
        new = row.id in read and coming["state"] != "already_there"
        if new and (keep or not row.double_of):
            found.show(told)
    found.pair = first_pair(session, brought.id, mapping)
    return found


def of_rows(
    rows: Iterable[Row], mapping: Mapping, now: datetime, user: User, keep: bool
) -> Forecast:
    """What would come of a file that is not kept, if nothing were there yet."""
    found, today = Forecast(), day_of(now, user.zone)
    for row in interpret(rows, mapping, today=today):
        if row.kind != "blank":
            found.add(row_reader.state_of(row), row.kind, bool(row.is_double_of), keep)
    return found
