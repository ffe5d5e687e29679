"""CSV: one file a sheet in a zip, which Excel opens by a double click.

UTF-8 with a mark at the beginning, or Excel takes it for something else. Columns are divided by
what Excel expects where the person lives; a first line `sep=,` would tell it too, but then Excel
forgets the mark and shows é as Ã©.
"""

import csv
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from io import BytesIO, StringIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from sqlalchemy.orm import Session

from tracker.exports.cells import Cell, without_formula, without_illegal_characters
from tracker.exports.csv.delimiter import DIVIDERS, divider
from tracker.exports.gather import gather
from tracker.exports.request import ExportRequest, ProgressCallback
from tracker.exports.sheets import ExportSheet, chart_sheets, sheets
from tracker.models.user import User

READ = 60
"""Hundredths of the way when all is read."""
MARK = "\ufeff"
README = """\
What is in these files

One file for each part of a job search; "No." is the same for one application in all of them.
Columns are divided by {divider}; days are written year-month-day, times of day as on the clock of
{zone}.

Where a text begins like a formula (with = + - or @, also inside it, after a line break, a comma or
a semicolon), an apostrophe stands before it, so that no spreadsheet carries it out. The words
exactly as they were typed are in the Excel workbook and in the JSON file.

If everything stands in one column: this file was made for a country where Excel divides columns
differently. In Excel, use Data > From Text/CSV; or export again and choose the other sign.
"""


def make(
    session: Session, user: User, wanted: ExportRequest, now: datetime, told: ProgressCallback
) -> bytes:
    """The zip, with a few words on how to read it."""
    record, charts = gather(session, user, wanted, now)
    told(READ)
    sign = divider(wanted.options.get("divider", ""), user.country)
    about = README.format(divider=DIVIDERS[sign], zone=user.time_zone)
    return zipped([*sheets(record), *chart_sheets(charts)], sign, about, record.made_at)


def zipped(tables: Sequence[ExportSheet], sign: str, about: str, made: datetime) -> bytes:
    """The files in their order."""
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        stamp = made.timetuple()[:6]

        def add(name: str, text: str) -> None:
            entry = ZipInfo(name, stamp)
            entry.compress_type, entry.external_attr = ZIP_DEFLATED, 0o644 << 16
            archive.writestr(entry, text.encode())

        add("README.txt", MARK + about.replace("\n", "\r\n"))
        for name, sheet in _named(tables):
            add(name, table_text(sheet, sign))
    return file.getvalue()


def table_text(sheet: ExportSheet, sign: str) -> str:
    """One table."""
    text = StringIO(newline="")
    text.write(MARK)
    writer = csv.writer(text, delimiter=sign, lineterminator="\r\n")
    writer.writerow(
        [without_formula(without_illegal_characters(column.label)) for column in sheet.columns]
    )
    writer.writerows([cell(each, sign) for each in row] for row in sheet.rows)
    return text.getvalue()


def cell(value: Cell, sign: str) -> str | int:
    """A cell as every spreadsheet reads it: days by the ISO, numbers as numbers."""
    if value is None:
        return ""
    if isinstance(value, str):
        return without_formula(without_illegal_characters(value))
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float):
        return f"{value:.10g}".replace(".", "," if sign == ";" else ".")
    return int(value)


def _named(tables: Sequence[ExportSheet]) -> Iterator[tuple[str, ExportSheet]]:
    """Each with a file name that any system takes and that stays: stage-history.csv."""
    taken: Counter[str] = Counter()
    for sheet in tables:
        slug = re.sub(r"[^a-z0-9]+", "-", sheet.title.lower()).strip("-")[:40] or "chart"
        taken[slug] += 1
        yield (f"{slug}-{taken[slug]}.csv" if taken[slug] > 1 else f"{slug}.csv"), sheet
