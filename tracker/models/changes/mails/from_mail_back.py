"""Undo of what an email was saved as: all that came of it goes, unless more happened since."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.models.action import Action
from tracker.models.application import Application
from tracker.models.base import Base
from tracker.models.changes.bin import destroy
from tracker.models.changes.interviews import restore_coming
from tracker.models.changes.rejection import offer_stands_again, undo_rejection
from tracker.models.changes.stage import undo
from tracker.models.feedback import Feedback, FeedbackPoint
from tracker.models.interview import Interview
from tracker.models.interview_plans import restore_dropped
from tracker.models.note import Note
from tracker.models.offer import COUNTERED, Offer
from tracker.models.rejection import Rejection
from tracker.models.stage_change import StageChange

ITS_OWN = ("stage_changes", "removals", "mail_proposals")
"""Tables whose rows say nothing of what a person did with an application."""


def take_no_back(session: Session, application: Application, row: Rejection, now: datetime) -> None:
    """It was another application, or no no: what came of the mail goes with it.

    Raises ValueError when the card has moved since.
    """
    change = unmoved_since(session, application, row.created_at)
    row.words = ""
    if change is not None and change.recorded_at == row.created_at:
        undo_rejection(session, application, row, now)
        return
    restore_coming(session, application, row.created_at, now)
    session.delete(row)
    offer_stands_again(session, application)
    application.touch(now)


def unmoved_since(session: Session, application: Application, at: datetime) -> StageChange | None:
    """The move that counts; raises ValueError when it was made later."""
    change = StageChange.in_force(session, application)
    if change is not None and change.recorded_at > at:
        raise ValueError("the card has moved since")
    return change


def take_interview_back(
    session: Session, application: Application, row: Interview, now: datetime
) -> None:
    """The interview goes, the mail's words, and the move that it made.

    Raises ValueError when the card has moved since.
    """
    change = unmoved_since(session, application, row.created_at)
    forget_words(session, application.id, row.created_at)
    restore_dropped(session, application.id, row.created_at, now)
    moved = change is not None and change.recorded_at == row.created_at
    session.delete(row)
    session.flush()
    if moved and change is not None:
        undo(session, application, change, now)


def take_note_back(session: Session, application: Application, row: Note, now: datetime) -> None:
    """The mail's words go, and what was to be done about them."""
    forget_words(session, application.id, row.created_at)
    application.touch(now)


def forget_words(session: Session, application_id: int, at: datetime) -> None:
    """The mail's words and the day to answer by that were kept then, unless touched since."""
    for kind in (Note, Action):
        same = kind.application_id == application_id, kind.created_at == at, kind.updated_at == at
        for row in session.scalars(select(kind).where(*same)):
            session.delete(row)


def take_offer_back(session: Session, application: Application, row: Offer, now: datetime) -> None:
    """The offer goes, and one before it is open again.

    Raises ValueError when they made another since.
    """
    latest = Offer.latest(session, application)
    if latest is None or latest.id != row.id:
        raise ValueError("another came since")
    forget_words(session, application.id, row.created_at)
    session.delete(row)
    session.flush()
    before = Offer.latest(session, application)
    if before is not None and before.decision == COUNTERED:
        before.decision = None
    application.touch(now)


def take_feedback_back(
    session: Session, application: Application, row: Feedback, now: datetime
) -> None:
    """Their words go, the move that they made, and the no that was told with them.

    Raises ValueError when the card has moved since, or a point was taken from them.
    """
    at = row.created_at
    change = unmoved_since(session, application, at)
    if session.scalar(FeedbackPoint.of(row).limit(1)) is not None:
        raise ValueError("a point was taken since")
    no = Rejection.latest(session, application)
    session.delete(row)
    session.flush()
    if no is not None and no.created_at == at:
        session.delete(no)
        offer_stands_again(session, application)
    if change is not None and change.recorded_at == at:
        undo(session, application, change, now)
        restore_coming(session, application, at, now)
    application.touch(now)


def is_left_alone(application: Application, saved_at: datetime) -> bool:
    """Whether it is as the saving left it."""
    return application.updated_at <= saved_at and application.deleted_at is None


def take_made_back(session: Session, application: Application) -> None:
    """Gone for good, where nothing hangs on it."""
    session.flush()
    if not _has_more(session, application.id):
        number, user_id = application.id, application.user_id
        session.expunge(application)
        destroy(session, user_id, [number])


def _has_more(session: Session, number: int) -> bool:
    tables = (each for each in Base.metadata.sorted_tables if each.name not in ITS_OWN)
    return any(
        session.execute(
            select(table.c.application_id).where(table.c.application_id == number).limit(1)
        ).first()
        for table in tables
        if "application_id" in table.c
    )
