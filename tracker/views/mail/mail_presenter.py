"""What the page of emails says: what waits, what the last became, how the mailbox stands."""

import re
from datetime import date, datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

from tracker.loop.by_email import note_words
from tracker.mail.saved_words import first_words, read_words
from tracker.models.interview import OUTCOMES
from tracker.models.messages.mailbox import Mailbox, MailProposal
from tracker.models.reads.mails.saved_emails import SavedEmail
from tracker.values.days import day_of
from tracker.values.formatting import day, in_sentence, moment, short_day
from tracker.views.mail.waiting import read_waiting
from tracker.views.mail.words.email_changes import change_of, change_words
from tracker.views.mail.words.proposal_words import head_words

WORDS = {
    "no": "They said no",
    "closed": "They closed the role",
    "offer": "An offer",
    "feedback": "Their feedback",
}
NOTE = "Saved as a note"
STAGES = {
    "no": "rejected", "closed": "rejected",
    "invitation": "interview", "moved": "interview", "moved_on": "interview",
    "asked": "interview", "agreed": "interview",
    "offer": "action_taken", "feedback": "feedback_received",
}  # fmt: skip
SAYS_NOTHING = re.compile(
    r"^(?:(?:re|fwd?|aw|wg)\s*:\s*)*"
    r"(?:(?:(?:an )?update (?:on|about) |outcome of |status of |thank you for |thanks for |about )?"
    r"(?:your |the )?(?:job )?(?:application|applying)(?: received)?"
    r"(?:\s*(?:for|as|to)\b|\s*[:–—-])"
    r"(?: (?:the )?(?:position|role|job)(?: of)?(?=\s))?(?: (?:an?|the|our))?\s+"
    r"|(?:invitation to )?(?:an? |your )?interview (?:for|as)(?: (?:an?|the|our))?"
    r"(?: (?:position|role|job)(?: of)?(?=\s))?\s+"
    r"|ihre bewerbung\s*(?:als|um|auf|[:–—-])(?: (?:die )?(?:stelle|position)(?: als)?)?\s+)",
    re.IGNORECASE,
)
"""How a subject begins that is about an application, as all of them are."""
SHORTEST = 3
NO_MAILBOX = "Find answers for me. Onward only reads."


class MailRow(NamedTuple):
    """One email, whether it waits or was kept."""

    name: str
    about: str
    became: str
    stage: str
    href: str
    when: str
    urgent: bool = False


class MailboxLine(NamedTuple):
    """How the mailbox stands."""

    words: str
    is_trouble: bool = False


def present_waiting(row: MailProposal, now: datetime, zone: ZoneInfo) -> MailRow:
    """What it reads as."""
    reads = read_waiting(row, zone)
    return MailRow(
        row.company or row.sender or row.address or "?",
        telling(row.subject, row.company),
        reads.words,
        reads.stage,
        f"/mail/proposals/{row.id}",
        short_day(day_of(row.sent_at or row.found_at, zone), day_of(now, zone)),
        reads.urgent,
    )


def telling(subject: str, company: str = "") -> str:
    """What it says besides what all say, and the company, whose name stands above it."""
    said = SAYS_NOTHING.sub("", subject.strip()).strip()
    if company:
        ends = rf"\s*(?:,|[-–—|]|\b(?:at|with|bei))\s*(?:the )?{re.escape(company)}\W*$"
        said = re.sub(ends, "", said, flags=re.IGNORECASE)
    return said[0].upper() + said[1:] if len(said) > SHORTEST else subject


def present_saved(row: SavedEmail, now: datetime, zone: ZoneInfo) -> MailRow:
    """In a line: an interview with its day and hour."""
    today = day_of(now, zone)
    became = change_of(row, zone)
    return MailRow(
        row.company or row.role,
        first_words(row.begins) or (row.role if row.company else ""),
        became_words(row, became, today) or interview_words(row, today, zone),
        STAGES.get(kind_of(row, became), ""),
        page_of(row),
        short_day(row.day(zone), today),
    )


def kind_of(row: SavedEmail, became: str) -> str:
    """What it is: of a note, what it was saved as."""
    return row.kept_as or became if became == "note" else became


def became_words(row: SavedEmail, became: str, today: date, note: str = NOTE) -> str:
    """They said no; of a note what it was saved as, and of a request what they ask for.

    Nothing of an invitation, which is called by its interview. `note`: one of which no more is
    known, or that was only to be kept.
    """
    if became != "note":
        return change_words(row, became, today) or WORDS.get(became, "")
    if row.kept_as == "request":
        return head_words("request", read_words(row.begins).text)
    return note_words(row.kept_as) if row.kept_as not in (None, "none") else note


def page_of(row: SavedEmail) -> str:
    """Where its words are read."""
    return f"/mail/{row.kept_in}/{row.id}"


def interview_words(row: SavedEmail, today: date, zone: ZoneInfo) -> str:
    """Interview tomorrow, 14:30; Test by tomorrow."""
    when = ""
    if row.starts_at is not None:
        when = in_sentence(moment(row.starts_at, zone, today, row.hour_known))
    elif row.on is not None:
        when = in_sentence(day(row.on, today))
    name = ("Test by" if when else "Test") if row.is_test else "Interview"
    off = f"({OUTCOMES[row.off].lower()})" if row.off else ""
    return " ".join(filter(None, (name, when, off)))


def mailbox_line(mailbox: Mailbox | None, now: datetime, zone: ZoneInfo) -> MailboxLine:
    """Its problem, else when it was last read."""
    if mailbox is None:
        return MailboxLine(NO_MAILBOX)
    if mailbox.problem:
        return MailboxLine(mailbox.problem, is_trouble=True)
    if mailbox.looked_at is None:
        return MailboxLine(f"{mailbox.username} · first look soon")
    read = in_sentence(moment(mailbox.looked_at, zone, day_of(now, zone)))
    return MailboxLine(f"{mailbox.username} · read {read}")
