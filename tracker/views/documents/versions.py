"""A further version of a document."""

from flask import Blueprint, Response
from flask.typing import ResponseReturnValue

from tracker.clock import now
from tracker.extensions import db
from tracker.models.document import Document
from tracker.values.formatting import shortened
from tracker.views.documents.document_form import ACCEPTED, VersionForm
from tracker.views.documents.upload import save_upload
from tracker.views.documents.version_labels import next_label
from tracker.web.access import me, own
from tracker.web.forms import form_key
from tracker.web.rendering import page, see_other
from tracker.web.toasts import say

blueprint = Blueprint("versions", __name__, url_prefix="/documents/<id:document_id>/versions")


@blueprint.get("/new")
def new(document_id: int) -> ResponseReturnValue:
    """The next label is there already; only the file is missing."""
    document = own(Document, document_id)
    taken = db.session().scalars(Document.labels(me().id)).all()
    label = next_label(document.label, taken)
    return render_version_form(
        document, VersionForm(formdata=None, label=label, kind=document.kind)
    )


@blueprint.post("")
def create(document_id: int) -> ResponseReturnValue:
    """Keep it; the earlier one stays where it was used."""
    document, form = own(Document, document_id), VersionForm()
    if not form.validate():
        return render_version_form(document, form, form.status)
    label = save_upload(form, me(), now(), document_id if form.instead.data else None)
    say(f"{shortened(label, 60)} is saved. Choose it where you edit an application.")
    return see_other("/documents")


def render_version_form(document: Document, form: VersionForm, status: int = 200) -> Response:
    """The form."""
    return page(
        "documents/versions/new.html",
        document=document,
        form=form,
        accepted=ACCEPTED,
        key=form_key(),
        status=status,
    )
