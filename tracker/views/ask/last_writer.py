"""Who wrote last, to write back to where nobody stands among the people of an application."""

import re
from typing import NamedTuple

from sqlalchemy.orm import Session

from tracker.models.application import Application
from tracker.models.reads.mails.latest_email import read_latest_head

NOBODY = re.compile(r"no.?reply|do.?not.?reply|keine.?antwort|notification|mailer|bounce")
"""In the first part of an address behind which nobody reads."""


class LastWriter(NamedTuple):
    """Of the email that was saved last."""

    name: str
    email: str
    is_person: bool
    """Whether the name is somebody's, to be greeted by."""


def last_writer(session: Session, application: Application) -> LastWriter | None:
    """None where no email was saved, or nobody reads what is sent to its address."""
    head = read_latest_head(session, application)
    if not head:
        return None
    from tracker.mail.saved_words import read_words  # loaded only where there is an email
    from tracker.mail.senders import is_person

    mail = read_words(head)
    if not mail.address or NOBODY.search(mail.address.partition("@")[0].lower()):
        return None
    return LastWriter(mail.name or mail.address, mail.address, is_person(mail))
