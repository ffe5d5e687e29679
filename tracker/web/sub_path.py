"""Served below a path of a host that serves other things too: https://home.example.org/onward.

Inside, every address is one of our own and begins with a slash. The path in front is put on where
an answer goes out and taken off where a request comes in, here and nowhere else.
"""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from flask import Flask, Response

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

ATTRIBUTE = re.compile(rb'(\s(?:href|src|action|formaction|hx-get|hx-post)=")(/(?!/)[^"]*)')
HEADERS = (
    *("Location", "Onward-Location"),
    *("HX-Redirect", "HX-Location", "HX-Push-Url", "HX-Replace-Url"),
)
CAME_FROM = ("HTTP_REFERER", "HTTP_HX_CURRENT_URL")


class SubPath:
    """The program below a path, whether or not the proxy in front takes that off."""

    def __init__(self, app: "WSGIApplication", root: str) -> None:
        self.app = app
        self.root = root

    def __call__(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        """Hand on a request as if we had the host to ourselves."""
        path = environ.get("PATH_INFO", "")
        if path == self.root or path.startswith(f"{self.root}/"):
            environ["PATH_INFO"] = path[len(self.root) :] or "/"
        for name in CAME_FROM:
            if name in environ:
                environ[name] = self.without_root(environ[name])
        return self.app(environ, start_response)

    def without_root(self, address: str) -> str:
        """An address of a page of ours as it is known inside."""
        host, slashes, rest = address.partition("://")
        if not slashes:
            return address
        authority, slash, path = rest.partition("/")
        if f"{slash}{path}/".startswith(f"{self.root}/"):
            path = f"{slash}{path}"[len(self.root) :] or "/"
            return f"{host}{slashes}{authority}{path}"
        return address


def put_in_front(response: Response, root: str) -> Response:
    """Every address of ours in an answer, as it is reached from outside."""
    for name in HEADERS:
        if (address := response.headers.get(name)) and is_ours(address, root):
            response.headers[name] = root + address
    if response.mimetype == "text/html" and not response.direct_passthrough:
        front = root.encode()

        def named(found: re.Match[bytes]) -> bytes:
            start, address = found.groups()
            return start + (front if is_ours(address.decode(), root) else b"") + address

        response.set_data(ATTRIBUTE.sub(named, response.get_data()))
    return response


def is_ours(address: str, root: str) -> bool:
    """Whether it is an address as it is known inside."""
    inside = address.startswith("/") and not address.startswith("//")
    return inside and address != root and not address.startswith(f"{root}/")


def init_app(app: Flask, root: str) -> None:
    """Bind it where there is a path; call it before what packs answers and after what adds them."""
    app.jinja_env.globals["site_root"] = root
    if root:
        app.config["SESSION_COOKIE_PATH"] = root
        app.after_request(lambda response: put_in_front(response, root))
