"""Every status in the house's words, as a page or as a notice."""

import logging
import sqlite3
from typing import Any

from flask import Flask, Response, g, request
from flask_login import current_user
from sqlalchemy import exc
from sqlalchemy.orm.exc import ObjectDeletedError, StaleDataError
from werkzeug.exceptions import HTTPException, InternalServerError
from werkzeug.wrappers import Response as AnyResponse

from tracker.database.faults import is_busy, is_full
from tracker.extensions import db, htmx
from tracker.web.nearest_page import nearest
from tracker.web.rendering import answer, page, see_other
from tracker.web.security import SAFE
from tracker.web.typed_text import typed

WORDS: dict[int, tuple[str, str]] = {
    400: ("That didn’t come through right", "Go back and try it once more."),
    401: ("Please sign in again", "What you typed is still on the page that you came from."),
    403: ("That isn’t allowed from here", "Open Onward itself and try it there."),
    404: ("Nothing here", "It may have been deleted, or the link is not quite right."),
    405: ("That page doesn’t take this", "Go back and use the button on the page."),
    409: ("It changed in the meantime", "Look at it afresh, then make your change again."),
    413: ("That is too big", "Notes may be up to 1 MB and files up to 50 MB. Nothing was lost."),
    415: ("That kind of file can’t be read", "Try another format."),
    422: ("Something needs a second look", "Nothing was saved. Go back and check what you typed."),
    429: ("A little too fast", "Wait a quarter of an hour, then try again."),
    500: ("Something broke on our side", "Nothing half-done was kept. Try it once more."),
    503: ("Busy for a moment", "Wait a few seconds, then try again."),
    507: ("The server’s disk is full", "Nothing was saved. Keep your text, and tell the keeper."),
}
log = logging.getLogger("onward")


def show(status: int, words: str | None = None, headers: dict[str, str] | None = None) -> Response:
    """The page for a status, or the notice where htmx asked."""
    title, usual = WORDS.get(status, WORDS[500 if status >= 500 else 400])
    again = request.method == "GET" and status not in (403, 404, 405)
    context: dict[str, Any] = {
        "status_code": status,
        "title": title,
        "words": words or usual,
        "retry_url": request.full_path.rstrip("?") if again else None,
        "typed": typed() if request.method not in SAFE and not htmx.fragment else None,
        "known": status < 500 and status != 401 and current_user.is_authenticated,
        "request_id": g.get("request_id") if status >= 500 else None,
    }
    if htmx.fragment:
        response = answer("errors/notice.html", status=status, **context)
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
        return see_other(nearest(request.path))
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


def on_gone(error: ObjectDeletedError) -> Response:
    """It was deleted while this request was on its way."""
    db.session.rollback()
    return show(404)


def on_fault(error: Exception) -> Response:
    """A database that is busy or a disk that is full is no bug: say so; the rest is one."""
    db.session.rollback()
    g.pop("stale_device", None)  # nor is the device's last moment waited for
    if is_full(error):
        return show(507)
    if is_busy(error):
        return show(503, headers={"Retry-After": "5"})
    return on_bug(error)


def on_bug(error: Exception) -> Response:
    """Ours to mend: the log has the trace, the person has plain words."""
    db.session.rollback()
    log.error("unhandled", exc_info=error)
    return show(500)


def init_app(app: Flask) -> None:
    """Bind a handler to all of them."""
    app.register_error_handler(HTTPException, on_http)
    app.register_error_handler(StaleDataError, on_stale)
    app.register_error_handler(ObjectDeletedError, on_gone)
    for fault in (exc.DBAPIError, exc.TimeoutError, sqlite3.Error, OSError):
        app.register_error_handler(fault, on_fault)
    app.register_error_handler(InternalServerError, on_http)
    if not app.testing:
        app.register_error_handler(Exception, on_bug)
