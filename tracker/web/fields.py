"""Fields that clean what was typed, and say kindly what needs another look."""

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any, Self

from flask import request
from flask_wtf import FlaskForm
from markupsafe import Markup
from wtforms import DateField, Field, StringField, TextAreaField
from wtforms.form import BaseForm
from wtforms.validators import StopValidation, ValidationError
from wtforms.widgets import html_params

from tracker.models.base import LINE
from tracker.values.text import clean_line, clean_text, is_web_link

LONGEST_WORDS = 1024 * 1024
"""Bytes of UTF-8 that a note or a posting may have."""
EARLIEST, LATEST = date(1970, 1, 1), date(2199, 12, 31)
MOST_TOKENS = 100
QUIET = {"autocomplete": "off", "dir": "auto"}
SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:(?!\d+(?:/|$))", re.IGNORECASE)


class TooLong(StopValidation):
    """More than 1 MB: answered by a 413, with the text kept."""


class Form(FlaskForm):
    """A form whose forgery token is checked for the whole app, and not a second time here."""

    class Meta:
        csrf = False

    buttons: tuple[str, ...] = ()
    """Fields that say what to do next, and nothing that is saved."""
    status = 422
    """The status of an answer to this form when it is not valid."""
    apart: frozenset[str] = frozenset()
    """Fields that bear the name of a fact of the row and are not that fact."""

    @classmethod
    def of(cls, row: Any) -> Self:
        """The form as a saved row fills it, whatever the request carries."""
        form = cls(formdata=None, obj=row)
        for name in cls.apart:
            form[name].process(None)
        return form

    def write(self, row: Any) -> None:
        """Let a row say what the form says, in each fact that a field bears the name of."""
        for name, field in self._fields.items():
            if name not in self.apart and hasattr(row, name):
                field.populate_obj(row, name)

    def validate(self, extra_validators: Any = None) -> bool:
        """Whether it can be saved; notes what the answer's status is where it can't."""
        valid: bool = super().validate(extra_validators)
        if any(getattr(field, "too_long", False) for field in self):
            self.status = 413
        return valid


def required(message: str) -> Any:
    """Asks for a field in its own words; the browser asks too."""

    def check(form: Form, field: Field) -> None:
        if not field.data:
            raise StopValidation(message)

    check.field_flags = {"required": True}  # type: ignore[attr-defined]
    return check


def short_enough(form: Form, field: Field) -> None:
    """No more than a line may have."""
    over = len(field.data or "") - LINE
    if over > 0:
        raise ValidationError(f"Please shorten this by {over:,}: up to {LINE} characters fit.")


def followable(form: Form, field: Field) -> None:
    """Only links to the web."""
    if field.data and not is_web_link(field.data):
        raise ValidationError("That doesn’t look like a web link. One starts with https://")


class LineField(StringField):
    """One line of text, cleaned."""

    def __init__(self, label: str, validators: Sequence[Any] = (), **options: Any) -> None:
        options["render_kw"] = {"autocapitalize": "words", **QUIET, **options.get("render_kw", {})}
        super().__init__(
            label,
            [*validators, *self.rules()],
            filters=[lambda text: clean_line(text) if text else ""],
            **options,
        )

    def rules(self) -> list[Any]:
        """What holds for each such line."""
        return [short_enough]


class LinkField(LineField):
    """A link to the web; the scheme may be left out."""

    def __init__(self, label: str, validators: Sequence[Any] = (), **options: Any) -> None:
        kw = {"inputmode": "url", "autocapitalize": "none", "spellcheck": "false", "dir": "ltr"}
        options["render_kw"] = kw | options.get("render_kw", {})
        super().__init__(label, validators, **options)
        self.filters = [*self.filters, with_scheme]

    def rules(self) -> list[Any]:
        """What holds for a link."""
        return [followable]


def with_scheme(link: str) -> str:
    """A link as it can be followed: https where nothing else is said."""
    if not link or SCHEME.match(link):
        return link
    return f"https://{link.lstrip('/')}"


class WordsField(TextAreaField):
    """As many words as fit 1 MB, cleaned."""

    too_long = False

    def __init__(self, label: str, validators: Sequence[Any] = (), **options: Any) -> None:
        options["render_kw"] = {"rows": 4, **QUIET, **options.get("render_kw", {})}
        super().__init__(
            label,
            [*validators, self.fits],
            filters=[lambda text: clean_text(text) if text else ""],
            **options,
        )

    def fits(self, form: Form, field: Field) -> None:
        """No more than 1 MB."""
        over = len((self.data or "").encode()) - LONGEST_WORDS
        if over > 0:
            self.too_long = True
            raise TooLong(f"This is {over:,} bytes too long: up to 1 MB fits. It is still here.")


