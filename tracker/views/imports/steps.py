"""The steps of an import: matching, reading, adding, taking back; each may be sent again."""

from collections.abc import Callable
from itertools import islice

from flask import Blueprint, abort, request
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from tracker.clock import now
from tracker.database import writing
from tracker.extensions import db, htmx
from tracker.imports.reading.mapping import Mapping
from tracker.imports.steps import insert, staging, take_back, undo, upload
from tracker.models.imports import DUPLICATES, Import
from tracker.values.days import day_of
from tracker.views.imports.changes_form import keep_ticks
from tracker.views.imports.imports import render_mapping_form, render_progress_page
from tracker.views.imports.mapping_form import MappingForm
from tracker.web.access import me, own
from tracker.web.rendering import page, see_other
from tracker.web.toasts import say

blueprint = Blueprint("steps", __name__, url_prefix="/imports/<id:import_id>")
SETTLED = "This file has been brought in already. Undo it first to read it otherwise."


@blueprint.get("/mapping")
def mapping(import_id: int) -> ResponseReturnValue:
    """How its columns, statuses and dates are read."""
    brought = still_open(import_id)
    return render_mapping_form(brought, MappingForm(Mapping.from_json(brought.mapping)))


@blueprint.post("/mapping")
def match(import_id: int) -> ResponseReturnValue:
    """Read the rows like that; the statuses of another column are shown first."""
    user, brought = me(), still_open(import_id)
    before = Mapping.from_json(brought.mapping)
    form = MappingForm(Mapping.from_json(brought.mapping), request.form)
    if not form.valid:
        return render_mapping_form(brought, form, 422)
    if form.reshaped:
        upload.rematch(brought, form.mapping, day_of(now(), user.zone))
    other_statuses = before.place("status") != form.mapping.place("status")
    with writing(user) as session:
        fresh = still_open(import_id, session)
        if other_statuses and form.mapping.statuses:
            fresh.mapping, fresh.state = form.mapping.as_json(), "uploaded"
        else:
            staging.begin(session, fresh, form.mapping)
    if other_statuses and form.mapping.statuses:
        say("The statuses come from another column now. See if they fit.")
    return continue_step(import_id)


@blueprint.post("/staging")
def stage(import_id: int) -> ResponseReturnValue:
    """Go on with whatever is at hand."""
    own(Import, import_id)
    return continue_step(import_id)


@blueprint.post("/landing")
def insert_rows(import_id: int) -> ResponseReturnValue:
    """Add what is ready."""
    own(Import, import_id)
    with writing(me()) as session:
        brought = own(Import, import_id, session)
        if brought.state in ("staged", "undone"):
            keep_ticks(session, brought)
            insert.begin(session, brought)
    return continue_step(import_id)


@blueprint.post("/duplicates")
def duplicates(import_id: int) -> ResponseReturnValue:
    """Keep likely doubles, or skip them; kept ones are added where the others are already."""
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


@blueprint.post("/answers")
def answer(import_id: int) -> ResponseReturnValue:
    """One answer for all rows that ask the same."""
    own(Import, import_id)
    with writing(me()) as session:
        brought = own(Import, import_id, session)
        if brought.state not in ("staged", "landed"):
            abort(409)
        answered = Mapping.from_json(brought.mapping)
        try:
            answered.answer(request.form.get("code", ""), request.form.get("answer", ""))
        except ValueError:
            abort(400)
        brought.mapping = answered.as_json()
        staging.again(session, brought, ("needs_a_look",))
    return continue_step(import_id)


@blueprint.get("/reversal")
def reversal(import_id: int) -> ResponseReturnValue:
    """What would be taken back, and what was changed since."""
    brought, session = own(Import, import_id), db.session()
    return page(
        "imports/reversal.html",
        brought=brought,
        counts=brought.counts(session),
        kept=session.scalars(undo.changed_applications(import_id).limit(20)).all(),
        stays=list(islice(take_back.changed_since(session, me(), import_id), 20)),
        taken=session.scalars(undo.converted_leads(import_id).limit(20)).all(),
    )


@blueprint.post("/reversal")
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


def continue_step(import_id: int) -> ResponseReturnValue:
    """Work on whatever is at hand for a moment, then say how far it came."""
    user, at = me(), now()
    works: dict[str, Callable[[], None]] = {
        "staging": lambda: staging.stage_rows(user, import_id, at),
        "landing": lambda: insert.insert_ready_rows(user, import_id, at),
        "undoing": lambda: undo.undo_rows(user, import_id, at),
    }
    brought, before = own(Import, import_id), ""
    while brought.state != before and (work := works.get(brought.state)):
        before = brought.state
        work()
        db.session.rollback()
        brought = own(Import, import_id)
    if brought.at_work and htmx.fragment:
        return render_progress_page(brought, part=True)
    return see_other(f"/imports/{import_id}")


def still_open(import_id: int, session: Session | None = None) -> Import:
    """An import whose rows can still be read otherwise."""
    brought = own(Import, import_id, session)
    if not brought.open:
        abort(409, description=SETTLED)
    return brought
