"""What an email said, kept as the forms keep it: a no, an interview, an offer, or a note."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.models.action import Action
from tracker.models.application import Application
from tracker.models.changes.interviews import cancel_coming
from tracker.models.changes.offer import add_round
from tracker.models.changes.rejection import (
    current_rejection,
    reject,
    rest_until,
    take_back,
    undo_rejection,
)
from tracker.models.changes.stage import undo
from tracker.models.interview import Interview
from tracker.models.note import Note
from tracker.models.offer import Offer
from tracker.models.reads.mails.saved_emails import BY_EMAIL, EMAIL
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
        row.on, row.rest_until = on, rest_until(on, now, user)
    if words not in (row.words or ""):
        row.words = "\n\n".join(filter(None, (row.words, words)))
    row.how = EMAIL if was_silence else row.how or EMAIL
    row.on = row.on or on
    change = (take_back if yes else reject)(session, application, row, now, user)
    return SavedRejection(row, change, cancel_coming(session, application, now), found is None)


def take_no_back(session: Session, application: Application, row: Rejection, now: datetime) -> None:
    """It was another application, or no no: what came of the mail goes with it.

    Raises ValueError when the card has moved since, or more was written about it.
    """
    change = StageChange.in_force(session, application)
    if change is None or change.recorded_at != row.created_at or _more_is_known(row):
        raise ValueError("more was written since")
    row.words = ""
    undo_rejection(session, application, row, now)


def _more_is_known(row: Rejection) -> bool:
    return bool(row.reason or row.went_well or row.would_change or row.questions is not None)


def keep_words(session: Session, application: Application, words: str, now: datetime) -> Note:
    """An email that moves nothing, as a note."""
    note = Note.beside(application, now, words)
    session.add(note)
    application.touch(now)
    session.flush()
    return note


def take_interview_back(
    session: Session, application: Application, row: Interview, now: datetime
) -> None:
    """The interview goes, the mail's words, and the move that it made.

    Raises ValueError when the card has moved since.
    """
    change = StageChange.in_force(session, application)
    forget_words(session, application.id, row.created_at)
    moved = change is not None and change.recorded_at == row.created_at
    session.delete(row)
    session.flush()
    if moved and change is not None:
        undo(session, application, change, now)


def take_note_back(session: Session, application: Application, row: Note, now: datetime) -> None:
    """The mail's words go, and what was to be done about them.

    Raises ValueError when they were written over since.
    """
    if row.updated_at != row.created_at:
        raise ValueError("more was written since")
    forget_words(session, application.id, row.created_at)
    application.touch(now)


def forget_words(session: Session, application_id: int, at: datetime) -> None:
    """The mail's words and the day to answer by that were kept then, unless touched since."""
    for kind in (Note, Action):
        same = kind.application_id == application_id, kind.created_at == at, kind.updated_at == at
        for row in session.scalars(select(kind).where(*same)):
            session.delete(row)


def keep_offer(
    session: Session,
    application: Application,
    words: str,
    on: date,
    now: datetime,
    answer_by: date | None = None,
) -> Offer:
    """A further round, whose words are the mail's."""
    offer = Offer.beside(application, now)
    offer.answer_by = answer_by
    offer.received_on, offer.note = on, f"{BY_EMAIL}\n\n{words}"
    add_round(session, application, offer)
    application.touch(now)
    return offer
