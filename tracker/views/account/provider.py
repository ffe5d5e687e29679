"""Signing in by an account elsewhere (OpenID Connect), and joining it to one's account here."""

from flask import Blueprint, abort, session
from flask.typing import ResponseReturnValue
from flask_login import current_user
from sqlalchemy import delete
from sqlalchemy.exc import IntegrityError
from werkzeug.wrappers import Response as AnyResponse

from tracker.clock import now
from tracker.config.who_signs_in import SignInProvider
from tracker.database import writing
from tracker.extensions import db
from tracker.models.base import LINE
from tracker.models.device import OIDC
from tracker.models.user import User
from tracker.models.way_in import Identity
from tracker.views.account.after_login import after_login
from tracker.views.account.session import NEXT, new_device
from tracker.web.access import me, own, public
from tracker.web.account_events import Happened, note_event
from tracker.web.password_again import password_again, remember_proof
from tracker.web.rendering import page, see_other
from tracker.web.toasts import say
from tracker.web.urls import local_path
from tracker.web.ways_in.provider import (
    NoAnswer,
    begin,
    named_provider,
    provider_name,
    vouched_claims,
)

blueprint = Blueprint("provider", __name__)
PENDING = "identity"
"""In the session: an account elsewhere that is about to be joined."""
UNKNOWN = "Nobody here is joined with that account yet. Sign in, then join it under Settings."
NO_ANSWER = "{} didn’t say who you are. Try once more, or sign in with your password."
TAKEN = "That account is joined with another one here."


@blueprint.get("/login/provider")
@public
def new() -> ResponseReturnValue:
    """Off to the provider."""
    known = provider_or_404()
    db.session.rollback()
    try:
        return begin(known, anew=current_user.is_authenticated)
    except NoAnswer:
        return refuse()


@blueprint.get("/login/provider/answer")
@public
def answer() -> ResponseReturnValue:
    """Back from the provider: signed in, or about to be joined; never an account made."""
    known = provider_or_404()
    db.session.rollback()
    try:
        claims = vouched_claims(known)
    except NoAnswer:
        return refuse()
    subject = str(claims["sub"])
    found = db.session.scalar(Identity.by_subject(known.issuer, subject))
    if current_user.is_authenticated and found and found.user_id == me().id:
        if me().password_hash is None:  # else the password is asked for, and no other proof
            remember_proof()
        return see_other(local_path(session.pop(NEXT, None)) or "/settings/provider")
    if current_user.is_authenticated:
        label = str(claims.get("email") or claims.get("preferred_username") or "")[:LINE]
        session[PENDING] = [subject, label]
        return see_other("/settings/provider")
    if found is None:
        say(UNKNOWN)
        return see_other("/login")
    user_id = found.user_id
    db.session.rollback()
    with writing() as writer:
        device = new_device(writer, writer.get_one(User, user_id), OIDC)
    return after_login(device, None)


@blueprint.get("/settings/provider")
def index() -> ResponseReturnValue:
    """What is joined, and what is about to be."""
    known = provider_or_404()
    pending = session.get(PENDING)
    return page(
        "account/provider/index.html",
        name=provider_name(),
        joined=db.session.scalars(Identity.of(me().id, known.issuer)).all(),
        pending=pending[1] or pending[0] if pending else None,
    )


@blueprint.post("/settings/provider")
@password_again
def join() -> ResponseReturnValue:
    """Joined by its number there: whoever gets that address some day gets nothing here."""
    known, pending = provider_or_404(), session.pop(PENDING, None)
    if pending is None:
        return see_other("/settings/provider")
    facts = {"issuer": known.issuer, "subject": pending[0], "label": pending[1]}
    user_id = me().id
    db.session.rollback()
    try:
        with writing() as writer:
            writer.add(Identity(user_id=user_id, made_at=now(), **facts))
            note_event(writer, user_id, Happened.JOINED, provider_name() or "")
    except IntegrityError:
        theirs = db.session.scalar(Identity.by_subject(known.issuer, pending[0]))
        say("It is joined." if theirs and theirs.user_id == user_id else TAKEN)
        return see_other("/settings/provider")
    say("Joined. You can sign in with it from now on.")
    return see_other("/settings/provider")


@blueprint.post("/settings/provider/<id:identity_id>/ending")
@password_again
def part(identity_id: int) -> ResponseReturnValue:
    """It signs nobody in any more."""
    found = own(Identity, identity_id)
    with writing() as writer:
        writer.execute(delete(Identity).where(Identity.id == found.id))
        note_event(writer, me().id, Happened.PARTED, provider_name() or "")
    say("It signs nobody in here any more.")
    return see_other("/settings/provider")


def provider_or_404() -> SignInProvider:
    """The provider that the keeper has named."""
    return named_provider() or abort(404)


def refuse() -> AnyResponse:
    """Back to where one came from."""
    say(NO_ANSWER.format(provider_name()))
    return see_other("/settings/provider" if current_user.is_authenticated else "/login")
