"""The phone's Share menu: what it hands over is read and shown, and nothing is saved by that."""

from flask import Blueprint, Response, request
from flask.typing import ResponseReturnValue

from tracker.views.phone.shared import Shared, read_shared
from tracker.views.postings.posting_reader import put_together
from tracker.views.postings.postings import render_capture, render_look
from tracker.web.pending_form import Fields, pending_fields
from tracker.web.security import from_the_phone

blueprint = Blueprint("share", __name__)


def shared_fields() -> Fields:
    """All that was shared, files too, for whoever has to sign in first."""
    return read_shared(request.form, request.files.getlist("file")).fields()


@blueprint.post("/share")
@from_the_phone
@pending_fields(shared_fields)
def create() -> ResponseReturnValue:
    """What somebody shares is read at once: an email, or a job with the page behind its link."""
    shared = read_shared(request.form, request.files.getlist("file"))
    email = email_in(shared)
    if email:
        from tracker.views.mail.mail import render_shared_mail  # a room that is entered seldom

        return render_shared_mail(email)
    job = put_together(shared.title, shared.url, shared.text)
    return render_look(job) if job.strip() else render_capture()


@blueprint.get("/share")
def show() -> Response:
    """By an address, which any page may hold: it stands in its field until the person says so."""
    shared = read_shared(request.args)
    email = email_in(shared)
    if email:
        from tracker.views.mail.mail import filled_mail_field

        return filled_mail_field(email)
    return render_capture(shared.title, shared.text, shared.url)


def email_in(shared: Shared) -> str:
    """The email that was shared, where it is one."""
    from tracker.mail import reads_as_mail

    return shared.message or (shared.text if reads_as_mail(shared.text) else "")
