"""Fields of words: one line, a link, or as many as fit."""

import re
from collections.abc import Sequence
from typing import Any

from wtforms import Field, StringField, TextAreaField
from wtforms.validators import ValidationError

from tracker.models.base import LINE
from tracker.values.text import clean_line, clean_text, is_web_link
from tracker.web.fields.form import Form, TooLong

LONGEST_WORDS = 1024 * 1024
"""Bytes of UTF-8 that a note or a posting may have."""
QUIET = {"autocomplete": "off", "dir": "auto"}
SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:(?!\d+(?:/|$))", re.IGNORECASE)


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
