"""People with an account here, looked after by the keeper."""

from flask import Blueprint, abort, request, session
from flask.typing import ResponseReturnValue
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from werkzeug.wrappers import Response as AnyResponse

from tracker.clock import now
from tracker.database import writing
from tracker.extensions import db
from tracker.models.device import Device
from tracker.models.sign_in import PasswordReset
from tracker.models.user import User, normal_email
from tracker.models.way_in import SecondStep
from tracker.views.account.account_forms import MemberForm, RemovalForm
from tracker.views.account.removal import NOT_THE_EMAIL, remove_account
from tracker.web.access import keeper_only, me
from tracker.web.account_events import Happened, note_event
from tracker.web.fields.account import typed_text_of
from tracker.web.password_again import password_again
from tracker.web.rendering import page, see_other
from tracker.web.toasts import say
from tracker.web.urls import is_for_this_machine_alone, link

blueprint = Blueprint("members", __name__, url_prefix="/settings/members")
blueprint.before_request(keeper_only)
ONCE = "shown_once"
TAKEN = "There is an account with that email already."


@blueprint.get("")
def index() -> ResponseReturnValue:
    """Everybody, and the link that was made just now."""
    return show(MemberForm())


@blueprint.post("")
@password_again
def create() -> ResponseReturnValue:
    """Add a person, who sets the password by a link."""
    form = MemberForm()
    if not form.validate():
        return show(form, 422)
    user = User(
        name=typed_text_of(form.name),
        email=normal_email(typed_text_of(form.email)),
        created_at=now(),
        **{name: getattr(me(), name) for name in ("time_zone", "country", "state")},
    )
    try:
        with writing() as writer:
            writer.add(user)
            writer.flush()
            reset, token = PasswordReset.issue(user.id, now())
            writer.add(reset)
    except IntegrityError:
        form.email.errors = [TAKEN]
        return show(form, 422)
    return redirect_with_reset_link(user, token)


@blueprint.post("/<id:user_id>/password-reset")
@password_again
def reset(user_id: int) -> ResponseReturnValue:
    """A link to set a new password; earlier ones end."""
    user = member(user_id)
    with writing() as writer:
        PasswordReset.spend(writer, user.id, now())
        gone = bool(request.form.get("ends_second_step"))
        made, token = PasswordReset.issue(user.id, now(), ends_second_step=gone)
        writer.add(made)
        note_event(writer, user.id, Happened.RESET_LINK)
    return redirect_with_reset_link(user, token)


@blueprint.get("/<id:user_id>/removal")
@password_again
def confirm_removal(user_id: int) -> ResponseReturnValue:
    """What goes with the account."""
    return page("account/members/removal.html", form=RemovalForm(), member=member(user_id))


@blueprint.post("/<id:user_id>/removal")
@password_again
def remove(user_id: int) -> ResponseReturnValue:
    """The account and all that belongs to it, once its email is typed."""
    user, form = member(user_id), RemovalForm()
    if normal_email(typed_text_of(form.email)) != user.email:
        form.email.errors = [NOT_THE_EMAIL]
        return page("account/members/removal.html", form=form, member=user, status=422)
    remove_account(user)
    say(f"{user.name or user.email} and all their data are deleted.")
    return see_other("/settings/members")


def member(user_id: int) -> User:
    """Anybody with an account, or a 404."""
    user = db.session.get(User, user_id)
    if user is None:
        abort(404)
    return user


def redirect_with_reset_link(user: User, token: str) -> AnyResponse:
    """Send on to the list, which shows the link this one time."""
    made = link(f"/reset/{token}")
    session[ONCE] = {
        "who": user.name or user.email,
        "link": made,
        "alone": is_for_this_machine_alone(made),
    }
    return see_other("/settings/members")


def show(form: MemberForm, status: int = 200) -> AnyResponse:
    """The list, with the form to add somebody."""
    response = page(
        "account/members/index.html",
        form=form,
        members=db.session.scalars(User.everybody()).all(),
        last_seen={row.user_id: row.seen for row in db.session.execute(Device.last_seen())},
        made=session.pop(ONCE, None),
        with_codes=set(db.session.scalars(select(SecondStep.user_id))),
        me=me(),
        leaving=request.args.get("then") == "removal",
        at=now(),
        status=status,
    )
    response.headers["Cache-Control"] = "no-store"
    return response
