"""An email as people paste it: with or without lines that say from whom, about what and when."""

import re
from dataclasses import replace
from datetime import UTC, datetime, time, tzinfo

from tracker.mail.message import Mail
from tracker.mail.parsing import FORWARDS, UnreadableMail, mail_of, parsed
from tracker.mail.text.headers import ADDRESS, sender, sent_at
from tracker.mail.text.own_words import letters
from tracker.mail.times.days import dates_in
from tracker.values.text import clean_line, clean_text

NAMES = {
    "from": "from", "von": "from", "absender": "from", "de": "from",
    "subject": "subject", "betreff": "subject",
    "date": "date", "datum": "date", "sent": "date", "gesendet": "date",
    "to": "to", "an": "to", "cc": "cc", "reply-to": "reply", "antwort an": "reply",
}  # fmt: skip
LINE = re.compile(r"[ \t>*]{0,6}([A-Za-z][A-Za-z -]{1,15})\*?:\*?[ \t]*([^\n]{0,1000})")
RAW = re.compile(
    r"(?:Received|Return-Path|MIME-Version|Delivered-To|DKIM-Signature|Content-Type|Message-ID):",
    re.IGNORECASE,
)
FORWARDED = re.compile(
    r"^[ \t>]{0,4}(?:-{4,12} ?(?:Forwarded message|Weitergeleitete Nachricht|"
    r"Weitergeleitete E-Mail) ?-{4,12}|Begin forwarded message:|"
    r"Anfang der weitergeleiteten Nachricht:)[ \t]*$",
    re.MULTILINE | re.IGNORECASE,
)
HEAD = re.compile(
    r"^[ \t>*]{0,6}(?:From|Von):\*?[ \t][^\n]{3,300}\n"
    r"(?:[ \t>*]{0,6}(?:Date|Sent|Subject|To|Datum|Gesendet|Betreff|An):)",
    re.MULTILINE,
)
"""Of a mail that is passed on with nothing else above it."""
QUOTE = re.compile(r"^[ \t]?>[ \t]?", re.MULTILINE)
SHOWN = re.compile(r"([^<>\n]{0,100})<(" + ADDRESS.pattern + r")>")
"""How a mail program shows a sender above a mail that is copied."""
FIRST_LINES, LONGEST_LINE = 8, 1_000
DEEPEST = 3
TO_A_PERSON = re.compile(
    r"(?:dear|hi|hello|hey|kia ora|good (?:morning|afternoon)|sehr geehrte|hallo|liebe|guten tag|"
    r"grüezi|grüß gott|servus|moin)\b[^\n]{0,80}$",
    re.MULTILINE | re.IGNORECASE,
)


def read_pasted(text: str, zone: tzinfo = UTC) -> Mail:
    """The mail that somebody copied; the one inside where it passes another on.

    `zone`: whose clock an hour is on that names none: a mail program shows it on its owner's.
    """
    text = clean_text(text).strip("\n")
    if RAW.match(text.lstrip()) or is_raw(text):
        try:
            return unfolded(mail_of(parsed(text.lstrip().encode("utf-8", "replace"))), zone)
        except UnreadableMail:
            pass
    return unfolded(headed(text, zone), zone)


def is_raw(text: str) -> bool:
    """Whether its head says how it was sent: the source of a mail, pasted whole."""
    head = text[:4_000].partition("\n\n")[0]
    return any(RAW.match(line) for line in head.split("\n")[1:60])


def unfolded(mail: Mail, zone: tzinfo = UTC, depth: int = 0) -> Mail:
    """The mail that this one passes on; when it was sent itself is not known any more."""
    marked = FORWARDED.search(mail.text)
    found = marked or (HEAD.search(mail.text) if FORWARDS.match(mail.subject) else None)
    if found is None or depth >= DEEPEST or letters(mail.text[: found.start()]) > 400:
        return mail
    inner = mail.text[marked.end() if marked else found.start() :].strip("\n")
    below = headed(QUOTE.sub("", inner) if QUOTE.match(inner) else inner, zone)
    if not (below.address or below.name or below.subject):
        return mail
    later = below.sent_at or mail.sent_at
    return unfolded(replace(below, sent_at=later, calendars=mail.calendars), zone, depth + 1)


def headed(text: str, zone: tzinfo = UTC) -> Mail:
    """Lines at the top that say from whom and about what are taken off."""
    lines = text.split("\n")
    said: dict[str, str] = {}
    at = 0
    while at < min(len(lines), 12):
        line = LINE.match(lines[at][:LONGEST_LINE])
        name = NAMES.get(line[1].strip().lower()) if line else None
        if line is None or name is None:
            if lines[at].strip() or (not said and at > 1):
                break
        else:
            said.setdefault(name, clean_line(line[2]))
        at += 1
    if "from" not in said and "subject" not in said:
        name, address = shown_sender(lines)
        return Mail(text, name=name, address=address)
    name, address = sender(said.get("from", ""))
    body = "\n".join(lines[at:]).strip("\n")
    return Mail(
        body, said.get("subject", "")[:500], name, address, moment(said.get("date", ""), zone)
    )


def shown_sender(lines: list[str]) -> tuple[str, str]:
    """Joanne Birch <joanne@acme.example>, as a program shows it in one of the first lines."""
    for line in lines[:FIRST_LINES]:
        found = SHOWN.search(line[:LONGEST_LINE])
        if found:
            return clean_line(found[1])[:500].strip(" \"'"), found[2].lower()
    return "", ""


def moment(said: str, zone: tzinfo = UTC) -> datetime | None:
    """As mail programs write it, in any of their ways; the middle of the day without an hour."""
    known = sent_at(said, zone)
    if known is not None:
        return known
    found = dates_in(said[:200], None)
    if not found:
        return None
    return datetime.combine(found[0].on, found[0].at or time(12), zone).astimezone(UTC)


def reads_as_mail(text: str) -> bool:
    """Whether a text that was shared looks like an email somebody got, and not like a job's page.

    Cheap: only the beginning and the greeting are looked at.
    """
    head = text[:3_000].lstrip()
    mail = headed(head)
    if RAW.match(head) or FORWARDED.search(head) or FORWARDS.match(mail.subject):
        return True
    if mail.address and (mail.subject or mail.sent_at):
        return True
    return TO_A_PERSON.match(head) is not None


__all__ = ["read_pasted", "reads_as_mail"]
