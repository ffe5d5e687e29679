"""The form of a mailbox."""

import re
from typing import Any, Self

from wtforms import IntegerField, PasswordField
from wtforms.validators import NumberRange, ValidationError

from tracker.mailbox.imap import Login
from tracker.mailbox.password_file import LONGEST
from tracker.models.messages.mailbox import Mailbox
from tracker.views.mail.providers import PROVIDERS, provider_of
from tracker.web.fields.account import EMAIL
from tracker.web.fields.form import Form, required
from tracker.web.fields.text import LineField

AS_TYPED = {"autocapitalize": "none", "spellcheck": "false", "dir": "ltr"}
HOST = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9.-]{0,250}[A-Za-z0-9])?")
TLS_PORT = 993


class PortField(IntegerField):
    """A number, in words where it is none."""

    def process_formdata(self, valuelist: list[str]) -> None:
        """Empty is the usual one."""
        typed = valuelist[0].strip() if valuelist else ""
        self.data = TLS_PORT
        if typed:
            if not (typed.isascii() and typed.isdigit() and len(typed) < 6):
                self.data = None
                raise ValueError("A whole number, please: most mailboxes have 993.")
            self.data = int(typed)


class MailboxForm(Form):
    """Where, as whom, and which folder."""

    host = LineField(
        "Mail server",
        [required("Which server is it?")],
        render_kw=AS_TYPED | {"inputmode": "url"},
    )
    port = PortField(
        "Port",
        [NumberRange(1, 65535, "A port is a number up to 65535.")],
        default=TLS_PORT,
        render_kw={"inputmode": "numeric"},
    )
    username = LineField("Email address", [required("Which mailbox is it?")], render_kw=AS_TYPED)
    password = PasswordField(
        "App password", render_kw={"autocomplete": "off", "maxlength": LONGEST}
    )
    folder = LineField(
        "Folder",
        [required("Which folder? INBOX is where new mail comes in.")],
        default="INBOX",
        description="Best a folder of its own, with a rule that puts answers there",
        render_kw=AS_TYPED,
    )

    def validate_host(self, field: Any) -> None:
        """A name or an address, and nothing around it."""
        if not HOST.fullmatch(field.data or ""):
            raise ValidationError("Only the server’s name, please, like imap.example.org.")

    def validate_username(self, field: Any) -> None:
        """IMAP's own words for names are of ASCII; most providers want the whole address."""
        if not (field.data or "").isascii():
            raise ValidationError("Mail servers take only plain letters here.")
        provider = PROVIDERS[provider_of(self.host.data or "")]
        if not provider.user_hint and not EMAIL.fullmatch(field.data or ""):
            like = f"you@{provider.known_as.partition(',')[0]}"
            raise ValidationError(f"Write your whole email address, like {like}.")

    def login(self, kept: str) -> Login:
        """With the password that was typed, else the one that is kept."""
        typed = (self.password.data or "")[:LONGEST]
        host, username, folder = self.host.data, self.username.data, self.folder.data
        port = self.port.data or TLS_PORT
        return Login(host or "", port, username or "", typed or kept, folder or "")

    @classmethod
    def of(cls, mailbox: Mailbox) -> Self:
        """As it is set, without the password."""
        return cls(
            formdata=None,
            host=mailbox.host,
            port=mailbox.port,
            username=mailbox.username,
            folder=mailbox.folder,
        )
