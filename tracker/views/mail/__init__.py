"""An email that came: what it is, which application it is about, and one tap that keeps it."""

from flask import Blueprint

from tracker.views.mail import mail, mailbox, proposals, recording, reversals

blueprint = Blueprint("mail", __name__)
for part in (mail, mailbox, proposals, recording, reversals):
    blueprint.register_blueprint(part.blueprint)
