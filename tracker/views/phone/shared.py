"""What the phone's Share menu handed over: a link, some words, an email."""

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from werkzeug.datastructures import FileStorage

from tracker.values.text import clean_line, clean_text, is_web_link

MOST = 1_000_000
"""Bytes of a file that are read: what an email says stands before what it brings along."""
LINK = re.compile(r"https?://[^\s<>\"']+")
AROUND = ".,;:!?)]}»”’"
"""Signs of the sentence that a link stands in."""
HEAD = re.compile(r"^([A-Za-z][A-Za-z-]*):[ \t]*\S", re.MULTILINE)
HEADERS = {"from", "to", "subject", "date", "message-id", "received", "return-path", "mime-version"}
ENOUGH = 3
"""Headers by which a text is known as an email's own file."""


class Shared(NamedTuple):
    """Each is empty where nothing was given."""

    title: str = ""
    text: str = ""
    url: str = ""
    message: str = ""
    """A whole email, as its file holds it."""

    def fields(self) -> list[tuple[str, str]]:
        """As a form would send it; to send them again gives the same."""
        return [(name, value) for name, value in self._asdict().items() if value]


def read_shared(given: Mapping[str, str], files: Iterable[FileStorage] = ()) -> Shared:
    """From a form's fields, or an address's; apps put a link into any of them."""
    title, text = clean_line(given.get("title", "")), clean_text(given.get("text", ""))
    message = given.get("message", "")
    for file in files:
        file.stream.seek(0)
        words = decoded(file.stream.read(MOST))
        if is_email(file, words):
            message = message or words
        else:
            text = "\n\n".join(filter(None, (text, clean_text(words))))
    if not message and looks_like_email(text):
        message, text = text, ""
    url = first_link(given.get("url", ""), text, title)
    return Shared(title, "" if text == url else text, url, message)


def first_link(*places: str) -> str:
    """The first that can be followed."""
    found = (each.rstrip(AROUND) for place in places for each in LINK.findall(place))
    return next((each for each in found if is_web_link(each)), "")


def is_email(file: FileStorage, words: str) -> bool:
    """By what the phone calls it, by its name, or by how it begins."""
    named = (file.filename or "").lower().endswith(".eml")
    return named or file.mimetype == "message/rfc822" or looks_like_email(words)


def looks_like_email(words: str) -> bool:
    """Whether it begins with an email's headers, up to the first empty line."""
    head = re.split(r"\r?\n\r?\n", words.lstrip("\ufeff\r\n"), maxsplit=1)[0][:20_000]
    names = {name.lower() for name in HEAD.findall(head)}
    return "from" in names and len(names & HEADERS) >= ENOUGH


def decoded(data: bytes) -> str:
    """UTF-8 where it is that (cut anywhere); else one sign a byte, so that nothing is lost."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.start > len(data) - 4:
            return data[: error.start].decode("utf-8")
        return data.decode("latin-1")
