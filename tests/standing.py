"""How an application stands, told from its columns in plain words: what the SQL must agree with."""

from datetime import date, datetime
from typing import Protocol

from tracker.loop.stage import Stage
from tracker.models.reads.standing import DECIDED, ENDED, Standing


class Stands(Protocol):
    """The columns of an application that tell."""

    stage: str
    archived_at: datetime | None
    outcome: str | None
    offer_open: bool
    offer_decision: str | None
    rejection_recorded: bool
    no_said: bool
    no_stands: bool
    called_back: bool
    interviewed: bool
    next_interview_at: datetime | None
    applied_on: date | None


def standing_of(application: Stands, now: datetime, silent_before: date) -> Standing:
    """The first that is true."""
    is_open = application.stage in Stage.OPEN
    away, outcome = application.archived_at is not None, application.outcome
    decision = application.offer_decision
    coming = application.next_interview_at
    if decision == "taken_back" and (away or not is_open):
        return Standing.OFFER_TAKEN_BACK
    if outcome in ENDED:
        return ENDED[outcome]
    if decision in DECIDED:
        return DECIDED[decision]
    if application.offer_open:
        if not away:
            return Standing.OFFER_TO_ANSWER
        closed = outcome == "role_closed"
        return Standing.OFFER_TAKEN_BACK if closed else Standing.WITHDRAWN
    if away or not is_open:
        unrecorded = not is_open and not application.rejection_recorded
        no = application.no_stands or unrecorded or outcome == "role_closed"
        return Standing.THEY_SAID_NO if no else Standing.NO_ANSWER
    if coming is not None and coming > now:
        return Standing.INTERVIEW_AHEAD
    heard = application.interviewed or application.no_said or application.called_back
    answered = heard or decision is not None
    long_ago = application.applied_on is not None and application.applied_on < silent_before
    return Standing.SILENT if long_ago and not answered else Standing.WAITING
