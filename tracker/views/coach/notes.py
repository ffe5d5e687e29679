"""What coaches left: read, answered, hidden, deleted; a suggestion taken up or let go."""

from functools import partial

from flask import Blueprint, Response, abort
from flask.typing import ResponseReturnValue

from tracker.clock import now
from tracker.database import writing
from tracker.extensions import db
from tracker.loop.suggest_action import kind_for
from tracker.models.action import Action
from tracker.models.changes.action import drop_action, plan
from tracker.models.coach_note import CoachNote
from tracker.views.actions.actions import planned_words
from tracker.views.actions.proposal import due_on, theme_of
from tracker.views.coach import coach_presenter
from tracker.views.coach.note_form import AnswerForm
from tracker.web.access import me, own
from tracker.web.forms import Refusal, form_page, saving
from tracker.web.rendering import see_other
from tracker.web.toasts import say, undo_toast
from tracker.web.undo import put_back, take_away

blueprint = Blueprint("notes", __name__, url_prefix="/coach/notes")
NOUN = "coach note"
LIST = "/coach#notes"


@blueprint.get("/<id:coach_note_id>")
def show(coach_note_id: int) -> ResponseReturnValue:
    """One note, with room for an answer."""
    note = own(CoachNote, coach_note_id)
    return render_answer_form(note, AnswerForm.of(note))


@blueprint.post("/<id:coach_note_id>/answer")
def answer(coach_note_id: int) -> ResponseReturnValue:
    """Let the coach read it through the same link."""
    at, form = now(), AnswerForm()
    with saving(form, partial(own, CoachNote, coach_note_id), render_answer_form) as (_, note):
        note.say(form.answer.data or "", at)
    say("Saved. Your coach sees it under the note.")
    return see_other(LIST)


@blueprint.post("/<id:coach_note_id>/reading")
def mark_read(coach_note_id: int) -> ResponseReturnValue:
    """Seen: Today says no more of it. A suggestion is let go, and may be taken up later."""
    own(CoachNote, coach_note_id)
    with writing(me()) as session:
        own(CoachNote, coach_note_id, session).read(now())
    return see_other(LIST)


@blueprint.post("/<id:coach_note_id>/action")
def take_up(coach_note_id: int) -> ResponseReturnValue:
    """The suggestion becomes an action, on a day that suits; once, however often it is sent."""
    at, user, note = now(), me(), own(CoachNote, coach_note_id)
    if not note.suggestion:
        abort(404)
    due, kind = due_on(db.session(), user, at), kind_for(theme_of(note.suggestion))
    with writing(user, at) as session:
        note = own(CoachNote, coach_note_id, session)
        if note.action_id is None:
            action = Action(user_id=user.id, created_at=at, updated_at=at, due_on=due, kind=kind)
            action.what, action.application_id = note.suggestion, note.application_id
            plan(session, action, [])
            note.action_id = action.id
            note.read(at)
    say(undo_toast(planned_words(due, at, user), f"/coach/notes/{coach_note_id}/action/reversal"))
    return see_other(LIST)


@blueprint.post("/<id:coach_note_id>/action/reversal")
def put_down(coach_note_id: int) -> ResponseReturnValue:
    """Undo of that: the action is dropped, the suggestion stands as it did."""
    at, user = now(), me()
    own(CoachNote, coach_note_id)
    with writing(user, at) as session:
        note = own(CoachNote, coach_note_id, session)
        if note.action_id is not None:
            drop_action(own(Action, note.action_id, session), at)
            note.action_id = None
    say("Removed. The suggestion is still here.")
    return see_other(LIST)


@blueprint.post("/<id:coach_note_id>/hiding")
def hide(coach_note_id: int) -> ResponseReturnValue:
    """Out of sight: of the page, of the application, and of whoever has the link."""
    own(CoachNote, coach_note_id)
    with writing(me()) as session:
        note = own(CoachNote, coach_note_id, session)
        note.hidden_at = note.hidden_at or now()
        note.read(now())
    say(undo_toast("Hidden.", f"/coach/notes/{coach_note_id}/hiding/reversal"))
    return see_other(LIST)


@blueprint.post("/<id:coach_note_id>/hiding/reversal")
def unhide(coach_note_id: int) -> ResponseReturnValue:
    """Shown again."""
    own(CoachNote, coach_note_id)
    with writing(me()) as session:
        own(CoachNote, coach_note_id, session).hidden_at = None
    say("Shown again.")
    return see_other(LIST)


@blueprint.post("/<id:coach_note_id>/removal")
def delete(coach_note_id: int) -> ResponseReturnValue:
    """Take it away; Undo brings it back."""
    note = partial(own, CoachNote, coach_note_id)
    return take_away(NOUN, note, "Note deleted.", "/coach/notes", LIST)


@blueprint.post("/removals/<id:removal_id>/reversal")
def reverse(removal_id: int) -> ResponseReturnValue:
    """Put it back."""
    return put_back(NOUN, removal_id, LIST)


def render_answer_form(
    note: CoachNote, form: AnswerForm, refusal: Refusal | None = None
) -> Response:
    """The page of one note."""
    read = coach_presenter.present_notes(db.session(), [note], now(), me().zone)[0]
    return form_page("coach/notes/show.html", form, refusal, AnswerForm.of(note), note=read)
