"""The password again, before what could hurt; it is trusted for ten minutes after.

`@password_again` on a view asks each time it is needed; `prove()` asks from within one.
"""

from collections.abc import Callable
from datetime import timedelta
from functools import wraps
from typing import Any, NamedTuple, TypeVar

from flask import abort, request
from sqlalchemy import update
from werkzeug.wrappers import Response as AnyResponse

from tracker.clock import now
from tracker.database import writing
from tracker.extensions import db
from tracker.models.device import PROXY, Device
from tracker.values import passwords
from tracker.web import rate_limit
from tracker.web.access import device, me

View = TypeVar("View", bound=Callable[..., Any])
TRUSTED_FOR = timedelta(minutes=10)
FIELD = "password_again"
"""Comes along with the form that it was asked for."""
ACCOUNT = "password {}"
"""What guesses are counted under: not the email, which whoever is signed in can change."""
WRONG = "That is not your password. Try once more."


def password_again(view: View) -> View:
    """A view that a device may use only for a while after its person gave the password."""

    @wraps(view)
    def asking(*args: Any, **kwargs: Any) -> Any:
        prove()
        return view(*args, **kwargs)

    return asking  # type: ignore[return-value]


class PasswordRefused(NamedTuple):
    """Why a password was not taken."""

    words: str
    status: int
    wait: int = 0
    """Seconds."""


Asking = Callable[[PasswordRefused | None, str | None], AnyResponse]


class Door:
    """What answers in place of a view: given the refusal, and the way back."""

    ask: Asking


def ask_with(asking: Asking) -> Asking:
    """Name the page that asks: it belongs to a layer above this one."""
    Door.ask = staticmethod(asking)
    return asking


def prove(place: str | None = None) -> None:
    """Go on if the password was given lately, or comes with this form; else ask for it.

    `place` is where it leads on to, if not to what was asked for: a file would leave its person on
    the page that asks.
    """
    if is_proved():
        return
    refusal = None
    if request.method == "POST" and FIELD in request.form:
        refusal = try_password(request.form[FIELD])
        if refusal is None:
            return
    abort(Door.ask(refusal, place))


def is_proved() -> bool:
    """Whether it was lately; nobody is asked for whom a proxy vouches, if they have none."""
    if me().password_hash is None and device().way == PROXY:
        return True
    given = device().proved_at
    return given is not None and timedelta() <= now() - given < TRUSTED_FOR


def try_password(typed: str) -> PasswordRefused | None:
    """None where it is right, which is then remembered."""
    user = me()
    db.session.rollback()
    account = ACCOUNT.format(user.id)
    wait = rate_limit.count_guess(account)
    if wait is not None:
        return PasswordRefused(rate_limit.words(wait), 429, rate_limit.seconds(wait))
    if not passwords.verify_password(user.password_hash, typed):
        return PasswordRefused(WRONG, 422)
    remember_proof(account)
    return None


def remember_proof(account: str = "") -> None:
    """This device's person has just shown who they are; guesses counted for it are forgotten."""
    known, at = device(), now()
    db.session.rollback()
    with writing() as session:
        session.execute(update(Device).where(Device.id == known.id).values(proved_at=at))
        if account:
            rate_limit.clear_guesses(session, account)
    known.proved_at = at


__all__ = ["PasswordRefused", "ask_with", "password_again", "prove", "remember_proof"]
