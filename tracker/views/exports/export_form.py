"""What goes into a file: each format asks for what it can hold."""

from datetime import date
from typing import Any

from wtforms import BooleanField

from tracker.exports.csv.delimiter import NAMES, usual
from tracker.exports.formats import FOR_OTHERS
from tracker.exports.request import ExportRequest
from tracker.sharing.selection import EVERYTHING, FOR_LINKS, IN_TABLES, Selection, SharedPart
from tracker.views.coach.selection_form import SelectionForm
from tracker.web.fields.form import Form
from tracker.web.fields.one_of import OneOfField

DIVIDED = {"comma": "Commas (Australia, UK, US …)", "semicolon": "Semicolons (Germany, France …)"}


class SharedForm(SelectionForm):
    """A file for others: its parts, names, and days."""

    def wanted(self, name: str, today: date) -> ExportRequest:
        """What was asked for."""
        return ExportRequest(name, self.choice, self.chosen_span(today), self.options)

    @property
    def options(self) -> dict[str, Any]:
        """What only this format knows."""
        return {}


class CsvForm(SharedForm):
    """The same, and by what columns are divided."""

    divider = OneOfField("Columns are divided by", DIVIDED.items(), empty=None)

    @property
    def options(self) -> dict[str, Any]:
        """The sign."""
        return {"divider": self.divider.data}


class AccountForm(Form):
    """The person's own copy: everything, private writing only if it is ticked."""

    private = BooleanField("Private writing, too")

    def wanted(self, name: str, today: date) -> ExportRequest:
        """What was asked for."""
        parts = EVERYTHING | ({SharedPart.PRIVATE} if self.private.data else set())
        return ExportRequest(name, Selection(parts, people=True))


class WholeForm(Form):
    """Nothing to choose."""

    def wanted(self, name: str, today: date) -> ExportRequest:
        """What was asked for."""
        return ExportRequest(name, Selection(EVERYTHING, people=True))


ExportForm = SharedForm | AccountForm | WholeForm
WITH_MORE: dict[str, type[SharedForm]] = {"csv": CsvForm}
"""Forms of files for others that ask for something else as well."""


def form_for(name: str, country: str, **options: Any) -> ExportForm:
    """The form of a format, columns divided as Excel expects where the person lives."""
    if name == "json":
        return AccountForm(**options)
    if name not in FOR_OTHERS:
        return WholeForm(**options)
    form = WITH_MORE.get(name, SharedForm).offering(
        IN_TABLES if name in ("xlsx", "csv") else FOR_LINKS, **options
    )
    if isinstance(form, CsvForm) and form.divider.data is None:
        form.divider.data = next(word for word, sign in NAMES.items() if sign == usual(country))
    return form
