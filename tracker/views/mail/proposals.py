"""Emails that wait for a word: one tap keeps what they say, another deletes them."""

from functools import partial

from flask import request
from flask.typing import ResponseReturnValue

from tracker.clock import now
from tracker.extensions import db
from tracker.models.messages.mailbox import PASTED, MailProposal
from tracker.views.mail.choices import with_choices
from tracker.views.mail.mail import proposed
from tracker.views.mail.proposal_page import render_proposal
from tracker.views.mail.put_aside import mail_of
from tracker.views.mail.way_back import AGAIN, NOUN
from tracker.web.access import me, own, owned
from tracker.web.rendering import see_other
from tracker.web.toasts import say
from tracker.web.undo import put_back, take_away

GONE = "That email is off the list."
TAKEN_OFF, OF_MAILBOX = "Taken off the list.", " It is still in your mailbox."


def show(proposal_id: int) -> ResponseReturnValue:
    """As if it had been pasted."""
    at, row = now(), waiting_email(proposal_id)
    if row is None:
        say(GONE)
        return see_other("/mail")
    return render_proposal(with_choices(proposed(mail_of(row, at), at, row), request.args))


def dismiss(proposal_id: int) -> ResponseReturnValue:
    """Not this: it is taken off the list, and stays in the mailbox as it is."""
    row = waiting_email(proposal_id)
    of_mailbox = OF_MAILBOX if row is not None and row.uid != PASTED else ""
    email = partial(own, MailProposal, proposal_id)
    return take_away(NOUN, email, TAKEN_OFF + of_mailbox, "/mail")


def reverse(removal_id: int) -> ResponseReturnValue:
    """It waits again."""
    return put_back(NOUN, removal_id, "/mail/proposals/{}", AGAIN)


def waiting_email(proposal_id: int) -> MailProposal | None:
    """The email, while it waits."""
    asked = {"row_id": proposal_id, "user_id": me().id}
    row: MailProposal | None = db.session().scalar(owned(MailProposal), asked)
    return row
