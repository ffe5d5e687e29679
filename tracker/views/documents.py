"""Résumés and letters, a version each."""

import hashlib
import uuid
from io import BytesIO

from flask import Blueprint, Response, abort, request, send_file
from flask.typing import ResponseReturnValue
from sqlalchemy import select
from sqlalchemy.orm import undefer

from tracker.clock import now
from tracker.database import writing
from tracker.extensions import db
from tracker.formatting import plural, shortened
from tracker.forms.document import ACCEPTED, DocumentForm, UploadForm
from tracker.models.application import Application
from tracker.models.document import Document
from tracker.rendering import page, see_other
from tracker.views.access import me, own
from tracker.views.idempotency import KeySpent, once
from tracker.views.toasts import say, undoing

blueprint = Blueprint("documents", __name__, url_prefix="/documents")
SHOWN = 100


@blueprint.get("")
def index() -> ResponseReturnValue:
    """All of them, and a place to add one."""
    return listed(UploadForm(formdata=None), str(uuid.uuid4()))


@blueprint.post("")
def create() -> ResponseReturnValue:
    """Keep a file."""
    at, user, form = now(), me(), UploadForm()
    if not form.validate():
        return listed(form, request.form.get("key") or str(uuid.uuid4()), form.status)
    document = Document(
        user_id=user.id,
        kind=form.kind.data,
        label=form.label.data or form.filename.rpartition(".")[0],
        filename=form.filename,
        media_type=form.media.type if form.media else "",
        size=len(form.content),
        sha256=hashlib.sha256(form.content).hexdigest(),
        content=form.content,
        created_at=at,
    )
    with writing(user) as session:

        def make() -> int:
            session.add(document)
            session.flush()
            return document.id

        try:
            made, new = once(session, user, at, make)
        except KeySpent:
            made, new = make(), True
        kept = session.get(Document, made)
        if not new and (kept is None or kept.sha256 != document.sha256):
            make()
    say(f"{shortened(document.label, 60)} is kept. Choose it where you edit an application.")
    return see_other("/documents")


@blueprint.get("/<id:document_id>")
def edit(document_id: int) -> ResponseReturnValue:
    """One document, and what it was used for."""
    document = own(Document, document_id)
    return shown(document, DocumentForm(formdata=None, obj=document))


@blueprint.post("/<id:document_id>")
def update(document_id: int) -> ResponseReturnValue:
    """Another label or kind."""
    document, form = own(Document, document_id), DocumentForm()
    if not form.validate():
        return shown(document, form, form.status)
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
    return send_file(
        BytesIO(document.content),
        mimetype=document.media_type,
        as_attachment=True,
        download_name=document.filename,
    )


@blueprint.post("/<id:document_id>/archival")
def archive(document_id: int) -> ResponseReturnValue:
    """No longer offered; where it was used, it stays."""
    with writing(me()) as session:
        document = own(Document, document_id, session)
        document.archived_at = document.archived_at or now()
    words = f"{shortened(document.label, 60)} is no longer offered."
    say(undoing(words, f"/documents/{document_id}/archival/reversal"))
    return see_other("/documents")


@blueprint.post("/<id:document_id>/archival/reversal")
def unarchive(document_id: int) -> ResponseReturnValue:
    """Offered again."""
    with writing(me()) as session:
        document = own(Document, document_id, session)
        document.archived_at = None
    say(f"{shortened(document.label, 60)} is offered again.")
    return see_other("/documents")


@blueprint.post("/<id:document_id>/deletion")
def delete(document_id: int) -> ResponseReturnValue:
    """Gone for good, unless an application says that it was sent."""
    own(Document, document_id)
    with writing(me()) as session:
        document = own(Document, document_id, session)
        uses = session.scalar(document.uses_counted()) or 0
        if not uses:
            session.delete(document)
    if uses:
        many = plural(uses, "application says", "applications say")
        abort(409, f"{many} that you sent this one, so it stays. You can stop offering it instead.")
    say(f"{shortened(document.label, 60)} is gone.")
    return see_other("/documents")


def listed(form: UploadForm, key: str, status: int = 200) -> Response:
    """The list and the form."""
    session, user = db.session(), me()
    used = {row[0]: row[1] for row in session.execute(Document.uses_by_document(user.id))}
    documents = session.scalars(Document.of(user.id)).all()
    return page(
        "documents/index.html",
        status=status,
        form=form,
        key=key,
        accepted=ACCEPTED,
        used=used,
        offered=[each for each in documents if each.archived_at is None],
        archived=[each for each in documents if each.archived_at is not None],
    )


def shown(document: Document, form: DocumentForm, status: int = 200) -> Response:
    """One document."""
    session = db.session()
    uses = session.execute(
        select(Application.id, Application.role, Application.company)
        .where(Application.resume_id == document.id, Application.deleted_at.is_(None))
        .order_by(Application.applied_on.desc(), Application.id.desc())
        .limit(SHOWN)
    ).all()
    count = session.scalar(document.uses_counted()) or 0
    return page(
        "documents/show.html", status=status, document=document, form=form, uses=uses, count=count
    )
