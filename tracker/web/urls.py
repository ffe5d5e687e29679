"""Where links lead: back into this site, or to it from outside."""

from urllib.parse import SplitResult, quote, unquote, urlsplit

from flask import current_app, request

from tracker.config.base_url import LONGEST, UNSAFE
from tracker.web.network import LOOPBACK, is_loopback, is_private, lan_address
from tracker.web.security import base_url

ALONE = "LISTENS_TO_THIS_MACHINE_ALONE"
"""Set where no other device can reach the server."""


def parts_of(address: str | None) -> SplitResult:
    """Of an address that somebody sent; all empty where it is none."""
    try:
        return urlsplit(address or "")
    except ValueError:
        return urlsplit("")


def local_path(target: str | None) -> str | None:
    """A path of this site with its query, if that is all it is; else None."""
    if not target or len(target) > LONGEST or UNSAFE.search(target):
        return None
    path = unquote(target.partition("?")[0].partition("#")[0])
    if not path.startswith("/") or path.startswith("//") or UNSAFE.search(unquote(path)):
        return None
    return target


def here() -> str:
    """The path of this request with its query, as it would be written in a link."""
    query = request.query_string.decode("ascii", "replace")
    return quote(request.path, safe="/:@!$&'()*+,;=~") + (f"?{query}" if query else "")


def proposed_base_url() -> str:
    """The address in use, unless only this machine could use it and others could use another.

    Then it is that in the local network; not where the server listens to this machine alone.
    """
    used = urlsplit(request.host_url)
    alone = current_app.config.get(ALONE, False)
    lan = LOOPBACK if alone else lan_address()
    if is_loopback(used.hostname or "") and not is_loopback(lan):
        return f"http://{lan}" + (f":{used.port}" if used.port else "")
    return request.host_url.rstrip("/")


def link(path: str) -> str:
    """A link for another device; a name that this request merely claims is not believed."""
    ours = base_url()
    if ours is None:
        host = urlsplit(request.host_url).hostname or ""
        if is_loopback(host) or is_private(host):
            ours = proposed_base_url()
        else:
            ours = f"http://{lan_address()}:{request.environ.get('SERVER_PORT', '8000')}"
    return ours + path


def here_for(device: str) -> str:
    """Our address as it is told to the device that reads it: a phone has opened it already."""
    known = base_url()
    if known is None or (device != "computer" and is_for_this_machine_alone(known)):
        known = request.host_url
    return known.rstrip("/")


def is_for_this_machine_alone(address: str) -> bool:
    """Whether no phone could open it."""
    return is_loopback(urlsplit(address).hostname or "")


def own_port() -> int:
    """Where this server was reached just now: what stands in front of it must be told the same."""
    reached = urlsplit(request.host_url)
    if reached.scheme == "http":
        return reached.port or 80
    return int(request.environ.get("SERVER_PORT") or 8000)


def answers_this_machine_alone(address: str) -> bool:
    """Whether an address leads to this very server, which listens to this machine alone."""
    parts = urlsplit(address)
    ours = parts.scheme == "http" and is_private(parts.hostname or "")
    alone = current_app.config.get(ALONE, False) and (parts.port or 80) == own_port()
    return ours and alone and is_loopback(request.remote_addr or "")
