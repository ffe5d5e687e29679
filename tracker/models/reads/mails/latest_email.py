"""The email that was kept last beside an application."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from tracker.models.application import Application
from tracker.models.note import Note
from tracker.models.reads.mails.saved_emails import is_email

HEAD = 600
"""Characters of it that say who wrote, and about what."""


def read_latest_head(session: Session, application: Application) -> str:
    """Its first lines; empty where none was kept."""
    mine = Note.application_id == application.id, is_email(Note.body)
    latest = select(func.substr(Note.body, 1, HEAD)).where(*mine).order_by(Note.id.desc()).limit(1)
    return session.scalar(latest) or ""
