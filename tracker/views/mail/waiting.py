"""What an email that waits is, in the few words of its row."""

from datetime import date
from typing import NamedTuple
from zoneinfo import ZoneInfo

from tracker.mail import Mail, calls_off
from tracker.mail.another_time import asks_again
from tracker.mail.other_hours import moves_one
from tracker.models.messages.mailbox import MailProposal
from tracker.values.days import day_of


class Waiting(NamedTuple):
    """What it reads as, and the stage whose colour says so."""

    words: str
    stage: str = ""
    urgent: bool = False
    """It may be about tomorrow, or want an answer: it stands first, whenever it came."""


READS = {
    "no": Waiting("Reads as a no", "rejected"),
    "invitation": Waiting("Reads as an invitation", "interview", urgent=True),
    "offer": Waiting("Reads as an offer", "action_taken", urgent=True),
    "acknowledgement": Waiting("They have your application"),
    "cancelled": Waiting("Interview cancelled", urgent=True),
    "another_time": Waiting("They ask for another time", "interview", urgent=True),
    "moved": Waiting("Interview moved", "interview", urgent=True),
    "feedback": Waiting("Reads as their feedback", "feedback_received"),
    "no_feedback": Waiting("They would rather not say"),
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
    moved = row.kind == "invitation" and moves_one(row.text, row.subject)
    return "moved" if moved else row.kind
