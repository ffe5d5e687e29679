"""Notes what happened to an account, and from where."""

from flask import request
from sqlalchemy.orm import Session

from tracker.clock import now
from tracker.database import optional_write, writing
from tracker.models.account_event import AccountEvent, Happened
from tracker.web.access import me
from tracker.web.rate_limit import client_address
from tracker.web.user_agent import label


def note_event(session: Session, user_id: int, kind: Happened, detail: str = "") -> None:
    """Inside `writing()`: it came with this request."""
    device, address = label(request.user_agent.string), client_address()
    AccountEvent.note(session, user_id, kind, now(), device=device, address=address, detail=detail)


def note_taken(what: str) -> None:
    """A file was made and is handed out, even where nothing can be written just now."""
    with optional_write(), writing() as session:
        note_event(session, me().id, Happened.EXPORTED, what)


def note_refused_sign_in(session: Session, email: str, kind: Happened = Happened.REFUSED) -> None:
    """Inside `writing()`: a sign-in was refused, whether or not there is such an account."""
    device, address = label(request.user_agent.string), client_address()
    AccountEvent.note_refusal(session, email, now(), device, address, kind)


__all__ = ["Happened", "note_event", "note_refused_sign_in", "note_taken"]
