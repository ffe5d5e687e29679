"""Words between commas."""

import re
from collections.abc import Sequence
from typing import Any

from wtforms import Field, StringField
from wtforms.validators import ValidationError

from tracker.models.base import LINE
from tracker.values.text import clean_line
from tracker.web.fields.form import Form
from tracker.web.fields.text import QUIET

MOST_TOKENS = 100


DIVIDERS = r"[,;\n、，]"


def one_word(form: Form, field: Field) -> None:
    """A word that can stand beside others: no comma, which stands between two."""
    if re.search(DIVIDERS, field.data or ""):
        raise ValidationError("One at a time, please: a comma stands between two.")


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
        for word in re.split(DIVIDERS, "\n".join(valuelist)):
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
