"""What was pasted or dropped gets an address: it waits like an email of the mailbox."""

from datetime import UTC, datetime

from tracker.database import writing
from tracker.mail import Mail
from tracker.mailbox.mail_check import LONGEST_CALENDAR
from tracker.models.messages.mailbox import PASTED, MailProposal
from tracker.values.days import day_of
from tracker.values.formatting import shortened
from tracker.views.mail.read_mail import ReadMail
from tracker.web.access import me

NAMELESS = "A pasted email"
LONGEST_LINE = 500
ALIKE = ("subject", "address", "text")


def put_aside(mail: Mail, at: datetime) -> int:
    """The number of its row; one that waits already is found again."""
    user, facts = me(), facts_of(mail, at)
    with writing(user, at) as session:
        same = (getattr(MailProposal, name) == facts[name] for name in ALIKE)
        row = session.scalar(MailProposal.of(user.id).where(MailProposal.uid == PASTED, *same))
        if row is None:
            row = MailProposal(user_id=user.id, uid=PASTED, **facts)
            session.add(row)
        row.found_at = at
        session.flush()
        return row.id


def facts_of(mail: Mail, at: datetime) -> dict[str, object]:
    """As those of the mailbox are written down."""
    read = ReadMail(mail, me().id, me().zone, at)
    number = read.matching.sure
    likely = {number} if number else set(read.matching.likely)
    companies = {each.company for each in read.applications if each.id in likely}
    known = companies.pop() if len(companies) == 1 else read.about.company
    return {
        "application_id": number,
        "company": shortened(known or mail.name or mail.address or NAMELESS, LONGEST_LINE),
        "kind": read.kind,
        "sender": mail.name[:LONGEST_LINE],
        "address": mail.address[:LONGEST_LINE],
        "subject": mail.subject[:LONGEST_LINE],
        "sent_at": mail.sent_at.astimezone(UTC) if mail.sent_at else None,
        "text": mail.text,
        "calendar": "".join(mail.calendars[:1])[:LONGEST_CALENDAR],
    }


def mail_of(row: MailProposal, now: datetime) -> Mail:
    """As it came; “tomorrow” in one that names no day of its own is as of when it was pasted."""
    calendars = (row.calendar,) if row.calendar else ()
    older = day_of(row.found_at, me().zone) < day_of(now, me().zone)
    sent = row.sent_at or (row.found_at if older else None)
    return Mail(row.text, row.subject, row.sender, row.address, sent, calendars)
