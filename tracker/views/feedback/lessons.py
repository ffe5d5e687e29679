"""One's own lesson from a no, what is planned on an application, and nothing to act on."""

import uuid

from flask import Blueprint, abort
from flask.typing import ResponseReturnValue

from tracker.clock import now
from tracker.database import writing
from tracker.extensions import db
from tracker.models.changes.action import actions_of
from tracker.models.changes.nothing_to_act_on import clear_nothing_to_act_on, mark_nothing_to_act_on
from tracker.models.changes.rejection import current_rejection
from tracker.values.days import day_of
from tracker.views.actions import actions_presenter
from tracker.views.actions.action_form import ActionForm
from tracker.views.actions.proposal import from_lesson, offered_points
from tracker.views.actions.show import add_skill_options
from tracker.views.actions.ticked import came_of
from tracker.web.access import me, own_application
from tracker.web.idempotency import once
from tracker.web.rendering import page, see_other
from tracker.web.ticked import ticked_here
from tracker.web.toasts import say, undo_toast

blueprint = Blueprint("lessons", __name__, url_prefix="/applications/<id:application_id>")


@blueprint.get("/actions")
def index(application_id: int) -> ResponseReturnValue:
    """The actions of an application; where one is due, that one."""
    session, user, application = db.session(), me(), own_application(application_id)
    today = day_of(now(), user.zone)
    rows = session.scalars(actions_of(application)).all()
    ticked = ticked_here()
    to_do = [each for each in rows if each.done_on is None or each.id in ticked]
    due = [each for each in to_do if each.due_on is not None and each.due_on <= today]
    if len(due) == 1 and not ticked:
        return see_other(f"/actions/{due[0].id}")
    to_do = due + [each for each in to_do if each not in due]
    done = [each for each in rows if each not in to_do]
    shown = actions_presenter.present_actions(session, [*to_do, *done], today)
    return page(
        "feedback/lessons/actions.html",
        application=application,
        due=shown[: len(due)],
        later=shown[len(due) : len(to_do)],
        done=shown[len(to_do) :],
        just_done={each.id: came_of(each, user) for each in to_do if each.is_done},
        days=actions_presenter.day_options(today),
        key=uuid.uuid4(),
    )


@blueprint.get("/lesson")
def lesson(application_id: int) -> ResponseReturnValue:
    """What one would do differently, as an action, or nothing to act on."""
    session, user, application = db.session(), me(), own_application(application_id)
    no = current_rejection(session, application)
    would_change = no.would_change if no is not None else ""
    facts = from_lesson(session, user, would_change, now())
    return page(
        "feedback/lessons/show.html",
        application=application,
        no=no,
        form=add_skill_options(ActionForm(formdata=None, data=facts)),
        points=offered_points(session, [], application),
        chosen=set(),
        key=uuid.uuid4(),
        another_key=uuid.uuid4(),
    )


@blueprint.post("/nothing-to-act-on")
def mark_nothing(application_id: int) -> ResponseReturnValue:
    """There was nothing in it to act on: an honest end."""
    at, user = now(), me()
    own_application(application_id)
    with writing(user, at) as session:
        application = own_application(application_id, session)

        def make() -> int:
            try:
                mark_nothing_to_act_on(session, application, at)
            except ValueError:
                abort(409, description="Nobody has said no here, so there is nothing to close.")
            return application_id

        once(session, user, at, make)
    undo = f"/applications/{application_id}/nothing-to-act-on/reversal"
    say(undo_toast("Saved: nothing to act on.", undo))
    return see_other(f"/applications/{application_id}")


@blueprint.post("/nothing-to-act-on/reversal")
def unmark_nothing(application_id: int) -> ResponseReturnValue:
    """Perhaps there is something after all."""
    at, user = now(), me()
    own_application(application_id)
    with writing(user, at) as session:
        application = own_application(application_id, session)
        clear_nothing_to_act_on(session, application)
    say("Open again.")
    return see_other(f"/applications/{application_id}")
