"""The first start: the keeper's account, and then never again."""

from datetime import timedelta
from typing import Any

from flask import Blueprint, abort, current_app, request
from flask.typing import ResponseReturnValue
from werkzeug.wrappers import Response as AnyResponse

from tracker import setup_code
from tracker.clock import now
from tracker.database import writing
from tracker.database.lock import advisory_lock
from tracker.extensions import db
from tracker.models.device import Device
from tracker.models.server.setting import SETUP_CODE, Setting
from tracker.models.user import KEEPER, User, normal_email
from tracker.values import passwords
from tracker.views.account.account_forms import SetupForm
from tracker.views.account.session import begin_session, has_no_accounts, new_device
from tracker.web import rate_limit
from tracker.web.access import public
from tracker.web.fields.account import typed_text_of
from tracker.web.rendering import page, see_other

blueprint = Blueprint("setup", __name__)
WRONG = "That is not the code."
SHOWN = "The terminal in which Onward was started shows it."
CHOSEN = "It was chosen when Onward was installed. Whoever did that can tell you."
ACCOUNT = "setup"
"""What wrong codes are counted under: no email, so nobody's own guesses."""


@blueprint.get("/setup")
@public
def new() -> ResponseReturnValue:
    """The form, with the code filled in where the link from the terminal brought it."""
    only_once()
    code = request.args.get("code", "")
    return show(SetupForm(data={"code": code}), from_link=bool(code))


@blueprint.post("/setup")
@public
def create() -> ResponseReturnValue:
    """Make the keeper, sign in, and close this door."""
    only_once()
    form = SetupForm()
    valid = form.validate()
    wait = check_code(form) if form.code.data else None
    if wait is not None:
        refused = show(form, 429)
        refused.headers["Retry-After"] = str(rate_limit.seconds(wait))
        return refused
    if not has_no_accounts():
        return see_other("/login")
    if not valid or form.code.errors:
        return show(form, 422)
    device = make_keeper(form, passwords.hash_password(typed_text_of(form.password)))
    if device is None:
        return see_other("/login")
    begin_session(device)
    return see_other("/today")


def check_code(form: SetupForm) -> timedelta | None:
    """Say at its field if it is not the one; or how long to wait where there were too many."""
    wait = rate_limit.count_guess(ACCOUNT)
    if wait is not None:
        form.code.errors = [rate_limit.words(wait)]
        return wait
    known = Setting.read(db.session(), SETUP_CODE)
    if not setup_code.fits(typed_text_of(form.code), known):
        form.code.errors = [WRONG]
    else:  # whoever has it may mistype the rest as often as they like
        with writing() as session:
            rate_limit.clear_guesses(session, ACCOUNT)
    return None


def where_the_code_is() -> str:
    """Where to look for it."""
    return CHOSEN if current_app.config["ONWARD"].setup_code else SHOWN


def make_keeper(form: SetupForm, hashed: str) -> Device | None:
    """The account and its first device; None where another request was faster."""
    with writing() as session:
        advisory_lock(session, setup_code.LOCK)
        if User.anybody(session):
            return None
        keeper = User(**keeper_facts(form), password_hash=hashed, role=KEEPER, created_at=now())
        session.add(keeper)
        session.flush()
        setup_code.spend(session)
        return new_device(session, keeper)


def keeper_facts(form: SetupForm) -> dict[str, Any]:
    """The keeper's own."""
    return {
        "name": typed_text_of(form.name),
        "email": normal_email(typed_text_of(form.email)),
        **form.region(),
    }


def only_once() -> None:
    """A 404 as soon as there is an account."""
    if not has_no_accounts():
        abort(404)


def settings_base_url() -> str | None:
    """The address where the environment has decided it."""
    address: str | None = current_app.config["ONWARD"].base_url
    return address


def show(form: SetupForm, status: int = 200, from_link: bool = False) -> AnyResponse:
    """The form; what a script would propose is left alone once the person has sent it."""
    form.code.description = where_the_code_is()
    response = page(
        "account/setup/new.html",
        form=form,
        from_link=from_link or "from_link" in request.form,
        settled=request.method == "POST",
        base_url=settings_base_url(),
        status=status,
    )
    response.headers["Cache-Control"] = "no-store"
    return response
