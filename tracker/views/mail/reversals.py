"""Undo of what a mail was kept as."""

from collections.abc import Callable
from datetime import datetime
from typing import TypeVar

from flask import request
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from tracker.models.application import Application
from tracker.models.changes.acknowledgement import undo_acknowledgement
from tracker.models.changes.mails.from_mail_back import (
    take_feedback_back,
    take_interview_back,
    take_no_back,
    take_note_back,
    take_offer_back,
)
from tracker.models.feedback import Feedback
from tracker.models.interview import Interview
from tracker.models.note import Note
from tracker.models.offer import Offer
from tracker.models.rejection import Rejection
from tracker.views.mail.way_back import taken_back
from tracker.web.access import own, own_application
from tracker.web.row_as_left import check_left

Row = TypeVar("Row", Feedback, Interview, Note, Offer, Rejection)


def reverse_rejection(rejection_id: int) -> ResponseReturnValue:
    """It was no no, or another application."""
    return reverse(Rejection, rejection_id, take_no_back)


def reverse_interview(interview_id: int) -> ResponseReturnValue:
    """It was no interview, or another application."""
    return reverse(Interview, interview_id, take_interview_back)


def reverse_note(note_id: int) -> ResponseReturnValue:
    """They asked for nothing, or it was another application."""
    return reverse(Note, note_id, take_note_back)


def reverse_acknowledgement(note_id: int) -> ResponseReturnValue:
    """It was none, or another application: silence counts from where it did."""

    def take(session: Session, application: Application, row: Note, at: datetime) -> None:
        undo_acknowledgement(application, request.args.get("was", ""))
        take_note_back(session, application, row, at)

    return reverse(Note, note_id, take)


def reverse_offer(offer_id: int) -> ResponseReturnValue:
    """It was no offer, or another application."""
    return reverse(Offer, offer_id, take_offer_back)


def reverse_feedback(feedback_id: int) -> ResponseReturnValue:
    """It was no feedback, or another application."""
    return reverse(Feedback, feedback_id, take_feedback_back)


def reverse(
    model: type[Row], number: int, undone: Callable[[Session, Application, Row, datetime], None]
) -> ResponseReturnValue:
    """The row and what came with it."""

    def take(session: Session, at: datetime) -> Application:
        row = own(model, number, session)
        application = own_application(row.application_id, session)
        check_left(row)
        undone(session, application, row, at)
        return application

    return taken_back(take)
