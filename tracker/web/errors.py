"""Every status in the house's words, as a page or as a notice."""

import logging
import re
import sqlite3
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from flask import Flask, Response, current_app, g, request
from flask_login import current_user
from sqlalchemy import exc
from sqlalchemy.orm.exc import ObjectDeletedError, StaleDataError
from werkzeug.exceptions import HTTPException, InternalServerError
from werkzeug.routing import RequestRedirect
from werkzeug.wrappers import Response as AnyResponse

from tracker.database.faults import is_broken, is_busy, is_full
from tracker.extensions import db, htmx
from tracker.web.idempotency import KeySpent
from tracker.web.pending_form import PendingForm, pending_form_from_request
from tracker.web.pending_form_labels import filled_fields
from tracker.web.rendering import answer_with_partials, page, see_other
from tracker.web.return_to import came_from
from tracker.web.security import SAFE
from tracker.web.urls import local_path

WORDS: dict[int, tuple[str, str]] = {
    400: ("That didn’t come through right", "Go back and try it once more."),
    401: ("Please sign in again", "What you typed is still on the page that you came from."),
    403: ("That isn’t allowed from here", "Open Onward itself and try it there."),
    404: ("Nothing here", "It may have been deleted, or the link is wrong."),
    405: ("That page doesn’t take this", "Go back and use the button on the page."),
    409: ("It changed in the meantime", "Look at it again, then make your change once more."),
    413: (
        "That is too big",
        "A note may be up to 1 MB, a document up to 10 MB, any other file up to 50 MB. "
        "Nothing was saved.",
    ),
    415: ("That kind of file can’t be read", "Try another format."),
    422: ("Something needs a second look", "Nothing was saved. Go back and check what you typed."),
    429: ("A little too fast", "Wait 15 minutes, then try again."),
    500: ("Something broke on our side", "Nothing was saved. Please try again."),
    503: ("Busy for a moment", "Wait a few seconds, then try again."),
    507: (
        "The server’s disk is full",
        "Nothing was saved. Copy your text, and tell the owner of this server.",
    ),
}
BROKEN = (
    "The database can’t be read",
    "Nothing was saved. Please tell the person who looks after this server.",
)
log = logging.getLogger("onward")
MAY_PASS = {500, 503, 507}
"""What is not the form's fault: the very same may be taken in a moment."""
SECRET = re.compile(r"password|token|secret|recovery|^(code|half|answer)$")
UNSHOWN = re.compile(rf"{SECRET.pattern}|^(key|version|was|spent|carried)$")


def show(
    status: int,
    words: str | None = None,
    headers: dict[str, str] | None = None,
    said: tuple[str, str] | None = None,
) -> Response:
    """The page for a status, or the notice where htmx asked."""
    title, usual = said or WORDS.get(status, WORDS[500 if status >= 500 else 400])
    again = request.method == "GET" and status not in (403, 404, 405)
    back = nearest_page(request.path) if status == 413 else page_before() if status == 409 else ""
    carried = refused_form()
    context: dict[str, Any] = {
        "status_code": status,
        "title": title,
        "words": words or usual,
        "retry_url": back or (request.full_path.rstrip("?") if again else None),
        "retry_label": "Back" if back else "",
        "typed": typed_text(carried) if carried else None,
        "carried": carried if status in MAY_PASS and carried and not has_secrets() else None,
        "known": status < 500 and status != 401 and current_user.is_authenticated,
        "request_id": g.get("request_id") if status >= 500 else None,
    }
    if htmx.fragment:
        response = answer_with_partials("errors/notice.html", status=status, **context)
    else:
        response = page("errors/error.html", status=status, **context)
    response.headers.update(headers or {})
    response.headers["Cache-Control"] = "no-store"
    return response


