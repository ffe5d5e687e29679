"""The form of the end of a job."""

from tracker.web.fields.day import DayField
from tracker.web.fields.form import Form, required


class EndingForm(Form):
    """Its last day."""

    ended_on = DayField("When did it end?", [required("Which day? A guess is fine.")])
