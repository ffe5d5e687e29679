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
from tracker.models.feedback import FeedbackPoint
from tracker.models.user import User
from tracker.values.days import day_of
from tracker.values.formatting import day, inside
from tracker.views.actions import actions_presenter
from tracker.views.actions.action_form import ActionForm
from tracker.views.actions.proposal import offered_points, proposal
from tracker.views.actions.show import shown
from tracker.web.access import all_own_named, me, own, own_application, own_named
from tracker.web.forms import Refusal, create_once, form_page, saving
from tracker.web.paging import cursor, next_url
from tracker.web.rendering import page, see_other
from tracker.web.toasts import say, undoing

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
    to_do = [] if after else session.scalars(Action.open(user.id)).all()
    shown_all = actions_presenter.actions(session, [*to_do, *done], today)
    due = [each for each in to_do if each.due_on is not None and each.due_on <= today]
    return page(
        "actions/index.html",
        fragment="actions/_done.html",
        due=shown_all[: len(due)],
        later=shown_all[len(due) : len(to_do)],
        done=shown_all[len(to_do) :],
        after=after,
        more_url=next_url("/actions", "after", more),
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

    def make(session: Session) -> int:
        action = Action(user_id=user.id, created_at=at, updated_at=at)
        action.application_id = application.id if application is not None else None
        form.write(action)
        plan(session, action, points)
        return action.id

    made, _ = create_once(form, make, lambda form, why: asked(form, points, application, why))
    say(undoing(planned(form.due_on.data, at, user), f"/actions/{made}/removal"))
    return see_other(f"/applications/{application.id}" if application is not None else "/actions")


@blueprint.get("/<id:action_id>")
def edit(action_id: int) -> ResponseReturnValue:
    """One action: do it, move it, change it, show that it is done."""
    return shown(own(Action, action_id))


@blueprint.post("/<id:action_id>")
def update(action_id: int) -> ResponseReturnValue:
    """Save it, unless another version was saved in the meantime."""
    at, form = now(), ActionForm()
    with saving(
        form,
        partial(own, Action, action_id),
        lambda action, form, why: shown(action, form, refusal=why),
    ) as (_, action):
        form.write(action)
        action.touch(at)
    say("Saved.")
    return see_other(f"/actions/{action_id}")


def about(points: Sequence[FeedbackPoint], named: str) -> Application | None:
    """The application that it comes from: the named one, else that of the first point."""
    if named:
        return own_application(own_named(Application, named).id)
    return own_application(points[0].application_id) if points else None


def planned(due_on: date | None, at: datetime, user: User) -> str:
    """What was kept."""
    if due_on is None:
        return "Planned, for when it suits you."
    return f"Planned for {inside(day(due_on, day_of(at, user.zone)))}."


def asked(
    form: ActionForm,
    points: Sequence[FeedbackPoint],
    application: Application | None,
    refusal: Refusal | None = None,
) -> Response:
    """The form of a new one."""
    return form_page(
        "actions/new.html",
        form,
        refusal,
        application=application,
        points=offered_points(db.session(), points, application),
        chosen={each.id for each in points},
    )
