"""Changes that a phone keeps until it has a connection: each is carried out exactly once.

Such a change comes under a number of its own, in a header. It is spent in the same transaction as
the change, so that one whose answer was lost is answered "done" when it is sent again, and is
never held against itself.
"""

import re
from collections.abc import Callable
from datetime import datetime
from typing import TypeVar
from urllib.parse import quote, urlsplit

from flask import Flask, Response, abort, current_app, g, request, session
from flask_login import current_user
from sqlalchemy.orm import Session

from tracker.database import BESIDE
from tracker.database.versions import Versions
from tracker.extensions import db
from tracker.models.server.idempotency_key import IdempotencyKey
from tracker.web.idempotency import body_hash
from tracker.web.security import base_url_is_secure

View = TypeVar("View", bound=Callable[..., object])
CHANGE = "Onward-Change"
"""The number of a change, which its sender made up."""
DONE = "Onward-Done"
"""The same number: it is carried out and saved, or was so before."""
VERSIONS = "Onward-Versions"
"""What that made of the applications: `5:17:18` is number 5, which was at 17 and then at 18."""
LOCATION = "Onward-Location"
"""Where a plain form would be sent on to; of a redirect a worker sees nothing at all."""
MEANWHILE = "Onward-Meanwhile"
"""At a conflict, percent-encoded: the version that is saved, a space, what happened meanwhile."""
LATER = "Onward-Later"
"""Nobody waits for the answer: what it would say on the next page is left unsaid."""
OTHERS_WAIT = "Onward-Keep"
"""At signing out: somebody else's changes wait on this phone, until they sign in again."""
NUMBER = re.compile(r"[0-9a-f-]{32,36}")
QUEUEABLE = "onward_queueable"


def queueable(kind: str, back: str) -> Callable[[View], View]:
    """Let a view's form wait on the phone; `back` is the page that is shown meanwhile."""

    def mark(view: View) -> View:
        setattr(view, QUEUEABLE, (kind, back))
        return view

    return mark


def queueable_routes() -> list[tuple[str, str, str]]:
    """What a phone may keep: kind, the shape of its address, the page to go back to."""
    found = []
    for rule in current_app.url_map.iter_rules():
        marked = getattr(current_app.view_functions[rule.endpoint], QUEUEABLE, None)
        if marked and "POST" in (rule.methods or ()):
            shape = re.sub(r"<id:\w+>", r"([0-9]+)", rule.rule)
            found.append((marked[0], f"^{shape}$", marked[1]))
    return sorted(found)


class DoneBefore(Exception):
    """This change was carried out before; carries what that made of the applications."""

    def __init__(self, versions: str) -> None:
        super().__init__("done before")
        self.versions = versions


class QueuedChange:
    """A change of this request's, for the transaction that carries it out."""

    def __init__(self, number: str, user_id: int) -> None:
        self.number, self.user_id = number, user_id
        self.route = f"queued {request.path}"
        self.body = body_hash()
        self.versions: str | None = None
        self._seen: Versions | None = None

    def check(self, session: Session) -> None:
        """Raises DoneBefore; 422 where the number was another change's."""
        earlier = IdempotencyKey.spent(session, self.user_id, self.route, self.number)
        if earlier is None:
            return
        if earlier.body_hash != self.body:
            abort(422, description="This was sent before, with other words in it.")
        raise DoneBefore(earlier.versions or "")

    def begun(self, session: Session) -> None:
        """The transaction has begun: from now on nobody else can carry it out."""
        self.check(session)
        self._seen = Versions(session)

    def written(self, session: Session, at: datetime) -> None:
        """All is written: the number is spent with it, or neither is kept."""
        assert self._seen is not None
        self.versions = self._seen.as_text()
        IdempotencyKey.spend(
            session,
            at,
            user_id=self.user_id,
            key=self.number,
            route=self.route,
            body_hash=self.body,
            versions=self.versions,
        )


def note_meanwhile(words: str, version: int) -> None:
    """At a conflict: what the phone may say of it, and from where the change could be made."""
    g.meanwhile = f"{version} {words}"


def find_change() -> None:
    """Before the view: a change that was carried out is not even looked at again."""
    number = request.headers.get(CHANGE)
    view = current_app.view_functions.get(request.endpoint or "")
    if not number or request.method != "POST" or not hasattr(view, QUEUEABLE):
        return
    if not current_user.is_authenticated:
        return
    if not NUMBER.fullmatch(number):
        abort(400)
    g.change = QueuedChange(number, current_user.user_id)
    g.change.check(db.session())
    db.session.info[BESIDE] = g.change


def answer_done_before(done: DoneBefore) -> Response:
    """Nothing is done, and all is well."""
    db.session.rollback()
    g.change.versions = done.versions
    return Response("", 200)


def tell_queue(response: Response) -> Response:
    """Whether the change is saved, which a status alone, from whoever answers, can't tell."""
    change: QueuedChange | None = g.get("change")
    if change is None:
        return response
    if response.status_code < 400:
        response.headers[DONE] = change.number
        response.headers[VERSIONS] = change.versions or ""
        if (location := response.headers.pop("Location", None)) is not None:
            response.status_code, response.headers[LOCATION] = 200, location
            response.set_data(b"")
        if LATER in request.headers:
            session.pop("_flashes", None)
    elif "meanwhile" in g:
        response.headers[MEANWHILE] = quote(g.meanwhile)
    return response


def forget_change(error: BaseException | None) -> None:
    """What the request did not carry out, no other transaction may."""
    if "change" in g:
        db.session.info.pop(BESIDE, None)


def works_offline() -> bool:
    """Whether browsers keep a worker for this address: only where it is secure, or at home."""
    at_home = urlsplit(request.host_url).hostname in ("localhost", "127.0.0.1", "::1")
    return request.is_secure or base_url_is_secure() or at_home


def init_app(app: Flask) -> None:
    """Bind it, after signing in and the forgery token were looked at."""
    app.jinja_env.globals["works_offline"] = works_offline
    app.before_request(find_change)
    app.after_request(tell_queue)
    app.teardown_request(forget_change)
    app.register_error_handler(DoneBefore, answer_done_before)


__all__ = ["note_meanwhile", "queueable", "queueable_routes"]
