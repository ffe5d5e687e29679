"""One of a few words, or none."""

from collections.abc import Callable, Iterable
from typing import Any

from markupsafe import Markup
from wtforms import Field
from wtforms.form import BaseForm
from wtforms.validators import ValidationError
from wtforms.widgets import html_params


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
    """One of a few words, or none; `choices` may grow until it is validated.

    Few and short ones are `chips`, the one for none at their end; else it is a list.
    """

    data: Any
    widget = staticmethod(as_select)

    def __init__(self, label: str, choices: Iterable[tuple[str, str]], **options: Any) -> None:
        self.chips: bool = options.pop("chips", False)
        empty = options.pop("empty", "Not known" if self.chips else "Choose…")
        self.coerce: Callable[[str], Any] = options.pop("coerce", str)
        none = [] if empty is None else [("", empty)]
        self.choices = [*choices, *none] if self.chips else [*none, *choices]
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
