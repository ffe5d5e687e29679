"""Activities: workshops, calls, job fairs, hours of looking; for the work-search log."""

import uuid

from flask import Blueprint, Response, request
from flask.typing import ResponseReturnValue

from tracker.clock import now
from tracker.database import writing
from tracker.exports.work_search.periods import query
from tracker.models.activity import Activity
from tracker.views.exports.activity_form import ActivityForm
from tracker.views.exports.work_search import shown, stretch
from tracker.web.access import me, own
from tracker.web.edit_conflicts import Conflict, conflict, version_of
from tracker.web.idempotency import KeySpent, once
from tracker.web.rendering import page, see_other
from tracker.web.toasts import say, undoing
from tracker.web.undo import put_back, take_away

blueprint = Blueprint("activities", __name__, url_prefix="/work-search/activities")
NOUN = "activity"


@blueprint.post("")
def create() -> ResponseReturnValue:
    """Add it once, however often it is sent."""
    at, user, form = now(), me(), ActivityForm()
    if not form.validate():
        return shown(activity=form, status=form.status)
    with writing(user) as session:

        def make() -> int:
            row = Activity(user_id=user.id, created_at=at)
            form.write(row)
            session.add(row)
            session.flush()
            return row.id

        try:
            once(session, user, at, make)
        except KeySpent:
            make()
    name, span = stretch()
    within = span.holds(form.on.data)
    say("Added to your log." if within else "Added. Its day lies outside of what is shown here.")
    return see_other(f"/work-search?{query(name, span)}")


@blueprint.get("/<id:activity_id>")
def edit(activity_id: int) -> ResponseReturnValue:
    """One of them, to change."""
    row = own(Activity, activity_id)
    return editing(row, ActivityForm.of(row))


@blueprint.post("/<id:activity_id>")
def update(activity_id: int) -> ResponseReturnValue:
    """Save it, unless another version was saved in the meantime."""
    form, row = ActivityForm(), own(Activity, activity_id)
    if not form.validate():
        return editing(row, form, form.status)
    with writing(me()) as session:
        row = own(Activity, activity_id, session)
        both = conflict(form, ActivityForm.of(row))
        if both is None:
            form.write(row)
    if both is not None:
        return editing(row, form, 409, both)
    say("Saved.")
    return see_other("/work-search")


@blueprint.post("/<id:activity_id>/removal")
def delete(activity_id: int) -> ResponseReturnValue:
    """Take it away; Undo brings it back."""
    removal_id = take_away(NOUN, Activity, activity_id)
    say(undoing("Deleted.", f"/work-search/activities/removals/{removal_id}/reversal"))
    return see_other("/work-search")


@blueprint.post("/removals/<id:removal_id>/reversal")
def reverse(removal_id: int) -> ResponseReturnValue:
    """Put it back."""
    put_back(NOUN, removal_id)
    say("Back as it was.")
    return see_other("/work-search")


def editing(
    row: Activity, form: ActivityForm, status: int = 200, both: Conflict | None = None
) -> Response:
    """The page of one activity."""
    saved = version_of(ActivityForm.of(row))
    return page(
        "exports/activities/edit.html",
        row=row,
        form=form,
        conflict=both,
        version=request.form.get("version") if status in (413, 422) else saved,
        key=request.form.get("key") or uuid.uuid4(),
        typed=status != 200,
        status=status,
    )
