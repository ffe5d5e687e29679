"""The form of the day on which an application came to its end."""

from tracker.web.fields.day import MAY_BE_UNKNOWN, DayField
from tracker.web.fields.form import Form


class ArchivalForm(Form):
    """Today unless another is told; empty where nobody knows."""

    archived_on = DayField("When was that?", description=MAY_BE_UNKNOWN)
