"""What an email that waits is, in the few words of its row."""

from collections.abc import Sequence
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


READS = {
    "no": Waiting("Reads as a no", "rejected"),
    "invitation": Waiting("Reads as an invitation", "interview"),
    "offer": Waiting("Reads as an offer", "action_taken"),
    "acknowledgement": Waiting("They have your application"),
    "cancelled": Waiting("Interview cancelled"),
    "another_time": Waiting("They ask for another time", "interview"),
    "moved": Waiting("Interview moved", "interview"),
    "feedback": Waiting("Reads as their feedback", "feedback_received"),
    "none": Waiting("May be about your search"),
}


URGENT = ("moved", "cancelled", "another_time", "invitation", "offer")
"""What may be about tomorrow, or wants an answer: it stands first, whenever it came."""


def in_order(rows: Sequence[MailProposal], zone: ZoneInfo) -> list[MailProposal]:
    """What is urgent before what is not, each as it came, the latest first."""
    return sorted(rows, key=lambda row: _kind(row, _sent(row, zone)) not in URGENT)


def read_waiting(row: MailProposal, zone: ZoneInfo) -> Waiting:
    """By what its page says."""
    return READS[_kind(row, _sent(row, zone))]


def _sent(row: MailProposal, zone: ZoneInfo) -> date:
    return day_of(row.sent_at or row.found_at, zone)


def _kind(row: MailProposal, sent: date) -> str:
    if row.kind not in ("invitation", "none"):
        return row.kind
    if calls_off(Mail(row.text, row.subject), sent):
        return "cancelled"
    if asks_again(row.text):
        return "another_time"
    moved = row.kind == "invitation" and moves_one(row.text, row.subject)
    return "moved" if moved else row.kind
