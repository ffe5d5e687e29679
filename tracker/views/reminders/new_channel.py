"""A new channel: it is kept once it took a test, an email address once its code came back."""

import hashlib
import hmac
import re
import secrets
from typing import Any

from flask import Blueprint, Response, abort, request
from flask.typing import ResponseReturnValue

from tracker.clock import now
from tracker.database import writing
from tracker.database.lock import advisory_lock
from tracker.extensions import db
from tracker.models.changes.reminder_channels import (
    MOST,
    Full,
    add_channel,
    is_full,
    note_test,
    remove_channel,
)
from tracker.models.messages.reminder_channel import ON, UNPROVED, ReminderChannel
from tracker.reminders.channels.outgoing import DeliveryRefused
from tracker.reminders.push.keys import encoded, public_bytes, server_key
from tracker.reminders.secret_file import delete_secret, keep_secret, new_name
from tracker.views.reminders.channel_forms import FORMS, ChannelForm, EmailForm
from tracker.views.reminders.channel_presenter import LABELS, ways_to_add
from tracker.views.reminders.trial import BODY, TITLE, AllBusy, say_hello, settings
from tracker.web import rate_limit
from tracker.web.access import device, me
from tracker.web.account_events import Happened, note_event
from tracker.web.forms import Refusal, form_page
from tracker.web.password_again import password_again
from tracker.web.rate_limit import Limit
from tracker.web.rendering import see_other
from tracker.web.toasts import say
from tracker.web.user_agent import label as browser_label

TRIES = Limit("reminders", pair=10, whole=1_000_000, everywhere=True)
"""Of one person: nobody sends many messages to others, or looks for servers, by way of ours."""
CODE = "Your code for Onward: {}"
CODE_BODY = (
    "Type {} in Onward to have your reminders sent to this address. It is good for a day.\n\n"
    "If you did not ask for it, you can leave this email as it is."
)
MADE_UP = re.compile(r"https://ntfy\.sh/(onward(?:-[0-9a-f]{4}){3})")
"""A topic that is suggested: nobody guesses it, and it can be typed on a phone."""
HELLO = TITLE, BODY
CODE_SENT = "A code from Onward", "With it you say that the address is yours."
"""As they stand among what was sent: never the code itself."""
blueprint = Blueprint("new_channel", __name__, url_prefix="/settings/reminders/channels/new")


@blueprint.get("/<way>")
@password_again
def new(way: str) -> ResponseReturnValue:
    """An empty form; of an email with one's own address in it."""
    form = form_of(way, formdata=None)
    if isinstance(form, EmailForm):
        form.address.data = me().email
    if way == "push":
        form["label"].data = browser_label(request.user_agent.string)
    if way == "ntfy":
        parts = "-".join(secrets.token_hex(2) for _ in range(3))
        form["url"].data = f"https://ntfy.sh/onward-{parts}"
    return render_new(way, form)


@blueprint.post("/<way>")
@password_again
def create(way: str) -> ResponseReturnValue:
    """A test goes out; what took it is kept."""
    form = form_of(way)
    if not form.validate():
        return render_new(way, form, Refusal(form.status))
    if is_full(db.session(), me().id):
        return render_full(way, form)
    wait = rate_limit.count_guess(f"reminders {me().id}", TRIES)
    if wait is not None:
        form.form_errors = [rate_limit.words(wait)]
        return render_new(way, form, Refusal(429))
    given, code = form.given(), f"{secrets.randbelow(1_000_000):06d}"
    try:
        if way == "email":
            say_hello(way, given, CODE.format(code), CODE_BODY.format(code))
        else:
            say_hello(way, given)
    except DeliveryRefused as error:
        form.form_errors = [str(error)]
        return render_new(way, form, Refusal(429 if isinstance(error, AllBusy) else 422))
    try:
        return see_other(save_channel(way, form, given, code))
    except Full:  # others were added meanwhile
        return render_full(way, form)


def save_channel(kind: str, form: ChannelForm, given: dict[str, str], code: str) -> str:
    """Its file first, then its row; where to go on. Raises Full, with nothing kept."""
    user, at, file, here = me(), now(), new_name(), device()
    label = form.label_words() or LABELS[kind]
    if kind == "email":
        given, label = given | {"code": digest(file, code)}, masked(given["address"])
    keep_secret(settings().instance, file, given)
    before: list[str] = []
    try:
        with writing(user, at) as session:
            advisory_lock(session, f"channels of {user.id}")
            facts: dict[str, Any] = {"state": UNPROVED} if kind == "email" else {}
            if kind == "push":
                facts = {"device_id": here.id}
            for old in replaced(kind, user.id, here.id):
                before.append(old.file)
                remove_channel(session, old, at)
            channel = add_channel(session, user.id, kind, label, file, at, **facts)
            note_test(session, channel, *(CODE_SENT if kind == "email" else HELLO), at, True)
            if channel.state == ON:
                note_event(session, user.id, Happened.CHANNEL_ADDED, LABELS[kind])
            number = channel.id
    except Full:
        delete_secret(settings().instance, file)
        raise
    for name in before:
        delete_secret(settings().instance, name)
    if kind == "email":
        say("A code is on its way to you.")
        return f"/settings/reminders/channels/{number}"
    say("The test was taken. Reminders go there from now on.")
    return "/settings/reminders"


def replaced(kind: str, user_id: int, device_id: int) -> list[ReminderChannel]:
    """A device has one; of addresses that wait for their code, the latest counts."""
    mine = ReminderChannel.of(user_id).where(ReminderChannel.kind == kind)
    if kind == "push":
        mine = mine.where(ReminderChannel.device_id == device_id)
    elif kind == "email":
        mine = mine.where(ReminderChannel.state == UNPROVED)
    else:
        return []
    return list(db.session().scalars(mine))


def digest(file: str, code: str) -> str:
    """What is kept of a code."""
    return hmac.new(file.encode(), code.encode(), hashlib.sha256).hexdigest()


def masked(address: str) -> str:
    """An address that its owner knows again, and that nobody else can write to."""
    name, _, host = address.partition("@")
    return f"{name[:1]}…@{host}"


def form_of(kind: str, **options: Any) -> ChannelForm:
    """A 404 for what this server can't take, or not from this person."""
    if kind not in {each.kind for each in ways_to_add(me())}:
        abort(404)
    return FORMS[kind](**options)


def render_full(kind: str, form: ChannelForm) -> Response:
    """The form, where there are as many as there may be."""
    form.form_errors = [f"You have {MOST} already. Take one away first."]
    return render_new(kind, form, Refusal())


def render_new(kind: str, form: ChannelForm, refusal: Refusal | None = None) -> Response:
    """The form; secrets that were typed are not sent back."""
    key = encoded(public_bytes(server_key(settings().instance))) if kind == "push" else ""
    made_up = MADE_UP.fullmatch((form["url"].data or "").strip()) if kind == "ntfy" else None
    return form_page(
        "reminders/new.html",
        form,
        refusal,
        kind=kind,
        name=LABELS[kind],
        server_key=key,
        suggested=made_up[1] if made_up and not form["url"].errors else "",
    )
