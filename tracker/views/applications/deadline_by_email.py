"""The email with which they asked for a test: where it is read, and by when they want it done."""

from sqlalchemy.orm import Session

from tracker.clock import now
from tracker.models.interview import Interview
from tracker.models.reads.mails.email_behind import read_note_behind
from tracker.models.user import User
from tracker.values.days import day_of


def deadline_by_email(session: Session, row: Interview, user: User) -> dict[str, str]:
    """Nothing for one that was written down by hand."""
    note = read_note_behind(session, row)
    if note is None:
        return {}
    from tracker.mail.answer_within import asked_by  # loaded only where there is an email
    from tracker.mail.saved_words import read_words
    from tracker.views.actions.reply_presenter import WANTS, by_words

    sent = day_of(note.created_at, user.zone)
    by = asked_by(read_words(note.body).text, sent, user.country, user.state)
    return {
        "their_email": f"/mail/notes/{note.id}",
        "done_by": by_words(by, WANTS["do"], day_of(now(), user.zone)),
    }
