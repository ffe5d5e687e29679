"""One check of a mailbox: what is about an application waits for a word, nothing else stays."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from sqlalchemy.orm import Session

from tracker.mail import Mail
from tracker.mail.application_match import (
    ApplicationMatch,
    Candidate,
    is_interviewing,
    match,
    still_waits,
)
from tracker.mail.ask_answer import answers_ask, read_apart
from tracker.mail.parsing import UnreadableMail, read_eml
from tracker.mail.proposals import ProposedKind, changes_interview, proposed_kind
from tracker.mailbox.connection import Connector
from tracker.mailbox.imap import MOST_MAILS, Folder, Login, opened
from tracker.models.messages.mailbox import Mailbox, MailProposal
from tracker.models.reads.mails.match_candidates import read_match_candidates

WORTH_A_WORD: tuple[ProposedKind, ...] = (
    *("no", "invitation", "offer", "feedback", "no_feedback", "request"),
)
"""What is proposed: there is nothing to do about a mail that only says that one came."""
LOOKED_BACK = timedelta(days=7)
"""How far back the first look goes."""
LONGEST_TEXT, LONGEST_CALENDAR = 200_000, 50_000


class ApplicationMail(NamedTuple):
    """A mail that is about an application."""

    uid: int
    mail: Mail
    kind: ProposedKind
    about: ApplicationMatch


class MailCheck(NamedTuple):
    """What a check saw: how far it came, and the mails to propose."""

    uid_validity: int
    last_uid: int
    found: tuple[ApplicationMail, ...]


def check_mail(
    login: Login,
    known: Sequence[Candidate],
    now: datetime,
    before: tuple[int, int],
    connector: Connector,
) -> MailCheck:
    """Read what came since; `before` is how far the last check came. Raises Unreachable."""
    validity, last = before
    with opened(login, connector) as folder:
        same = validity and folder.uid_validity == validity
        uids = folder.after(last) if same else folder.since((now - LOOKED_BACK).date())
        few = uids[:MOST_MAILS]
        found = [each for uid in few if (each := read_one(folder, uid, known, now))]
        reached = max(few, default=last if same else 0)
        return MailCheck(folder.uid_validity, reached, tuple(found))


def read_one(
    folder: Folder, uid: int, known: Sequence[Candidate], now: datetime
) -> ApplicationMail | None:
    """The mail, if it says something about an application; else nothing of it stays."""
    content = folder.fetch(uid)
    if content is None:
        return None
    try:
        mail = read_eml(content).here(now)
    except UnreadableMail:
        return None
    about = match(mail, known)
    if not about.likely:
        return None
    ended = still_waits(known, about.sure) is False
    on = (mail.sent_at or now).date()
    asked = answers_ask(mail, known)
    interviewing = is_interviewing(known, about.sure)
    kind = proposed_kind(read_apart(mail, asked).kind, mail, on, ended, asked, interviewing)
    worth = kind in WORTH_A_WORD or (kind == "none" and changes_interview(mail, on))
    return ApplicationMail(uid, mail, kind, about) if worth else None


def known_applications(session: Session, user_id: int) -> list[Candidate]:
    """What mails are compared with."""
    return [Candidate(*each) for each in read_match_candidates(session, user_id)]


def save_mail_check(session: Session, mailbox: Mailbox, seen: MailCheck, known: Sequence[Candidate],
              now: datetime) -> None:  # fmt: skip
    """Inside `writing()`: how far it came, and what waits."""
    companies = {each.id: each.company for each in known}
    mailbox.uid_validity, mailbox.last_uid = seen.uid_validity, seen.last_uid
    mailbox.went_well(now)
    for uid, mail, kind, about in seen.found:
        number = about.sure
        session.add(
            MailProposal(
                user_id=mailbox.user_id,
                application_id=number,
                company=companies.get(number or about.likely[0], "")[:500],
                kind=kind,
                sender=mail.name,
                address=mail.address,
                subject=mail.subject,
                sent_at=mail.sent_at.astimezone(UTC) if mail.sent_at else None,
                text=mail.text[:LONGEST_TEXT],
                calendar="".join(mail.calendars[:1])[:LONGEST_CALENDAR],
                uid=uid,
                found_at=now,
            )
        )
