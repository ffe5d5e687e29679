"""Reading a folder by IMAP and nothing else: EXAMINE and PEEK leave every mail as it is."""

import base64
import imaplib
import re
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date
from typing import Any, NamedTuple

from tracker.mailbox.connection import NOT_TAKEN, Connector, Unreachable

WHOLE = 60.0
"""Seconds for all of one look, however slowly the other side speaks."""
MOST_BYTES = 1_000_000
"""Of one mail: its head and its words come first."""
MOST_MAILS = 50
"""Looked at in one go; the others come next time."""
MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
NUMBER = re.compile(rb"\d{1,10}")


class Login(NamedTuple):
    """Where and as whom."""

    host: str
    port: int
    username: str
    password: str
    folder: str


class Connection(imaplib.IMAP4):
    """imaplib over the connection that was made for it, with an end to what it takes in."""

    def __init__(self, secured: socket.socket) -> None:
        self._secured = secured
        super().__init__("")

    def open(self, host: str = "", port: int = 0, timeout: float | None = None) -> None:
        """It is open already."""
        self.host, self.port, self.sock = host, port, self._secured
        self._file = self.sock.makefile("rb")
        self.file = self._file

    def read(self, size: int) -> bytes:
        """A literal, never longer than what was asked for."""
        if size > MOST_BYTES + 10_000:
            raise self.abort("a mail longer than asked for")
        return self._file.read(size)

    def readline(self) -> bytes:
        """A line, which ends."""
        line = self._file.readline(200_000)
        if len(line) >= 200_000:
            raise self.abort("a line without an end")
        return line


class Folder:
    """An open folder, which can only be read."""

    def __init__(self, connection: Connection, uid_validity: int, count: int) -> None:
        self._connection = connection
        self.uid_validity, self.count = uid_validity, count

    def since(self, day: date) -> list[int]:
        """The numbers of mails that came since a day."""
        return self._search("SINCE", f"{day.day}-{MONTHS[day.month - 1]}-{day.year}")

    def after(self, uid: int) -> list[int]:
        """Those of mails that came after one; a server names the last one in any case."""
        return [each for each in self._search("UID", f"{uid + 1}:*") if each > uid]

    def _search(self, *asked: str) -> list[int]:
        kind, found = self._connection.uid("SEARCH", *asked)
        if kind != "OK":
            raise Unreachable("The server doesn’t say which emails there are.")
        said = b" ".join(each for each in found if isinstance(each, bytes))
        return sorted({int(each) for each in NUMBER.findall(said)})

    def fetch(self, uid: int) -> bytes | None:
        """A mail as it is, its beginning; None where it is gone by now."""
        kind, found = self._connection.uid("FETCH", str(uid), f"(BODY.PEEK[]<0.{MOST_BYTES}>)")
        if kind != "OK":
            return None
        return next((each[1] for each in found if isinstance(each, tuple)), None)


@contextmanager
def opened(login: Login, connector: Connector) -> Iterator[Folder]:
    """The folder, for one check. Raises Unreachable, in words for its owner."""
    secured = connector.connect(login.host, login.port)
    ended = threading.Timer(WHOLE, cut, (secured,))
    ended.daemon = True
    ended.start()
    try:
        connection = Connection(secured)
        sign_in(connection, login)
        yield examined(connection, login.folder)
        with suppress(Exception):
            connection.logout()
    except imaplib.IMAP4.error as error:
        said = f"{login.host} broke off, or answers in a way we don’t know."
        raise Unreachable(said) from error
    except (OSError, ValueError, IndexError) as error:
        raise Unreachable(f"{login.host} broke off while it was read.") from error
    finally:
        ended.cancel()
        cut(secured)


def cut(secured: socket.socket) -> None:
    """Whatever it is waiting for, it ends."""
    with suppress(OSError):
        secured.shutdown(socket.SHUT_RDWR)
    secured.close()


def sign_in(connection: Connection, login: Login) -> None:
    """By name and password, which are never part of an error's words."""
    try:
        connection.login(login.username, login.password)
    except connection.abort:
        raise
    except (imaplib.IMAP4.error, UnicodeError):
        raise Unreachable(NOT_TAKEN, about="password") from None


def examined(connection: Connection, folder: str) -> Folder:
    """The folder, opened so that nothing in it can be changed."""
    kind, said = connection.select(quoted(folder), readonly=True)
    if kind != "OK":
        raise Unreachable("There is no folder of that name in the mailbox.", about="folder")
    _, validity = connection.response("UIDVALIDITY")
    number = NUMBER.search(first(validity))
    count = NUMBER.search(first(said))
    return Folder(connection, int(number[0]) if number else 0, int(count[0]) if count else 0)


def first(said: Any) -> bytes:
    """The first piece of an answer, or nothing."""
    return said[0] if said and isinstance(said[0], bytes) else b""


def quoted(folder: str) -> str:
    """A folder's name as IMAP writes it: letters outside of ASCII between & and - (RFC 3501)."""
    made, odd = [], ""
    for letter in f"{folder}\0":
        if not letter.isascii():
            odd += letter
            continue
        if odd:
            inner = base64.b64encode(odd.encode("utf-16-be")).decode("ascii")
            made.append(f"&{inner.rstrip('=').replace('/', ',')}-")
            odd = ""
        made.append("&-" if letter == "&" else letter)
    name = "".join(made)[:-1].replace("\\", "\\\\").replace('"', '\\"')
    return f'"{name}"'
