"""What a browser sends, over one kept connection, with the time that each answer took."""

import gzip
import re
import time
import uuid
from dataclasses import dataclass, replace
from html.parser import HTMLParser
from http.client import HTTPConnection, HTTPResponse
from typing import Self
from urllib.parse import urlencode, urlsplit

BROWSER = {
    "User-Agent": "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Chrome/142.0.0.0 Mobile Safari/537.36",
    "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8",
    "Accept-Encoding": "gzip, deflate, br, zstd",
    "Accept-Language": "en-AU,en;q=0.9",
    "Sec-Fetch-Dest": "document",
    "Sec-Fetch-Mode": "navigate",
    "Sec-Fetch-Site": "same-origin",
    "Sec-Fetch-User": "?1",
    "Upgrade-Insecure-Requests": "1",
}
HTMX = {"HX-Request": "true", "HX-Request-Type": "partial", "Accept": "*/*"}


@dataclass(frozen=True)
class SignedIn:
    """What a browser keeps: the server's port, the cookie, the forgery token."""

    port: int
    cookie: str = ""
    token: str = ""

    @property
    def origin(self) -> str:
        """As the Origin header says it."""
        return f"http://127.0.0.1:{self.port}"


@dataclass(frozen=True)
class Answer:
    """What came back, and after how many seconds."""

    status: int
    headers: dict[str, str]
    wire: bytes
    seconds: float

    @property
    def text(self) -> str:
        """The body, unpacked."""
        packed = self.headers.get("content-encoding") == "gzip"
        return (gzip.decompress(self.wire) if packed else self.wire).decode()

    @property
    def size(self) -> int:
        """Bytes on the wire, status line and headers included."""
        head = sum(len(name) + len(value) + 4 for name, value in self.headers.items())
        return len(f"HTTP/1.1 {self.status} OK\r\n\r\n") + head + len(self.wire)


class Client:
    """One browser on one connection."""

    def __init__(self, known: SignedIn) -> None:
        self.known = known
        self._connection = HTTPConnection("127.0.0.1", known.port, timeout=30)
        self._connection.connect()

    def get(self, path: str, **headers: str) -> Answer:
        """Any page, as a browser asks for it; raises where it is no success."""
        return self._ask(
            "GET", path, None, {name.replace("_", "-"): v for name, v in headers.items()}
        )

    def ask_part(self, path: str, page: str) -> Answer:
        """A part of a page, as htmx asks for it."""
        return self._ask("GET", path, None, HTMX | {"HX-Current-URL": self.known.origin + page})

    def post(self, path: str, fields: list[tuple[str, str]], part_of: str | None = None) -> Answer:
        """A form; sent by our script where `part_of` names the page."""
        headers = {
            "Origin": self.known.origin,
            "Content-Type": "application/x-www-form-urlencoded",
            "X-CSRFToken": self.known.token,
        }
        if part_of is not None:
            headers |= HTMX | {"HX-Current-URL": self.known.origin + part_of}
        return self._ask("POST", path, urlencode(fields).encode(), headers)

    def upload(self, path: str, name: str, content: bytes) -> Answer:
        """A file, as a form sends it."""
        mark = uuid.uuid4().hex
        head = f'--{mark}\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n\r\n'
        body = head.encode() + content + f"\r\n--{mark}--\r\n".encode()
        headers = {
            "Origin": self.known.origin,
            "Content-Type": f"multipart/form-data; boundary={mark}",
            "X-CSRFToken": self.known.token,
        }
        return self._ask("POST", path, body, headers)

    def sign_in(self, email: str, password: str) -> Self:
        """Through the sign-in page, as people do."""
        form = Form.on(self.get("/login").text, "/login")
        self.post("/login", form.filled(email=email, password=password))
        token = re.search(r'name="csrf_token" value="([^"]+)', self.get("/board").text)
        assert token is not None
        self.known = replace(self.known, token=token[1])
        return self

    def _ask(self, method: str, path: str, body: bytes | None, more: dict[str, str]) -> Answer:
        headers = BROWSER | more
        if self.known.cookie:
            headers["Cookie"] = self.known.cookie
        begun = time.perf_counter()
        self._connection.request(method, path, body, headers)
        response = self._connection.getresponse()
        wire = response.read()
        seconds = time.perf_counter() - begun
        if response.status >= 400:
            raise Refused(f"{method} {urlsplit(path).path} answered {response.status}")
        return self._kept(response, wire, seconds)

    def _kept(self, response: HTTPResponse, wire: bytes, seconds: float) -> Answer:
        headers = {name.lower(): value for name, value in response.getheaders()}
        jar = dict(each.split("=", 1) for each in self.known.cookie.split("; ") if each)
        for given in response.headers.get_all("Set-Cookie") or ():
            name, _, value = given.partition(";")[0].partition("=")
            jar[name] = value
        self.known = replace(self.known, cookie="; ".join(map("=".join, jar.items())))
        return Answer(response.status, headers, wire, seconds)


class Refused(Exception):
    """The server did not do what was asked."""


LINE_BREAK = re.compile(r"\A\r?\n")
"""One that a text field begins with is none of its text: browsers leave it out."""


class Form(HTMLParser):
    """The fields of one form of a page, with what they hold."""

    def __init__(self, action: str) -> None:
        super().__init__()
        self.action = action
        self.fields: list[tuple[str, str]] = []
        self._inside = False
        self._text: str | None = None
        self._select: str | None = None

    @classmethod
    def on(cls, page: str, action: str) -> Self:
        """The form that posts to that address."""
        form = cls(action)
        form.feed(page)
        assert form.fields, f"no form for {action}"
        return form

    def filled(self, **facts: str) -> list[tuple[str, str]]:
        """What would be sent with these typed over what it holds."""
        kept = [(name, value) for name, value in self.fields if name not in facts]
        return kept + list(facts.items())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A field, if it is one of this form's."""
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            method = given.get("method", "get").lower()
            self._inside = method == "post" and given.get("action", self.action) == self.action
        elif self._inside and tag == "input" and given.get("name"):
            chosen = "checked" in given or given.get("type") not in ("checkbox", "radio", "file")
            if chosen and given.get("type") != "file":
                self.fields.append((given["name"], given.get("value", "")))
        elif self._inside and tag == "textarea":
            self._text = given["name"]
            self.fields.append((self._text, ""))
        elif self._inside and tag == "select":
            self._select = given["name"]
        elif tag == "option" and self._select and "selected" in given:
            self.fields.append((self._select, given.get("value", "")))

    def handle_data(self, data: str) -> None:
        """What a text field holds."""
        if self._text is not None:
            self.fields[-1] = (self._text, self.fields[-1][1] + data)

    def handle_endtag(self, tag: str) -> None:
        """The end of a field or of the form."""
        if tag == "form":
            self._inside = False
        elif tag == "textarea" and self._text is not None:
            self.fields[-1] = (self._text, LINE_BREAK.sub("", self.fields[-1][1]))
            self._text = None
        elif tag == "select":
            self._select = None
