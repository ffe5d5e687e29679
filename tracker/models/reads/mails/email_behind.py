"""The email that asked for an action: it was kept as a note in the same step."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.models.action import Action
from tracker.models.note import Note
from tracker.models.reads.mails.saved_emails import SavedEmail, read_saved_email


def read_email_behind(session: Session, action: Action) -> tuple[Note, SavedEmail] | None:
    """The note and what else came of it; nothing for what the person planned."""
    same = Note.application_id == action.application_id, Note.created_at == action.created_at
    note = session.scalar(select(Note).where(Note.user_id == action.user_id, *same))
    row = read_saved_email(session, action.user_id, Note, note.id) if note is not None else None
    return (note, row) if note is not None and row is not None else None
