"""The form of a rejection."""

from wtforms import BooleanField

from tracker.models.rejection import WAYS
from tracker.web.fields import DayField, Form, OneOfField, WordsField


class RejectionForm(Form):
    """Everything may be skipped."""

    on = DayField("When", description="Leave it empty if you don’t know any more")
    how = OneOfField("How did it come?", WAYS.items())
    words = WordsField("Their words", description="As they said or wrote it")
    reason = WordsField("The reason they gave", render_kw={"rows": 2})
    feedback_offered = BooleanField("They offered feedback")
    role_cancelled = BooleanField("The role was cancelled")
    cancels = BooleanField(default=True)
    """Asked where an interview lies ahead, ticked at first."""
    buttons = ("cancels",)
