"""The formats by name; a format's module is imported when one is made."""

from importlib import import_module
from typing import NamedTuple

from tracker.exports.request import Maker

FOR_OTHERS = ("pdf", "docx", "xlsx", "csv")
"""Files whose parts and names are chosen, as somebody else may read them."""


class Format(NamedTuple):
    """What a format is called, which module makes it, and how its files' names begin."""

    label: str
    hint: str
    suffix: str
    media_type: str
    module: str
    stem: str

    @property
    def make(self) -> Maker:
        """The maker, imported now: most of these libraries are large."""
        maker: Maker = import_module(self.module).make
        return maker


FORMATS = {
    "pdf": Format(
        "PDF report",
        "to print or send",
        ".pdf",
        "application/pdf",
        "tracker.exports.pdf",
        "onward-report",
    ),
    "docx": Format(
        "Word report",
        "to edit",
        ".docx",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "tracker.exports.docx",
        "onward-report",
    ),
    "xlsx": Format(
        "Excel workbook",
        "a sheet for each part",
        ".xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "tracker.exports.xlsx",
        "onward-tables",
    ),
    "csv": Format(
        "CSV files",
        "one for each part, in a zip",
        ".zip",
        "application/zip",
        "tracker.exports.csv",
        "onward-tables",
    ),
    "json": Format(
        "Everything (JSON)",
        "to keep, or to bring to another Onward",
        ".json",
        "application/json",
        "tracker.account_file.writer",
        "onward-account",
    ),
    "ics": Format(
        "Calendar file",
        "interviews and due days",
        ".ics",
        "text/calendar",
        "tracker.exports.calendar",
        "onward-calendar",
    ),
    "vcard": Format(
        "Contacts (vCard)",
        "for an address book",
        ".vcf",
        "text/vcard",
        "tracker.exports.vcard",
        "onward-contacts",
    ),
    "log-pdf": Format(
        "Work-search log, PDF",
        "for an agency",
        ".pdf",
        "application/pdf",
        "tracker.exports.work_search.pdf",
        "onward-work-search-log",
    ),
    "log-csv": Format(
        "Work-search log, CSV",
        "for an agency",
        ".csv",
        "text/csv",
        "tracker.exports.work_search.csv",
        "onward-work-search-log",
    ),
}
