"""Résumés and letters, a version each."""

import uuid
from datetime import date
from io import BytesIO

from flask import Blueprint, Response, abort, send_file
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import undefer

from tracker.clock import now
from tracker.database import writing
from tracker.extensions import db
from tracker.loop.outcome import state_label
from tracker.models.document import Document
from tracker.models.reads.document_uses import (
    actions_with,
    applications_with,
    reviews_with,
    uses_of,
)
from tracker.values.days import day_of
from tracker.values.formatting import day, shortened
from tracker.views.documents.document_form import ACCEPTED, DocumentForm, UploadForm
from tracker.views.documents.upload import save_upload
from tracker.web.access import me, own
from tracker.web.forms import form_key
from tracker.web.rendering import page, see_other
from tracker.web.toasts import say, undo_toast

blueprint = Blueprint("documents", __name__, url_prefix="/documents")
SEALED = "default-src 'none'; sandbox"
"""A file opened in the browser after all runs nothing and reaches nothing."""


@blueprint.get("")
def index() -> ResponseReturnValue:
    """All of them, and a place to add one."""
    return render_documents_page(UploadForm(formdata=None), str(uuid.uuid4()))


@blueprint.post("")
def create() -> ResponseReturnValue:
    """Keep a file."""
    form = UploadForm()
    if not form.validate():
        return render_documents_page(form, form_key(), form.status)
    label = save_upload(form, me(), now())
    say(f"{shortened(label, 60)} is saved. Choose it where you edit an application.")
    return see_other("/documents")


@blueprint.get("/<id:document_id>")
def edit(document_id: int) -> ResponseReturnValue:
    """One document, and what it was used for."""
    document = own(Document, document_id)
    return render_document_page(document, DocumentForm.of(document))


@blueprint.post("/<id:document_id>")
def update(document_id: int) -> ResponseReturnValue:
    """Another label or kind."""
    document, form = own(Document, document_id), DocumentForm()
    if not form.validate():
        return render_document_page(document, form, form.status)
    label, kind = form.label.data, form.kind.data
    with writing(me()) as session:
        document = own(Document, document_id, session)
        document.label, document.kind = label or document.label, kind or document.kind
    say("Saved.")
    return see_other("/documents")


@blueprint.get("/<id:document_id>/file")
def download(document_id: int) -> ResponseReturnValue:
    """The file, as it was given."""
    mine = Document.of(me().id).where(Document.id == document_id)
    document = db.session().scalar(mine.options(undefer(Document.content)))
    if document is None:
        abort(404)
    sent = send_file(
        BytesIO(document.content),
        mimetype=document.media_type,
        as_attachment=True,
        download_name=document.filename,
    )
    sent.headers["Content-Security-Policy"] = SEALED
    return sent


@blueprint.post("/<id:document_id>/archival")
def archive(document_id: int) -> ResponseReturnValue:
    """No longer offered; where it was used, it stays."""
    with writing(me()) as session:
        document = own(Document, document_id, session)
        document.archived_at = document.archived_at or now()
    words = f"“{shortened(document.label, 60)}” is no longer in use."
    say(undo_toast(words, f"/documents/{document_id}/archival/reversal"))
    return see_other("/documents")


@blueprint.post("/<id:document_id>/archival/reversal")
def unarchive(document_id: int) -> ResponseReturnValue:
    """Offered again."""
    with writing(me()) as session:
        document = own(Document, document_id, session)
        document.archived_at = None
    say(f"{shortened(document.label, 60)} is in use again.")
    return see_other("/documents")


@blueprint.post("/<id:document_id>/deletion")
def delete(document_id: int) -> ResponseReturnValue:
    """Gone for good, unless an application, an action or a review says that this was the one."""
    own(Document, document_id)
    with writing(me()) as session:
        document = own(Document, document_id, session)
        uses = uses_of(session, document)
        if not uses.any:
            session.delete(document)
    if uses.any:
        says = "says" if sum(uses) == 1 else "say"
        abort(
            409,
            f"{uses.words} {says} that it was this one, so it can’t be deleted. You can stop "
            f"using it instead.",
        )
    say(f"{shortened(document.label, 60)} is gone.")
    return see_other("/documents")


def render_documents_page(form: UploadForm, key: str, status: int = 200) -> Response:
    """The list and the form."""
    session, user = db.session(), me()
    uses = session.execute(Document.uses_by_document(user.id)).all()
    today = day_of(now(), user.zone)
    sent = {number: last for number, *_, last in uses if last}
    documents = sorted(
        session.scalars(Document.of(user.id)), key=lambda each: sent.get(each.id, date.min)
    )[::-1]
    return page(
        "documents/index.html",
        status=status,
        form=form,
        key=key,
        accepted=ACCEPTED,
        used={number: (count, met) for number, count, met, _ in uses},
        last_sent={number: day(last, today) for number, last in sent.items()},
        offered=[each for each in documents if each.archived_at is None],
        archived=[each for each in documents if each.archived_at is not None],
    )


def render_document_page(document: Document, form: DocumentForm, status: int = 200) -> Response:
    """One document."""
    session = db.session()
    uses = uses_of(session, document)
    return page(
        "documents/show.html",
        status=status,
        document=document,
        form=form,
        uses=uses,
        applications=[
            (each, state_label(each.stage, each.outcome, each.ending))
            for each in applications_with(session, document)
        ],
        actions=actions_with(session, document) if uses.actions else (),
        reviews=reviews_with(session, document) if uses.reviews else (),
    )
