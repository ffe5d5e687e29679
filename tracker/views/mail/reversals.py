"""Undo of what a mail was kept as."""

from collections.abc import Callable
from datetime import datetime
from typing import TypeVar

from flask import abort
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from tracker.clock import now
from tracker.database import writing
from tracker.models.application import Application
from tracker.models.changes.from_mail import take_interview_back, take_no_back, take_note_back
from tracker.models.interview import Interview
from tracker.models.note import Note
from tracker.models.rejection import Rejection
from tracker.web.access import me, own, own_application
from tracker.web.idempotency import once
from tracker.web.rendering import see_other
from tracker.web.toasts import say

Row = TypeVar("Row", Interview, Note, Rejection)
TOO_LATE = "More has happened since, so that can’t be undone."


def reverse_rejection(rejection_id: int) -> ResponseReturnValue:
    """It was no no, or another application."""
    return reverse(Rejection, rejection_id, take_no_back)


def reverse_interview(interview_id: int) -> ResponseReturnValue:
    """It was no interview, or another application."""
    return reverse(Interview, interview_id, take_interview_back)


def reverse_note(note_id: int) -> ResponseReturnValue:
    """They asked for nothing, or it was another application."""
    return reverse(Note, note_id, take_note_back)


def reverse(
    model: type[Row], number: int, undone: Callable[[Session, Application, Row, datetime], None]
) -> ResponseReturnValue:
    """Once, however often it is sent."""
    at, user = now(), me()
    with writing(user, at) as session:

        def make() -> int:
            row = own(model, number, session)
            application = own_application(row.application_id, session)
            try:
                undone(session, application, row, at)
            except ValueError:
                abort(409, description=TOO_LATE)
            return application.id

        application_id, _ = once(session, user, at, make)
    say("Undone.")
    return see_other(f"/applications/{application_id}")
