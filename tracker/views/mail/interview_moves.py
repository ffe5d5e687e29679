"""An interview that an email put on another day, and its way back."""

from datetime import datetime
from typing import Any

from flask import session
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from tracker.models.application import Application
from tracker.models.interview import Interview
from tracker.views.applications import interview_moves
from tracker.views.applications.interview_moves import MOVED, take_move_back
from tracker.views.mail.way_back import taken_back, undo_of
from tracker.web.access import own
from tracker.web.row_as_left import check_left


def remember(stored: Session, was: dict[str, Any], row: Interview, at: datetime) -> str:
    """For as long as nothing else is moved; gives the address that undoes it."""
    interview_moves.remember(was, row, at)
    return undo_of(stored, "interviews", row, "move/reversal")


def reverse_move(interview_id: int) -> ResponseReturnValue:
    """The earlier day again, and the mail's words go; once, however often it is sent."""

    def take(stored: Session, at: datetime) -> Application:
        row = own(Interview, interview_id, stored)
        check_left(row)
        return take_move_back(stored, row, at)

    answer = taken_back(take)
    session.pop(MOVED, None)
    return answer
