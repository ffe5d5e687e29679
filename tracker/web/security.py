"""Who may send us what: the content-security policy, the headers, hosts and origins."""

import ipaddress
import time
from collections.abc import Callable
from typing import TypeVar
from urllib.parse import urlsplit

from flask import Flask, Request, Response, abort, current_app, g, request
from flask_login import current_user

from tracker.config.settings import Settings
from tracker.extensions import csrf, db
from tracker.models.server.setting import BASE_URL, Setting
from tracker.web.access import OPEN

View = TypeVar("View", bound=Callable[..., object])
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
FOR_MACHINES = ("/healthz", "/metrics")
"""What asks for these names the server as its network does."""
FROM_THE_PHONE = "onward_from_the_phone"
REMEMBERED_FOR = 5.0
"""Seconds for which a process believes what it last read of the base address."""


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
    if request.path in FOR_MACHINES or host == "localhost" or is_address(host):
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


def from_the_phone(view: View) -> View:
    """Open a view to the phone's own Share menu, which no page of ours can vouch for.

    It has neither our origin nor a token, so such a view may change nothing.
    """
    setattr(view, FROM_THE_PHONE, True)
    csrf.exempt(view)
    return view


def check_origin() -> None:
    """Refuse what another site's page sends, and what does not say where it comes from."""
    if request.method in SAFE or from_here(request):
        return
    view = current_app.view_functions.get(request.endpoint or "")
    if not (getattr(view, FROM_THE_PHONE, False) and from_no_page(request)):
        abort(403, description="This came from another site, so it was not carried out.")


def from_here(asked: Request) -> bool:
    """Whether a request comes from one of our own pages."""
    origin = asked.headers.get("Origin")
    if origin is not None:
        return origin in {asked.host_url.rstrip("/"), site_of(base_url())}
    return asked.headers.get("Sec-Fetch-Site") == "same-origin"


def from_no_page(asked: Request) -> bool:
    """Whether the browser itself sends it, as it does what somebody shares; no page can say so."""
    nowhere = asked.headers.get("Origin", "null") == "null"
    return nowhere and asked.headers.get("Sec-Fetch-Site") == "none"


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
    app.before_request(check_host)
    app.before_request(check_origin)
    app.after_request(add_headers)
