"""Keeping an attempt to get advice, and the working day on which to look again."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy.orm import Session

from tracker.loop.ask_state import ASKS, AWAITED, SPOKEN, follow_up_on
from tracker.models.attempt import Attempt
from tracker.models.changes.rest import end_rest
from tracker.models.reads.ask import Ask
from tracker.models.user import User

IN_THE_CALL = "told_now/"
"""The script for the very call in which they said no."""


class TooManyMessages(Exception):
    """A third message to somebody who has not answered."""


def save_attempt(
    session: Session,
    asking: Ask,
    row: Attempt | None,
    facts: Mapping[str, Any],
    user: User,
    now: datetime,
) -> Attempt:
    """Keep an attempt, or correct the one just made; asking after having stopped begins again.

    Raises Enough where it would be a third message.
    """
    written = facts["channel"] not in SPOKEN and facts["kind"] in ASKS
    if row is None:
        if written and not asking.may_write:
            raise TooManyMessages
        row = Attempt(
            user_id=user.id, application_id=asking.application.id, on=asking.today, created_at=now
        )
        row.rejection_id = asking.rejection.id if asking.rejection else None
        session.add(row)
    for name, value in facts.items():
        setattr(row, name, value)
    row.follow_up_on = follow_up_day(row, user)
    if row.kind == "probe" and asking.feedback is not None and asking.feedback.specific is None:
        asking.feedback.specific = False  # to probe is to say that it stayed general
    in_the_call = row.wording.startswith(IN_THE_CALL)
    if not in_the_call:
        end_rest(session, asking.application)
    if asking.rejection is not None:
        asking.rejection.stopped_asking_at = None
        if in_the_call:
            asking.rejection.how = asking.rejection.how or "phone"
    session.flush()
    return row


def follow_up_day(row: Attempt, user: User) -> date | None:
    """The working day on which to look again, where something may still come."""
    if row.result not in AWAITED or row.kind == "thanks":
        return None
    return follow_up_on(row.on, user.country, user.state)
