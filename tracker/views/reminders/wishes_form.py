"""The form of what somebody wants to be reminded of, and when."""

from typing import Any

from wtforms import BooleanField
from wtforms.validators import ValidationError

from tracker.web.fields.form import Form
from tracker.web.fields.moment import ClockField


def needed(form: Form, field: Any) -> None:
    """A time has to be there."""
    if field.data is None and not field.errors:
        raise ValidationError("Which time? For example 08:00.")


def hour(label: str) -> ClockField:
    """A time of day that can't be left out."""
    return ClockField(label, validators=[needed])


class WishesForm(Form):
    """Three kinds, their hours, and when it is to be quiet."""

    digest = BooleanField("In the morning")
    digest_at = hour("Morning")
    interviews = BooleanField("Interviews")
    interviews_at = hour("Evening")
    follow_ups = BooleanField("When it is time to follow up")
    quiet_from = hour("From")
    quiet_to = hour("To")
    named = BooleanField("Name companies")