def sure_of_it(form: Form, field: Any) -> None:
    """A day that is asked about is right if the person says so."""
    if field.question and not field.sure:
        raise ValidationError(field.question)


MAY_BE_UNKNOWN = "Leave it empty if you don’t know any more"
"""What a day says that people often don't know."""


class DayField(DateField):
    """A day on the calendar, or none; one that can hardly be right is asked about once."""

    question = ""
    """What is asked about the day that was typed; see `ask_about`."""

    def __init__(self, label: str, validators: Sequence[Any] = (), **options: Any) -> None:
        options["render_kw"] = {"autocomplete": "off", **options.get("render_kw", {})}
        formats = ["%Y-%m-%d", "%d/%m/%Y", "%d.%m.%Y"]
        super().__init__(label, [*validators, sure_of_it], format=formats, **options)

    @property
    def ticket(self) -> str:
        """What a tick beside it says: this field, and the very day."""
        return f"{self.name}:{self.data}"

    @property
    def sure(self) -> bool:
        """Whether the person said that this day is right."""
        return self.ticket in request.form.getlist("sure")

    def process_formdata(self, valuelist: list[str]) -> None:
        """Nothing typed is no day."""
        self.data = None
        if not valuelist or not valuelist[0].strip():
            return
        try:
            super().process_formdata([valuelist[0].strip()])
        except ValueError as error:
            raise ValueError("Please write it like 2026-03-31, or leave it empty.") from error
        typed: date | None = self.data
        if typed is not None and not EARLIEST <= typed <= LATEST:
            raise ValueError("Please check the year.")


def as_select(field: "OneOfField", **attributes: Any) -> Markup:
    """A list to choose from, which the phone draws in its own way."""
    options = Markup().join(
        Markup('<option value="{}"{}>{}</option>').format(
            value, Markup(" selected") if field.means(value) == field.data else "", label
        )
        for value, label in field.choices
    )
    named = html_params(name=field.name, **{"id": field.id} | attributes)
    return Markup("<select {}>{}</select>").format(Markup(named), options)  # noqa: S704


class OneOfField(Field):
    """One of a few words, or none; `choices` may grow until it is validated."""

    data: Any
    widget = staticmethod(as_select)

    def __init__(self, label: str, choices: Iterable[tuple[str, str]], **options: Any) -> None:
        empty = options.pop("empty", "Choose…")
        self.coerce: Callable[[str], Any] = options.pop("coerce", str)
        self.choices = ([] if empty is None else [("", empty)]) + list(choices)
        super().__init__(label, **options)

    def means(self, value: str) -> Any:
        """What a choice stands for: the empty one for None."""
        return None if value == "" else self.coerce(value)

    def process_formdata(self, valuelist: list[str]) -> None:
        """A form that leaves it out leaves it as it is."""
        if valuelist:
            try:
                self.data = self.means(valuelist[0])
            except ValueError as error:
                raise ValueError("Please choose one of these.") from error

    def pre_validate(self, form: BaseForm) -> None:
        """Only what was offered."""
        if not any(self.means(value) == self.data for value, _ in self.choices):
            raise ValidationError("Please choose one of these.")


class TokensField(StringField):
    """Words between commas: from one line, from ticked boxes, or from both."""

    data: list[str]  # type: ignore[assignment]

    def __init__(self, label: str, validators: Sequence[Any] = (), **options: Any) -> None:
        kw = {"autocapitalize": "none", "enterkeyhint": "done"}
        options["render_kw"] = {**QUIET, **kw, **options.get("render_kw", {})}
        self.offered: list[str] = []
        super().__init__(label, [*validators, self.few_and_short], **options)

    def process_formdata(self, valuelist: list[str]) -> None:
        """Each word once, however it is capitalised."""
        found: dict[str, str] = {}
        for word in re.split(r"[,;\n、，]", "\n".join(valuelist)):
            if kept := clean_line(word):
                found.setdefault(kept.casefold(), kept)
        self.data = list(found.values())

    def process_data(self, value: Any) -> None:
        """Nothing is no words."""
        self.data = list(value or [])

    def _value(self) -> str:
        """Those that no box stands for."""
        boxes = {word.casefold() for word in self.offered}
        return ", ".join(word for word in self.data if word.casefold() not in boxes)

    def ticked(self, word: str) -> bool:
        """Whether an offered word is among them."""
        return word.casefold() in {each.casefold() for each in self.data}

    def few_and_short(self, form: Form, field: Field) -> None:
        """A word, not a text."""
        if any(len(word) > LINE for word in self.data):
            raise ValidationError(f"Up to {LINE} characters a word, please, with commas between.")
        if len(self.data) > MOST_TOKENS:
            raise ValidationError(f"Up to {MOST_TOKENS} words fit.")
