"""The password that the form of a mailbox speaks of: typed now, typed before, or kept."""

from pathlib import Path

from flask import current_app

from tracker.clock import now
from tracker.config.settings import Settings
from tracker.extensions import db
from tracker.mailbox.password_file import LONGEST, read_password, trial_of
from tracker.mailbox.trial_file import keep_trial, read_trial
from tracker.models.messages.mailbox import Mailbox
from tracker.views.mail.mailbox_form import MailboxForm
from tracker.web.access import me


def hold(form: MailboxForm) -> None:
    """The one that was typed, for another try or while the account's is asked for."""
    typed = (form.password.data or "")[:LONGEST]
    if typed:
        keep_trial(instance(), me().id, form.host.data or "", typed, now())


def held(form: MailboxForm) -> str:
    """The one that was typed for this server before, perhaps with a name that was wrong."""
    return read_trial(instance(), me().id, form.host.data or "", now())


def let_go() -> None:
    """It was a wrong one."""
    trial_of(instance(), me().id).unlink(missing_ok=True)


def kept_password(form: MailboxForm) -> str:
    """The one that was typed before, or is kept: only for the server that it was given for."""
    mailbox = db.session().get(Mailbox, me().id)
    place = form.host.data, form.username.data
    if mailbox is None or (mailbox.host, mailbox.username) != place:
        return held(form)
    return held(form) or read_password(instance(), me().id)


def instance() -> Path:
    """The folder of this server."""
    settings: Settings = current_app.config["ONWARD"]
    return settings.instance
