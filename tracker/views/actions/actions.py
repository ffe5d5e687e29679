"""Actions: what a person does with what they were told."""

import uuid
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from flask import Blueprint, Response, request
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from tracker.clock import now
from tracker.database import writing
from tracker.extensions import db
from tracker.models.action import Action
from tracker.models.application import Application
from tracker.models.changes.action import plan
from tracker.models.feedback import FeedbackPoint
from tracker.models.user import User
from tracker.values.days import day_of
from tracker.values.formatting import day, inside
from tracker.views.actions import actions_presenter
from tracker.views.actions.action_form import ActionForm
from tracker.views.actions.proposal import offered_points, proposal
from tracker.views.actions.show import shown
from tracker.web.access import me, own, own_application
from tracker.web.chosen_rows import all_own_named, own_named
from tracker.web.edit_conflicts import conflict
from tracker.web.idempotency import KeySpent, once
from tracker.web.rendering import page, see_other
from tracker.web.toasts import say, undoing

blueprint = Blueprint("actions", __name__, url_prefix="/actions")
PAGE = 20


@blueprint.get("")
def index() -> ResponseReturnValue:
    """Due, later, done."""
    session, user = db.session(), me()
    today = day_of(now(), user.zone)
    after = place(request.args.get("after", ""))
    done = session.scalars(Action.done(user.id, after).limit(PAGE + 1)).all()
    more = f"{done[PAGE - 1].done_on}.{done[PAGE - 1].id}" if len(done) > PAGE else None
    to_do = [] if after else session.scalars(Action.open(user.id)).all()
    shown_all = actions_presenter.actions(session, [*to_do, *done[:PAGE]], today)
    due = [each for each in to_do if each.due_on is not None and each.due_on <= today]
    return page(
        "actions/index.html",
        fragment="actions/_done.html",
        due=shown_all[: len(due)],
        later=shown_all[len(due) : len(to_do)],
        done=shown_all[len(to_do) :],
        after=after,
        more_url=f"/actions?after={more}" if more else None,
        days=actions_presenter.days(today),
        key=uuid.uuid4(),
    )


@blueprint.get("/new")
def new() -> ResponseReturnValue:
    """A plan as far as it can be proposed: from points, or empty."""
    points = all_own_named(FeedbackPoint, request.args.getlist("point"))
    session, user = db.session(), me()
    form = ActionForm(formdata=None, data=proposal(session, user, points, now()))
    return asked(form, points, about(points, request.args.get("application", "")))


@blueprint.post("")
def create() -> ResponseReturnValue:
    """Plan it once, however often it is sent."""
    at, user, form = now(), me(), ActionForm()
    points = all_own_named(FeedbackPoint, request.form.getlist("point"))
    application = about(points, request.form.get("application", ""))
    if not form.validate():
        return asked(form, points, application, form.status)
    try:
        with writing(user, at) as session:

            def make() -> int:
                action = Action(user_id=user.id, created_at=at, updated_at=at)
                action.application_id = application.id if application is not None else None
                form.write(action)
                plan(session, action, points)
                return action.id

            made, _ = once(session, user, at, make)
    except KeySpent as spent:
        return asked(form, points, application, 409, made_before=spent.result_id)
    say(undoing(planned(form.due_on.data, at, user), f"/actions/{made}/removal"))
    return see_other(f"/applications/{application.id}" if application is not None else "/actions")


@blueprint.get("/<id:action_id>")
def edit(action_id: int) -> ResponseReturnValue:
    """One action: do it, move it, change it, show that it is done."""
    return shown(own(Action, action_id))


@blueprint.post("/<id:action_id>")
def update(action_id: int) -> ResponseReturnValue:
    """Save it, unless another version was saved in the meantime."""
    at, user, form = now(), me(), ActionForm()
    action = own(Action, action_id)
    if not form.validate():
        return shown(action, form, status=form.status)
    with writing(user, at) as session:
        action = own(Action, action_id, session)
        both = conflict(form, ActionForm.of(action))
        if both is None:
            form.write(action)
            action.touch(at)
    if both is not None:
        return shown(action, form, both=both, status=409)
    say("Saved.")
    return see_other(f"/actions/{action_id}")


def about(points: Sequence[FeedbackPoint], named: str) -> Application | None:
    """The application that it comes from: the named one, else that of the first point."""
    if named:
        return own_application(own_named(Application, named).id)
    return own_application(points[0].application_id) if points else None


def place(given: str) -> tuple[date, int] | None:
    """Where a page of those done goes on: 2026-03-02.17."""
    day_given, _, number = given.partition(".")
    try:
        parsed = date.fromisoformat(day_given)
    except ValueError:
        return None
    good = number.isascii() and number.isdigit() and len(number) < 19
    return (parsed, int(number)) if good else None


def planned(due_on: date | None, at: datetime, user: User) -> str:
    """What was kept."""
    if due_on is None:
        return "Planned, for when it suits you."
    return f"Planned for {inside(day(due_on, day_of(at, user.zone)))}."


def asked(
    form: ActionForm,
    points: Sequence[FeedbackPoint],
    application: Application | None,
    status: int = 200,
    made_before: int | None = None,
) -> Response:
    """The form of a new one."""
    session: Session = db.session()
    context: dict[str, Any] = {
        "application": application,
        "points": offered_points(session, points, application),
        "chosen": {each.id for each in points},
    }
    return page(
        "actions/new.html",
        form=form,
        made_before=made_before,
        key=uuid.uuid4() if made_before else request.form.get("key") or uuid.uuid4(),
        typed=status != 200,
        status=status,
        **context,
    )
