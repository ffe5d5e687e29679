"""What happens to the session when somebody signs in or out."""

from flask import g, request, session
from flask_login import current_user, login_user
from sqlalchemy import delete
from sqlalchemy.orm import Session

from tracker.clock import now
from tracker.extensions import db, htmx
from tracker.models.device import Device
from tracker.models.export import Export
from tracker.models.user import User
from tracker.web.access import load_device
from tracker.web.account_events import Happened, note_event
from tracker.web.urls import here, local_path
from tracker.web.user_agent import label

NEXT, PERSON = "next", "person"


def new_device(writer: Session, user: User) -> Device:
    """Inside `writing()`: a row for this browser in place of the one that it had."""
    at = now()
    Device.sweep(writer, at)
    Export.forget_old(writer, at)
    if current_user.is_authenticated:
        writer.execute(delete(Device).where(Device.id == current_user.id))
    device = Device.sign_in(user, label(request.user_agent.string), at)
    writer.add(device)
    note_event(writer, user.id, Happened.SIGNED_IN)
    return device


def begin_session(device: Device) -> str:
    """A new session for the device; says where the person wanted to go."""
    wanted = local_path(session.get(NEXT)) or "/"
    session.clear()
    g.pop("csrf_token", None)
    session.permanent = True
    found = load_device(device.token)
    assert found is not None
    found.token = device.token
    login_user(found)
    session[PERSON] = found.user_id
    return wanted


def end_session() -> None:
    """An empty session; the device's row is the caller's to delete."""
    session.clear()


def remember_place() -> None:
    """Keep, in the session and never in an address, where to come back to after signing in."""
    if htmx:
        shown = (htmx.current_url or "").removeprefix(request.host_url.rstrip("/"))
        wanted = local_path(shown)
    else:
        accepted = request.headers.get("Accept") or "*/*"
        wanted = local_path(here()) if "text/html" in accepted or accepted == "*/*" else None
    if wanted is not None:
        session[NEXT] = wanted


def has_no_accounts() -> bool:
    """Whether there is no account at all."""
    return not User.anybody(db.session())