def on_http(error: HTTPException) -> AnyResponse:
    """What the program refused, with its reason where it gave one of its own."""
    db.session.rollback()
    status = error.code or 500
    if status == 405 and request.method in ("GET", "HEAD"):
        return see_other(nearest_page(request.path))
    if error.response is not None:
        return error.response  # type: ignore[return-value]
    own = error.description if error.description != type(error).description else None
    headers = {
        name: value for name, value in error.get_headers() if name in ("Allow", "Retry-After")
    }
    return show(status, own, headers)


def on_stale(error: StaleDataError) -> Response:
    """Another device was faster by a hair."""
    db.session.rollback()
    return show(409)


def on_spent(error: KeySpent) -> Response:
    """A form that was sent before came again with something else in it, under the same key."""
    db.session.rollback()
    return show(422, "This form was sent before, with other words in it. Open its page again.")


def on_gone(error: ObjectDeletedError) -> Response:
    """It was deleted while this request was on its way."""
    db.session.rollback()
    return show(404)


def on_fault(error: Exception) -> Response:
    """A database that is busy or a disk that is full is no bug: say so; the rest is one."""
    db.session.rollback()
    g.pop("stale_device", None)  # nor is the device's last moment waited for
    g.nobody_is_known = True  # who is asking stands in the database, too
    if is_full(error):
        return show(507)
    if is_busy(error):
        return show(503, headers={"Retry-After": "5"})
    if is_broken(error):
        log.error("the database can't be read", exc_info=error)
        return show(503, headers={"Retry-After": "60"}, said=BROKEN)
    return on_bug(error)


def on_bug(error: Exception) -> Response:
    """Ours to mend: the log has the trace, the person has plain words."""
    db.session.rollback()
    g.nobody_is_known = True
    log.error("unhandled", exc_info=error)
    return show(500)


def page_before() -> str:
    """The page of ours on which a button was pressed; empty where nobody knows."""
    where = came_from()
    here = request.method == "POST" and where.netloc == request.host
    return (local_path(where._replace(scheme="", netloc="").geturl()) or "") if here else ""


def nearest_page(path: str) -> str:
    """Its form (`/interviews/new`), itself, or the nearest address above that is a page of ours.

    A form that is refused leaves its address in the browser's bar: reloaded or kept, it leads back.
    """
    ours = current_app.url_map.bind("")
    for candidate in _candidates([part for part in path.split("/") if part]):
        try:
            ours.match(candidate, method="GET")
        except (HTTPException, RequestRedirect):
            continue
        return quote(candidate)
    return "/"


def _candidates(parts: list[str]) -> Iterator[str]:
    """From the nearest on; none begins with two slashes and leads to another host."""
    yield "/".join(["", *parts, "new"])
    for end in range(len(parts), 0, -1):
        yield "/".join(["", *parts[:end]])


def refused_form() -> PendingForm | None:
    """The form that was refused, to be sent again as it was."""
    if request.method in SAFE or htmx.fragment:
        return None
    try:
        return pending_form_from_request()
    except HTTPException:  # too big to be read at all
        return None


def has_secrets() -> bool:
    """Whether more was sent than may stand on a page."""
    return any(SECRET.search(name) for name in request.form if name != "csrf_token")


def typed_text(carried: PendingForm) -> str | None:
    """What a person filled in, with its labels where there is more than one field."""
    shown = carried._replace(
        fields=[each for each in carried.fields if not UNSHOWN.search(each[0])]
    )
    texts = filled_fields(shown)
    if len(texts) == 1:
        return texts[0][1]
    return "\n\n".join(f"{label}:\n{text}" for label, text in texts) or None


def init_app(app: Flask) -> None:
    """Bind a handler to all of them."""
    app.register_error_handler(HTTPException, on_http)
    app.register_error_handler(StaleDataError, on_stale)
    app.register_error_handler(ObjectDeletedError, on_gone)
    app.register_error_handler(KeySpent, on_spent)
    for fault in (exc.DBAPIError, exc.TimeoutError, sqlite3.Error, OSError):
        app.register_error_handler(fault, on_fault)
    app.register_error_handler(InternalServerError, on_http)
    if not app.testing:
        app.register_error_handler(Exception, on_bug)
