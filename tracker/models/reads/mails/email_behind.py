"""The email that asked for an action: it was kept, as a note or an offer, in the same step."""

from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.models.action import Action
from tracker.models.interview import Interview
from tracker.models.note import Note
from tracker.models.offer import Offer
from tracker.models.reads.mails.saved_emails import SavedEmail, is_email, read_saved_email


class EmailBehind(NamedTuple):
    """What came of the email, and its words as they were kept."""

    row: SavedEmail
    words: str


def read_email_behind(session: Session, action: Action) -> EmailBehind | None:
    """The email and what else came of it; nothing for what the person planned."""
    for kind, words in ((Note, Note.body), (Offer, Offer.note)):
        same = kind.application_id == action.application_id, kind.created_at == action.created_at
        kept = session.execute(
            select(kind.id, words).where(kind.user_id == action.user_id, *same)
        ).first()
        row = read_saved_email(session, action.user_id, kind, kept[0]) if kept else None
        if kept is not None and row is not None:
            return EmailBehind(row, kept[1] or "")
    return None


def read_action_of(session: Session, kept: Note | Offer) -> Action | None:
    """What an email asked for, where it is on the list or done."""
    same = Action.application_id == kept.application_id, Action.created_at == kept.created_at
    mine = Action.user_id == kept.user_id, Action.dropped_at.is_(None)
    return session.scalar(select(Action).where(*same, *mine).limit(1))


def read_note_behind(session: Session, row: Interview) -> Note | None:
    """The note that an interview came with, or changed by; nothing of one by hand."""
    at = Note.created_at.in_((row.created_at, row.updated_at))
    mine = Note.application_id == row.application_id, at, is_email(Note.body)
    return session.scalar(select(Note).where(*mine).order_by(Note.id.desc()).limit(1))
