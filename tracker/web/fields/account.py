"""The fields that forms of accounts are made of."""

import re
from collections.abc import Callable
from typing import Any

from flask import request
from flask_wtf import FlaskForm
from wtforms import Field, PasswordField, StringField
from wtforms.validators import InputRequired, Length, ValidationError

from tracker.config.base_url import bare_name, fault_of, typed_base_url
from tracker.models.base import LINE
from tracker.values import passwords
from tracker.values.text import clean_line

EMAIL = re.compile(r"[^@\s<>\",;:()\[\]\\]+@[^@\s<>\",;:()\[\]\\.]+(\.[^@\s<>\",;:()\[\]\\.]+)*")
LONGEST_EMAIL = 254
PASSWORD_HINT = f"At least {passwords.SHORTEST} characters. A few words in a row work well."


def cleaned(value: str | None) -> str | None:
    """What can be kept, on one line."""
    return clean_line(value) if value else value


def email_like(form: FlaskForm, field: Field) -> None:
    """Enough of an address to sign in with; whether letters arrive can't be seen from here."""
    if len(field.data) > LONGEST_EMAIL or not EMAIL.fullmatch(field.data):
        raise ValidationError("An email looks like name@example.org.")


def is_base_url(port: Callable[[], int]) -> Callable[[FlaskForm, Field], None]:
    """An address that a browser could open; a bare one of a home network has our port."""

    def check(form: FlaskForm, field: Field) -> None:
        kept = typed_base_url(field.data or "", port())
        if kept is None:
            said = f"{fault_of(field.data or '')} An address looks like https://onward.example.org."
            raise ValidationError(said.strip())
        field.data = kept

    return check


def good_password(form: Any, field: Field) -> None:
    """Long, not common, not one's own name."""
    for problem in passwords.problems(field.data, *form.person()):
        raise ValidationError(problem)


def required(words: str) -> InputRequired:
    """Says what to do where nothing was typed."""
    return InputRequired(words)


def line(label: str, *validators: Callable[..., None], **options: Any) -> StringField:
    """One line of text."""
    limit = Length(max=LINE, message=f"Use at most {LINE} characters.")
    return StringField(label, [limit, *validators], filters=[cleaned], **options)


def email(label: str = "Email", **attributes: Any) -> StringField:
    """An email, as it is signed in with."""
    return StringField(
        label,
        [required("Type an email."), email_like],
        filters=[cleaned],
        render_kw={
            "type": "email",
            "autocomplete": "username",
            "autocapitalize": "none",
            "spellcheck": "false",
            **attributes,
        },
    )


def new_password(label: str = "Password") -> PasswordField:
    """A password that is to be kept."""
    return PasswordField(
        label,
        [required("Choose a password."), good_password],
        render_kw={"autocomplete": "new-password"},
    )


class AddressField(StringField):
    """The address that people use; one that can hardly be right is asked about once."""

    question = ""

    @property
    def typed(self) -> str:
        """As it was typed."""
        return str((self.raw_data or [""])[0]).strip()

    @property
    def ticket(self) -> str:
        """What a tick beside it says: this field, and the very address."""
        return f"{self.name}:{self.typed}"

    @property
    def sure(self) -> bool:
        """Whether the person said that this address is right."""
        return self.ticket in request.form.getlist("sure")


def sure_of_bare_name(form: FlaskForm, field: AddressField) -> None:
    """A name without a dot or a port may be one of a network at home, or a slip."""
    name = bare_name(field.typed)
    if field.errors or not name:
        return
    field.question = f"Does {name} open on your phone? Most addresses have a dot in them."
    if not field.sure:
        field.data = field.typed
        raise ValidationError(field.question)


def base_address(
    port: Callable[[], int], *validators: Callable[..., None], **options: Any
) -> StringField:
    """The address that people use."""
    return AddressField(
        "Address that people use",
        [
            required("Type the address that people use."),
            is_base_url(port),
            *validators,
            sure_of_bare_name,
        ],
        filters=[cleaned],
        render_kw={"inputmode": "url", "autocomplete": "off", "spellcheck": "false"},
        **options,
    )


def typed_text_of(field: Field) -> str:
    """What was typed; nothing at the worst."""
    return field.data or ""
