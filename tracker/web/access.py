"""Who is asking, and which rows are theirs: another person's row is a 404."""

from collections.abc import Callable, Iterable
from functools import cache
from typing import Any, TypeVar

from flask import Flask, abort, current_app, g, request
from flask_login import current_user
from sqlalchemy import Select, bindparam, select, update
from sqlalchemy.orm import Session

from tracker.clock import now
from tracker.database import optional_write, writing
from tracker.extensions import db, login
from tracker.models.application import Application
from tracker.models.attempt import Attempt
from tracker.models.base import Owned
from tracker.models.contact import ApplicationContact
from tracker.models.device import PROXY, SEEN_EVERY, Device
from tracker.models.interview import Interview
from tracker.models.note import Note
from tracker.models.offer import Offer
from tracker.models.rejection import Rejection
from tracker.models.server.idempotency_key import IdempotencyKey
from tracker.models.stage_change import StageChange
from tracker.models.undo import Removal
from tracker.models.user import User
from tracker.values.whole_number import whole_number
from tracker.web.trusted_user import trusted_user

Row = TypeVar("Row", bound=Owned)
Beside = TypeVar(
    "Beside",
    ApplicationContact,
    Attempt,
    Interview,
    Note,
    Offer,
    Rejection,
    Removal,
    StageChange,
)
View = TypeVar("View", bound=Callable[..., object])
OPEN, FOR_MACHINES = "onward_open", "onward_for_machines"
FROM_STRANGERS = 4 * 1024 * 1024
"""Bytes that are read from somebody who is not signed in: a long note on its way through."""


def public(view: View) -> View:
    """Open a view to people who are not signed in; all others are closed."""
    setattr(view, OPEN, True)
    return view


def for_machines(view: View) -> View:
    """Open a view to whatever watches the server; who is asking is not looked up."""
    setattr(view, FOR_MACHINES, True)
    return public(view)


def device() -> Device:
    """The signed-in device."""
    found: Device = current_user._get_current_object()
    return found


def me() -> User:
    """The signed-in person."""
    return device().user


def own(model: type[Row], row_id: int, session: Session | None = None) -> Row:
    """A row of the signed-in person's, or a 404."""
    session = session or db.session()
    statement = owned(model)  # type: ignore[arg-type]
    row: Row | None = session.scalar(statement, {"row_id": row_id, "user_id": me().id})
    if row is None:
        abort(404)
    return row


@cache
def owned(model: Any) -> Select[Any]:
    """The statement for one row of one person's, put together once a model."""
    return select(model).where(
        model.id == bindparam("row_id"), model.user_id == bindparam("user_id")
    )


def own_named(model: type[Row], given: str | int, session: Session | None = None) -> Row:
    """A row of the person's that a form names by its number, or a 404."""
    number = whole_number(str(given))
    return own(model, number or 0, session)


def all_own_named(
    model: type[Row], given: Iterable[str], session: Session | None = None
) -> list[Row]:
    """Each of them once, in the order given."""
    return [own_named(model, each, session) for each in dict.fromkeys(given)]


def own_application(
    application_id: int, session: Session | None = None, binned: bool = False
) -> Application:
    """An application of the signed-in person's, or a 404; those in the bin only where asked for."""
    application = own(Application, application_id, session)
    if application.deleted_at is not None and not binned:
        abort(404)
    return application


def own_beside(
    model: type[Beside], row_id: int, application: Application, session: Session | None = None
) -> Beside:
    """A row of this application's, or a 404."""
    row = own(model, row_id, session)
    if row.application_id != application.id:
        abort(404)
    return row


def own_on(
    model: type[Beside], row_id: int, application_id: int, session: Session | None = None
) -> Beside:
    """A row of an application of the signed-in person's that is not in the bin, or a 404."""
    return own_beside(model, row_id, own_application(application_id, session), session)


def keeper_only() -> None:
    """A 404 for everybody but the keeper: others need not know that the page exists."""
    if not me().is_keeper:
        abort(404)


def require_sign_in() -> None:
    """Every route is closed unless its view says otherwise; a stranger may send only so much."""
    view = current_app.view_functions.get(request.endpoint or "")
    if getattr(view, FOR_MACHINES, False):
        return
    if not current_user.is_authenticated:
        request.max_content_length = FROM_STRANGERS
    if view is None or getattr(view, OPEN, False) or current_user.is_authenticated:
        return
    abort(login.unauthorized())


def load_device(token: str) -> Device | None:
    """The device that a cookie speaks for; none on the page that says that nobody can be known."""
    if g.get("nobody_is_known"):
        return None
    at = now()
    found = Device.find(db.session(), token, at)
    if found is not None and found.way == PROXY and trusted_user() != found.user.email:
        return None  # the proxy vouches for each request, or for somebody else by now
    if found is not None and at - found.last_seen_at > SEEN_EVERY:
        g.stale_device = found
    return found


def note_last_seen(error: BaseException | None) -> None:
    """Once an hour, in a short transaction of its own after the answer; what is old goes, too."""
    stale: Device | None = g.pop("stale_device", None)
    if stale is not None and error is None:
        at = now()
        with optional_write(), writing() as session:
            session.execute(update(Device).where(Device.id == stale.id).values(last_seen_at=at))
            IdempotencyKey.forget(session, stale.user_id, at)
            Device.sweep(session, at)


def init_app(app: Flask) -> None:
    """Bind signing in to devices, and close every route."""
    login.user_loader(load_device)
    app.before_request(require_sign_in)
    app.teardown_request(note_last_seen)


__all__ = [
    "all_own_named",
    "device",
    "for_machines",
    "keeper_only",
    "me",
    "own",
    "own_application",
    "own_beside",
    "own_named",
    "own_on",
    "public",
]
