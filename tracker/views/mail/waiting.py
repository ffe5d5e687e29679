"""What an email that waits is, in the few words of its row."""

from typing import NamedTuple, cast
from zoneinfo import ZoneInfo

from tracker.mail import Mail
from tracker.mail.proposals import ProposedKind, shown_kind, told_as
from tracker.models.messages.mailbox import MailProposal
from tracker.values.days import day_of
from tracker.views.mail.words.proposal_words import head_words


class Waiting(NamedTuple):
    """What it reads as, and the stage whose colour says so."""

    words: str
    stage: str = ""
    urgent: bool = False
    """It may be about tomorrow, or want an answer: it stands first, whenever it came."""


STAGES = {
    "no": "rejected",
    "closed": "rejected",
    "offer": "action_taken",
    "feedback": "feedback_received",
    **dict.fromkeys(("invitation", "another_time", "moved", "test"), "interview"),
}
URGENT = ("invitation", "offer", "cancelled", "another_time", "moved", "test", "request")


def read_waiting(row: MailProposal, zone: ZoneInfo) -> Waiting:
    """By what its page says."""
    mail, sent = Mail(row.text, row.subject), day_of(row.sent_at or row.found_at, zone)
    told = told_as(shown_kind(cast("ProposedKind", row.kind), mail, sent), mail, sent)
    words = head_words(told, mail.text).removeprefix("This ")
    return Waiting(words[0].upper() + words[1:], STAGES.get(told, ""), told in URGENT)
