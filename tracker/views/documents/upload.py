"""Keeping a file that was sent, once."""

import hashlib
from datetime import datetime

from tracker.database import writing
from tracker.models.document import Document
from tracker.models.user import User
from tracker.views.documents.document_form import UploadForm
from tracker.web.access import own
from tracker.web.idempotency import once


def save_upload(form: UploadForm, user: User, at: datetime, instead_of: int | None = None) -> str:
    """The label under which it is kept; the one that it stands in for is no longer in use."""
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

        if instead_of is not None:
            earlier = own(Document, instead_of, session)
            earlier.archived_at = earlier.archived_at or at
        made, new = once(session, user, at, make, anew=True)
        kept = session.get(Document, made)
        if not new and (kept is None or kept.sha256 != document.sha256):
            make()
    return document.label
