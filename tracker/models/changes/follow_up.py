"""Following up on silence: a note of it, and the silence counts afresh."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from tracker.models.application import Application
from tracker.models.note import Note
from tracker.values.days import day_of

WORDS = "I followed up."


def follow_up(
    session: Session, application: Application, words: str, now: datetime, zone: ZoneInfo
) -> Note:
    """Write down that it was done today."""
    body = f"{WORDS}\n\n{words}" if words else WORDS
    note = Note.beside(application, now, body)
    session.add(note)
    application.followed_up_on = day_of(now, zone)
    application.touch(now)
    session.flush()
    return note


def take_back(
    session: Session, application: Application, note: Note, earlier: date | None, now: datetime
) -> None:
    """It was a slip: the note goes, and the silence counts from where it did."""
    session.delete(note)
    application.followed_up_on = earlier
    application.touch(now)
