"""An IMAP server of the tests' own: TLS on loopback, the few commands that a reader needs."""

import re
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from tracker.mailbox.connection import Connector

NAME, USER, PASSWORD = "mail.example.org", "mia@example.org", "app-password"


@cache
def certificate() -> Path:
    """A certificate and its key in one file, made once."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, NAME)])
    at = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(at - timedelta(days=2))
        .not_valid_after(at + timedelta(days=3650))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(NAME)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    file = Path(mkdtemp()) / "certificate.pem"
    file.write_bytes(
        made.public_bytes(serialization.Encoding.PEM)
        + key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    return file


def trusting() -> ssl.SSLContext:
    """Believes in that certificate, and in no other."""
    return ssl.create_default_context(cafile=str(certificate()))


class Server:
    """Holds mails by their numbers, and notes what it is asked."""

    def __init__(self) -> None:
        self.mails: dict[int, bytes] = {}
        self.validity = 7
        self.folders = {"INBOX", "Jobs"}
        self.asked: list[str] = []
        self.literal: int | None = None
        """What it says of a mail's length, where that is a lie."""
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self._context.load_cert_chain(certificate())

    @property
    def port(self) -> int:
        port: int = self._listener.getsockname()[1]
        return port

    def reach(self) -> Connector:
        """How the tests get there: what would be refused is allowed for them alone."""
        return Connector(lambda _: True, trusting, lambda *_: ["127.0.0.1"])

    def serve(self) -> None:
        with suppress(OSError):
            while True:
                bare, _ = self._listener.accept()
                with suppress(OSError):
                    self._speak(self._context.wrap_socket(bare, server_side=True))

    def _speak(self, line: ssl.SSLSocket) -> None:
        with line, line.makefile("rwb") as file:

            def say(*lines: bytes) -> None:
                file.write(b"".join(each + b"\r\n" for each in lines))
                file.flush()

            say(b"* OK ready")
            while asked := file.readline().decode().strip():
                tag, _, command = asked.partition(" ")
                self.asked.append(command)
                word = command.split(" ", 2)
                done = f"{tag} OK done".encode()
                if word[0] == "CAPABILITY":
                    say(b"* CAPABILITY IMAP4rev1", done)
                elif word[0] == "LOGIN":
                    fits = command == f'LOGIN {USER} "{PASSWORD}"'
                    say(done if fits else f"{tag} NO wrong".encode())
                elif word[0] == "EXAMINE":
                    there = word[1].strip('"') in self.folders
                    if not there:
                        say(f"{tag} NO no such folder".encode())
                        continue
                    say(
                        f"* {len(self.mails)} EXISTS".encode(),
                        f"* OK [UIDVALIDITY {self.validity}] valid".encode(),
                        done,
                    )
                elif command.startswith("UID SEARCH"):
                    first = re.search(r"UID (\d+):\*", command)
                    least = int(first[1]) if first else 0
                    found = [each for each in self.mails if each >= least]
                    found = found or list(self.mails)[-1:]
                    say(f"* SEARCH {' '.join(map(str, found))}".encode(), done)
                elif command.startswith("UID FETCH"):
                    content = self.mails[int(word[2].split()[0])]
                    size = self.literal or len(content)
                    file.write(f"* 1 FETCH (UID {word[2].split()[0]} BODY[]<0> ".encode())
                    file.write(f"{{{size}}}\r\n".encode() + content + b")\r\n")
                    say(done)
                elif word[0] == "LOGOUT":
                    say(b"* BYE", done)
                    return
                else:
                    say(f"{tag} BAD unknown".encode())


@contextmanager
def serving() -> Iterator[Server]:
    """A server, until the test is over."""
    server = Server()
    thread = threading.Thread(target=server.serve, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        with suppress(OSError):
            server._listener.shutdown(socket.SHUT_RDWR)
        server._listener.close()
        thread.join(10)
