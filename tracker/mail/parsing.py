"""An .eml file taken apart by the standard library, whose four traps are kept shut.

Headers are cut before they are read and read inside a try; parts are counted before anything is
parsed, as some thousand nested ones end in a RecursionError.
"""

import re
from collections.abc import Iterator
from email import message_from_bytes
from email.message import Message
from email.policy import compat32
from typing import Any, TypeAlias

from tracker.mail.message import Mail
from tracker.mail.text.headers import header, sender, sent_at
from tracker.mail.text.html_text import html_text
from tracker.mail.text.own_words import letters
from tracker.values.text import clean_text

LARGEST = 10_000_000
"""Bytes of a file that are looked at: attachments make it large, and are not read."""
MOST_PARTS, MOST_HEADERS, LONGEST_TEXT = 50, 100_000, 500_000
FEW = 20
"""Letters, below which a plain part only says that there is another."""
COVERING = 400
"""Letters of a mail that only passes another one on."""
BLANK = re.compile(rb"\r?\n\r?\n")
FORWARDS = re.compile(r"\s*(?:fwd?|wg)\b", re.IGNORECASE)
Parsed: TypeAlias = "Message[Any, Any]"


class UnreadableMail(Exception):
    """It is no email, in words."""


def read_eml(content: bytes) -> Mail:
    """The mail; one that was passed on as an attachment in place of what passes it on.

    Raises Unreadable.
    """
    content = content[:LARGEST].lstrip(b"\xef\xbb\xbf\r\n ")
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        raise UnreadableMail(
            "That is Outlook’s own kind of file (.msg), which we can’t read. "
            "Copy the email’s words and paste them here."
        )
    if content.startswith(b"From "):
        content = content.partition(b"\n")[2]
    message = parsed(content)
    if not any(message.get(name) for name in ("From", "Subject", "Date", "Received")):
        raise UnreadableMail("That doesn’t look like an email. An email’s file ends in .eml.")
    return mail_of(inner(message))


def parsed(content: bytes) -> Parsed:
    """A bomb of parts is read as one text."""
    blank = BLANK.search(content, 0, MOST_HEADERS)
    if blank is None and len(content) > MOST_HEADERS:
        content = content[:MOST_HEADERS]
    if content.lower().count(b"boundary=") > MOST_PARTS:
        head = content[: blank.start()] if blank else content
        plain = b"\n".join(
            line for line in head.split(b"\n") if not line.lower().lstrip().startswith(
                (b"content-", b"boundary=", b"mime-"))
        )  # fmt: skip
        content = plain + b"\n\n" + content[blank.end() : MOST_HEADERS] if blank else plain
    try:
        return message_from_bytes(content, policy=compat32)
    except Exception as error:  # RecursionError was seen
        raise UnreadableMail("That email is built so oddly that it can’t be read.") from error


def inner(message: Parsed) -> Parsed:
    """A mail that was attached to one with little else to say."""
    attached = next(
        (
            part.get_payload(0)
            for part in parts(message)
            if part.get_content_type() == "message/rfc822" and isinstance(part.get_payload(), list)
        ),
        None,
    )
    if not isinstance(attached, Message):
        return message
    forwards = FORWARDS.match(header(message, "Subject"))
    return attached if forwards or letters(text_of(message)) < COVERING else message


def parts(message: Parsed, depth: int = 0) -> Iterator[Parsed]:
    """Each part but those of an attached mail, to a depth that people's programs make."""
    yield message
    payload = message.get_payload()
    if depth < 10 and isinstance(payload, list) and message.get_content_maintype() == "multipart":
        for part in payload[:MOST_PARTS]:
            if isinstance(part, Message):
                yield from parts(part, depth + 1)


def mail_of(message: Parsed) -> Mail:
    """What is read of it."""
    name, address = sender(header(message, "From"))
    calendars = [
        words(part) for part in parts(message) if part.get_content_type() == "text/calendar"
    ]
    return Mail(
        text_of(message),
        header(message, "Subject"),
        name,
        address,
        sent_at(header(message, "Date")),
        tuple(calendars[:3]),
    )


def text_of(message: Parsed) -> str:
    """Its plain words, or those of its HTML where the plain part says nothing."""
    plain = [words(part) for part in parts(message) if is_words(part, "text/plain")]
    said = clean_text("\n".join(plain))[:LONGEST_TEXT].strip("\n")
    if letters(said) >= FEW:
        return said
    html = next((words(part) for part in parts(message) if is_words(part, "text/html")), "")
    return html_text(html)[:LONGEST_TEXT] or said


def is_words(part: Parsed, kind: str) -> bool:
    """Whether a part is the mail itself, and no file beside it."""
    try:
        return part.get_content_type() == kind and part.get_content_disposition() != "attachment"
    except Exception:  # a header that can't be taken apart
        return False


def words(part: Any) -> str:
    """A part decoded; an unknown charset is taken for UTF-8, else for Windows'."""
    try:
        content = part.get_payload(decode=True)
    except Exception:  # a transfer encoding that breaks off
        return ""
    if not isinstance(content, bytes):
        return ""
    content = content[: 4 * LONGEST_TEXT]
    for charset in (str(part.get_content_charset("") or "utf-8"), "utf-8", "cp1252"):
        try:
            return content.decode(charset)
        except (LookupError, UnicodeError, ValueError):
            continue
    return content.decode("latin-1")
