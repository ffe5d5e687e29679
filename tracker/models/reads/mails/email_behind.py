"""The email that asked for an action: it was kept as a note in the same step."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.models.action import Action
from tracker.models.interview import Interview
from tracker.models.note import Note
from tracker.models.reads.mails.saved_emails import SavedEmail, is_email, read_saved_email


def read_email_behind(session: Session, action: Action) -> tuple[Note, SavedEmail] | None:
    """The note and what else came of it; nothing for what the person planned."""
    same = Note.application_id == action.application_id, Note.created_at == action.created_at
    note = session.scalar(select(Note).where(Note.user_id == action.user_id, *same))
    row = read_saved_email(session, action.user_id, Note, note.id) if note is not None else None
    return (note, row) if note is not None and row is not None else None


def read_action_of(session: Session, note: Note) -> Action | None:
    """What an email asked for, where it is on the list or done."""
    same = Action.application_id == note.application_id, Action.created_at == note.created_at
    mine = Action.user_id == note.user_id, Action.dropped_at.is_(None)
    return session.scalar(select(Action).where(*same, *mine).limit(1))


def read_note_behind(session: Session, row: Interview) -> Note | None:
    """The note that an interview came with, or changed by; nothing of one by hand."""
    at = Note.created_at.in_((row.created_at, row.updated_at))
    mine = Note.application_id == row.application_id, at, is_email(Note.body)
    return session.scalar(select(Note).where(*mine).order_by(Note.id.desc()).limit(1))
