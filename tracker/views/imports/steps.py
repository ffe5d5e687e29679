"""The steps of an import: matching, reading, adding, taking back; each may be sent again."""

from itertools import islice

from flask import Blueprint, abort, request
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from tracker.clock import now
from tracker.database import writing
from tracker.extensions import db, htmx
from tracker.imports.reading.mapping import Mapping
from tracker.imports.reading.questions import OF_COLUMNS
from tracker.imports.steps import insert, proposal, staging, take_back, undo, upload, work
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
    seen = request.args.get("seen", "")
    return render_mapping_form(
        brought, MappingForm(Mapping.from_json(brought.mapping), None, seen=seen)
    )


@blueprint.post("/mapping")
def match(import_id: int) -> ResponseReturnValue:
    """Read the rows like that; what is still open, and another column's statuses, come first."""
    brought = still_open(import_id)
    before = Mapping.from_json(brought.mapping)
    form = MappingForm(Mapping.from_json(brought.mapping), request.form)
    form.settle()
    if not form.valid:
        return render_mapping_form(brought, form, 422)
    chosen = settled(brought, form)
    other_statuses = before.place("status") != chosen.place("status") and chosen.statuses
    if other_statuses or form.more:
        keep(import_id, chosen)
        if other_statuses:
            say("The statuses come from another column now. See if they fit.")
        return see_other(f"/imports/{import_id}/mapping?seen={form.seen_now}")
    chosen.confirm()
    with writing(me()) as session:
        staging.begin(session, still_open(import_id, session), chosen)
    return continue_step(import_id)


@blueprint.post("/mapping/look")
def look(import_id: int) -> ResponseReturnValue:
    """Keep what was changed so far, and say what would come of it."""
    brought = still_open(import_id)
    form = MappingForm(Mapping.from_json(brought.mapping), request.form)
    before = [column["fact"] for column in brought.mapping["columns"]]
    form.note_what_differs()
    if form.valid:
        keep(import_id, settled(brought, form))
    elif not htmx.fragment:
        return render_mapping_form(brought, form, 422)
    if htmx.fragment and before == [column.fact for column in form.mapping.columns]:
        return render_mapping_form(still_open(import_id), form, part=True)
    return see_other(place_of(import_id, form))


@blueprint.post("/mapping/reversal")
def read_as_proposed(import_id: int) -> ResponseReturnValue:
    """Take back one decision (`what`), or all of them."""
    user, brought = me(), still_open(import_id)
    what = request.form.get("what", "")
    guessed = proposal.guess_again(user, brought, now())
    form = MappingForm(Mapping.from_json(brought.mapping), request.form)
    form.note_what_differs()
    if what:
        form.take_back(what, guessed)
    keep(import_id, settled(brought, form) if what else guessed)
    say("Read as proposed again." if what else "Read afresh, as if for the first time.")
    return see_other(place_of(import_id, form, what))


@blueprint.post("/mapping/correction")
def read_otherwise(import_id: int) -> ResponseReturnValue:
    """A column (`what`) that was recognised is something else."""
    brought = still_open(import_id)
    form = MappingForm(Mapping.from_json(brought.mapping), request.form)
    form.note_what_differs()
    what = request.form.get("what", "")
    form.read_otherwise(what)
    keep(import_id, settled(brought, form))
    say("It is read otherwise now. If it is something else still, say what.")
    return see_other(place_of(import_id, form, what))


def place_of(import_id: int, form: MappingForm, what: str = "") -> str:
    """The same questions again, unfolded where one of the folded decisions was changed."""
    unfolded = f"&unfold=1#{what}" if what in form.names else "&unfold=1" if form.reshaped else ""
    return f"/imports/{import_id}/mapping?seen={','.join(form.seen)}{unfolded}"


def settled(brought: Import, form: MappingForm) -> Mapping:
    """What the form says, with the statuses and dates of the columns that it names."""
    if form.reshaped:
        upload.rematch(brought, form.mapping, day_of(now(), me().zone))
    return form.mapping


def keep(import_id: int, chosen: Mapping) -> None:
    """Keep a mapping that is not confirmed yet: the page can be left, and come back to."""
    with writing(me()) as session:
        fresh = still_open(import_id, session)
        fresh.mapping, fresh.state = chosen.as_json(), "uploaded"


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
    """Work on whatever is at hand for a moment, then say how far it came; the rest goes on."""
    user = me()
    if not work.is_running(import_id) and work.work(user, import_id):
        work.go_on(user, import_id)
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
