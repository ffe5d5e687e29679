"""Who may send us what: the content-security policy, the headers, hosts and origins."""

import ipaddress
import re
import time
from urllib.parse import urlsplit

from flask import Flask, Request, Response, abort, current_app, g, request
from flask.sessions import SecureCookieSession, SecureCookieSessionInterface, SessionMixin
from flask_login import current_user
from itsdangerous import BadSignature, URLSafeTimedSerializer

from tracker.config import Settings
from tracker.extensions import db
from tracker.models.setting import BASE_URL, Setting
from tracker.web.access import OPEN

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "manifest-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), payment=(), usb=()",
}
UNSETTLED = (
    "Onward doesn't know this address yet. The owner of this server signs in here first, or sets"
    " ONWARD_BASE_URL."
)
SAFE = {"GET", "HEAD", "OPTIONS"}
WITHOUT_COOKIES = "/s/"
"""What a coach opens: the secret in its address is all there is; nobody is known there."""
WHOSE = "onward-person"
EXPIRES = re.compile(r"Expires=[^;]*")
REMEMBERED_FOR = 5.0
"""Seconds for which a process believes what it last read of the base address."""


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


def base_url() -> str | None:
    """The address that people use: from the environment, else as the keeper confirmed it."""
    settings: Settings = current_app.config["ONWARD"]
    if settings.base_url:
        return settings.base_url
    known: tuple[float, str | None] | None = current_app.extensions.get("base_url")
    if known is None or time.monotonic() - known[0] > REMEMBERED_FOR:
        known = (time.monotonic(), Setting.read(db.session(), BASE_URL))
        current_app.extensions["base_url"] = known
    return known[1]


def forget_base_url() -> None:
    """Read it again at the next request."""
    current_app.extensions.pop("base_url", None)


def check_host() -> None:
    """Refuse names that are not ours; an IP address can't be forged by another site's name.

    Until an address is known, a name is good for signing in and no more: the keeper's first
    sign-in settles it.
    """
    ours = base_url()
    host = urlsplit(f"//{request.host}").hostname or ""
    if request.path == "/healthz" or host == "localhost" or is_address(host):
        return
    if ours is None:
        forget_base_url()  # another process may have learnt it just now
        ours = base_url()
    if ours is None:
        view = current_app.view_functions.get(request.endpoint or "")
        if not current_user.is_authenticated or getattr(view, OPEN, False):
            return
        abort(400, description=UNSETTLED)
    if host != urlsplit(ours).hostname:
        abort(400, description=f"Onward answers at {ours}.")


def is_address(host: str) -> bool:
    """Whether a host is an IP address and no name."""
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def check_origin() -> None:
    """Refuse what another site's page sends, and what does not say where it comes from."""
    if request.method not in SAFE and not from_here(request):
        abort(403, description="This came from another site, so it was not carried out.")


def from_here(asked: Request) -> bool:
    """Whether a request comes from one of our own pages."""
    origin = asked.headers.get("Origin")
    if origin is not None:
        return origin in {asked.host_url.rstrip("/"), site_of(base_url())}
    return asked.headers.get("Sec-Fetch-Site") == "same-origin"


def add_headers(response: Response) -> Response:
    """The same headers on every answer; pages are kept by the browser but asked for again."""
    given = {name.lower() for name, _ in response.headers}
    for name, value in HEADERS.items():
        if name.lower() not in given:
            response.headers.add(name, value)
    if "Cache-Control" not in response.headers:
        response.headers["Cache-Control"] = "private, no-cache"
    if base_url_is_secure():
        response.headers.setdefault("Strict-Transport-Security", "max-age=31536000")
    response.headers["X-Request-Id"] = g.get("request_id", "")
    return response


def site_of(address: str | None) -> str | None:
    """An address without a path, as browsers name a site."""
    parts = urlsplit(address or "")
    return f"{parts.scheme}://{parts.netloc}" if parts.netloc else None


def base_url_is_secure() -> bool:
    """Whether the address that people use is HTTPS, as far as this process remembers."""
    settings: Settings = current_app.config["ONWARD"]
    known = settings.base_url or current_app.extensions.get("base_url", (0.0, None))[1]
    return bool(known and known.startswith("https://"))


def init_app(app: Flask) -> None:
    """Bind all of it."""
    app.session_interface = Cookies()
    app.before_request(check_host)
    app.before_request(check_origin)
    app.after_request(add_headers)
