"""Emails of a mailbox that wait for a word: one tap keeps what they say, another deletes them."""

from flask.typing import ResponseReturnValue

from tracker.clock import now
from tracker.database import writing
from tracker.mail import Mail
from tracker.models.messages.mailbox import MailProposal
from tracker.views.mail.mail import proposed
from tracker.views.mail.proposal_page import render_proposal
from tracker.web.access import me, own
from tracker.web.idempotency import once
from tracker.web.rendering import see_other
from tracker.web.toasts import say


def show(proposal_id: int) -> ResponseReturnValue:
    """As if it had been pasted."""
    row = own(MailProposal, proposal_id)
    calendars = (row.calendar,) if row.calendar else ()
    mail = Mail(row.text, row.subject, row.sender, row.address, row.sent_at, calendars)
    return render_proposal(proposed(mail, now(), row))


def dismiss(proposal_id: int) -> ResponseReturnValue:
    """Not this: it is deleted here, and stays in the mailbox as it is."""
    at, user = now(), me()
    with writing(user, at) as session:

        def make() -> int:
            session.delete(own(MailProposal, proposal_id, session))
            return 0

        once(session, user, at, make)
    say("Gone from here. It is still in your mailbox.")
    return see_other("/mail")
