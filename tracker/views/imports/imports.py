"""Spreadsheets (and whole accounts): choosing one, seeing how far it is, forgetting it."""

import uuid

from flask import Blueprint, Response, request
from flask.typing import ResponseReturnValue

from tracker.account_file.reading import looks_like_one
from tracker.clock import now
from tracker.database import writing
from tracker.extensions import db
from tracker.imports.counts import in_words
from tracker.imports.files import read_table
from tracker.imports.files.table import Unreadable
from tracker.imports.reading.guess_mapping import guess_mapping
from tracker.imports.reading.mapping import Mapping
from tracker.imports.reading.statuses import CHOICES
from tracker.imports.steps import upload
from tracker.imports.words.headers import FACTS
from tracker.models.imports import Import, RowCursor
from tracker.values.days import day_of
from tracker.views.imports import account_file, changes_presenter, imports_presenter
from tracker.views.imports.imports_form import ACCEPTED, SheetForm
from tracker.views.imports.mapping_form import MappingForm
from tracker.web.access import me, own
from tracker.web.forms import form_key
from tracker.web.idempotency import once
from tracker.web.paging import cursor, next_url
from tracker.web.rendering import page, see_other
from tracker.web.toasts import say

blueprint = Blueprint("imports", __name__, url_prefix="/imports")
LISTED = 50


@blueprint.get("")
def index() -> ResponseReturnValue:
    """A place to drop a sheet, and those that came before."""
    return render_imports_page(SheetForm(formdata=None), str(uuid.uuid4()))


@blueprint.post("")
def create() -> ResponseReturnValue:
    """Keep a file's rows, with a proposal of how to read them."""
    at, user, form = now(), me(), SheetForm()
    key = form_key()
    if not form.validate():
        return render_imports_page(form, key, 422)
    try:
        if looks_like_one(form.stream):
            return see_other(f"/imports/{account_file.store_account_file(form)}")
        table = read_table(form.stream)
        mapping = guess_mapping(table, day_of(at, user.zone), upload.currency_of(user))
    except Unreadable as refused:
        form.file.errors = [str(refused)]
        return render_imports_page(form, key, 422)
    with writing(user) as session:

        def make() -> int:
            return upload.begin(session, user, form.filename, table, mapping, at).id

        made, new = once(session, user, at, make, anew=True)
        if not new and not upload.is_same(session, made, form.filename, mapping):
            made, new = make(), True
    if new:
        upload.store_rows(user, made, table)
    return see_other(f"/imports/{made}")


@blueprint.get("/<id:import_id>")
def show(import_id: int) -> ResponseReturnValue:
    """Wherever it is: its columns, its progress, its rows, what came of it."""
    brought = own(Import, import_id)
    if brought.is_account:
        return account_file.render_account_file_page(brought)
    if brought.state == "arriving":
        return page("imports/arriving.html", brought=brought)
    if brought.state == "uploaded":
        return render_mapping_form(brought, MappingForm(Mapping.from_json(brought.mapping)))
    if brought.at_work:
        return render_progress_page(brought)
    return render_rows_page(brought)


@blueprint.post("/<id:import_id>/deletion")
def delete(import_id: int) -> ResponseReturnValue:
    """Forget the file; what came of it stays."""
    brought = own(Import, import_id)
    added = brought.added
    with writing(me()) as session:
        brought.discard(session)
    stays = "What it added stays." if added else "It had added nothing."
    say(f"{brought.filename} is forgotten. {stays}")
    return see_other("/imports")


def render_imports_page(form: SheetForm, key: str, status: int = 200) -> Response:
    """The form and the list."""
    user = me()
    return page(
        "imports/index.html",
        form=form,
        key=key,
        accepted=ACCEPTED,
        imports=db.session.scalars(Import.of(user.id).limit(LISTED)).all(),
        at=now(),
        zone=user.zone,
        status=status,
    )


def render_mapping_form(brought: Import, form: MappingForm, status: int = 200) -> Response:
    """How its columns, statuses and dates are read."""
    return page(
        "imports/mapping.html",
        brought=brought,
        form=form,
        CHOICES=CHOICES,
        COLUMN_FACTS=FACTS,
        status=status,
    )


def render_progress_page(brought: Import, part: bool = False) -> Response:
    """How far the step at hand has come."""
    counts = brought.counts(db.session())
    done = {"staging": brought.total - counts["raw"], "landing": counts["landed"] + counts["kept"]}
    todo = {
        "staging": counts["raw"],
        "landing": counts["ready"] + counts["taking"],
        "undoing": counts["landed"] + counts["taken"],
    }
    so_far = done.get(brought.state, brought.total - counts["landed"])
    template = "imports/_progress.html" if part else "imports/progress.html"
    left = todo[brought.state]
    return page(template, brought=brought, done=so_far, whole=so_far + left)


def render_rows_page(brought: Import) -> Response:
    """Every row as it was read, before and after it is added."""
    session = db.session()
    counts = brought.counts(session)
    show = request.args.get("show", "")
    if show not in imports_presenter.STATES:
        waiting = brought.state == "landed" and counts["needs_a_look"]
        show = "look" if waiting else "all"
    after = cursor(RowCursor)
    found, more = imports_presenter.rows_of(session, brought, show, after)
    return page(
        "imports/rows.html",
        brought=brought,
        counts=counts,
        show=show,
        after=after or 0,
        rows=found,
        more_url=next_url(f"/imports/{brought.id}", "after", more, {"show": show}),
        filters=imports_presenter.present_filters(counts, show),
        changes=changes_presenter.present_changes(session, brought, counts),
        asked=imports_presenter.present_questions(session, brought, counts),
        summary=in_words(counts),
        went_in=imports_presenter.inserted_counts(session, brought),
    )
