"""Doing an action, moving its day, showing that it is done, dropping it; each can be undone."""

from datetime import date
from functools import partial

from flask import Blueprint, abort, request
from flask.typing import ResponseReturnValue

from tracker.clock import now
from tracker.database import writing
from tracker.extensions import db
from tracker.models.action import Action
from tracker.models.changes.action import drop, finish, moved_by, pick_up, reopen
from tracker.models.user import User
from tracker.values.days import day_of
from tracker.values.formatting import day, inside, plural, shortened
from tracker.views.actions.action_form import ProofForm
from tracker.views.actions.show import ready, shown
from tracker.web.access import me, own
from tracker.web.fields import EARLIEST, LATEST
from tracker.web.forms import saving
from tracker.web.idempotency import once
from tracker.web.rendering import see_other
from tracker.web.toasts import say, undoing

blueprint = Blueprint("changes", __name__, url_prefix="/actions/<id:action_id>")


@blueprint.post("/completion")
def complete(action_id: int) -> ResponseReturnValue:
    """Done today; cards that heard a no move on with it."""
    at, user = now(), me()
    own(Action, action_id)
    with writing(user, at) as session:
        action = own(Action, action_id, session)

        def make() -> int:
            finish(session, action, at, user.zone)
            return action.id

        once(session, user, at, make)
    say(undoing(done(action, user), f"/actions/{action_id}/completion/reversal"))
    return see_other(f"/actions/{action_id}#shown")


@blueprint.post("/completion/reversal")
def uncomplete(action_id: int) -> ResponseReturnValue:
    """Not done after all; cards that it took along go back."""
    at, user = now(), me()
    own(Action, action_id)
    with writing(user, at) as session:
        action = own(Action, action_id, session)

        def make() -> int:
            reopen(session, action, at, user.zone)
            return action.id

        once(session, user, at, make)
    say("Not done yet, then. It waits where it was.")
    return see_other(f"/actions/{action_id}")


@blueprint.post("/proof")
def prove(action_id: int) -> ResponseReturnValue:
    """A line, a link or a document that shows it."""
    at, form = now(), ready(ProofForm())
    with saving(
        form,
        partial(own, Action, action_id),
        lambda action, form, why: shown(action, proof=form, refusal=why),
        lambda action: ready(ProofForm.of(action)),
    ) as (_, action):
        action.proof = form.proof.data or ""
        action.proof_document_id, action.updated_at = form.proof_document_id.data, at
    say("Kept. That is yours to show.")
    return see_other(f"/actions/{action_id}")


@blueprint.post("/day")
def move(action_id: int) -> ResponseReturnValue:
    """Another day, in one tap."""
    at, user, due_on = now(), me(), day_in(request.form.get("due_on", ""))
    own(Action, action_id)
    if due_on is None:
        abort(422, description="Which day shall it be? Please write it like 2026-03-31.")
    with writing(user, at) as session:
        action = own(Action, action_id, session)
        earlier, action.due_on = action.due_on, due_on
        action.touch(at)
    words = f"Moved to {inside(day(due_on, day_of(at, user.zone)))}."
    say(undoing(words, f"/actions/{action_id}/day/reversal?earlier={earlier or ''}"))
    return see_other("/actions")


@blueprint.post("/day/reversal")
def move_back(action_id: int) -> ResponseReturnValue:
    """The day that it had."""
    at, user = now(), me()
    own(Action, action_id)
    with writing(user, at) as session:
        action = own(Action, action_id, session)
        action.due_on = day_in(request.args.get("earlier", ""))
        action.touch(at)
    say("Back on the day that it had.")
    return see_other("/actions")


@blueprint.post("/removal")
def delete(action_id: int) -> ResponseReturnValue:
    """Drop it; Undo picks it up again."""
    at, user = now(), me()
    own(Action, action_id)
    with writing(user, at) as session:
        action = own(Action, action_id, session)
        drop(action, at)
    say(undoing("Dropped. Plans may change.", f"/actions/{action_id}/removal/reversal"))
    return see_other("/actions")


@blueprint.post("/removal/reversal")
def take_back(action_id: int) -> ResponseReturnValue:
    """Picked up again."""
    at, user = now(), me()
    own(Action, action_id)
    with writing(user, at) as session:
        action = own(Action, action_id, session)
        pick_up(action, at)
    say("Back among your actions.")
    return see_other(f"/actions/{action_id}")


def day_in(given: str) -> date | None:
    """A day as it is sent."""
    try:
        found = date.fromisoformat(given)
    except ValueError:
        return None
    return found if EARLIEST <= found <= LATEST else None


def done(action: Action, user: User) -> str:
    """What happened to the cards."""
    moved = moved_by(db.session(), action, user.zone)
    if not moved:
        return "Done. That was the hard part."
    if len(moved) > 1:
        return f"Done. {plural(len(moved), 'card')} moved to Action taken."
    return f"Done. {shortened(moved[0][0].role, 50)} moved to Action taken."
