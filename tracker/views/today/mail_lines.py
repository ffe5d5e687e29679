"""What Today says of a mailbox: an email that waits for a word, and that it can’t be read."""

from datetime import datetime

from sqlalchemy.orm import Session

from tracker.models.messages.mailbox import SAID_AFTER, URGENT, MailProposal
from tracker.models.reads.today_counts import TodayCounts
from tracker.models.user import User
from tracker.values.formatting import plural, shortened
from tracker.views.today.rows_presenter import LONGEST, TodayLine

ICON, WAITING = "send_letter", "mail-waiting"
READS = {
    "no": "reads as a no",
    "invitation": "may be about an interview",
    "offer": "reads as an offer",
    "request": "asks you for something",
}
"""An interview may be new, moved or cancelled: its page says which."""
FAILING = "Your mailbox can’t be read at the moment"


def mail_lines(session: Session, user: User, counts: TodayCounts, now: datetime) -> list[TodayLine]:
    """One line however many there are, and one where it has been failing for a while."""
    first = counts.mails or counts.put_off_urgent
    lines = [waiting_line(session, user.id, counts)] if first else []
    since = counts.mailbox_failing_since
    if since is not None and now - since >= SAID_AFTER:
        lines.append(TodayLine(ICON, FAILING, "/settings/mailbox", "mailbox-failing"))
    return lines


def put_off_line(session: Session, user: User, counts: TodayCounts) -> list[TodayLine]:
    """What was left for later and has time: it stands below what is to be done."""
    only = counts.put_off and not (counts.mails or counts.put_off_urgent)
    return [waiting_line(session, user.id, counts)] if only else []


def waiting_line(session: Session, user_id: int, counts: TodayCounts) -> TodayLine:
    """Of whom, where it is one. What was put off is not said again to read as a no."""
    total = counts.mails + counts.put_off
    row = session.scalar(MailProposal.of(user_id).limit(1)) if total == 1 else None
    if row is None:
        waits = "wait for a look" if counts.put_off else "may be answers to you"
        return TodayLine(ICON, f"{plural(total, 'email')} {waits}", "/mail", WAITING)
    who = shortened(row.company or row.sender or row.address, LONGEST)
    does = READS.get(row.kind, "reads as an answer")
    if counts.put_off and row.kind not in URGENT:
        does = "waits for a look"
    place = f"/mail/proposals/{row.id}"
    return TodayLine(ICON, f"An email from {who} {does}", place, WAITING)
