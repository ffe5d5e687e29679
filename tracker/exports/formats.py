"""The formats by name; a format's module is imported when one is made."""

from importlib import import_module
from typing import NamedTuple

from tracker.exports.wanted import Maker


class Format(NamedTuple):
    """What a format is called, and which module makes it."""

    label: str
    hint: str
    suffix: str
    media_type: str
    module: str

    @property
    def make(self) -> Maker:
        """The maker, imported now: most of these libraries are large."""
        maker: Maker = import_module(f"tracker.exports.{self.module}").make
        return maker


FORMATS = {
    "pdf": Format("PDF report", "to print or send", ".pdf", "application/pdf", "pdf"),
    "docx": Format(
        "Word report",
        "to edit",
        ".docx",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "docx",
    ),
    "xlsx": Format(
        "Excel workbook",
        "a sheet for each part",
        ".xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "xlsx",
    ),
    "csv": Format(
        "CSV files", "one for each part, in a zip", ".zip", "application/zip", "csv_tables"
    ),
    "json": Format(
        "Everything (JSON)",
        "to keep, or to bring to another Onward",
        ".json",
        "application/json",
        "account",
    ),
    "ics": Format("Calendar file", "interviews and due days", ".ics", "text/calendar", "ics"),
    "vcard": Format("Contacts (vCard)", "for an address book", ".vcf", "text/vcard", "vcard"),
    "log-pdf": Format(
        "Work-search log, PDF", "for an agency", ".pdf", "application/pdf", "log_pdf"
    ),
    "log-csv": Format("Work-search log, CSV", "for an agency", ".csv", "text/csv", "log_csv"),
}
