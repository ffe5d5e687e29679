"""Who may say who is there: an OpenID provider, or a proxy with a header."""

import ipaddress
import re
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.util import find_spec

from tracker.config.misconfigured import PREFIX, Misconfigured

Network = ipaddress.IPv4Network | ipaddress.IPv6Network
HEADER = re.compile(r"[A-Za-z][A-Za-z0-9-]*")


@dataclass(frozen=True)
class SignInProvider:
    """An OpenID provider that may say who is there."""

    issuer: str
    client_id: str
    client_secret: str


def provider(given: Mapping[str, str]) -> SignInProvider | None:
    """The OpenID provider, if there is one; its library has to be there, too."""
    issuer, client = given.get("OIDC_ISSUER", ""), given.get("OIDC_CLIENT_ID", "")
    secret = given.get("OIDC_CLIENT_SECRET", "")
    if not (issuer or client or secret):
        return None
    if not (issuer.startswith(("https://", "http://")) and client and secret):
        raise Misconfigured(
            f"{PREFIX}OIDC_ISSUER must be like https://id.example.org, with {PREFIX}OIDC_CLIENT_ID"
            f" and {PREFIX}OIDC_CLIENT_SECRET (or {PREFIX}OIDC_CLIENT_SECRET_FILE)."
        )
    if find_spec("authlib") is None:
        raise Misconfigured(f"{PREFIX}OIDC_ISSUER needs the extra: pip install 'onward[oidc]'.")
    return SignInProvider(issuer.rstrip("/"), client, secret)


def trusted_user(given: Mapping[str, str]) -> tuple[str | None, tuple[Network, ...]]:
    """The header in which a proxy says who is there, and the addresses of that proxy."""
    header, peers = given.get("TRUSTED_USER_HEADER"), given.get("TRUSTED_USER_PEERS", "")
    if not header and not peers:
        return None, ()
    if not header or not HEADER.fullmatch(header) or not peers.strip(" ,"):
        raise Misconfigured(
            f"{PREFIX}TRUSTED_USER_HEADER names a header such as Remote-Email, and"
            f" {PREFIX}TRUSTED_USER_PEERS the address of the proxy that alone may send it."
        )
    try:
        networks = tuple(ipaddress.ip_network(each) for each in peers.replace(",", " ").split())
    except ValueError as error:
        raise Misconfigured(
            f"{PREFIX}TRUSTED_USER_PEERS is a list of addresses or networks: {error}."
        ) from error
    if any(network.prefixlen == 0 for network in networks):
        raise Misconfigured(f"{PREFIX}TRUSTED_USER_PEERS would let everybody sign in as anybody.")
    return header, networks
