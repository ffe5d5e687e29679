"""Stories: a question, the person's own answer in four lines, and the way to say it aloud."""

from functools import partial

from flask import Blueprint, Response, request
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from tracker.clock import now
from tracker.extensions import db
from tracker.loop.practice import what_next
from tracker.models.changes.practice import add_run, counts, with_its_runs
from tracker.models.reads.preparation.practice import as_own, practised, said_to
from tracker.models.story import FLOWED, PracticeRun, Story
from tracker.values.days import day_of
from tracker.views.practice import practice_presenter
from tracker.views.practice.occasion import (
    LABELS,
    Occasion,
    occasion,
    place_of,
    questions_to_choose,
)
from tracker.views.practice.runs import NOT_COUNTED
from tracker.views.practice.story_form import StoryForm
from tracker.views.practice.story_pages import render_new_story_form, render_story_page
from tracker.web.access import me, own
from tracker.web.forms import Refusal, create_once, saving
from tracker.web.rendering import page, see_other
from tracker.web.toasts import say
from tracker.web.undo import put_back, take_away

blueprint = Blueprint("stories", __name__, url_prefix="/practice")
NOUN = "story"


@blueprint.get("")
def index() -> ResponseReturnValue:
    """The person's stories, and every question that there is."""
    user = me()
    found = practised(db.session(), user.id)
    flowed = {each.story.id for each in found if each.last_went == FLOWED}
    first = what_next(said_to(db.session(), user.id), as_own(found), flowed)
    return page(
        "practice/index.html",
        next=practice_presenter.present_matters([first], found)[0],
        stories=practice_presenter.present_stories(found, day_of(now(), user.zone), user.zone),
        groups=practice_presenter.questions_by_theme(LABELS),
    )


@blueprint.get("/new")
def new() -> ResponseReturnValue:
    """The question that fits; where there is a story for it, that one."""
    what_for = occasion(db.session(), request.args)
    slug = request.args.get("question", "")
    if not what_for.names and not slug:
        return render_new_story_form(StoryForm(formdata=None), what_for)
    first = questions_to_choose(db.session(), what_for, slug)[0]
    known = known_story(db.session(), what_for, first.slug) if not slug else None
    if known is not None:
        said = what_for.point.id if what_for.point is not None else None
        return see_other(
            place_of(known.id, f"{said}" if said not in (None, known.point_id) else None)
        )
    return render_new_story_form(
        StoryForm(formdata=None, question=first.ask), what_for, asked=first.slug
    )


@blueprint.post("")
def create() -> ResponseReturnValue:
    """Keep it once, however often it is sent; said aloud if it was."""
    at, user = now(), me()
    asked = request.form.get("asked", "")
    form = StoryForm().shaped(asked)
    what_for, said_aloud = occasion(db.session(), request.form), "run" in request.form
    short = said_aloud and not counts(form.seconds.data)
    if short and form.validate() and form.is_unwritten(asked):
        say(NOT_COUNTED)
        return see_other(what_for.address(asked))

    def make(session: Session) -> int:
        story = Story(user_id=user.id, created_at=at, updated_at=at, slug=form.slug(asked))
        form.write(story)
        for name, number in what_for.names.items():
            setattr(story, f"{name}_id", number)
        if what_for.point is not None:
            story.application_id = story.application_id or what_for.point.application_id
        session.add(story)
        session.flush()
        if said_aloud and not short:
            add_run(session, story, form.seconds.data, at)
        return story.id

    shown = partial(_shown_again, what_for=what_for, asked=asked)
    made, _ = create_once(form, make, shown)
    run = db.session().scalar(PracticeRun.of(own(Story, made)).limit(1))
    say(f"Your story is saved. {NOT_COUNTED}" if short else "Saved.")
    return see_other(f"/practice/{made}?run={run.id}" if run is not None else f"/practice/{made}")


@blueprint.get("/<id:story_id>")
def show(story_id: int) -> ResponseReturnValue:
    """One story, to say aloud once more."""
    return render_story_page(own(Story, story_id))


@blueprint.post("/<id:story_id>")
def update(story_id: int) -> ResponseReturnValue:
    """Save it, unless another version was saved in the meantime."""
    at, form = now(), StoryForm().shaped(own(Story, story_id).slug)
    with saving(
        form,
        partial(own, Story, story_id),
        lambda story, form, why: render_story_page(story, form, why),
    ) as (_, story):
        if form.question.data != story.question:  # an earlier wording of ours stays ours
            story.slug = form.slug(story.slug or "")
        form.write(story)
        story.updated_at = at
    say("Saved.")
    return see_other(f"/practice/{story_id}")


@blueprint.post("/<id:story_id>/removal")
def delete(story_id: int) -> ResponseReturnValue:
    """Take it away with its runs; Undo brings them back."""
    return take_away(
        NOUN,
        lambda session: with_its_runs(session, own(Story, story_id, session)),
        "Story deleted.",
        "/practice",
    )


@blueprint.post("/removals/<id:removal_id>/reversal")
def reverse(removal_id: int) -> ResponseReturnValue:
    """Put it back."""
    return put_back(NOUN, removal_id, "/practice")


def known_story(session: Session, what_for: Occasion, slug: str) -> Story | None:
    """The latest for the same point or plan; what two said, where one answer does for both."""
    point, action, application = what_for
    found = None
    if point is not None:
        found = session.scalar(Story.latest(Story.point_id == point.id))
    if found is None and action is not None:
        found = session.scalar(Story.latest(Story.action_id == action.id))
    if found is None and point is not None and action is None and application is None:
        mine = (Story.user_id == point.user_id) & (Story.slug == slug)
        found = session.scalar(Story.latest(mine))
    return found


def _shown_again(form: StoryForm, why: Refusal, what_for: Occasion, asked: str) -> Response:
    return render_new_story_form(form, what_for, why, asked)
