"""A story said aloud: kept with its seconds, a word for how it went, and taken away again."""

from functools import partial

from flask import Blueprint, Response, abort, request
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from tracker.clock import now
from tracker.database import writing
from tracker.models.changes.practice import add_run, counts
from tracker.models.story import SHORTEST_RUN, WENT, PracticeRun, Story
from tracker.views.practice.occasion import place_of
from tracker.views.practice.story_form import RunForm
from tracker.views.practice.story_pages import render_story_page
from tracker.web.access import me, own
from tracker.web.forms import Refusal, create_once
from tracker.web.rendering import see_other
from tracker.web.toasts import say, undo_toast
from tracker.web.undo import put_back, take_away

blueprint = Blueprint("runs", __name__, url_prefix="/practice")
NOUN = "practice run"
NOT_COUNTED = f"This time is not kept: it was under {SHORTEST_RUN} seconds. Go again when you like."


@blueprint.post("/<id:story_id>/runs")
def create(story_id: int) -> ResponseReturnValue:
    """Once more."""
    at, form = now(), RunForm()
    story = own(Story, story_id)
    if form.validate() and not counts(form.seconds.data):
        say(NOT_COUNTED)
        return see_other(place_of(story_id, request.args.get("point")))

    def make(session: Session) -> int:
        return add_run(session, own(Story, story_id, session), form.seconds.data, at).id

    made, _ = create_once(form, make, lambda form, why: refuse(story, form, why), anew=True)
    say(undo_toast("Saved.", f"/practice/{story_id}/runs/{made}/removal"))
    return see_other(place_of(story_id, request.args.get("point"), made))


@blueprint.post("/<id:story_id>/runs/<id:run_id>/word")
def update(story_id: int, run_id: int) -> ResponseReturnValue:
    """How it went, in one of a few words."""
    own_run(story_id, run_id)
    word = request.form.get("went", "")
    if word not in WENT:
        abort(422, description="Please choose one of these.")
    with writing(me()) as session:
        own_run(story_id, run_id, session).went = word
    say("Saved.")
    return see_other(place_of(story_id, request.args.get("point")))


@blueprint.post("/<id:story_id>/runs/<id:run_id>/removal")
def delete(story_id: int, run_id: int) -> ResponseReturnValue:
    """Take it away; Undo brings it back."""
    return take_away(
        NOUN,
        partial(own_run, story_id, run_id),
        "Removed.",
        "/practice/runs",
        f"/practice/{story_id}",
    )


@blueprint.post("/runs/removals/<id:removal_id>/reversal")
def reverse(removal_id: int) -> ResponseReturnValue:
    """Put it back."""
    return put_back(NOUN, removal_id, "/practice")


def own_run(story_id: int, run_id: int, session: Session | None = None) -> PracticeRun:
    """A time that this story was said, or a 404."""
    run = own(PracticeRun, run_id, session)
    if run.story_id != story_id:
        abort(404)
    return run


def refuse(story: Story, form: RunForm, why: Refusal) -> Response:
    """The page again, with what was typed."""
    return render_story_page(story, refusal=why, run_form=form)
