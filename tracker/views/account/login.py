"""Signing in and out."""

from flask import Blueprint, Response, current_app, request, session
from flask.typing import ResponseReturnValue
from flask_login import current_user
from flask_wtf.csrf import CSRFError
from sqlalchemy import delete
from werkzeug.wrappers import Response as AnyResponse

from tracker.clock import now
from tracker.database import writing
from tracker.extensions import db, htmx
from tracker.extensions import login as manager
from tracker.models.device import Device
from tracker.models.user import User, normal_email
from tracker.models.way_in import SecondStep
from tracker.values import passwords
from tracker.views.account import second_step
from tracker.views.account.account_forms import LoginForm
from tracker.views.account.after_login import after_login, render_pending_form
from tracker.views.account.proxy import vouched_for
from tracker.views.account.session import (
    end_session,
    has_no_accounts,
    new_device,
    remember_place,
)
from tracker.web import errors, pending_form, rate_limit
from tracker.web.access import OPEN, device, public
from tracker.web.account_events import note_refused_sign_in
from tracker.web.fields.account import typed_text_of
from tracker.web.queued_changes import OTHERS_WAIT
from tracker.web.rendering import page, see_other
from tracker.web.trusted_user import trusted_user
from tracker.web.ways_in import webauthn
from tracker.web.ways_in.provider import provider_name

blueprint = Blueprint("login", __name__)
STAY = "signed_out"
"""In the session: the proxy still vouches, but the person has signed out."""
REFUSED = "That email and password don't fit together. Check both and try again."
STALE = "This page had been open for a while. Please sign in once more."
OLD = "This page was open for too long. Reload it, then try again."


@blueprint.get("/login")
@public
def new() -> ResponseReturnValue:
    """The form; whoever is signed in goes on."""
    if current_user.is_authenticated:
        return see_other("/")
    if has_no_accounts():
        return see_other("/setup")
    if STAY not in session and vouched_for():
        return see_other("/login/proxy")
    return show(LoginForm())


@blueprint.post("/login")
@public
def create() -> ResponseReturnValue:
    """Sign in; a refusal reads and takes the same whether or not there is such an account."""
    form = LoginForm()
    account = normal_email(typed_text_of(form.email))
    wait = rate_limit.count_guess(f"login {account}")
    if wait is not None:
        refused = show(form, rate_limit.words(wait), 429)
        refused.headers["Retry-After"] = str(rate_limit.seconds(wait))
        return refused
    known = sign_in(account, typed_text_of(form.password))
    if isinstance(known, User):
        return second_step.ask(known, form.carried.data)
    if known is None:
        with writing() as writer:
            rate_limit.note_wrong_guess(writer, f"login {account}")
            note_refused_sign_in(writer, account)
        return show(form, REFUSED, 422)
    return after_login(known, form.carried.data)


def sign_in(account: str, password: str) -> Device | User | None:
    """A new device where the password is right, or the person where a code is asked for, too.

    Nothing is open while it is checked.
    """
    user = db.session.scalar(User.by_email(account))
    hashed = user.password_hash if user else None
    db.session.rollback()
    if not passwords.verify_password(hashed, password) or user is None or hashed is None:
        return None
    renewed = passwords.hash_password(password) if passwords.needs_rehash(hashed) else hashed
    with writing() as writer:
        fresh = writer.get(User, user.id, with_for_update=True)
        if fresh is None or fresh.password_hash != hashed:
            return None
        fresh.password_hash = renewed
        rate_limit.clear_guesses(writer, f"login {account}")
        return fresh if writer.get(SecondStep, fresh.id) else new_device(writer, fresh)


@blueprint.post("/logout")
@public
def destroy() -> AnyResponse:
    """Sign out: the row goes, so an old cookie is worth nothing; shared phones forget pages."""
    if current_user.is_authenticated:
        with writing() as writer:
            writer.execute(delete(Device).where(Device.id == device().id))
    end_session()
    if trusted_user():
        session[STAY] = True
    response = see_other("/login")
    if request.is_secure:
        kept = OTHERS_WAIT in request.headers
        response.headers["Clear-Site-Data"] = '"cache"' if kept else '"cache", "storage"'
    return response


@manager.unauthorized_handler  # type: ignore[untyped-decorator]
def ask_to_sign_in() -> AnyResponse:
    """In place of any page that is not for strangers."""
    if has_no_accounts():
        return see_other("/setup")
    if session.pop("_user_id", None):
        with writing() as writer:
            Device.sweep(writer, now())
    if htmx or request.method in ("GET", "HEAD"):
        remember_place()
    response: AnyResponse
    if htmx:
        response = Response("", 401, {"HX-Redirect": "/login"})
    elif request.method in ("GET", "HEAD"):
        response = see_other("/login")
    else:
        carried = pending_form.pack(pending_form.pending_form_from_request())
        response = show(LoginForm(formdata=None, data={"carried": carried}), status=401)
    response.headers["Cache-Control"] = "no-store"
    return response


@blueprint.app_errorhandler(CSRFError)
def on_csrf(error: CSRFError) -> AnyResponse:
    """A form from before signing in or out; it came from our own page, as its origin was ours."""
    if request.endpoint == "account.login.create":
        return show(LoginForm(meta={"csrf": False}), STALE, 400)
    if request.endpoint == "account.login.destroy" and not current_user.is_authenticated:
        return destroy()
    view = current_app.view_functions.get(request.endpoint or "")
    if not current_user.is_authenticated and not getattr(view, OPEN, False):
        asked: AnyResponse = ask_to_sign_in()
        return asked
    carried = pending_form.pending_form_from_request()
    if htmx or carried is None or not current_user.is_authenticated:
        return errors.show(400, OLD)
    return render_pending_form(carried, 400)


def show(form: LoginForm, refusal: str | None = None, status: int = 200) -> AnyResponse:
    """The form, with one sentence where it was refused."""
    carried = pending_form.unpack(form.carried.data)
    form.carried.data = form.carried.data if carried else ""
    return page(
        "account/login/new.html",
        form=form,
        refusal=refusal,
        vouched=vouched_for(),
        provider=provider_name(),
        passkeys=webauthn.site() is not None,
        carried=carried,
        again=status == 401 or carried is not None,
        status=status,
    )
