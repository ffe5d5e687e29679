"""A mailbox that is only read, where somebody wants that: set up, tried, and switched off."""

from flask import Response, current_app, request
from flask.typing import ResponseReturnValue
from sqlalchemy import func, select

from tracker.clock import now
from tracker.config.settings import Settings
from tracker.database import writing
from tracker.extensions import db
from tracker.mailbox.connection import NO_PASSWORD, NOT_TAKEN, Inside, Unreachable
from tracker.mailbox.imap import Login, opened
from tracker.mailbox.password_file import delete_password, keep_password
from tracker.models.messages.mailbox import Mailbox, MailProposal
from tracker.tasks.mailboxes import reach_of
from tracker.values.formatting import plural
from tracker.views.mail.mailbox_form import MailboxForm
from tracker.views.mail.mailbox_password import held, hold, instance, kept_password, let_go
from tracker.views.mail.providers import (
    PROVIDERS,
    host_of,
    meant,
    provider_of,
    provider_of_address,
)
from tracker.web import rate_limit
from tracker.web.access import me
from tracker.web.forms import Refusal, form_page
from tracker.web.outgoing_calls import NoPlace, outgoing_call
from tracker.web.password_again import prove
from tracker.web.rate_limit import Limit
from tracker.web.rendering import see_other
from tracker.web.toasts import say

TRIES = Limit("mailbox", pair=20, whole=1_000_000, everywhere=True)
"""Of one person: nobody guesses at passwords elsewhere, or looks for servers, by way of ours."""


NEEDED = "Paste the app password for this mailbox."
OF_THE_PASSWORD = (NOT_TAKEN, NO_PASSWORD)
"""Problems that another password solves."""
ONE_SERVER = "We still have it. With another server, paste it again"
ALLOW = "You look after this server: start it with ONWARD_MAILBOX_INSIDE=on to allow that."
ASK = "Ask whoever looks after this server to allow it."
BUSY = "Other mailboxes are being tried just now. In a few seconds it is your turn."
AGAIN = "Your password is kept for 15 minutes, so you can just try again."


def show() -> ResponseReturnValue:
    """How it stands; else whose mailbox it is, then the form that this fills."""
    mailbox = db.session().get(Mailbox, me().id)
    if mailbox is not None:
        return render_mailbox(MailboxForm.of(mailbox))
    asked = request.args.get("username", "").strip()
    provider = PROVIDERS.get(key_asked())
    host = host_of(provider, asked) if provider else ""
    name = asked.partition("@")[0] if provider is PROVIDERS["icloud"] else asked
    return render_mailbox(MailboxForm(formdata=None, host=host, username=name))


def update() -> ResponseReturnValue:
    """Try it, and keep it where that went well; the button Try it keeps nothing."""
    form = MailboxForm()
    hold(form)
    if not form.validate():
        return render_mailbox(form, Refusal(form.status))
    prove()
    login, tried = form.login(kept_password(form)), "trial" in request.form
    if not login.password:
        form.password.errors = [NEEDED]
        return render_mailbox(form, Refusal())
    wait = rate_limit.count_guess(f"mailbox {me().id}", TRIES)
    if wait is not None:
        form.form_errors = [rate_limit.words(wait)]
        return render_mailbox(form, Refusal(429))
    try:
        count = look_once(login)
    except Unreachable as error:
        if error.about == "password":
            let_go()
        if error.about:
            form[error.about].errors = [words_of(error)]
        else:
            form.form_errors = [f"{error} {AGAIN}"]
        return render_mailbox(form, Refusal())
    words = f"It works: {plural(count, 'email')} in {login.folder}. Nothing was changed there."
    if tried:
        return render_mailbox(form, worked=words)
    save_mailbox(login)
    say("Your mailbox is read from now on, every ten minutes. The first look takes in a week.")
    return see_other("/settings/mailbox")


def words_of(error: Unreachable) -> str:
    """Of a server inside, how whoever looks after this one allows it, or whom to ask."""
    if not isinstance(error, Inside):
        return str(error)
    return f"{error} {ALLOW if me().is_keeper else ASK}"


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
    session, user = db.session(), me()
    mailbox = session.get(Mailbox, user.id)
    shows, key = part_of(mailbox)
    provider = PROVIDERS.get(key)
    waiting = select(func.count()).where(*MailProposal.found_for(user.id))
    return form_page(
        "mail/mailbox.html",
        form,
        refusal,
        title=provider.title if provider and mailbox is None else "Mailbox",
        shows=shows,
        providers=PROVIDERS,
        provider=provider,
        at_key=key,
        mailbox=mailbox,
        meant=slip_in(form.username.data or "") if shows == "address" else "",
        waiting=session.scalar(waiting) if mailbox else 0,
        worked=worked,
        asks_password=mailbox is not None and mailbox.problem in OF_THE_PASSWORD,
        at=now(),
        zone=user.zone,
        focus=next((each.name for each in form if each.errors), ""),
        password_hint=password_hint(mailbox, bool(held(form)), bool(form.host.errors)),
    )


def part_of(mailbox: Mailbox | None) -> tuple[str, str]:
    """What the page shows, and the provider that it is about."""
    if mailbox is not None:
        return "settings", provider_of(mailbox.host)
    asked = key_asked()
    if asked not in PROVIDERS and request.method == "POST":
        asked = provider_of(request.form.get("host", ""))
    if asked not in PROVIDERS:
        return "choice", ""
    username = request.args.get("username", "")
    if asked == "other" and request.method == "GET" and (not username or slip_in(username)):
        return "address", asked
    return "connect" if PROVIDERS[asked].open else "closed", asked


def slip_in(username: str) -> str:
    """The address that they may have meant, until they send what they typed once more."""
    return "" if request.args.get("typed") == username else meant(username)


def key_asked() -> str:
    """The provider that was tapped; of another one, whose the address is."""
    asked = request.values.get("at", "")
    known = provider_of_address(request.args.get("username", "")) if asked == "other" else ""
    return known or asked


def password_hint(mailbox: Mailbox | None, held: bool, elsewhere: bool) -> str:
    """What is to be typed: it never comes back with the page, and goes to no other server."""
    if held and elsewhere:
        return ONE_SERVER
    if held:
        return "We still have it, for 15 minutes: you can leave this empty"
    if mailbox is None:
        return ""
    if mailbox.problem in OF_THE_PASSWORD:
        return "Paste the new one here"
    return "Leave it empty to keep the one that is there"


def save_mailbox(login: Login) -> None:
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
    try:
        with outgoing_call(), opened(login, reach_of(settings)) as folder:
            return folder.count
    except NoPlace:
        raise Unreachable(BUSY, about="") from None
