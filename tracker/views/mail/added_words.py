"""An email's words that went into a no that was known already, and their way back."""

from datetime import date, datetime
from typing import Any

from flask import session
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from tracker.models.application import Application
from tracker.models.changes.interviews import restore_coming
from tracker.models.changes.rejection import date_the_no
from tracker.models.rejection import Rejection
from tracker.views.mail.way_back import taken_back, undo_of
from tracker.web.access import own, own_application
from tracker.web.row_as_left import check_left

ADDED = "added-words"
"""What the last such no was before, in the person's own session."""
FACTS = ("how", "role_cancelled", "brings_advice")


def as_it_was(row: Rejection | None) -> dict[str, Any] | None:
    """What an email changes in it; of its words, of which they are long, only how many."""
    if row is None:
        return None
    facts = {name: getattr(row, name) for name in FACTS}
    return facts | {
        "words": len(row.words or ""),
        "on": row.on.isoformat() if row.on else "",
        "rest": row.rest_until.isoformat() if row.rest_until else "",
    }


def remember(stored: Session, was: dict[str, Any], row: Rejection, at: datetime) -> str:
    """For as long as no other no is added to; gives the address that undoes it."""
    session[ADDED] = was | {"id": row.id, "at": at.isoformat()}
    return undo_of(stored, "rejections", row, "words/reversal")


def reverse_words(rejection_id: int) -> ResponseReturnValue:
    """The no as it was before the email, and what was called off with it is on again."""
    was = session.get(ADDED) or {}

    def take(stored: Session, at: datetime) -> Application:
        row = own(Rejection, rejection_id, stored)
        if was.get("id") != row.id:
            raise ValueError("another came since")
        check_left(row)
        application = own_application(row.application_id, stored)
        restore_coming(stored, application, datetime.fromisoformat(was["at"]), at)
        for name in FACTS:
            setattr(row, name, was[name])
        row.words = row.words[: was["words"]]
        row.on = date.fromisoformat(was["on"]) if was["on"] else None
        row.rest_until = datetime.fromisoformat(was["rest"]) if was["rest"] else None
        stored.flush()
        date_the_no(stored, application, row)
        application.touch(at)
        return application

    answer = taken_back(take)
    session.pop(ADDED, None)
    return answer
