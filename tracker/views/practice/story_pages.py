"""The pages of a story: a new one, and one to say aloud again."""

import uuid
from typing import Any

from flask import Response, request
from sqlalchemy.orm import Session

from tracker.clock import now
from tracker.extensions import db
from tracker.loop.practice import PracticeQuestion, question_named
from tracker.models.action import Action
from tracker.models.application import Application
from tracker.models.feedback import FeedbackPoint
from tracker.models.story import WENT, PracticeRun, Story
from tracker.views.practice import practice_presenter
from tracker.views.practice.occasion import Occasion, questions_to_choose
from tracker.views.practice.story_form import RunForm, StoryForm
from tracker.web.access import me, own_named
from tracker.web.forms import Refusal, form_page, form_version

SHOWN = 5
"""Times that a story's page tells."""


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
        others=_other_ways(what_for, choices, asked),
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
    named = request.args.get("point")
    said = named or story.point_id
    point = own_named(FeedbackPoint, said) if said else None
    what_for = Occasion(point)
    choices = questions_to_choose(session, what_for, "") if point is not None else []
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
        others=_other_ways(what_for, choices, story.slug),
        said=point.id if point is not None else None,
        named=f"?point={point.id}" if named and point is not None else "",
        changing=form is not None,
        version=form_version(refusal if form is not None else None, saved),
        **reason_context(session, what_for, story),
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
    point = what_for.point
    if what_for.application is not None:
        application_id = what_for.application.id
    elif point is not None and (story is None or story.point_id != point.id or not application_id):
        application_id = point.application_id
    application = session.get(Application, application_id) if application_id else None
    return {
        "what_for": what_for,
        "quote": what_for.point.quote if what_for.point is not None else "",
        "application": application if application and application.deleted_at is None else None,
    }


def _other_ways(
    what_for: Occasion, choices: list[PracticeQuestion], slug: str | None
) -> list[tuple[str, str]]:
    return [(each.ask, what_for.address(each.slug)) for each in choices if each.slug != slug]
