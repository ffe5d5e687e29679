"""One address that may be followed, taken apart."""

from typing import NamedTuple
from urllib.parse import quote, urljoin, urlsplit

from tracker.fetching.addresses import is_inside, is_local_name
from tracker.fetching.refusals import Refused, Why

PORTS = {"http": 80, "https": 443}
LONGEST = 4_000
SAFE = "%/:=&?~#+!$,;'@()*[]"


class Target(NamedTuple):
    """Where to connect, and what to ask for there."""

    secure: bool
    host: str
    """In the letters that names are looked up in, without a dot at its end."""
    port: int
    path: str
    url: str

    @property
    def host_header(self) -> str:
        """The name that the site is asked for by."""
        name = f"[{self.host}]" if ":" in self.host else self.host
        usual = self.port == PORTS["https" if self.secure else "http"]
        return name if usual else f"{name}:{self.port}"


def target(url: str, inside: bool = False) -> Target:
    """Raises Refused for what is no plain address of the web: other schemes, ports, passwords.

    What leads inside is told as that, whatever its port: another port would not help.
    `inside` also takes other ports, and names that only a network's own inside knows.
    """
    if len(url) > LONGEST or not url.isprintable() or "\\" in url or " " in url:
        raise Refused(Why.NO_LINK)
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        raise Refused(Why.NO_LINK) from None
    if parts.scheme not in PORTS:
        raise Refused(Why.SCHEME)
    if "@" in parts.netloc:
        raise Refused(Why.SIGNED_IN)
    if not host:
        raise Refused(Why.NO_LINK)
    name = _plain_name(host)
    if not inside and (is_local_name(name) or is_inside(name)):
        raise Refused(Why.INSIDE)
    if port is not None and not inside and port not in PORTS.values():
        raise Refused(Why.PORT)
    path = quote(parts.path or "/", safe=SAFE)
    query = f"?{quote(parts.query, safe=SAFE)}" if parts.query else ""
    return Target(
        parts.scheme == "https", name, port or PORTS[parts.scheme], path + query,
        url.partition("#")[0],
    )  # fmt: skip


def _plain_name(host: str) -> str:
    """A name in ASCII, as it is looked up; signs that read as others become these."""
    if ":" in host:
        if "%" in host:
            raise Refused(Why.INSIDE)
        return host
    try:
        name = host.encode("idna").decode("ascii").lower().rstrip(".")
    except UnicodeError:
        raise Refused(Why.NO_LINK) from None
    if not name or len(name) > 253 or not all(each.isalnum() or each in ".-_" for each in name):
        raise Refused(Why.NO_LINK)
    return name


def following(here: str, location: str) -> str:
    """The address that a redirect leads to."""
    try:
        return urljoin(
            here, location.encode("latin-1", "replace").decode("utf-8", "replace").strip()
        )
    except ValueError:
        raise Refused(Why.BROKEN) from None
