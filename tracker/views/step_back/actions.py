"""What comes of a look back: one to three actions."""

from functools import partial

from flask import Blueprint, Response, request
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from tracker.clock import now
from tracker.extensions import db
from tracker.loop.step_back import KINDS
from tracker.models.action import Action
from tracker.models.changes.action import plan
from tracker.models.step_back import StepBack
from tracker.views.actions.action_form import ActionForm
from tracker.views.actions.proposal import due_on
from tracker.views.actions.show import add_skill_options
from tracker.web.access import me, own
from tracker.web.fields_doubt import ask_about
from tracker.web.forms import Refusal, create_once, form_page
from tracker.web.rendering import see_other
from tracker.web.toasts import say, undo_toast

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
    form = add_skill_options(ActionForm(formdata=None, data=facts))
    return render_step_back_action_form(look, form)


@blueprint.post("")
def create(look_id: int) -> ResponseReturnValue:
    """Plan it once, however often it is sent."""
    at, user, form = now(), me(), add_skill_options(ActionForm())
    ask_about(form.due_on, "due")
    look = own(StepBack, look_id)

    def make(session: Session) -> int:
        action = Action(user_id=user.id, created_at=at, updated_at=at)
        action.step_back_id = own(StepBack, look_id, session).id
        form.write(action)
        plan(session, action, [])
        return action.id

    made, _ = create_once(form, make, partial(render_step_back_action_form, look))
    say(undo_toast("Planned.", f"/actions/{made}/removal"))
    return see_other(f"/step-back/{look_id}?step=outcome#outcome")


def render_step_back_action_form(
    look: StepBack, form: ActionForm, refusal: Refusal | None = None
) -> Response:
    """The form of a new one."""
    return form_page("step_back/actions/new.html", form, refusal, look=look)
