"""Doing an action, moving its day, showing that it is done, dropping it; each can be undone."""

from datetime import date
from functools import partial

from flask import Blueprint, abort, request
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from tracker.clock import now
from tracker.database import writing
from tracker.extensions import db, htmx
from tracker.models.action import Action
from tracker.models.changes.action import (
    complete_action,
    done_on_day,
    drop_action,
    reopen_action,
    undrop_action,
)
from tracker.values.days import day_of
from tracker.values.formatting import day, in_sentence
from tracker.views.actions.action_form import DoneForm, ProofForm
from tracker.views.actions.email_reply import too_late_words
from tracker.views.actions.show import add_document_options, render_action_page
from tracker.views.actions.ticked import LIST, answer_in_list, completion_words
from tracker.web.access import me, own
from tracker.web.fields.day import EARLIEST, LATEST
from tracker.web.fields_doubt import ask_about
from tracker.web.forms import Refusal, saving
from tracker.web.idempotency import once
from tracker.web.queued_changes import queueable
from tracker.web.rendering import see_other
from tracker.web.ticked import came_from_list
from tracker.web.toasts import say, undo_toast

blueprint = Blueprint("changes", __name__, url_prefix="/actions/<id:action_id>")


@blueprint.post("/completion")
@queueable("action", "/actions")
def complete(action_id: int) -> ResponseReturnValue:
    """Done, today unless another day is told; cards that heard a no move on with it."""
    at, user, form = now(), me(), DoneForm()
    asked = own(Action, action_id)
    if "done_on" not in request.form:
        form.done_on.data = day_of(at, user.zone)
    ask_about(form.done_on, "done", asked.origin(db.session()))
    if not form.validate():
        if htmx:
            say(" ".join(form.done_on.errors))
            return see_other(f"/actions/{action_id}")
        return render_action_page(asked, done=form, refusal=Refusal(form.status))
    with writing(user, at) as session:
        action = own(Action, action_id, session)

        def make() -> int:
            complete_action(session, action, at, user.zone, form.done_on.data)
            return action.id

        once(session, user, at, make)
    if came_from_list(LIST):
        return answer_in_list(action)
    say(undo_toast(completion_words(action, user), f"/actions/{action_id}/completion/reversal"))
    return see_other(f"/actions/{action_id}")


@blueprint.post("/completion/day")
def date_completion(action_id: int) -> ResponseReturnValue:
    """Done on another day."""
    at, user, form = now(), me(), DoneForm()
    saved = done_action(action_id)
    ask_about(form.done_on, "done", saved.origin(db.session()), saved.done_on)
    with saving(
        form,
        lambda session: done_action(action_id, session),
        lambda action, form, why: render_action_page(action, done=form, refusal=why),
    ) as (session, action):
        done_on_day(session, action, form.done_on.data or day_of(at, user.zone), at, user.zone)
    say("Saved.")
    return see_other(f"/actions/{action_id}")


@blueprint.post("/completion/reversal")
def uncomplete(action_id: int) -> ResponseReturnValue:
    """Mark as not done; cards that it took along go back."""
    at, user = now(), me()
    own(Action, action_id)
    with writing(user, at) as session:
        action = own(Action, action_id, session)

        def make() -> int:
            reopen_action(session, action, at, user.zone)
            return action.id

        once(session, user, at, make)
    if came_from_list(LIST):
        return answer_in_list(action)
    say("Marked as not done.")
    return see_other(f"/actions/{action_id}")


@blueprint.post("/proof")
def prove(action_id: int) -> ResponseReturnValue:
    """A line, a link or a document that shows it."""
    at, form = now(), add_document_options(ProofForm())
    with saving(
        form,
        partial(own, Action, action_id),
        lambda action, form, why: render_action_page(action, proof=form, refusal=why),
        lambda action: add_document_options(ProofForm.of(action)),
    ) as (_, action):
        action.proof = form.proof.data or ""
        action.proof_document_id, action.updated_at = form.proof_document_id.data, at
    say("Saved.")
    return see_other(f"/actions/{action_id}")


@blueprint.post("/day")
def move(action_id: int) -> ResponseReturnValue:
    """Another day, in one tap."""
    at, user, due_on = now(), me(), day_in(request.form.get("due_on", ""))
    asked = own(Action, action_id)
    if due_on is None:
        abort(422, description="Choose a day. Please write it like 2026-03-31.")
    today = day_of(at, user.zone)
    words = f"Moved to {in_sentence(day(due_on, today))}."
    words += too_late_words(db.session(), asked, user, due_on, today)
    with writing(user, at) as session:
        action = own(Action, action_id, session)
        earlier, action.due_on = action.due_on, due_on
        action.touch(at)
    say(undo_toast(words, f"/actions/{action_id}/day/reversal?earlier={earlier or ''}"))
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
    say("Back on the earlier day.")
    return see_other("/actions")


@blueprint.post("/removal")
def delete(action_id: int) -> ResponseReturnValue:
    """Drop it; Undo picks it up again."""
    at, user = now(), me()
    own(Action, action_id)
    with writing(user, at) as session:
        action = own(Action, action_id, session)
        drop_action(action, at)
    say(undo_toast("Removed. Plans can change.", f"/actions/{action_id}/removal/reversal"))
    return see_other("/actions")


@blueprint.post("/removal/reversal")
def undrop(action_id: int) -> ResponseReturnValue:
    """Picked up again."""
    at, user = now(), me()
    own(Action, action_id)
    with writing(user, at) as session:
        action = own(Action, action_id, session)
        undrop_action(action, at)
    say("Back in your actions.")
    return see_other(f"/actions/{action_id}")


def done_action(action_id: int, session: Session | None = None) -> Action:
    """One that is done, or a 404."""
    action = own(Action, action_id, session)
    if action.done_on is None:
        abort(404)
    return action


def day_in(given: str) -> date | None:
    """A day as it is sent."""
    try:
        found = date.fromisoformat(given)
    except ValueError:
        return None
    return found if EARLIEST <= found <= LATEST else None
