"""The steps of an import: reading, adding, answering, taking back; each may be sent again."""

from itertools import islice

from flask import abort, request
from flask.typing import ResponseReturnValue

from tracker.clock import now
from tracker.database import writing
from tracker.extensions import db
from tracker.imports.reading.mapping import Mapping
from tracker.imports.reading.questions import OF_COLUMNS
from tracker.imports.steps import insert, staging, take_back, undo, upload
from tracker.imports.steps.repeated_rows import LOOSE
from tracker.models.account_event import SHEET, Happened
from tracker.models.imports import DUPLICATES, Import
from tracker.values.days import day_of
from tracker.views.imports.changes_form import keep_ticks
from tracker.views.imports.progress import continue_step
from tracker.web.access import me, own
from tracker.web.account_events import note_event
from tracker.web.rendering import page, see_other
from tracker.web.toasts import say


def stage(import_id: int) -> ResponseReturnValue:
    """Go on with whatever is at hand."""
    own(Import, import_id)
    return continue_step(import_id)


def insert_rows(import_id: int) -> ResponseReturnValue:
    """Add what is ready."""
    own(Import, import_id)
    with writing(me()) as session:
        brought = own(Import, import_id, session)
        if brought.state in ("staged", "undone"):
            keep_ticks(session, brought)
            insert.begin(session, brought, take=brought.state != "undone")
            note_event(session, me().id, Happened.IMPORTED, SHEET)
    return continue_step(import_id)


def duplicates(import_id: int) -> ResponseReturnValue:
    """Keep probably duplicates, or skip them; kept ones are added where the others are already."""
    own(Import, import_id)
    choice = request.form.get("duplicates", "")
    if choice not in DUPLICATES:
        abort(400)
    with writing(me()) as session:
        brought = own(Import, import_id, session)
        brought.duplicates = choice
        if brought.state == "landed" and choice == "keep":
            insert.begin(session, brought, take=False)
    return continue_step(import_id)


def answer(import_id: int) -> ResponseReturnValue:
    """One answer for all rows that ask the same."""
    own(Import, import_id)
    if "code" in request.form and not request.form.get("answer"):
        say("Choose an answer first.")
        return see_other(f"/imports/{import_id}")
    with writing(me()) as session:
        brought = own(Import, import_id, session)
        if brought.state not in ("staged", "landed"):
            abort(409)
        answered = Mapping.from_json(brought.mapping)
        code = request.form.get("code", "")
        try:
            answered.answer(code, request.form.get("answer", ""))
        except ValueError:
            abort(400)
        if code in OF_COLUMNS:
            upload.rematch(brought, answered, day_of(now(), me().zone))
        brought.mapping = answered.as_json()
        staging.again(session, brought, LOOSE)
    return continue_step(import_id)


def reversal(import_id: int) -> ResponseReturnValue:
    """What would be taken back, and what was changed since."""
    brought, session = own(Import, import_id), db.session()
    return page(
        "imports/reversal.html",
        brought=brought,
        counts=brought.counts(session),
        kept=session.scalars(undo.changed_applications(import_id).limit(20)).all(),
        stays=list(islice(take_back.changed_since(session, me(), import_id), 20)),
        converted=session.scalars(undo.converted_leads(import_id).limit(20)).all(),
    )


def reverse(import_id: int) -> ResponseReturnValue:
    """Take it back; asks first where something was changed since."""
    brought, session = own(Import, import_id), db.session()
    answer = request.form.get("changed", "")
    some = (
        session.scalar(undo.changed_applications(import_id).limit(1)),
        session.scalar(undo.converted_leads(import_id).limit(1)),
        next(take_back.changed_since(session, me(), import_id), None),
    )
    if answer not in ("keep", "remove") and any(each is not None for each in some):
        return see_other(f"/imports/{import_id}/reversal")
    with writing(me()) as writer:
        brought = own(Import, import_id, writer)
        if brought.state in ("landed", "undone"):
            undo.begin(writer, brought, everything=answer == "remove")
    return continue_step(import_id)
