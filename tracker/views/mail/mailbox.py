"""A mailbox that is only read, where somebody wants that: set up, tried, and switched off."""

from pathlib import Path

from flask import Response, current_app, request
from flask.typing import ResponseReturnValue

from tracker.clock import now
from tracker.config.settings import Settings
from tracker.database import writing
from tracker.extensions import db
from tracker.mailbox.imap import Login, opened
from tracker.mailbox.password_file import delete_password, keep_password, read_password
from tracker.mailbox.reaching import Unreachable
from tracker.models.mailbox import Mailbox
from tracker.tasks.mailboxes import reach_of
from tracker.values.formatting import plural
from tracker.views.mail.mailbox_form import MailboxForm
from tracker.web import rate_limit
from tracker.web.access import me
from tracker.web.forms import Refusal, form_page
from tracker.web.password_again import password_again
from tracker.web.rate_limit import Limit
from tracker.web.rendering import see_other
from tracker.web.toasts import say

TRIES = Limit("mailbox", pair=20, whole=1_000_000, everywhere=True)
"""Of one person: nobody guesses at passwords elsewhere, or looks for servers, by way of ours."""


def show() -> ResponseReturnValue:
    """How it stands, or an empty form."""
    mailbox = db.session().get(Mailbox, me().id)
    form = MailboxForm.shown(mailbox) if mailbox else MailboxForm(formdata=None)
    return render_mailbox(form)


@password_again
def update() -> ResponseReturnValue:
    """Try it, and keep it where that went well; the button Try it keeps nothing."""
    form = MailboxForm()
    if not form.validate():
        return render_mailbox(form, Refusal(form.status))
    login, tried = form.login(kept_password(form)), "trial" in request.form
    if not login.password:
        form.password.errors = ["Type the password of this mailbox."]
        return render_mailbox(form, Refusal())
    wait = rate_limit.count_guess(f"mailbox {me().id}", TRIES)
    if wait is not None:
        form.form_errors = [rate_limit.words(wait)]
        return render_mailbox(form, Refusal(429))
    try:
        count = look_once(login)
    except Unreachable as error:
        form.form_errors = [str(error)]
        return render_mailbox(form, Refusal())
    words = f"It works: {plural(count, 'email')} in {login.folder}. Nothing was changed there."
    if tried:
        return render_mailbox(form, worked=words)
    keep(login)
    say("Your mailbox is read from now on, every ten minutes. The first look takes in a week.")
    return see_other("/settings/mailbox")


def end() -> ResponseReturnValue:
    """No mailbox any more: the password, how far it was read, and what waits are gone."""
    user = me()
    with writing(user) as session:
        Mailbox.end(session, user.id)
    delete_password(instance(), user.id)
    say("Switched off. The password is deleted, and what waited with it.")
    return see_other("/settings/mailbox")


def render_mailbox(form: MailboxForm, refusal: Refusal | None = None, worked: str = "") -> Response:
    """The page; what was typed stays, but for the password."""
    user, at = me(), now()
    mailbox = db.session().get(Mailbox, user.id)
    return form_page(
        "mail/mailbox.html",
        form,
        refusal,
        mailbox=mailbox,
        worked=worked,
        at=at,
        zone=user.zone,
        failing=mailbox is not None and bool(mailbox.problem),
    )


def keep(login: Login) -> None:
    """Another place begins anew."""
    user, at = me(), now()
    keep_password(instance(), user.id, login.password)
    with writing(user, at) as session:
        mailbox = session.get(Mailbox, user.id)
        if mailbox is None:
            mailbox = Mailbox(user_id=user.id, problem="", made_at=at, last_uid=0)
            session.add(mailbox)
        same = (mailbox.host, mailbox.username, mailbox.folder) == (
            login.host,
            login.username,
            login.folder,
        )
        if not same:
            mailbox.uid_validity, mailbox.last_uid = None, 0
        mailbox.host, mailbox.port, mailbox.username = login.host, login.port, login.username
        mailbox.folder = login.folder
        mailbox.failing_since, mailbox.problem = None, ""


def look_once(login: Login) -> int:
    """How many emails are in the folder. Raises Unreachable."""
    settings: Settings = current_app.config["ONWARD"]
    db.session.rollback()
    with opened(login, reach_of(settings)) as folder:
        return folder.count


def kept_password(form: MailboxForm) -> str:
    """The one that is kept: only for the server that it was given for."""
    mailbox = db.session().get(Mailbox, me().id)
    if mailbox is None or (mailbox.host, mailbox.username) != (form.host.data, form.username.data):
        return ""
    return read_password(instance(), me().id)


def instance() -> Path:
    """The folder of this server."""
    settings: Settings = current_app.config["ONWARD"]
    return settings.instance
