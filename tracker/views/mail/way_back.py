"""Undo of a saved email: what came of it goes, and the email waits again, with what was chosen."""

from collections.abc import Callable
from datetime import datetime
from urllib.parse import urlencode

from flask import abort, request
from flask.typing import ResponseReturnValue
from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.clock import now
from tracker.database import writing
from tracker.models.application import Application
from tracker.models.base import Owned
from tracker.models.changes.mails.from_mail_back import is_left_alone, take_made_back
from tracker.models.messages.mailbox import PASTED, MailProposal
from tracker.models.undo import Removal, remove_with_undo, undo_removal
from tracker.values.whole_number import whole_number
from tracker.views.mail.choices import CHOSEN, choices_of
from tracker.views.mail.mail import proposed
from tracker.views.mail.mail_form import MailForm
from tracker.views.mail.put_aside import facts_of, mail_of
from tracker.web.access import me
from tracker.web.idempotency import once
from tracker.web.rendering import see_other
from tracker.web.row_as_left import undo_address
from tracker.web.toasts import say
from tracker.web.undo import BACK

NOUN = "email"
ASKED_OF = {"duty": ("invitation", "request"), "said_no": ("feedback",)}
"""Boxes that only these kinds show: the others leave them as they were."""
AGAIN = "Taken back. The email waits again."
TOO_LATE = "More has happened since, so that can’t be undone. All that you wrote is still there."
LONGEST = 800
"""Characters of an Undo's address, which travels in a cookie; without what was chosen beyond."""


def waiting_row(session: Session, form: MailForm, at: datetime) -> MailProposal:
    """The email as it waits; of one that waits nowhere a row that is none of the list's yet."""
    row = session.get(MailProposal, whole_number(form.proposal.data or "") or 0)
    if row is None or row.user_id != me().id:
        facts = facts_of(form.mail, at)
        row = MailProposal(user_id=me().id, uid=PASTED, found_at=at, **facts)
    return row


def chosen_in(form: MailForm, row: MailProposal, at: datetime) -> dict[str, str]:
    """What differs from what the email fills by itself, as it stands before it is saved."""
    found = choices_of(form, proposed(mail_of(row, at), at, row if row.id else None))
    for name, kinds in ASKED_OF.items():
        if form.kind.data not in kinds:
            found.pop(name, None)
    return found if len(urlencode(found)) <= LONGEST else {}


def settle(session: Session, row: MailProposal) -> int:
    """It waits no longer, and is kept for Undo; gives the number by which that finds it."""
    session.add(row)
    session.flush()
    return remove_with_undo(session, NOUN, [row], now()).id


def with_email(undo: str, email: int, made: int | None, chosen: dict[str, str]) -> str:
    """The address of an Undo that brings the email back, too, and ends what it began."""
    query = urlencode({"email": email} | ({"made": made} if made else {}) | chosen)
    return f"{undo}{'&' if '?' in undo else '?'}{query}"


def undo_of(session: Session, noun: str, row: Owned, what: str = "reversal") -> str:
    """The address of an Undo, which is good for as long as the row says what it says now."""
    session.flush()
    return undo_address(session, f"/mail/{noun}/{row.id}/{what}", row)


def taken_back(undone: Callable[[Session, datetime], Application]) -> ResponseReturnValue:
    """Once, however often it is sent; `undone` gives the application, or raises ValueError."""
    at, user, email = now(), me(), whole_number(request.args.get("email", ""))
    with writing(user, at) as session:

        def make() -> int:
            removal = removal_of(session, email)
            made = made_by(session, removal)
            try:
                application = undone(session, at)
                if email and removal is None:
                    raise ValueError("it waits again already")
            except ValueError:
                abort(409, description=TOO_LATE)
            if made is not None and made.id == application.id:
                take_made_back(session, made)
            return undo_removal(session, removal, at)[0].id if removal else application.id

        number, _ = once(session, user, at, make)
    if not email:
        say(BACK)
        return see_other(f"/applications/{number}")
    say(AGAIN)
    query = urlencode({name: request.args[name] for name in CHOSEN if name in request.args})
    return see_other(f"/mail/proposals/{number}{'?' if query else ''}{query}")


def removal_of(session: Session, number: int | None) -> Removal | None:
    """The email as it was kept; nothing where it is back already, or gone for good."""
    mine = Removal.id == number, Removal.user_id == me().id, Removal.noun == NOUN
    return session.scalar(select(Removal).where(*mine))


def made_by(session: Session, removal: Removal | None) -> Application | None:
    """The application that the saving made, while nothing else was done with it."""
    number = whole_number(request.args.get("made", ""))
    row = session.get(Application, number) if number else None
    if row is None or removal is None or row.user_id != me().id:
        return None
    return row if is_left_alone(row, removal.at) else None
