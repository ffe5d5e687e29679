"""A gate in front of an Onward that scanners are let loose on, on this machine alone.

    python -m tests.attacks.gate 8001 8000 you@example.org 1 < password

listens at 8001, is signed in at 8000, and says at the end of each minute what was answered. A
scanner by itself gets no further than the token of a form: here each form gets a fresh token and
key, the version that is saved by now, and comes from the right origin, so that what is behind is
reached. Links of one shape are
shown once (or as often as the last number says), so that it comes to its end with each kind of
page instead of a thousand cards. What would end the account or the session is kept away, and of
what deletes two of each are let through. Without an email it is a stranger's.
"""

import re
import secrets
import sys
import threading
import time
from collections import Counter, defaultdict
from http.client import HTTPConnection, HTTPResponse
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, urlencode

NEVER = re.compile(
    r"/(logout|reset/.*|settings/(removal|password|other-devices/.*|devices/.*"
    r"|members/\d+/removal|backups/.*/restoration))"
)
DELETES = re.compile(r".*/(deletion|archival|purge|removal|ending|revocation)")
LINK = re.compile(rb'(href|action|hx-get|hx-post|formaction)="(/[^"]*)"')
VERSION = re.compile(rb'name="version"[^>]*value="([^"]+)"')
IN_PART = rb'(name="%s"\r\n(?:[^\r\n]+\r\n)*\r\n)[^\r\n]*'
OURS = {"host", "cookie", "content-type", "content-length", "connection", "origin"}
NOT_BACK = {"content-length", "transfer-encoding", "connection", "set-cookie", "date", "server"}
DELETED = 2
"""Of each kind that deletes."""
PROOF = 300
"""Seconds between two times that the password is given again."""


class Session:
    """What the scanner has through the gate: a cookie, and a token that fits it."""

    def __init__(self, port: int, each: int = 1) -> None:
        self.each = each
        self.port, self.origin = port, f"http://127.0.0.1:{port}"
        self.cookie = self.token = ""
        self.answered: Counter[int] = Counter()
        self.deleted: Counter[str] = Counter()
        self.shown: dict[bytes, set[bytes]] = defaultdict(set)

    def ask(
        self, method: str, path: str, headers: dict[str, str], body: bytes | None = None
    ) -> tuple[HTTPResponse, bytes]:
        sent = {**headers, "Origin": self.origin, "Sec-Fetch-Site": "same-origin"}
        connection = HTTPConnection("127.0.0.1", self.port, timeout=60)
        connection.request(method, path, body, {**sent, "Cookie": self.cookie})
        answer = connection.getresponse()
        content = answer.read()
        connection.close()
        return answer, content

    def renew(self, page: str) -> None:
        answer, content = self.ask("GET", page, {})
        self.keep_cookie(answer)
        found = re.search(rb'name="csrf_token"[^>]*value="([^"]+)"', content)
        self.token = found[1].decode() if found else ""

    def keep_cookie(self, answer: HTTPResponse) -> None:
        for given in answer.headers.get_all("Set-Cookie") or []:
            if given.startswith("onward="):
                self.cookie = given.partition(";")[0]

    def post(self, path: str, **fields: str) -> int:
        form = urlencode({"csrf_token": self.token, **fields}).encode()
        kind = {"Content-Type": "application/x-www-form-urlencoded"}
        answer, _ = self.ask("POST", path, kind, form)
        self.keep_cookie(answer)
        return answer.status

    def thinned(self, found: re.Match[bytes]) -> bytes:
        path, _, query = found[2].partition(b"?")
        names = sorted({pair.partition(b"=")[0] for pair in query.split(b"&amp;")})
        known = self.shown[re.sub(rb"\d+", b"N", path) + b"?" + b"&".join(names)]
        if len(known) < self.each:
            known.add(found[2])
        return found[0] if found[2] in known else found[1] + b'="/nowhere"'

    def freshened(self, kind: str, body: bytes, **more: str) -> bytes:
        fresh = {"csrf_token": self.token, "key": secrets.token_hex(8), **more}
        if "multipart" in kind:
            for name, value in fresh.items():
                pattern = re.compile(IN_PART % name.encode())
                body = pattern.sub(lambda part, v=value: part[1] + v.encode(), body)  # type: ignore[misc]
            return body
        pairs = parse_qsl(body.decode("latin-1"), keep_blank_values=True, encoding="latin-1")
        if "csrf_token" not in dict(pairs):
            pairs.append(("csrf_token", ""))
        sent = [(name, fresh.get(name, value)) for name, value in pairs]
        return urlencode(sent, encoding="latin-1").encode()


