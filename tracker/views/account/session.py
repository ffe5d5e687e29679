"""What happens to the session when somebody signs in or out."""

from flask import current_app, g, request, session
from flask_login import current_user, login_user
from sqlalchemy import delete
from sqlalchemy.orm import Session

from tracker.clock import now
from tracker.extensions import db, htmx
from tracker.models.device import OIDC, PASSKEY, PASSWORD, PROXY, Device
from tracker.models.export import Export
from tracker.models.server.setting import BASE_URL, Setting
from tracker.models.user import User
from tracker.web.access import load_device
from tracker.web.account_events import Happened, note_event
from tracker.web.pending_form import PERSON
from tracker.web.security import forget_base_url
from tracker.web.urls import here, local_path, proposed_base_url
from tracker.web.user_agent import label

NEXT = "next"
DETAIL = {
    PROXY: "through the proxy in front",
    OIDC: "through an account elsewhere",
    PASSKEY: "with a passkey",
}
"""How one signed in, where it was not by a password."""


def new_device(writer: Session, user: User, way: str = PASSWORD) -> Device:
    """Inside `writing()`: a row for this browser in place of the one that it had."""
    at = now()
    Device.sweep(writer, at)
    Export.forget_old(writer, at)
    if current_user.is_authenticated:
        writer.execute(delete(Device).where(Device.id == current_user.id))
    device = Device.sign_in(user, label(request.user_agent.string), at, way)
    writer.add(device)
    note_event(writer, user.id, Happened.SIGNED_IN, DETAIL.get(way, ""))
    if user.is_keeper:
        pin_address(writer)
    return device


def pin_address(writer: Session) -> None:
    """Inside `writing()`: other names are refused from the keeper's first sign-in on.

    It is the one in use; Settings names it, and changes it where it is not the one others need.
    """
    if current_app.config["ONWARD"].base_url is None and not Setting.read(writer, BASE_URL):
        Setting.write(writer, BASE_URL, proposed_base_url())


def begin_session(device: Device) -> str:
    """A new session for the device; says where the person wanted to go."""
    wanted = local_path(session.get(NEXT)) or "/"
    session.clear()
    g.pop("csrf_token", None)
    forget_base_url()
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
