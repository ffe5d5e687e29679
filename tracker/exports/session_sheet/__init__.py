"""One page for a meeting with a coach: what help is wanted with, what is agreed, room to write."""

from datetime import datetime
from typing import NamedTuple

from sqlalchemy.orm import Session

from tracker.exports.pdf import paper
from tracker.exports.report.blocks import day_words, line_of
from tracker.exports.report.narrative import HELP
from tracker.exports.typesetting import typeset
from tracker.insights.figures.usual_reply_time import usual_silence
from tracker.insights.one_minute import one_minute
from tracker.models.action import Action
from tracker.models.user import User
from tracker.sharing.record import read_record
from tracker.sharing.selection import Selection, SharedPart
from tracker.values.date_range import DateRange
from tracker.values.formatting import full_day, shortened

TITLE = "For our session"
AGREED, WRITTEN = 3, 11
"""Lines for actions, and lines to write on."""
PLANNED, SENTENCES, LINES, WHAT = 3, 5, 8, 120
SUMMARY = Selection(frozenset({SharedPart.SUMMARY}))


class SessionSheet(NamedTuple):
    """What stands on it; the rest is left to be written by hand."""

    name: str
    day: str
    help_wanted: str
    numbers: list[str]
    planned: list[str]
    """Actions that are open, so that nothing is agreed twice."""
    agreed: int = AGREED
    written: int = WRITTEN


def read_session_sheet(session: Session, user: User, now: datetime) -> SessionSheet:
    """Two or three statements."""
    quiet_days = usual_silence(session, user, now)
    record = read_record(session, user, SUMMARY, DateRange(), now, quiet_days=quiet_days)
    actions = session.scalars(Action.open(user.id).limit(PLANNED))
    lines = [line.strip() for line in user.help_wanted.splitlines() if line.strip()]
    return SessionSheet(
        record.byline,
        full_day(record.made_at.date()),
        shortened("\n".join(lines[:LINES]), HELP),
        one_minute(record)[:SENTENCES],
        [_planned(each) for each in actions],
    )


def make(sheet: SessionSheet, country: str) -> bytes:
    """As a PDF."""
    return typeset("session.typ", {**sheet._asdict(), "title": TITLE, "paper": paper(country)}, 1)


def _planned(action: Action) -> str:
    due = f" (by {day_words(action.due_on)})" if action.due_on else ""
    return line_of(action.what, WHAT) + due
