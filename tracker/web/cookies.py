"""The session in its cookie, and whose pages a browser may show in another."""

import re

from flask import Flask, Request, Response, g, request
from flask.sessions import SecureCookieSession, SecureCookieSessionInterface, SessionMixin
from itsdangerous import BadSignature, URLSafeTimedSerializer

from tracker.web.security import base_url_is_secure

WITHOUT_COOKIES = "/s/"
"""What a coach opens: the secret in its address is all there is; nobody is known there."""
WHOSE = "onward-person"
EXPIRES = re.compile(r"Expires=[^;]*")


class Cookies(SecureCookieSessionInterface):
    """Session cookies that are marked secure wherever the request or the address is.

    No clock has a say in them: one that was behind would refuse what it had signed itself, and
    then give the browser a day that is past already. Sessions end with the row of their device.
    """

    def open_session(self, app: Flask, request: Request) -> SecureCookieSession | None:
        """As the cookie says; on a coach's page no cookie is read, and none can be set."""
        if request.path.startswith(WITHOUT_COOKIES):
            return self.make_null_session(app)
        signer = self.get_signing_serializer(app)
        given = request.cookies.get(self.get_cookie_name(app))
        if signer is None or not given:
            return self.session_class()
        try:
            return self.session_class(signer.loads(given))
        except BadSignature:
            return self.session_class()

    def save_session(self, app: Flask, session: SessionMixin, response: Response) -> None:
        """As the library does, with a lifetime that the browser counts by its own clock."""
        before = len(response.headers.getlist("Set-Cookie"))
        super().save_session(app, session, response)
        cookies = response.headers.getlist("Set-Cookie")
        if session and len(cookies) > before:
            lasts = int(app.permanent_session_lifetime.total_seconds())
            cookies[-1] = EXPIRES.sub(f"Max-Age={lasts}", cookies[-1])
            response.headers.setlist("Set-Cookie", cookies)
        self.say_whose(app, session, response)

    def say_whose(self, app: Flask, session: SessionMixin, response: Response) -> None:
        """Whose pages a browser may show, in a cookie that static/js/whose-page.js reads."""
        known = g.get("_login_user")
        if known is None:
            return
        signed_in = "_user_id" in session and known.is_authenticated
        whose, before = str(known.user_id) if signed_in else "", request.cookies.get(WHOSE, "")
        if whose != before:
            lasts = app.permanent_session_lifetime if whose else 0
            secure = self.get_cookie_secure(app)
            path = self.get_cookie_path(app)
            response.set_cookie(WHOSE, whose, lasts, path=path, secure=secure, samesite="Lax")

    def get_signing_serializer(self, app: Flask) -> URLSafeTimedSerializer | None:
        """Made once: it would be twice for each request, and the secret stays while we run."""
        if "cookie_signer" not in app.extensions:
            app.extensions["cookie_signer"] = super().get_signing_serializer(app)
        signer: URLSafeTimedSerializer | None = app.extensions["cookie_signer"]
        return signer

    def get_cookie_secure(self, app: Flask) -> bool:
        """Whether the browser may send the cookie over HTTPS only."""
        return request.is_secure or base_url_is_secure()


def init_app(app: Flask) -> None:
    """Bind them."""
    app.session_interface = Cookies()
