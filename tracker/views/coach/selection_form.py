"""The form of what is shown: parts, names, and the stretch of days."""

from collections.abc import Iterable
from datetime import date
from typing import Self

from wtforms import BooleanField, RadioField, SelectMultipleField
from wtforms.validators import ValidationError
from wtforms.widgets import CheckboxInput

from tracker.sharing.selection import (
    EVERYTHING,
    FOR_LINKS,
    ONLY_NUMBERS,
    USUAL,
    Selection,
    SharedPart,
)
from tracker.values.date_range import NAMES, DateRange
from tracker.web.fields.choice import choice
from tracker.web.fields.day import DayField
from tracker.web.fields.form import Form
from tracker.web.fields.one_of import OneOfField

PRESETS = {"ticked": "Usual", "numbers": "Only numbers", "all": "Everything"}
"""The first is what is ticked below it; at first that is the usual."""
COMPANIES = {"names": "By their names", "letters": "As Company A, Company B …"}


class SpanFields(Form):
    """A stretch of days; the two dates count only where they are asked for."""

    span = OneOfField("From which time?", NAMES.items(), empty=None, default="all")
    first_day = DayField("From")
    last_day = DayField("Up to")

    def validate_first_day(self, field: DayField) -> None:
        """Between two dates needs one at least."""
        if self.span.data == "dates" and not (self.first_day.data or self.last_day.data):
            raise ValidationError("Give at least one of the two days, or choose another time.")

    def chosen_span(self, today: date) -> DateRange:
        """The span, rolling ones as they are today."""
        return DateRange.from_saved(self.span.data, self.first_day.data, self.last_day.data, today)


class SelectionForm(SpanFields):
    """What is in it: by one of three words, or each part ticked."""

    preset = RadioField(
        "What it shows", choices=[choice(*each) for each in PRESETS.items()], default="ticked"
    )
    parts = SelectMultipleField("Each part", option_widget=CheckboxInput())
    companies = OneOfField("Companies", COMPANIES.items(), empty=None, default="names")
    people = BooleanField("Names of people")

    @classmethod
    def offering(cls, parts: Iterable[SharedPart] = FOR_LINKS, **options: object) -> Self:
        """The form with these parts to tick; those that are usual are ticked at first."""
        form = cls(**options)
        offered = list(parts)
        form.parts.choices = [(part.value, part.label) for part in offered]
        if form.parts.data is None:
            form.parts.data = [part.value for part in offered if part in USUAL]
        return form

    def validate_parts(self, field: SelectMultipleField) -> None:
        """Something must be shown."""
        if not self.choice.parts:
            raise ValidationError("Tick at least one part.")

    @property
    def choice(self) -> Selection:
        """What was chosen; a letter names the company, so all goes without it where none may."""
        names = self.companies.data == "names"
        parts: Iterable[str] = self.parts.data or ()
        if self.preset.data in ("numbers", "all"):
            left_out = {SharedPart.TAGS} | (set() if names else {SharedPart.LETTER})
            wanted = ONLY_NUMBERS if self.preset.data == "numbers" else EVERYTHING - left_out
            parts = wanted & self.offered
        return Selection.of(parts, names, self.people.data)

    @property
    def as_usual(self) -> bool:
        """Whether the ticks are those that are usual, so that nobody needs to see them."""
        return set(self.parts.data or ()) == self.offered & USUAL and not self.parts.errors

    @property
    def offered(self) -> set[str]:
        """The parts that can be ticked."""
        return {each[0] for each in self.parts.choices or ()}
