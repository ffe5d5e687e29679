"""Stories: a question, the person's own answer in four lines, and the way to say it aloud."""

import uuid
from functools import partial
from typing import Any

from flask import Blueprint, Response, request
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from tracker.clock import now
from tracker.extensions import db
from tracker.loop.practice import question_named
from tracker.models.action import Action
from tracker.models.application import Application
from tracker.models.changes.practice import add_run, with_its_runs
from tracker.models.feedback import FeedbackPoint
from tracker.models.reads.practice import practised
from tracker.models.story import WENT, PracticeRun, Story
from tracker.values.days import day_of
from tracker.views.practice import practice_presenter
from tracker.views.practice.occasion import LABELS, Occasion, occasion, questions_to_choose
from tracker.views.practice.story_form import RunForm, StoryForm
from tracker.web.access import me, own
from tracker.web.forms import Refusal, create_once, form_page, form_version, saving
from tracker.web.rendering import page, see_other
from tracker.web.toasts import say
from tracker.web.undo import put_back, take_away

blueprint = Blueprint("stories", __name__, url_prefix="/practice")
NOUN = "story"
SHOWN = 5
"""Times that a story's page tells."""


@blueprint.get("")
def index() -> ResponseReturnValue:
    """The person's stories, and every question that there is."""
    user = me()
    found = practised(db.session(), user.id)
    return page(
        "practice/index.html",
        stories=practice_presenter.present_stories(found, day_of(now(), user.zone), user.zone),
        groups=practice_presenter.questions_by_theme(LABELS),
    )


@blueprint.get("/new")
def new() -> ResponseReturnValue:
    """The question that fits; where this point has a story, that one."""
    what_for = occasion(db.session(), request.args)
    slug = request.args.get("question", "")
    if what_for.point is not None and not slug:
        known = db.session().scalar(Story.of_point(what_for.point.id))
        if known is not None:
            return see_other(f"/practice/{known.id}")
    if not what_for.names and not slug:
        return render_new_story_form(StoryForm(formdata=None), what_for)
    first = questions_to_choose(db.session(), what_for, slug)[0]
    return render_new_story_form(
        StoryForm(formdata=None, question=first.ask), what_for, asked=first.slug
    )


@blueprint.post("")
def create() -> ResponseReturnValue:
    """Keep it once, however often it is sent; said aloud if it was."""
    at, user = now(), me()
    asked = request.form.get("asked", "")
    form = StoryForm().shaped(asked)
    what_for = occasion(db.session(), request.form)

    def make(session: Session) -> int:
        story = Story(user_id=user.id, created_at=at, updated_at=at, slug=form.slug(asked))
        form.write(story)
        for name, number in what_for.names.items():
            setattr(story, f"{name}_id", number)
        session.add(story)
        session.flush()
        if "run" in request.form:
            add_run(session, story, form.seconds.data, at)
        return story.id

    shown = partial(_shown_again, what_for=what_for, asked=asked)
    made, _ = create_once(form, make, shown)
    run = db.session().scalar(PracticeRun.of(own(Story, made)).limit(1))
    if run is None:
        say("Saved.")
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


def _shown_again(form: StoryForm, why: Refusal, what_for: Occasion, asked: str) -> Response:
    return render_new_story_form(form, what_for, why, asked)


def render_new_story_form(
    form: StoryForm, what_for: Occasion, refusal: Refusal | None = None, asked: str = ""
) -> Response:
    """The page of a new one."""
    session = db.session()
    choices = questions_to_choose(session, what_for, asked) if what_for.names else []
    return form_page(
        "practice/new.html",
        form.shaped(asked),
        refusal,
        asked=question_named(asked),
        others=[(each.ask, what_for.address(each)) for each in choices if each.slug != asked],
        **reason_context(session, what_for),
    )


def render_story_page(
    story: Story,
    form: StoryForm | None = None,
    refusal: Refusal | None = None,
    run_form: RunForm | None = None,
) -> Response:
    """The page; a form that was refused stands open where it was typed."""
    session, user, at = db.session(), me(), now()
    saved = StoryForm.of(story).shaped(story.slug)
    runs = session.scalars(PracticeRun.of(story).limit(SHOWN)).all()
    just_now = next((each for each in runs if f"{each.id}" == request.args.get("run")), None)
    point = own(FeedbackPoint, story.point_id) if story.point_id is not None else None
    return form_page(
        "practice/show.html",
        form or saved,
        refusal,
        story=story,
        lines=practice_presenter.written_lines(story),
        asked=question_named(story.slug),
        run=just_now,
        spoken=practice_presenter.spoken(just_now.seconds) if just_now is not None else "",
        past=[practice_presenter.run_words(each, at, user.zone) for each in runs],
        run_form=run_form or RunForm(formdata=None),
        run_key=uuid.uuid4(),
        went=WENT,
        plan=story.action_id or plan_for(session, point),
        changing=form is not None,
        version=form_version(refusal if form is not None else None, saved),
        **reason_context(session, Occasion(point, None, None), story),
    )


def plan_for(session: Session, point: FeedbackPoint | None) -> int | None:
    """The action that answers the point of a story, if one does."""
    if point is None:
        return None
    found = session.execute(Action.answering([point.id])).all()
    return found[-1][1].id if found else None


def reason_context(
    session: Session, what_for: Occasion, story: Story | None = None
) -> dict[str, Any]:
    """Why this question stands here, and where one came from."""
    application_id = story.application_id if story is not None else None
    if what_for.application is not None:
        application_id = what_for.application.id
    elif what_for.point is not None:
        application_id = what_for.point.application_id
    application = session.get(Application, application_id) if application_id else None
    return {
        "what_for": what_for,
        "quote": what_for.point.quote if what_for.point is not None else "",
        "application": application if application and application.deleted_at is None else None,
    }
