"""Which table of a file is read: chosen where it can't be told, or taken instead of another."""

from flask import Response, abort, request
from flask.typing import ResponseReturnValue

from tracker.database import writing
from tracker.imports.steps import upload, work
from tracker.models.imports import Import
from tracker.web.access import me, own
from tracker.web.rendering import page, see_other

SETTLED = "This file has been brought in already. Undo it first to read another table of it."
CHOOSE = "Which table is it? Choose one of these."


def show(import_id: int) -> ResponseReturnValue:
    """What there is to choose from."""
    return render_tables_page(open_import(import_id))


def choose(import_id: int) -> ResponseReturnValue:
    """Read this one."""
    user, brought = me(), open_import(import_id)
    name = request.form.get("table", "")
    if name not in [each[0] for each in brought.tables]:
        return render_tables_page(brought, CHOOSE, 422)
    with writing(user) as session:
        upload.choose_table(session, own(Import, import_id, session), name)
    if work.work(user, import_id):
        work.go_on(user, import_id)
    return see_other(f"/imports/{import_id}")


def open_import(import_id: int) -> Import:
    """An import of which another table may be read."""
    brought = own(Import, import_id)
    if not (brought.open or brought.state in ("choosing", "arriving")) or not brought.tables:
        abort(409, description=SETTLED)
    return brought


def render_tables_page(brought: Import, error: str = "", status: int = 200) -> Response:
    """The tables, the likeliest first."""
    return page("imports/tables.html", brought=brought, error=error, status=status)
