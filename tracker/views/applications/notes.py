"""Notes on an application."""

import uuid
from functools import partial

from flask import Blueprint, Response, request
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from tracker.clock import now
from tracker.extensions import htmx
from tracker.models.application import Application
from tracker.models.note import Note
from tracker.models.reads.timeline_story import BEGINNING
from tracker.views.applications.note_form import NoteForm
from tracker.views.applications.show import first_timeline_page
from tracker.web.access import own_application, own_on
from tracker.web.forms import Refusal, create_once, form_page, form_state, saving
from tracker.web.queued_changes import queueable
from tracker.web.rendering import answer_with_partials, see_other
from tracker.web.toasts import say
from tracker.web.undo import take_off

blueprint = Blueprint("notes", __name__, url_prefix="/applications/<id:application_id>/notes")


@blueprint.get("/new")
def new(application_id: int) -> ResponseReturnValue:
    """An empty note."""
    return render_note_form(own_application(application_id), NoteForm(formdata=None))


@blueprint.post("")
@queueable("note", "/applications/$1")
def create(application_id: int) -> ResponseReturnValue:
    """Make it once, however often it is sent."""
    at, form, application = now(), NoteForm(), own_application(application_id)

    def make(session: Session) -> int:
        note = Note.beside(own_application(application_id, session), at)
        form.write(note)
        session.add(note)
        session.flush()
        return note.id

    create_once(form, make, partial(render_note_form, application))
    return redirect_to_note(application)


@blueprint.get("/<id:note_id>")
def edit(application_id: int, note_id: int) -> ResponseReturnValue:
    """One note, to read and to change."""
    note = own_on(Note, note_id, application_id)
    return render_note_form(own_application(application_id), NoteForm.of(note), note=note)


@blueprint.post("/<id:note_id>")
def update(application_id: int, note_id: int) -> ResponseReturnValue:
    """Save it, unless another version was saved in the meantime."""
    at, form, application = now(), NoteForm(), own_application(application_id)
    with saving(
        form,
        partial(own_on, Note, note_id, application_id),
        lambda note, form, why: render_note_form(application, form, why, note),
    ) as (_, note):
        form.write(note)
        note.updated_at = at
    say("Note saved.")
    return see_other(f"/applications/{application_id}#note-{note_id}")


@blueprint.post("/<id:note_id>/removal")
def delete(application_id: int, note_id: int) -> ResponseReturnValue:
    """Take it away; Undo brings it back."""
    return take_off("note", Note, note_id, application_id, "Note deleted.")


def render_note_form(
    application: Application,
    form: NoteForm,
    refusal: Refusal | None = None,
    note: Note | None = None,
) -> Response:
    """The form: a part of the application's page, or a page of its own."""
    saved = NoteForm.of(note) if note is not None else None
    if htmx.fragment and note is None:
        state = form_state(form, refusal)
        return answer_with_partials(
            "applications/notes/answer_form.html", application=application, **state
        )
    return form_page(
        "applications/notes/form.html",
        form,
        refusal,
        saved,
        application=application,
        note=note,
        long=note is not None and len(note.body) > BEGINNING,
    )


def redirect_to_note(application: Application) -> ResponseReturnValue:
    """Where the note now stands: in the story."""
    if not htmx.fragment:
        say("Note saved.")
        return see_other(f"/applications/{application.id}#story")
    return answer_with_partials(
        "applications/notes/answer_saved.html",
        application=application,
        key=uuid.uuid4(),
        toast={"text": "Note saved.", "saved": request.form.get("key", "")[:64]},
        **first_timeline_page(application),
    )
