"""What comes of a look back: one to three actions."""

import uuid

from flask import Blueprint, Response, abort, request
from flask.typing import ResponseReturnValue

from tracker.clock import now
from tracker.database import writing
from tracker.extensions import db
from tracker.loop.step_back import KINDS
from tracker.models.action import Action
from tracker.models.changes.action import plan
from tracker.models.step_back import StepBack
from tracker.views.actions.action_form import ActionForm
from tracker.views.actions.proposal import due_on
from tracker.web.access import me, own
from tracker.web.idempotency import KeySpent, once
from tracker.web.rendering import page, see_other
from tracker.web.toasts import say, undoing

blueprint = Blueprint("actions", __name__, url_prefix="/step-back/<id:look_id>/actions")
FIRST_WORDS = {
    "search_focus": "Look more where ",
    "resume": "Rework the top third of my résumé",
    "profile": "Bring my profile in line with my résumé",
}


@blueprint.get("/new")
def new(look_id: int) -> ResponseReturnValue:
    """The kind, first words, and a day that suits: all of it to be changed."""
    look, kind = own(StepBack, look_id), request.args.get("kind", "")
    kind = kind if kind in KINDS else "other"
    facts = {
        "kind": kind,
        "what": FIRST_WORDS.get(kind, ""),
        "due_on": due_on(db.session(), me(), now()),
    }
    return asked(look, ActionForm(formdata=None, data=facts))


@blueprint.post("")
def create(look_id: int) -> ResponseReturnValue:
    """Plan it once, however often it is sent."""
    at, user, form = now(), me(), ActionForm()
    look = own(StepBack, look_id)
    if not form.validate():
        return asked(look, form, form.status)
    try:
        with writing(user) as session:

            def make() -> int:
                look_now = own(StepBack, look_id, session)
                action = Action(user_id=user.id, created_at=at, updated_at=at)
                action.step_back_id = look_now.id
                form.write(action)
                plan(session, action, [])
                return action.id

            made, _ = once(session, user, at, make)
    except KeySpent as spent:
        return asked(look, form, 409, spent.result_id or abort(409))
    say(undoing("Planned.", f"/actions/{made}/removal"))
    return see_other(f"/step-back/{look_id}#outcome")


def asked(
    look: StepBack, form: ActionForm, status: int = 200, made_before: int | None = None
) -> Response:
    """The form of a new one."""
    return page(
        "step_back/actions/new.html",
        look=look,
        form=form,
        made_before=made_before,
        key=uuid.uuid4() if made_before else request.form.get("key") or uuid.uuid4(),
        typed=status != 200,
        status=status,
    )
