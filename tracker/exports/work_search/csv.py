"""The work-search log as CSV: UTF-8 with a mark, CRLF, and no cell is ever a formula."""

import csv
from datetime import datetime
from functools import cache
from io import StringIO

from sqlalchemy.orm import Session

from tracker.exports.cells import without_formula, without_illegal_characters
from tracker.exports.csv.delimiter import divider
from tracker.exports.request import ExportRequest, ProgressCallback
from tracker.exports.work_search.cells import hours_of
from tracker.exports.work_search.read import Log, read_log
from tracker.models.user import User

MARK = "\ufeff"


def make(
    session: Session, user: User, wanted: ExportRequest, now: datetime, told: ProgressCallback
) -> bytes:
    """The whole file."""
    log = read_log(session, user, wanted.choice, wanted.span, now, wanted.options)
    told(50)
    country = "DE" if log.setting.language == "de" else user.country
    return write(log, divider(str(wanted.options.get("divider", "")), country)).encode()


def write(log: Log, sign: str) -> str:
    """Days by the ISO; in a German log as they are written there, which Excel there reads."""
    text = StringIO(newline="")
    text.write(MARK)
    writer = csv.writer(text, delimiter=sign, lineterminator="\r\n")
    writer.writerow([without_formula(without_illegal_characters(head)) for head in log.heads])
    german = log.setting.language == "de"
    clean = cache(lambda value: without_formula(without_illegal_characters(value)))
    for line, row in zip(log.lines, log.rows, strict=True):
        values = dict(zip(log.setting.columns, row, strict=True))
        if "on" in values and not german:
            values["on"] = line.on.isoformat()
        if "hours" in values:
            values["hours"] = hours_of(line, log.setting, "de" if sign == ";" else "en")
        writer.writerow(map(clean, values.values()))
    return text.getvalue()
