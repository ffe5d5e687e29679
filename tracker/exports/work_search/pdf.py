"""The work-search log on paper, as a PDF that can be read aloud."""

from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from tracker.exports.request import CannotMake, ExportRequest, ProgressCallback
from tracker.exports.typesetting import PATIENCE, typeset
from tracker.exports.work_search.read import Log, read_log
from tracker.exports.work_search.words import log_day, translated
from tracker.models.user import User
from tracker.values.days import day_of

WIDTHS = {
    "on": 0,
    "hours": 0,
    "points": 0,
    "employer": 3,
    "address": 3,
    "contact": 4,
    "position": 3,
    "how": 2,
    "result": 2,
}
"""Shares of the width; 0 is as wide as its words."""
ON_PAGE_ONE = 16
"""Weeks or months that stand before the lines; more of them stand after, so the table begins."""
MOST = 6_000
"""Lines: 5,000 took 14 seconds on two busy cores, and 880 MB, in a process of their own."""
A_SECOND = 50
"""Lines that are set in a second where it is slow."""
SHORTER = "Choose a shorter time, or take the CSV file, which has all of it."


def make(
    session: Session, user: User, wanted: ExportRequest, now: datetime, told: ProgressCallback
) -> bytes:
    """The whole file."""
    log = read_log(session, user, wanted.choice, wanted.span, now, wanted.options)
    if len(log.lines) > MOST:
        raise CannotMake(f"A PDF of {len(log.lines):,} lines is too long. {SHORTER}")
    told(50)
    session.rollback()
    made = log_day(day_of(now, user.zone), log.setting.preset)
    return typeset("log.typ", as_data(log, made), patience=PATIENCE + len(log.lines) // A_SECOND)


def as_data(log: Log, made: str) -> dict[str, Any]:
    """As the template reads it."""
    language = log.setting.language
    return {
        "title": log.setting.preset.title,
        "name": log.name,
        "days": log.days,
        "made": made,
        "language": language,
        "region": log.setting.preset.region,
        "paper": log.setting.preset.paper,
        "head": log.heads,
        "widths": [WIDTHS.get(each, 2) for each in log.setting.columns],
        "rows": log.rows,
        "pages": f"1 {translated('of', language)} 1",
        "nothing": translated("Nothing recorded in this time.", language),
        "totals": log.head,
        "parts": log.parts,
        "parts_first": len(log.total.parts) <= ON_PAGE_ONE,
        "signature": translated("Date, signature", language),
    }