class Gate(BaseHTTPRequestHandler):
    """One request on its way."""

    protocol_version = "HTTP/1.1"
    session: Session

    def go(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0)) or None
        path, session = self.path.partition("?")[0], self.session
        if path == "/nowhere" or (self.command == "POST" and self.is_kept_away(path)):
            self.give(404, [], b"")
            return
        headers = {name: value for name, value in self.headers.items() if name.lower() not in OURS}
        headers.pop("Accept-Encoding", None)
        kinds = self.headers.get_all("Content-Type") or []
        if kinds:
            headers["Content-Type"] = kinds[0]
        is_form = body and kinds and ("urlencoded" in kinds[0] or "multipart" in kinds[0])
        if body and is_form:
            body = session.freshened(kinds[0], body)
        answer, content = session.ask(self.command, self.path, headers, body)
        if body and is_form and answer.status == 409 and (newer := VERSION.search(content)):
            body = session.freshened(kinds[0], body, version=newer[1].decode())
            answer, content = session.ask(self.command, self.path, headers, body)
        session.answered[answer.status] += 1
        if answer.status >= 500:
            print("fault", answer.status, self.command, self.path, body, flush=True)
        if "text/html" in (answer.getheader("Content-Type") or ""):
            content = LINK.sub(session.thinned, content)
        back = [each for each in answer.getheaders() if each[0].lower() not in NOT_BACK]
        self.give(answer.status, back, content)

    def is_kept_away(self, path: str) -> bool:
        shape = re.sub(r"\d+", "N", path)
        self.session.deleted[shape] += bool(DELETES.fullmatch(path))
        return bool(NEVER.fullmatch(path)) or self.session.deleted[shape] > DELETED

    def give(self, status: int, headers: list[tuple[str, str]], content: bytes) -> None:
        self.send_response(status)
        for name, value in headers:
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def log_message(self, *args: Any) -> None:
        """What was answered is counted instead."""

    do_GET = do_POST = do_HEAD = go  # noqa: N815
    do_PUT = do_DELETE = do_OPTIONS = do_PATCH = do_TRACE = go  # noqa: N815


def look_after(session: Session, password: str) -> None:
    """The password again before it is asked for, and the count."""
    proved = 0.0
    while True:
        if password and time.monotonic() - proved > PROOF:
            if session.post("/again", password_again=password) != 303:  # a stranger's guesses count
                print("the password was not taken: what asks for it is not reached", flush=True)
            proved = time.monotonic()
        print(dict(sorted(session.answered.items())), flush=True)
        time.sleep(60)


def main(listen: str, onward: str, email: str = "", each: str = "1") -> None:
    """Open the gate."""
    session = Session(int(onward), int(each))
    password = sys.stdin.readline().strip() if email else ""
    session.renew("/login")
    if email:
        assert session.post("/login", email=email, password=password) == 303
        session.renew("/settings")
    Gate.session = session
    threading.Thread(target=look_after, args=(session, password), daemon=True).start()
    ThreadingHTTPServer(("127.0.0.1", int(listen)), Gate).serve_forever()


if __name__ == "__main__":
    main(*sys.argv[1:])
