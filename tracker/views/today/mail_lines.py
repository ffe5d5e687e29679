"""What Today says of a mailbox: an email that waits for a word, and that it can’t be read."""

from datetime import datetime

from sqlalchemy.orm import Session

from tracker.models.messages.mailbox import SAID_AFTER, MailProposal
from tracker.models.reads.today_counts import TodayCounts
from tracker.models.user import User
from tracker.values.formatting import plural, shortened
from tracker.views.today.rows_presenter import LONGEST, TodayLine

ICON = "send_letter"
READS = {"no": "a no", "invitation": "an invitation", "offer": "an offer"}
FAILING = "Your mailbox can’t be read at the moment"


def one_of(session: Session, user_id: int) -> MailProposal | None:
    """The latest of the mailbox's."""
    found = MailProposal.of(user_id).where(*MailProposal.found_for(user_id))
    return session.scalar(found.limit(1))


def mail_lines(session: Session, user: User, counts: TodayCounts, now: datetime) -> list[TodayLine]:
    """One line however many there are, and one where it has been failing for a while."""
    lines: list[TodayLine] = []
    if counts.mails == 1 and (row := one_of(session, user.id)):
        who = shortened(row.company or row.sender or row.address, LONGEST)
        words = f"An email from {who} reads as {READS.get(row.kind, 'an answer')}"
        lines = [TodayLine(ICON, words, f"/mail/proposals/{row.id}", "mail-waiting")]
    elif counts.mails > 1:
        words = f"{plural(counts.mails, 'email')} may be answers to you"
        lines = [TodayLine(ICON, words, "/mail", "mail-waiting")]
    since = counts.mailbox_failing_since
    if since is not None and now - since >= SAID_AFTER:
        lines.append(TodayLine(ICON, FAILING, "/settings/mailbox", "mailbox-failing"))
    return lines
