"""A day on the calendar, or none."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from flask import request
from wtforms import DateField
from wtforms.validators import ValidationError

from tracker.web.fields.form import Form
from tracker.web.fields.optional import OptionalField

EARLIEST, LATEST = date(1970, 1, 1), date(2199, 12, 31)


def sure_of_it(form: Form, field: Any) -> None:
    """A day that is asked about is right if the person says so."""
    if field.question and not field.sure:
        raise ValidationError(field.question)


MAY_BE_UNKNOWN = "Leave it empty if you don’t remember"
"""What a day says that people often don't know."""


class DayField(OptionalField, DateField):
    """A day on the calendar, or none; one that can hardly be right is asked about once."""

    unread = "Please write it like 2026-03-31, or leave it empty."
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
        """Nothing typed is no day; a year is one of these centuries."""
        super().process_formdata(valuelist)
        typed: date | None = self.data
        if typed is not None and not EARLIEST <= typed <= LATEST:
            raise ValueError("Please check the year.")
