"""The forms of an import: the file, one row, what becomes of doubles."""

from typing import Any, BinaryIO

from flask_wtf.file import FileField
from werkzeug.datastructures import FileStorage
from wtforms.validators import ValidationError

from tracker.imports.reading.row_stage import stage_choice
from tracker.imports.reading.rows import ReadRow
from tracker.imports.reading.status_meaning import CHOICES
from tracker.imports.steps.row_edit import CHOICES as STANDINGS
from tracker.views.applications.application_form import AS_TYPED
from tracker.web.fields.day import DayField
from tracker.web.fields.form import Form, required
from tracker.web.fields.one_of import OneOfField
from tracker.web.fields.text import LineField, LinkField, WordsField

FACTS = ("company", "role", "location", "applied_on", "pay_text", "source", "link")
"""What a row can be corrected in; any other fact stays as it was read."""
ACCEPTED = (
    ".csv,.tsv,.txt,.xlsx,.xlsm,.xls,.ods,.fods,.html,.zip,.json,"
    "text/csv,text/tab-separated-values,application/json,application/zip"
)


class SheetForm(Form):
    """A spreadsheet, sent as a file."""

    file = FileField(
        "Your spreadsheet",
        description="CSV, Excel (.xlsx) or LibreOffice (.ods), or a .zip with one in it, as "
        "LinkedIn and Notion give it; or everything from another Onward (.json). Up to 50 MB.",
    )

    def validate_file(self, field: Any) -> None:
        """Something has to be chosen; what is in it is told later."""
        if not isinstance(field.data, FileStorage) or not field.data.filename:
            raise ValidationError("Choose a file first.")

    @property
    def filename(self) -> str:
        """The file's own name, without its folder."""
        return str(self.file.data.filename).replace("\\", "/").rpartition("/")[2]

    @property
    def stream(self) -> BinaryIO:
        """What was sent."""
        found: BinaryIO = self.file.data.stream
        return found


class RowForm(Form):
    """One row of a sheet, as it shall be added."""

    company = LineField("Company", [required("Which company is it?")])
    role = LineField("Role", [required("Which role is it?")])
    choice = OneOfField(
        "Where does it stand?", [(name, CHOICES[name]) for name in STANDINGS], empty=None
    )
    applied_on = DayField("Applied on")
    location = LineField("Location")
    pay_text = LineField("Pay", render_kw=AS_TYPED)
    source = LineField("Source")
    link = LinkField("Link")
    notes = WordsField("Notes")

    def show(self, row: ReadRow) -> None:
        """Let the fields say what was read."""
        for name in FACTS:
            self[name].process(None, row.facts.get(name))
        known = stage_choice(row)
        self.choice.process(None, known if known in STANDINGS else "interview")
        self.notes.process(None, row.notes)

    def facts(self) -> dict[str, Any]:
        """A value for each fact."""
        return {name: self[name].data for name in FACTS}


__all__ = ["ACCEPTED", "RowForm", "SheetForm"]
