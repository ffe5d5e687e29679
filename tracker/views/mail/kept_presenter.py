"""What the page of emails says: what the last ones became, and how the mailbox stands."""

from datetime import date, datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

from tracker.models.messages.mailbox import Mailbox
from tracker.models.reads.mails.kept import KeptEmail
from tracker.values.days import day_of
from tracker.values.formatting import ago, day, in_sentence, moment

WORDS = {"no": "They said no", "offer": "An offer", "note": "Saved as a note"}
STAGES = {"no": "rejected", "invitation": "interview", "offer": "action_taken"}
NO_MAILBOX = "Find answers for me. Onward only reads."


class KeptRow(NamedTuple):
    """One email that was kept."""

    became: str
    role: str
    company: str
    stage: str
    href: str
    opens: str
    """What its row leads to."""
    when: str


def present_kept(row: KeptEmail, now: datetime, zone: ZoneInfo) -> KeptRow:
    """In a line: an interview with its day and hour."""
    today = day_of(now, zone)
    href, opens = f"/applications/{row.application_id}", "opens the application"
    if row.interview_id:
        ahead = row.starts_at is not None and row.starts_at > now and not row.cancelled
        opens = "opens Prepare" if ahead else "opens the interview"
        href += "/interviews/" + (f"{row.interview_id}" if not ahead else "coming")
    return KeptRow(
        WORDS.get(row.became) or interview_words(row, today, zone),
        row.role,
        row.company,
        STAGES.get(row.became, ""),
        href,
        opens,
        ago(row.came, now, zone),
    )


def interview_words(row: KeptEmail, today: date, zone: ZoneInfo) -> str:
    """Interview tomorrow, 14:30."""
    when = ""
    if row.starts_at is not None:
        when = in_sentence(moment(row.starts_at, zone, today, row.hour_known))
    elif row.on is not None:
        when = in_sentence(day(row.on, today))
    return " ".join(filter(None, ("Interview", when, "(cancelled)" if row.cancelled else "")))


def mailbox_words(mailbox: Mailbox | None, now: datetime, zone: ZoneInfo) -> tuple[str, bool]:
    """How it stands, and whether that is a trouble."""
    if mailbox is None:
        return NO_MAILBOX, False
    if mailbox.problem:
        return mailbox.problem, True
    if mailbox.looked_at is None:
        return f"{mailbox.username} · first look soon", False
    read = in_sentence(moment(mailbox.looked_at, zone, day_of(now, zone)))
    return f"{mailbox.username} · read {read}", False
