"""Who a proxy in front says is there, where the keeper has told Onward to believe it."""

import ipaddress

from flask import current_app, request

from tracker.config.settings import Settings
from tracker.models.user import normal_email


def trusted_user() -> str | None:
    """The email that the proxy names; None unless this request comes from the proxy itself.

    What the header says in a request from anywhere else is not so much as read.
    """
    settings: Settings = current_app.config["ONWARD"]
    if settings.trusted_user_header is None or not comes_from_proxy(settings):
        return None
    given = request.headers.get(settings.trusted_user_header, "")
    return normal_email(given) or None


def comes_from_proxy(settings: Settings) -> bool:
    """Whether the other end of this connection, whatever it says of others, is the proxy."""
    before = request.environ.get("werkzeug.proxy_fix.orig") or request.environ
    try:
        peer = ipaddress.ip_address(before.get("REMOTE_ADDR") or "")
    except ValueError:
        return False
    if isinstance(peer, ipaddress.IPv6Address) and peer.ipv4_mapped:
        peer = peer.ipv4_mapped
    return any(peer in network for network in settings.trusted_user_peers)
