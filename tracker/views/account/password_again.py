"""The page that asks for the password again, and goes on with what was being done."""

from flask import Blueprint, Response, request, session
from flask.typing import ResponseReturnValue
from werkzeug.wrappers import Response as AnyResponse

from tracker.extensions import htmx
from tracker.views.account.purposes import purpose_of
from tracker.views.account.session import NEXT, remember_place
from tracker.web import pending_form
from tracker.web.access import me
from tracker.web.password_again import FIELD, PasswordRefused, ask_with, is_proved, try_password
from tracker.web.rendering import forbid_storing, page, see_other
from tracker.web.urls import local_path
from tracker.web.ways_in.provider import provider_name

blueprint = Blueprint("password_again", __name__, url_prefix="/again")


@blueprint.get("")
def new() -> ResponseReturnValue:
    """The question; nobody is asked twice."""
    return go_on() if is_proved() else show()


@blueprint.post("")
def create() -> ResponseReturnValue:
    """Back to where it was asked for."""
    refusal = try_password(request.form.get(FIELD, ""))
    return show(refusal) if refusal else go_on()


def go_on() -> AnyResponse:
    """To the page that was asked for."""
    return see_other(local_path(session.pop(NEXT, None)) or "/settings")


@ask_with
def ask(refusal: PasswordRefused | None, place: str | None) -> AnyResponse:
    """In place of a view; a form is asked again at its own address, and comes along."""
    reading = request.method == "GET"
    if place is not None:
        session[NEXT] = local_path(place)
    elif reading:
        session.pop(NEXT, None)
        remember_place()
    if htmx:
        return Response("", 401, {"HX-Redirect": "/again", "Cache-Control": "no-store"})
    if reading or (place is not None and refusal is None):
        return see_other("/again")
    return show(refusal, pending_form.request_as_form(), status=401)


def show(
    refusal: PasswordRefused | None = None,
    carried: pending_form.PendingForm | None = None,
    status: int = 200,
) -> AnyResponse:
    """The one field."""
    response = page(
        "account/again/new.html",
        refusal=refusal.words if refusal else None,
        carried=carried,
        purpose=purpose_of(carried.path if carried else session.get(NEXT) or ""),
        user=me(),
        provider=provider_name(),
        status=refusal.status if refusal else status,
    )
    if refusal and refusal.wait:
        response.headers["Retry-After"] = str(refusal.wait)
    return forbid_storing(response)
