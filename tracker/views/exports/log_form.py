"""The form of how a log is set up for an agency."""

from collections.abc import Mapping
from typing import Any

from wtforms import SelectMultipleField
from wtforms.validators import ValidationError
from wtforms.widgets import CheckboxInput

from tracker.exports.work_search.log import LogSettings
from tracker.exports.work_search.presets import COLUMNS, KINDS
from tracker.views.applications.interview_form import WholeField
from tracker.web.fields import Form
from tracker.web.fields_choices import choice

TARGETS = {
    "points": "Points you need each month",
    "hours": "Hours you agreed on each week",
    "contacts": "Contacts you need each week",
}


class LogForm(Form):
    """Columns, what is needed, what one application takes, points for each kind of line."""

    columns = SelectMultipleField(
        "Columns",
        choices=[choice(name, label) for name, label in COLUMNS.items()],
        option_widget=CheckboxInput(),
    )
    target = WholeField("What you need", 10_000)
    minutes = WholeField(
        "Minutes that one application takes you",
        24 * 60,
        description="An estimate. Left empty, only recorded time counts.",
    )

    @classmethod
    def of(cls, setting: LogSettings) -> "LogForm":
        """The form as the setting fills it."""
        points = {f"points_{kind}": setting.points.get(kind) for kind in KINDS}
        form = cls(
            formdata=None,
            columns=list(setting.columns),
            target=setting.target,
            minutes=setting.minutes,
            **points,
        )
        return form.named(setting)

    def named(self, setting: LogSettings) -> "LogForm":
        """With the words for what this preset counts."""
        self.target.label.text = TARGETS.get(setting.preset.counts, self.target.label.text)
        return self

    def validate_columns(self, field: SelectMultipleField) -> None:
        """A table has at least one."""
        if not field.data:
            raise ValidationError("Tick at least one column.")

    def as_json(self, setting: LogSettings) -> Mapping[str, Any]:
        """What is kept; points that are not asked for here stay as they are."""
        points = {kind: self[f"points_{kind}"].data or 0 for kind in KINDS}
        return {
            "columns": [each for each in COLUMNS if each in (self.columns.data or ())],
            "target": self.target.data if setting.preset.counts else setting.target,
            "minutes": self.minutes.data,
            "points": points if setting.preset.counts == "points" else dict(setting.points),
        }


for kind_, label_ in KINDS.items():
    setattr(LogForm, f"points_{kind_}", WholeField(label_, 1000))
