"""What an email that waits is, in the few words of its row."""

import re
from datetime import date
from typing import NamedTuple
from zoneinfo import ZoneInfo

from tracker.loop.feedback_reading import read_feedback
from tracker.mail import Mail, calls_off
from tracker.mail.another_time import asks_again
from tracker.mail.other_hours import moves_one
from tracker.mail.own_words import own_text
from tracker.models.messages.mailbox import MailProposal
from tracker.values.days import day_of

FEEDBACK = re.compile(r"\bfeedback\b|\brückmeldung\b", re.IGNORECASE)


class Waiting(NamedTuple):
    """What it reads as, and the stage whose colour says so."""

    words: str
    stage: str = ""


READS = {
    "no": Waiting("Reads as a no", "rejected"),
    "invitation": Waiting("Reads as an invitation", "interview"),
    "offer": Waiting("Reads as an offer", "action_taken"),
    "acknowledgement": Waiting("They have your application"),
    "cancelled": Waiting("Interview cancelled"),
    "another_time": Waiting("They ask for another time", "interview"),
    "moved": Waiting("Interview moved", "interview"),
    "feedback": Waiting("Their feedback", "feedback_received"),
    "none": Waiting("May be about your search"),
}


def read_waiting(row: MailProposal, zone: ZoneInfo) -> Waiting:
    """By what its page says."""
    return READS[_kind(row, day_of(row.sent_at or row.found_at, zone))]


def _kind(row: MailProposal, sent: date) -> str:
    if row.kind not in ("invitation", "none"):
        return row.kind
    if calls_off(Mail(row.text, row.subject), sent):
        return "cancelled"
    if asks_again(row.text):
        return "another_time"
    if row.kind == "invitation":
        return "moved" if moves_one(row.text, row.subject) else row.kind
    return "feedback" if is_feedback(row.subject, row.text) else row.kind


def is_feedback(subject: str, text: str) -> bool:
    """Whether it names feedback, and says something that can be learnt from."""
    own = own_text(text)
    named = FEEDBACK.search(f"{subject}\n{own}") is not None
    return named and bool(read_feedback(own).points)


__all__ = ["Waiting", "is_feedback", "read_waiting"]
