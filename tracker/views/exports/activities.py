"""Activities: workshops, calls, job fairs, hours of looking; for the work-search log."""

from functools import partial

from flask import Response
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from tracker.clock import now
from tracker.exports.work_search.periods import query
from tracker.models.activity import Activity
from tracker.views.exports.activity_form import ActivityForm
from tracker.views.exports.work_search import render_work_search_page, stretch
from tracker.web.access import me, own
from tracker.web.forms import Refusal, create_once, form_page, saving
from tracker.web.rendering import see_other
from tracker.web.toasts import say
from tracker.web.undo import put_back, take_away

NOUN = "activity"


def create() -> ResponseReturnValue:
    """Add it once, however often it is sent."""
    at, user, form = now(), me(), ActivityForm()

    def make(session: Session) -> int:
        row = Activity(user_id=user.id, created_at=at)
        form.write(row)
        session.add(row)
        session.flush()
        return row.id

    create_once(
        form,
        make,
        lambda form, why: render_work_search_page(activity=form, status=why.status),
        anew=True,
    )
    name, span = stretch()
    within = span.holds(form.on.data)
    say("Added to your log." if within else "Added. Its day lies outside of what is shown here.")
    return see_other(f"/work-search?{query(name, span)}")


def edit(activity_id: int) -> ResponseReturnValue:
    """One of them, to change."""
    row = own(Activity, activity_id)
    return render_activity_form(row, ActivityForm.of(row))


def update(activity_id: int) -> ResponseReturnValue:
    """Save it, unless another version was saved in the meantime."""
    form = ActivityForm()
    with saving(form, partial(own, Activity, activity_id), render_activity_form) as (_, row):
        form.write(row)
    say("Saved.")
    return see_other("/work-search")


def delete(activity_id: int) -> ResponseReturnValue:
    """Take it away; Undo brings it back."""
    row = partial(own, Activity, activity_id)
    return take_away(NOUN, row, "Deleted.", "/work-search/activities", "/work-search")


def reverse(removal_id: int) -> ResponseReturnValue:
    """Put it back."""
    return put_back(NOUN, removal_id, "/work-search")


def render_activity_form(
    row: Activity, form: ActivityForm, refusal: Refusal | None = None
) -> Response:
    """The page of one activity."""
    return form_page("exports/activities/edit.html", form, refusal, ActivityForm.of(row), row=row)
