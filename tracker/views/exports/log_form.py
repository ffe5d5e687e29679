"""The forms of how a log is set up for an agency."""

from collections.abc import Mapping
from typing import Any, Self

from wtforms import BooleanField, SelectMultipleField
from wtforms.validators import ValidationError
from wtforms.widgets import CheckboxInput

from tracker.exports.work_search.presets import COLUMNS, KINDS
from tracker.exports.work_search.settings import LogSettings
from tracker.web.fields.choice import choice
from tracker.web.fields.form import Form
from tracker.web.fields.one_of import OneOfField
from tracker.web.fields.text import LineField
from tracker.web.fields.whole_number import WholeField

PRIVATE = "For the first page of your log. No coach sees it."
WEEKDAYS = [
    ("0", "Monday"), ("1", "Tuesday"), ("2", "Wednesday"), ("3", "Thursday"), ("4", "Friday"),
    ("5", "Saturday"), ("6", "Sunday"),
]  # fmt: skip
APART = "needs-"
"""Before the names of its fields where it stands on a page beside the other form."""
AS_TYPED = {"autocapitalize": "characters", "spellcheck": "false"}


class NeedsForm(Form):
    """What an agency knows a person by, and the number that they have to reach."""

    reference = LineField("Reference number", description=PRIVATE, render_kw=AS_TYPED)
    target = WholeField("What you need", 10_000)

    @classmethod
    def of(cls, setting: LogSettings) -> Self:
        """The form as the setting fills it."""
        kept = {"reference": setting.reference, "target": setting.target}
        return cls(formdata=None, prefix=APART, **kept).named(setting)

    asked_above = True
    """Whether the fold that it stands in asks the same in its name."""

    def named(self, setting: LogSettings) -> Self:
        """With the words of this preset."""
        preset = setting.preset
        self.reference.label.text = preset.reference
        short = preset.needed if self.asked_above else preset.asks
        self.target.label.text = short or preset.asks or self.target.label.text
        self.target.description = preset.hint
        self.most = preset.most
        return self

    most = 10_000

    def validate_target(self, field: WholeField) -> None:
        """A week has so many hours."""
        if field.data is not None and field.data > self.most:
            raise ValidationError(f"{self.most:,} at most, please.")

    def as_json(self, setting: LogSettings) -> Mapping[str, Any]:
        """What is kept; that it was asked is kept, too."""
        target = self.target.data if setting.preset.asks else setting.target
        return {"target": target, "reference": self.reference.data}


class LogForm(NeedsForm):
    """Besides: columns, what one application takes, points for each kind of line."""

    asked_above = False

    columns = SelectMultipleField(
        "Columns",
        choices=[choice(name, label) for name, label in COLUMNS.items()],
        option_widget=CheckboxInput(),
    )
    minutes = WholeField(
        "Minutes that one application takes you",
        24 * 60,
        id="minutes-each",
        description="An estimate. Left empty, only recorded time counts.",
    )
    week = OneOfField("Weeks begin on", WEEKDAYS, coerce=int, empty="As usual")
    capped = BooleanField("Stop where Workforce Australia stops counting", default=True)

    @classmethod
    def of(cls, setting: LogSettings) -> Self:
        """The form as the setting fills it."""
        points = {f"points_{kind}": setting.points.get(kind) for kind in KINDS}
        form = cls(
            formdata=None,
            columns=list(setting.columns),
            reference=setting.reference,
            target=setting.target,
            minutes=setting.minutes,
            week=setting.own_weekday,
            capped=setting.capped,
            **points,
        )
        return form.named(setting)

    def validate_columns(self, field: SelectMultipleField) -> None:
        """A table has at least one."""
        if not field.data:
            raise ValidationError("Tick at least one column.")

    def as_json(self, setting: LogSettings) -> Mapping[str, Any]:
        """What is kept; points that are not asked for here stay as they are."""
        points = {kind: self[f"points_{kind}"].data or 0 for kind in KINDS}
        counts_points = setting.preset.counts == "points"
        by_week = {"week": self.week.data} if setting.preset.every == "week" else {}
        needed = super().as_json(setting) if self.reference.raw_data else {}
        return {
            **needed,
            **by_week,
            "columns": [each for each in COLUMNS if each in (self.columns.data or ())],
            "minutes": self.minutes.data,
            "points": points if counts_points else dict(setting.points),
            "capped": self.capped.data if counts_points else setting.capped,
        }


for kind_, label_ in KINDS.items():
    setattr(LogForm, f"points_{kind_}", WholeField(label_, 1000))
