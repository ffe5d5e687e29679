"""The forms of each kind of channel: where it is, and what opens it."""

import re
from typing import Any
from urllib.parse import urlsplit

from wtforms import HiddenField, PasswordField
from wtforms.validators import ValidationError

from tracker.config.smtp import ADDRESS
from tracker.fetching.link import target
from tracker.fetching.refusals import Refused, Why
from tracker.reminders.channels.apprise_process import ACTS_HERE
from tracker.reminders.channels.outgoing import WHY
from tracker.reminders.push.keys import decoded
from tracker.views.reminders.trial import reaches_inside
from tracker.web.fields.form import Form, required
from tracker.web.fields.text import LineField

AS_TYPED = {"autocapitalize": "none", "spellcheck": "false", "dir": "ltr", "autocomplete": "off"}
URL = AS_TYPED | {"inputmode": "url"}
SECRET = 1_000
SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]{1,30})://\S{2,1900}")
TOPIC = re.compile(r"[A-Za-z0-9_-]{1,64}")
TOKEN = re.compile(r"[A-Za-z0-9._~+/=-]{1,200}")
WHAT = "What to call it"


class ChannelForm(Form):
    """What all of them have."""

    secret_fields: tuple[str, ...] = ()

    def given(self) -> dict[str, str]:
        """What is kept in a file, by name."""
        return {name: (self[name].data or "").strip() for name in self.secret_fields}

    def label_words(self) -> str:
        """What to call it."""
        return (self["label"].data or "").strip() if "label" in self else ""


def web_address(form: Form, field: Any) -> None:
    """An address that this server may send to; why not is said here, before anything goes out."""
    try:
        target((field.data or "").strip(), reaches_inside())
    except Refused as error:
        raise ValidationError(WHY.get(error.why, WHY[Why.NO_LINK])) from None


def token(form: Form, field: Any) -> None:
    """Plain letters in one piece."""
    if field.data and not TOKEN.fullmatch(field.data.strip()):
        raise ValidationError("A token has only letters, digits and signs like _ and -.")


class EmailForm(ChannelForm):
    """An address, to which a code is sent."""

    secret_fields = ("address",)
    address = LineField(
        "Email address",
        [required("Which address?")],
        description="We send a code there first, so that nobody else’s address is used",
        render_kw=AS_TYPED | {"inputmode": "email", "autocomplete": "email"},
    )

    def validate_address(self, field: Any) -> None:
        """One address and nothing around it."""
        address = (field.data or "").strip()
        if "@" in address and not address.isascii():
            raise ValidationError("Only addresses in plain letters, without accents, can be used.")
        if not ADDRESS.fullmatch(address):
            raise ValidationError("Please write one address, like you@example.org.")


class NtfyForm(ChannelForm):
    """A topic, and what opens it where it is guarded."""

    secret_fields = ("url", "token")
    url = LineField(
        "Address of the topic",
        [required("Which topic?"), web_address],
        description="For example https://ntfy.sh/a-name-that-nobody-guesses",
        render_kw=URL,
    )
    token = PasswordField(
        "Access token",
        [token],
        description="Only if it needs one",
        render_kw={"autocomplete": "off"},
    )
    label = LineField(WHAT, default="ntfy")

    def validate_url(self, field: Any) -> None:
        """It names a topic."""
        if field.errors:
            return  # it is none that could be read
        topic = urlsplit((field.data or "").strip()).path.rstrip("/").rpartition("/")[2]
        if not topic:
            raise ValidationError("The topic is missing: it stands after the server’s name.")
        if not TOPIC.fullmatch(topic):
            raise ValidationError("A topic has only letters, digits, - and _, at most 64.")


class GotifyForm(ChannelForm):
    """A server, and the token of one of its apps."""

    secret_fields = ("url", "token")
    url = LineField(
        "Address of the server",
        [required("Which server?"), web_address],
        description="For example https://gotify.example.org",
        render_kw=URL,
    )
    token = PasswordField(
        "App token",
        [required("Gotify shows it under Apps."), token],
        description="Made under Apps in Gotify",
        render_kw={"autocomplete": "off"},
    )
    label = LineField(WHAT, default="Gotify")

    def validate_url(self, field: Any) -> None:
        """The server alone: what stands behind it is added when something is sent."""
        if not field.errors and set("?#") & set(field.data or ""):
            raise ValidationError("Only the server’s address, please, without a ? or a #.")


class AppriseForm(ChannelForm):
    """An address as Apprise writes it."""

    secret_fields = ("url",)
    url = PasswordField(
        "Apprise address",
        [required("Which address?")],
        description="Like tgram://bot-token/chat-id. It holds your secret, so it is not shown",
        render_kw={"autocomplete": "off", "maxlength": SECRET},
    )
    label = LineField(WHAT, [required("A name by which you know it.")])

    def validate_url(self, field: Any) -> None:
        """Not one that does something on the server itself."""
        known = SCHEME.fullmatch((field.data or "").strip())
        if known is None:
            raise ValidationError("An Apprise address begins like tgram:// or matrix://.")
        if known[0].count("://") > 1:
            raise ValidationError("Please write one address. Within it, :// reads %3A%2F%2F.")
        if known[1].lower() in ACTS_HERE:
            raise ValidationError("That would show it on the server, and not to you.")


class PushForm(ChannelForm):
    """What the browser says of itself."""

    secret_fields = ("endpoint", "p256dh", "auth")
    endpoint = HiddenField(validators=[required("This browser gave no address.")])
    p256dh = HiddenField()
    auth = HiddenField()
    label = LineField(WHAT)

    def validate_endpoint(self, field: Any) -> None:
        """An address of the open web."""
        if len(field.data or "") > SECRET or not (field.data or "").isprintable():
            raise ValidationError("This browser’s address can’t be used.")
        try:
            target(field.data or "", inside=True)
        except Refused:
            raise ValidationError("This browser’s address can’t be used.") from None

    def validate_p256dh(self, field: Any) -> None:
        """Keys of the right length."""
        try:
            fits = len(decoded(field.data or "")) == 65 and len(decoded(self.auth.data or "")) == 16
        except ValueError:
            fits = False
        if not fits:
            raise ValidationError("This browser’s keys can’t be used.")


FORMS: dict[str, type[ChannelForm]] = {
    "email": EmailForm,
    "ntfy": NtfyForm,
    "gotify": GotifyForm,
    "apprise": AppriseForm,
    "push": PushForm,
}
