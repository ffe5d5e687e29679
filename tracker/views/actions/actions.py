"""Actions: what a person does with what they were told."""

import uuid
from collections.abc import Sequence
from datetime import date, datetime
from functools import partial

from flask import Blueprint, Response, request
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from tracker.clock import now
from tracker.extensions import db
from tracker.models.action import Action, DoneCursor
from tracker.models.application import Application
from tracker.models.changes.action import plan
from tracker.models.feedback import FeedbackPoint, Theme
from tracker.models.skill import Skill
from tracker.models.step_back import StepBack
from tracker.models.story import Story
from tracker.models.user import User
from tracker.values.days import day_of
from tracker.values.formatting import day, in_sentence
from tracker.views.actions import actions_presenter
from tracker.views.actions.action_form import ActionForm
from tracker.views.actions.origin import application_of_points, latest_of, look_named, story_named
from tracker.views.actions.points import chooser_address, points_named, theme_named
from tracker.views.actions.proposal import (
    from_skill,
    from_story,
    gap_in,
    offered_elsewhere,
    offered_points,
    proposal,
)
from tracker.views.actions.show import add_skill_options, gaps_of, render_action_page
from tracker.views.actions.ticked import came_of
from tracker.web.access import me, own, own_named
from tracker.web.fields_doubt import ask_about
from tracker.web.forms import Refusal, create_once, form_page, saving
from tracker.web.paging import cursor, next_url
from tracker.web.rendering import page, see_other
from tracker.web.ticked import ticked_here
from tracker.web.toasts import say, undo_toast

blueprint = Blueprint("actions", __name__, url_prefix="/actions")
PAGE = 20


@blueprint.get("")
def index() -> ResponseReturnValue:
    """Due, later, done."""
    session, user = db.session(), me()
    today = day_of(now(), user.zone)
    after = cursor(DoneCursor)
    found = session.scalars(Action.done(user.id, after).limit(PAGE + 1)).all()
    done, more = DoneCursor.cut(found, PAGE)
    ticked = [] if after else ticked_here()
    to_do = [] if after else session.scalars(Action.open(user.id, ticked)).all()
    just_done = {each.id: came_of(each, user) for each in to_do if each.is_done}
    done = [each for each in done if each.id not in just_done]
    shown_all = actions_presenter.present_actions(session, [*to_do, *done], today)
    due = [each for each in to_do if each.due_on is not None and each.due_on <= today]
    return page(
        "actions/index.html",
        fragment="actions/_done.html",
        due=shown_all[: len(due)],
        later=shown_all[len(due) : len(to_do)],
        done=shown_all[len(to_do) :],
        just_done=just_done,
        after=after,
        more_url=next_url("/actions", "after", more),
        days=actions_presenter.day_options(today),
        key=uuid.uuid4(),
    )


@blueprint.get("/new")
def new() -> ResponseReturnValue:
    """A plan as far as it can be proposed: from points, from what they keep saying, or empty."""
    session, user, theme = db.session(), me(), theme_named(request.args)
    points = points_named(request.args)
    if theme is not None and not points:
        points = latest_of(session, user, theme)
    story = story_named(request.args)
    facts = proposal(session, user, points, now(), theme)
    if story is not None:
        facts |= from_story(session, user, story, now())
    elif request.args.get("skill"):
        facts |= from_skill(own_named(Skill, request.args["skill"]))
    form = add_skill_options(ActionForm(formdata=None, data=facts))
    if form.skill_id.data is None and points:
        form.skill_id.data = gap_in(gaps_of(session, user), points[0].quote)
    named = request.args.get("application", "")
    application = application_of_points([] if theme is not None else points, named)
    return render_new_action_form(form, points, application, theme=theme)


@blueprint.post("")
def create() -> ResponseReturnValue:
    """Plan it once, however often it is sent."""
    at, user, form = now(), me(), add_skill_options(ActionForm())
    ask_about(form.due_on, "due")
    points, theme = points_named(request.form), theme_named(request.form)
    story, look = story_named(request.form), look_named(request.form)
    named = request.form.get("application", "")
    application = application_of_points([] if theme is not None else points, named)

    def make(session: Session) -> int:
        action = Action(user_id=user.id, created_at=at, updated_at=at)
        action.application_id = application.id if application is not None else None
        action.step_back_id = own(StepBack, look.id, session).id if look is not None else None
        form.write(action)
        plan(session, action, points)
        if story is not None:
            own(Story, story.id, session).action_id = action.id
        return action.id

    made, _ = create_once(
        form, make, lambda form, why: render_new_action_form(form, points, application, why, theme)
    )
    cards = {each.application_id for each in points}
    words = planned_words(form.due_on.data, at, user, len(cards))
    say(undo_toast(words, f"/actions/{made}/removal"))
    if look is not None:
        return see_other(f"/step-back/{look.id}")
    if theme is not None or len(cards) > 1:
        return see_other(f"/actions/{made}")
    return see_other(f"/applications/{application.id}" if application is not None else "/actions")


@blueprint.get("/<id:action_id>")
def edit(action_id: int) -> ResponseReturnValue:
    """One action: do it, move it, change it, show that it is done."""
    return render_action_page(own(Action, action_id))


@blueprint.post("/<id:action_id>")
def update(action_id: int) -> ResponseReturnValue:
    """Save it, unless another version was saved in the meantime."""
    at, saved = now(), own(Action, action_id)
    form = add_skill_options(ActionForm(), saved)
    ask_about(form.due_on, "due", saved=saved.due_on)
    with saving(
        form,
        partial(own, Action, action_id),
        lambda action, form, why: render_action_page(action, form, refusal=why),
    ) as (_, action):
        form.write(action)
        action.touch(at)
    say("Saved.")
    return see_other(f"/actions/{action_id}")


def planned_words(due_on: date | None, at: datetime, user: User, cards: int = 1) -> str:
    """What was kept, and for how many applications where there are several."""
    several = f" One action for {cards} applications." if cards > 1 else ""
    if due_on is None:
        return f"Planned, for when it suits you.{several}"
    return f"Planned for {in_sentence(day(due_on, day_of(at, user.zone)))}.{several}"


def render_new_action_form(
    form: ActionForm,
    points: Sequence[FeedbackPoint],
    application: Application | None,
    refusal: Refusal | None = None,
    theme: Theme | None = None,
) -> Response:
    """The form of a new one."""
    session, user, look = db.session(), me(), look_named(request.values)
    related = bool(points) or theme is not None
    elsewhere = offered_elsewhere(session, user, points, application, theme) if related else None
    return form_page(
        "actions/new.html",
        form,
        refusal,
        application=application,
        theme=theme,
        story=story_named(request.values),
        look=look,
        points=offered_points(session, points, application),
        elsewhere=elsewhere,
        further_url=chooser_address(points, application, theme, look) if related else None,
        chosen={each.id for each in points},
    )
