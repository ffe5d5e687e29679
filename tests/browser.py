"""A test client that sends what a real browser would: where a form comes from, and its token."""

from contextvars import Context
from typing import Any, Self

from flask import Flask, has_app_context
from flask.testing import FlaskClient
from flask_wtf.csrf import generate_csrf
from werkzeug.test import TestResponse

from tracker.clock import now
from tracker.database import writing
from tracker.extensions import db
from tracker.models import Device, User

HERE = "http://localhost"


class Browser(FlaskClient):
    """Sends Origin and the token with every unsafe request, unless told otherwise."""

    user: User
    device: Device
    _token = ""
    _of_cookie: str | None = None

    @classmethod
    def of(cls, app: Flask) -> Self:
        """A browser with no cookies yet."""
        app.test_client_class = cls
        client = app.test_client()
        assert isinstance(client, cls)
        return client

    def sign_in(self, user: User) -> None:
        """Sign a person in, as the sign-in page would."""
        with writing() as session:
            device = Device.sign_in(user, "Test browser", now())
            session.add(device)
        self.user, self.device = user, device
        self.remember(device.token)

    def remember(self, token: str) -> None:
        """Hold the cookie of a device that is signed in."""
        with self.session_transaction() as cookie:
            cookie["_user_id"] = token
            cookie["_fresh"] = True

    def token(self) -> str:
        """A forgery token that fits this browser's session: the last one, while it still does."""
        cookie = self._kept_cookie()
        if cookie is None or cookie != self._of_cookie:
            self._token = self._new_token()
            self._of_cookie = self._kept_cookie()
        return self._token

    def _kept_cookie(self) -> str | None:
        kept = self.get_cookie(self.application.config["SESSION_COOKIE_NAME"])
        return kept and kept.value

    def _new_token(self) -> str:
        with self.application.test_request_context():
            from flask import g, session

            with self.session_transaction() as cookie:
                if "csrf_token" in cookie:
                    session["csrf_token"] = cookie["csrf_token"]
                token: str = generate_csrf()
                cookie["csrf_token"] = session["csrf_token"]
                g.pop("csrf_token", None)
        return token

    def open(
        self, *args: Any, htmx: bool = False, forged: bool = False, **kwargs: Any
    ) -> TestResponse:
        """Any request; `htmx` asks for a part, `forged` leaves out what a browser would add.

        It gets an app context of its own, as on a server: in the test's, the one that was signed
        in for the last request would still be for the next. Rows that the test holds are then
        read afresh.
        """
        headers = dict(kwargs.pop("headers", None) or {})
        if kwargs.get("method", "GET") not in ("GET", "HEAD", "OPTIONS") and not forged:
            headers.setdefault("Origin", HERE)
            if "X-CSRFToken" not in headers:
                headers["X-CSRFToken"] = self.token()
        if htmx:
            headers |= {"HX-Request": "true", "HX-Request-Type": "partial"}
        if has_app_context():
            db.session.rollback()  # its connection is free for the request, which opens none more
        answer: TestResponse = Context().run(super().open, *args, headers=headers, **kwargs)
        if has_app_context():
            db.session.rollback()
            db.session.expire_all()
        return answer
