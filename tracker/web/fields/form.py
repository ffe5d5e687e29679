"""The form that all forms are."""

from typing import Any, Self

from flask_wtf import FlaskForm
from wtforms import Field
from wtforms.validators import StopValidation


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
