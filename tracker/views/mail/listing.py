"""The list of emails: those that wait, one field for a new one, and those that were kept."""

from flask import Response
from flask.typing import ResponseReturnValue

from tracker.clock import now
from tracker.extensions import db
from tracker.models.messages.mailbox import Mailbox, MailProposal
from tracker.models.reads.mails.saved_emails import read_saved_emails
from tracker.views.mail.mail_presenter import mailbox_line, present_saved, present_waiting
from tracker.views.mail.paste_form import PasteForm
from tracker.web.access import me
from tracker.web.forms import Refusal, form_page
from tracker.web.paging import address, next_url, rows_passed

MANY = 20
"""Emails that were kept, on one page of them."""
IN_SIGHT, FIRST = 10, 5
"""Those that wait, and those that were kept last, that are not folded: many of these are noes."""


def index() -> ResponseReturnValue:
    """The page."""
    return render_list(PasteForm(formdata=None))


def render_list(form: PasteForm, refusal: Refusal | None = None) -> Response:
    """The page, with what is missing in the field beside it."""
    session, user, at = db.session(), me(), now()
    passed = rows_passed() if refusal is None else 0
    every = session.scalars(MailProposal.of(user.id)).all() if not passed else []
    waiting = [present_waiting(each, at, user.zone) for each in every]
    waiting.sort(key=lambda each: not each.urgent)
    kept = read_saved_emails(session, user.id, passed + MANY + 1, user.zone)[passed:]
    more = passed + MANY if len(kept) > MANY else None
    saved = [present_saved(each, at, user.zone) for each in kept[:MANY]]
    return form_page(
        "mail/index.html",
        form,
        refusal,
        waiting=waiting[:IN_SIGHT],
        more_waiting=waiting[IN_SIGHT:],
        kept=saved if passed else saved[:FIRST],
        older=[] if passed else saved[FIRST:],
        passed=passed,
        newer_url=address("/mail", {"from": max(passed - MANY, 0)}),
        more_url=next_url("/mail", "from", more),
        mailbox=mailbox_line(session.get(Mailbox, user.id), at, user.zone),
    )
