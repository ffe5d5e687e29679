"""Spreadsheets (and whole accounts): choosing one, seeing how far it is, forgetting it."""

import uuid
from collections import Counter

from flask import Response, request
from flask.typing import ResponseReturnValue

from tracker.account_file.row_stream import looks_like_one
from tracker.clock import now
from tracker.database import writing
from tracker.extensions import db
from tracker.imports.counts import in_words, there_words
from tracker.imports.files import look_into
from tracker.imports.files.table import Unreadable
from tracker.imports.reading.mapping import Mapping
from tracker.imports.steps import stored_file, upload
from tracker.imports.steps.missing_rows import no_longer_there
from tracker.models.import_row import RowCursor
from tracker.models.imports import Import
from tracker.values.days import day_of
from tracker.views.imports import (
    account_file,
    changes_presenter,
    imports_presenter,
    mapping,
    progress,
    rows_presenter,
    tables,
)
from tracker.views.imports.imports_form import ACCEPTED, SheetForm
from tracker.views.imports.mapping_form import MappingForm
from tracker.web.access import me, own
from tracker.web.forms import form_key
from tracker.web.idempotency import once
from tracker.web.paging import cursor, next_url
from tracker.web.rendering import page, see_other
from tracker.web.toasts import say

LISTED = 50


def index() -> ResponseReturnValue:
    """A place to drop a sheet, and those that came before."""
    return render_imports_page(SheetForm(formdata=None), str(uuid.uuid4()))


def create() -> ResponseReturnValue:
    """Keep a file's rows, with a proposal of how to read them."""
    at, user, form = now(), me(), SheetForm()
    key = form_key()
    if not form.validate():
        return render_imports_page(form, key, 422)
    try:
        if looks_like_one(form.stream):
            return see_other(f"/imports/{account_file.store_account_file(form)}")
        found = look_into(form.stream)
    except Unreadable as refused:
        return render_refusal(form, key, str(refused))
    file = stored_file.measure(form.stream)
    with writing(user) as session:

        def make() -> int:
            return upload.begin_file(session, user, form.filename, found, file, at).id

        made, new = once(session, user, at, make, anew=True)
        if not new and not upload.is_same(session, made, form.filename, file):
            made, new = make(), True
    if new:
        stored_file.save_file(user, made, form.stream)
        progress.go_on(user, made)
    failed = own(Import, made)
    if failed.state == "failed":
        with writing(user) as session:
            failed.discard(session)
        return render_refusal(form, key, failed.reason)
    return see_other(f"/imports/{made}")


def show(import_id: int) -> ResponseReturnValue:
    """Wherever it is: its columns, its progress, its rows, what came of it."""
    brought = own(Import, import_id)
    if brought.is_account:
        return account_file.render_account_file_page(brought)
    if brought.state == "failed":
        form = SheetForm(formdata=None)
        form.file.errors = [brought.reason]
        return render_imports_page(form, str(uuid.uuid4()))
    if brought.state == "choosing":
        return tables.render_tables_page(brought)
    if brought.state == "uploaded":
        return mapping.render_mapping_form(brought, MappingForm(Mapping.from_json(brought.mapping)))
    if brought.at_work:
        return progress.render_progress_page(brought)
    return render_rows_page(brought)


def delete(import_id: int) -> ResponseReturnValue:
    """Forget the file; what came of it stays."""
    brought = own(Import, import_id)
    added = brought.added
    with writing(me()) as session:
        brought.discard(session)
    stays = "What it added stays." if added else "It had added nothing."
    say(f"{brought.filename} is removed. {stays}")
    return see_other("/imports")


def render_refusal(form: SheetForm, key: str, reason: str) -> Response:
    """The form again, with what is wrong beside the file."""
    form.file.errors = [reason]
    return render_imports_page(form, key, 422)


def render_imports_page(form: SheetForm, key: str, status: int = 200) -> Response:
    """The form and the list."""
    user = me()
    imports = db.session.scalars(Import.of(user.id).limit(LISTED)).all()
    waiting: Counter[int] = Counter(dict(db.session.execute(Import.waiting(user.id)).all()))
    return page(
        "imports/index.html",
        form=form,
        key=key,
        accepted=ACCEPTED,
        unfinished=[each for each in imports if each.unfinished],
        earlier=[each for each in imports if not each.unfinished],
        waiting=waiting,
        at=now(),
        zone=user.zone,
        status=status,
    )


def render_rows_page(brought: Import, unticked: bool = False) -> Response:
    """Every row as it was read, before and after it is added; `unticked` if no tick is set."""
    session = db.session()
    counts = brought.counts(session)
    wanted = request.args.get("show", "")
    show = rows_presenter.chosen_filter(wanted, counts, brought.state == "landed")
    after = cursor(RowCursor)
    if after == RowCursor(0):  # of a list that was left at its first row
        after = None
    today = day_of(now(), me().zone)
    found, more = rows_presenter.rows_of(session, brought, show, after, today)
    went_in = imports_presenter.inserted_counts(session, brought)
    return page(
        "imports/rows.html",
        brought=brought,
        counts=counts,
        show=show,
        all_read=wanted == "look" != show,
        after=after or 0,
        rows=found,
        more_url=next_url(f"/imports/{brought.id}", "after", more, {"show": show}),
        filters=rows_presenter.present_filters(counts, show),
        changes=changes_presenter.present_changes(session, brought, counts),
        asked=imports_presenter.present_questions(session, brought, counts),
        summary=in_words(counts),
        there=there_words(counts),
        gone=no_longer_there(session, brought) if brought.state in ("staged", "landed") else 0,
        went_in=went_in,
        done_words=imports_presenter.done_words(went_in),
        undone_words=imports_presenter.undone_words(counts),
        unfold="show" in request.args or after is not None or show == "look",
        unticked=unticked,
        status=422 if unticked else 200,
    )
