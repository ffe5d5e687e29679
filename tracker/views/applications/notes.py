"""Notes on an application."""

import uuid
from typing import Any

from flask import Blueprint, Response, request
from flask.typing import ResponseReturnValue

from tracker.clock import now
from tracker.database import writing
from tracker.extensions import htmx
from tracker.models.application import Application
from tracker.models.note import Note
from tracker.models.reads.timeline import BEGINNING
from tracker.models.removal import remove
from tracker.views.applications.note_form import NoteForm
from tracker.views.applications.show import first_story
from tracker.web.access import me, own_application, own_beside
from tracker.web.edit_conflicts import Conflict, conflict
from tracker.web.idempotency import KeySpent, once
from tracker.web.rendering import answer, page, see_other
from tracker.web.toasts import say, undoing

blueprint = Blueprint("notes", __name__, url_prefix="/applications/<id:application_id>/notes")


@blueprint.get("/new")
def new(application_id: int) -> ResponseReturnValue:
    """An empty note."""
    return shown(own_application(application_id), NoteForm(formdata=None))


@blueprint.post("")
def create(application_id: int) -> ResponseReturnValue:
    """Make it once, however often it is sent."""
    at, user, form = now(), me(), NoteForm()
    application = own_application(application_id)
    if not form.validate():
        return shown(application, form, form.status)
    try:
        with writing(user) as session:
            application = own_application(application_id, session)

            def make() -> int:
                note = Note.beside(application, at)
                form.write(note)
                session.add(note)
                session.flush()
                return note.id

            once(session, user, at, make)
    except KeySpent as spent:
        return shown(application, form, 409, made_before=spent.result_id)
    return kept(application)


@blueprint.get("/<id:note_id>")
def edit(application_id: int, note_id: int) -> ResponseReturnValue:
    """One note, to read and to change."""
    application = own_application(application_id)
    note = own_beside(Note, note_id, application)
    return shown(application, NoteForm.of(note), note=note)


@blueprint.post("/<id:note_id>")
def update(application_id: int, note_id: int) -> ResponseReturnValue:
    """Save it, unless another version was saved in the meantime."""
    at, user, form = now(), me(), NoteForm()
    application = own_application(application_id)
    note = own_beside(Note, note_id, application)
    if not form.validate():
        return shown(application, form, form.status, note=note)
    with writing(user) as session:
        note = own_beside(Note, note_id, own_application(application_id, session), session)
        both = conflict(form, NoteForm.of(note), str(note.version))
        if both is None:
            form.write(note)
            note.updated_at = at
    if both is not None:
        return shown(application, form, 409, note=note, both=both)
    say("Note saved.")
    return see_other(f"/applications/{application_id}#note-{note_id}")


@blueprint.post("/<id:note_id>/removal")
def delete(application_id: int, note_id: int) -> ResponseReturnValue:
    """Take it away; Undo brings it back."""
    at, user = now(), me()
    with writing(user) as session:
        application = own_application(application_id, session)

        def make() -> int:
            note = own_beside(Note, note_id, application, session)
            return remove(session, "note", [note], at, application).id

        removal_id, _ = once(session, user, at, make)
    undo = f"/applications/{application_id}/removals/{removal_id}/reversal"
    say(undoing("Note deleted.", undo))
    return see_other(f"/applications/{application_id}")


def shown(
    application: Application,
    form: NoteForm,
    status: int = 200,
    note: Note | None = None,
    both: Conflict | None = None,
    made_before: int | None = None,
) -> Response:
    """The form: a part of the application's page, or a page of its own."""
    key = uuid.uuid4() if made_before else request.form.get("key") or uuid.uuid4()
    context: dict[str, Any] = {
        "application": application,
        "form": form,
        "key": key,
        "typed": status != 200,
    }
    if htmx.fragment and note is None:
        return answer(
            "applications/notes/answer_form.html", status=status, made_before=made_before, **context
        )
    return page(
        "applications/notes/form.html",
        note=note,
        conflict=both,
        made_before=made_before,
        long=note is not None and len(note.body) > BEGINNING,
        status=status,
        **context,
    )


def kept(application: Application) -> ResponseReturnValue:
    """Where the note now stands: in the story."""
    if not htmx.fragment:
        say("Note kept.")
        return see_other(f"/applications/{application.id}#story")
    return answer(
        "applications/notes/answer_kept.html",
        application=application,
        key=uuid.uuid4(),
        toast={"text": "Note kept.", "saved": request.form.get("key", "")[:64]},
        **first_story(application),
    )
