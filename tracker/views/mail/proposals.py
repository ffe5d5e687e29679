"""Emails that wait for a word: one tap keeps what they say, another deletes them."""

from flask import request
from flask.typing import ResponseReturnValue

from tracker.clock import now
from tracker.database import writing
from tracker.extensions import db
from tracker.models.messages.mailbox import PASTED, MailProposal
from tracker.views.mail.choices import with_choices
from tracker.views.mail.mail import proposed
from tracker.views.mail.proposal_page import render_proposal
from tracker.views.mail.put_aside import mail_of
from tracker.web.access import me, own, owned
from tracker.web.idempotency import once
from tracker.web.rendering import see_other
from tracker.web.toasts import say

GONE = "You have dealt with that email. What you saved of it is below."


def show(proposal_id: int) -> ResponseReturnValue:
    """As if it had been pasted."""
    at = now()
    row = db.session().scalar(owned(MailProposal), {"row_id": proposal_id, "user_id": me().id})
    if row is None:
        say(GONE)
        return see_other("/mail")
    return render_proposal(with_choices(proposed(mail_of(row, at), at, row), request.args))


def dismiss(proposal_id: int) -> ResponseReturnValue:
    """Not this: it is deleted here, and stays in the mailbox as it is."""
    at, user = now(), me()
    with writing(user, at) as session:

        def make() -> int:
            row = own(MailProposal, proposal_id, session)
            session.delete(row)
            return int(row.uid != PASTED)

        of_mailbox, _ = once(session, user, at, make)
    say("Gone from here. It is still in your mailbox." if of_mailbox else "Gone from here.")
    return see_other("/mail")
