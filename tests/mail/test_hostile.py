"""Mails that are built to hurt a reader are read in a moment, or refused in words."""

import time

import pytest

from tracker.mail import read_eml, read_kind, read_pasted
from tracker.mail.parsing import UnreadableMail

MOST = 5.0
"""Seconds of the processor, on a machine that may be ten times slower than this one."""
HEAD = b"Subject: A no\r\nDate: Tue, 24 Nov 2026 10:00:00 +0000\r\n"


def nested(depth: int) -> bytes:
    parts = b"".join(
        b'Content-Type: multipart/mixed; boundary="b%d"\r\n\r\n--b%d\r\n' % (each, each)
        for each in range(depth)
    )
    return b"From: a@b.example\r\n" + HEAD + parts + b"Content-Type: text/plain\r\n\r\nNo.\r\n"


def rfc822(depth: int) -> bytes:
    return b"From: a@b.example\r\n" + b"Content-Type: message/rfc822\r\n\r\n" * depth + b"No.\r\n"


HOSTILE = {
    "5,000 addresses": b"From: " + b"a@b.example, " * 5_000 + b"\r\n" + HEAD + b"\r\nNo.",
    "a header without end": b"From: " + b"(" * 250_000 + b"\r\n" + HEAD + b"\r\nNo.",
    "headers without end": b"From: a@b.example\r\n" + b"X: y\r\n" * 250_000 + b"\r\nNo.",
    "1,000 multiparts": nested(1_000),
    "nested mails": rfc822(5_000),
    "no end of the head": b"From: a@b.example\r\n" + b"x" * 750_000,
    "no boundary": b'Content-Type: multipart/mixed; boundary="x"\r\nFrom: a@b.example\r\n\r\nNo.',
    "nested HTML": b"From: a@b.example\r\nContent-Type: text/html\r\n\r\n" + b"<div>" * 100_000,
    "entities": b"From: a@b.example\r\nContent-Type: text/html\r\n\r\n<!DOCTYPE a [<!ENTITY a "
    b'"aaaa">]>' + b"&a;" * 100_000,
    "broken base64": b"From: a@b.example\r\nContent-Transfer-Encoding: base64\r\n\r\n=====\xff\xff",
    "unknown charset": b"From: a@b.example\r\nContent-Type: text/plain; charset=klingon\r\n\r\nNo.",
    "lone surrogates": "From: \ud800@b.example\r\n\r\nNo \udfff".encode("utf-8", "surrogatepass"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_mail_is_read_in_a_moment_or_refused(name: str) -> None:
    began = time.process_time()
    for reader in (read_eml, lambda content: read_pasted(content.decode("latin-1"))):
        try:
            mail = reader(HOSTILE[name])
        except UnreadableMail:
            continue
        read_kind(mail.subject, mail.text)
        assert len(mail.subject) <= 500 and len(mail.name) <= 500
        assert "\ud800" not in mail.text + mail.name + mail.subject

    assert time.process_time() - began < MOST


@pytest.mark.parametrize(
    "header",
    ['From: "a" <a@', "From: <", "To: a@", "Message-ID: <", 'Reply-To: "', "From: a@[",
     "Date: 31 Feb 99999 25:61", "Subject: =?klingon?q?=ff?=",
     "From: =?utf-8?b?////?= <a@b.example>",
     "Content-Type: text/plain; charset*=x'y", "Content-Disposition: ;;;=", "Date: Tue, 24"],
)  # fmt: skip
def test_headers_that_the_standard_library_stumbles_over_are_read_around(header: str) -> None:
    source = f"{header}\r\nSubject: Your application\r\n\r\nWe regret to say no.\r\n"
    mail = read_eml(source.encode())

    assert mail.text == "We regret to say no."
    read_pasted(source)
