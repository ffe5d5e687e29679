"""One row of a sheet: corrected, left out, or brought in after all."""

from datetime import datetime

from flask import Response, abort, request
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from tracker.clock import now
from tracker.database import writing
from tracker.extensions import db
from tracker.imports.reading.rows import ReadRow
from tracker.imports.steps import insert, settle_row
from tracker.imports.steps.insert_rows import RowBuilder
from tracker.imports.steps.row_edit import change
from tracker.imports.steps.upload import currency_of
from tracker.models.import_row import ImportRow, RowCursor
from tracker.models.imports import Import
from tracker.values.days import day_of
from tracker.values.formatting import shortened
from tracker.views.imports.imports_form import RowForm
from tracker.views.imports.progress import go_on
from tracker.views.imports.rows_presenter import DONE, present_row
from tracker.web.access import me, own
from tracker.web.rendering import page, see_other
from tracker.web.toasts import say

BEING_ADDED = "The rows of this file are being added just now. Change it where it was added."


def edit(import_id: int, row_id: int) -> ResponseReturnValue:
    """As it stands in the file, and as it was read."""
    row, form = own_row(import_id, row_id), RowForm(formdata=None)
    form.show(reading_of(row))
    return render_row_form(row, form)


def update(import_id: int, row_id: int) -> ResponseReturnValue:
    """A person's own word on it; where the others are added already it joins them."""
    at, user, form = now(), me(), RowForm()
    row = own_row(import_id, row_id)
    if not form.validate():
        return render_row_form(row, form, form.status)
    with writing(user) as session:
        row = own_row(import_id, row_id, session)
        if (brought := own(Import, import_id, session)).state == "landing":
            abort(409, description=BEING_ADDED)
        reading = reading_of(row)
        change(reading, form.facts(), form.choice.data, form.notes.data or "", currency_of(user))
        row.reading, row.by_hand = reading.as_json(), True
        settle(session, brought, row, reading, at)
    go_on(user, import_id)
    return redirect_to_row(row, f"{shortened(form.role.data or '', 60)}, row {row.number}")


def include(import_id: int, row_id: int) -> ResponseReturnValue:
    """Bring a row in after all, or leave it out."""
    own_row(import_id, row_id)
    wanted = request.form.get("include") == "1"
    with writing(me()) as session:
        row = own_row(import_id, row_id, session)
        reading = reading_of(row)
        unclear = any(fact in ("company", "role") for fact, _ in reading.problems)
        asked, joined = row.state == "needs_a_look", row.is_joined
        if wanted and not unclear:
            if not (asked and settle_row.is_there(session, me(), row, reading)):
                insert_row(session, row, reading, now())
        elif not wanted:
            row.state = "left_out"
        change = settle_row.set_apart if wanted and joined else settle_row.read_others_anew
        change(session, own(Import, import_id, session), row)
    go_on(me(), import_id)
    if wanted and unclear:
        return see_other(f"/imports/{import_id}/rows/{row_id}")
    return redirect_to_row(row, f"Row {row.number}")


def settle(session: Session, brought: Import, row: ImportRow, read: ReadRow, at: datetime) -> None:
    """It comes in, unless it is there already or another row says how its application ends."""
    follows = settle_row.follows(session, brought, row, read)
    if not (follows or settle_row.is_there(session, me(), row, read)):
        insert_row(session, row, read, at)
    settle_row.read_others_anew(session, brought, row)


def insert_row(session: Session, row: ImportRow, reading: ReadRow, at: datetime) -> None:
    """Ready for the import; at once where the import has landed."""
    row.state, row.application_id, row.lead_id = "ready", None, None
    session.flush()
    brought = own(Import, row.import_id, session)
    if brought.state == "landed":
        builder = RowBuilder(row.user_id, row.import_id, at, me().zone)
        insert.insert_one(session, builder, brought, row.id, reading)


def redirect_to_row(row: ImportRow, name: str) -> ResponseReturnValue:
    """To the list, at that row."""
    state = db.session.get(ImportRow, row.id)
    words = {
        "landed": "is added",
        "ready": "will come in",
        "left_out": "is left out",
        "changed": "is there already; see what has changed",
        "already_there": "is there already",
        "likely_double": "is joined with another row",
    }
    said = words.get(state.state if state else "", "is noted")
    say(f"{name} {said}.")
    show, after = request.form.get("show", ""), RowCursor.parse(request.form.get("after", ""))
    query = f"?show={show}&after={after}" if show.isalpha() and after else ""
    place = f"row-{row.number}" if show != "look" else "rows"  # it is there no more
    return see_other(f"/imports/{row.import_id}{query}#{place}")


def reading_of(row: ImportRow) -> ReadRow:
    """What was read; nothing yet where the file is still being read."""
    return ReadRow.from_json(row.reading) if row.reading else ReadRow(row.number)


def own_row(import_id: int, row_id: int, session: Session | None = None) -> ImportRow:
    """A row that can still be changed, of an import of the person's, or a 404."""
    own(Import, import_id, session)
    row = own(ImportRow, row_id, session)
    if row.import_id != import_id or row.state in DONE:
        abort(404)
    return row


def render_row_form(row: ImportRow, form: RowForm, status: int = 200) -> Response:
    """The form, with the row as it stands in the file beside it."""
    brought = own(Import, row.import_id)
    names = brought.headers + [
        f"Column {n + 1}" for n in range(len(brought.headers), len(row.cells))
    ]
    return page(
        "imports/row.html",
        brought=brought,
        row=row,
        seen=present_row(row, day_of(now(), me().zone)),
        form=form,
        cells=[(name, cell) for name, cell in zip(names, row.cells, strict=False) if cell.strip()],
        show=request.values.get("show", "")[:10],
        after=request.values.get("after", "")[:10],
        status=status,
    )
