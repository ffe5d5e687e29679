"""What an email said, kept as the forms keep it: a no, an interview, an offer, or a note."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from tracker.models.application import Application
from tracker.models.changes.interviews import cancel_coming
from tracker.models.changes.offer import add_round
from tracker.models.changes.rejection import (
    current_rejection,
    reject,
    rest_until,
    take_back,
)
from tracker.models.note import Note
from tracker.models.offer import Offer
from tracker.models.reads.mails.saved_emails import EMAIL
from tracker.models.rejection import Rejection
from tracker.models.stage_change import StageChange
from tracker.models.user import User


@dataclass
class SavedRejection:
    """A no as it was kept, and what came of it."""

    rejection: Rejection
    change: StageChange | None
    called_off: int
    new: bool


def keep_no(
    session: Session, application: Application, words: str, on: date, now: datetime, user: User
) -> SavedRejection:
    """Their words stand whole; a no that is known already keeps what it says, and gets them too."""
    yes = application.taken and application.live and application.ended_on is None
    found = None if yes else current_rejection(session, application)
    row = found or Rejection.beside(application, now)
    was_silence = found is not None and not found.is_said
    if was_silence:
        row.on, row.how = on, EMAIL
        row.rest_until = rest_until(row, now, user)
    if words not in (row.words or ""):
        row.words = "\n\n".join(filter(None, (row.words, words)))
    row.how = row.how or EMAIL
    row.on = row.on or on
    change = (take_back if yes else reject)(session, application, row, now, user)
    return SavedRejection(row, change, cancel_coming(session, application, now), found is None)


def keep_words(
    session: Session, application: Application, words: str, kept_as: str, on: date, now: datetime
) -> Note:
    """An email whose words stand nowhere else, as a note; `on`: when it was sent."""
    note = Note.beside(application, now, words)
    note.kept_as, note.sent_on = kept_as, on
    session.add(note)
    application.touch(now)
    session.flush()
    return note


def keep_offer(
    session: Session,
    application: Application,
    words: str,
    on: date,
    now: datetime,
    answer_by: date | None = None,
) -> Offer:
    """A further round; `words`: the mail's, as an offer keeps them."""
    offer = Offer.beside(application, now)
    offer.answer_by = answer_by
    offer.received_on, offer.note = on, words
    add_round(session, application, offer)
    application.touch(now)
    return offer
