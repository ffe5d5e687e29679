"""The ticks of what has changed in a sheet: each by its row and its name."""

from collections import defaultdict

from flask import request
from sqlalchemy.orm import Session

from tracker.imports.steps.take_over import choose
from tracker.models.import_row import ImportRow
from tracker.models.imports import Import
from tracker.values.whole_number import whole_number


def keep_ticks(session: Session, brought: Import) -> list[ImportRow]:
    """Keep what is ticked and what isn't, of the rows that were shown; gives those rows."""
    shown = {number for each in request.form.getlist("seen") if (number := whole_number(each))}
    ticked: dict[int, list[str]] = defaultdict(list)
    for each in request.form.getlist("take"):
        row_id, _, name = each.partition(":")
        ticked[whole_number(row_id) or 0].append(name)
    if not shown:
        return []
    rows = ImportRow.of(brought.id, ("changed",)).where(ImportRow.id.in_(shown))
    found = list(session.scalars(rows))
    for row in found:
        choose(row, ticked[row.id])
    return found
