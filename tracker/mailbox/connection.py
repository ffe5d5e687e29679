"""How a mailbox is reached: over TLS, its certificate checked, at an address that was looked at.

The host is typed by a person, so that it must be no way into the network that this server stands
in: each address that its name stands for has to be public, and the one that was looked at is the
one that is connected to.
"""

import errno
import socket
import ssl
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as TooLong
from dataclasses import dataclass, field
from typing import Any

from tracker.fetching.addresses import may_be_reached

PATIENCE = 15.0
"""Seconds for a name, a connection, and each answer."""
NOT_TAKEN = "The server doesn’t take this name and password. Many providers want an app password."
NO_PASSWORD = "The password is not on this machine any more. Type it once more."
KNOWN = "imap.gmail.com"
"""A name that is there wherever the internet is."""
NO_WAY = {errno.ENETUNREACH, errno.ENETDOWN, errno.EHOSTUNREACH, errno.EADDRNOTAVAIL}
"""What the system says where there is no way out."""


class Unreachable(Exception):
    """Why a mailbox can't be read, in words for its owner, and which of what they typed says so."""

    def __init__(self, why: str, about: str = "host") -> None:
        super().__init__(why)
        self.about = about


class Inside(Unreachable):
    """The server stands inside a network that is not asked."""

    def __init__(self, host: str) -> None:
        super().__init__(f"{host} is inside a home or office network, and Onward may not go there.")


class Offline(Unreachable):
    """Onward's computer seems to have no connection: nothing that was typed was tried."""

    def __init__(self, host: str) -> None:
        words = f"Onward’s computer could not reach {host}. Is it connected to the internet?"
        super().__init__(words, about="")


def trusted_certificates() -> ssl.SSLContext:
    """Those that this machine trusts, and names that fit."""
    context = ssl.create_default_context()
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    return context


@dataclass(frozen=True)
class Connector:
    """Which addresses may be connected to, and whose certificates are believed."""

    allowed: Callable[[str], bool] = may_be_reached
    context: Callable[[], ssl.SSLContext] = trusted_certificates
    lookup: Callable[[str, int], list[str]] = field(default=lambda host, port: resolve(host, port))

    def connect(self, host: str, port: int) -> socket.socket:
        """A connection of which nobody reads along. Raises Unreachable."""
        addresses = self._addresses(host, port)
        try:
            return self._secured(host, self._open(host, addresses, port))
        except ssl.SSLCertVerificationError as error:
            raise Unreachable(
                f"The certificate of {host} is not valid for that name, so nothing was sent to it."
            ) from error
        except ssl.SSLError as error:
            raise Unreachable(
                f"{host} doesn’t answer over TLS on port {port}. Most mailboxes do, on port 993.",
                about="port",
            ) from error
        except OSError as error:
            raise Unreachable(
                f"{host} doesn’t answer. Try again later, or check its name and port."
            ) from error

    def _addresses(self, host: str, port: int) -> list[str]:
        found = self.lookup(host, port)
        if not found and not self.lookup(KNOWN, port):
            raise Offline(host)
        if not found:
            raise Unreachable(f"There is no server of that name: {host}.")
        if not all(map(self.allowed, found)):
            raise Inside(host)
        return found

    def _open(self, host: str, addresses: list[str], port: int) -> socket.socket:
        failed: list[OSError] = []
        for address in addresses[:3]:
            try:
                return socket.create_connection((address, port), PATIENCE)
            except OSError as error:
                failed.append(error)
        if all(each.errno in NO_WAY for each in failed):
            raise Offline(host) from failed[-1]
        raise failed[-1]

    def _secured(self, host: str, bare: socket.socket) -> socket.socket:
        try:
            return self.context().wrap_socket(bare, server_hostname=host)
        except BaseException:
            bare.close()
            raise


def resolve(host: str, port: int) -> list[str]:
    """Every address of a name, by a lookup that is not waited for for ever."""
    pool = ThreadPoolExecutor(1)
    try:
        found: list[Any] = pool.submit(
            socket.getaddrinfo, host, port, type=socket.SOCK_STREAM
        ).result(PATIENCE)
    except (OSError, UnicodeError, TooLong):
        return []
    finally:
        pool.shutdown(wait=False)
    return list(dict.fromkeys(str(each[4][0]) for each in found))
