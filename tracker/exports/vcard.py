"""vCard 4 (RFC 6350): the people met on the way, for an address book.

The names are what it is for, so they are in it whatever else is chosen.
"""

import uuid
from collections.abc import Iterable, Iterator
from datetime import datetime

from sqlalchemy.orm import Session

from tracker.exports.request import ExportRequest, ProgressCallback
from tracker.models.contact import Contact
from tracker.models.user import User
from tracker.values.text import is_family_first

OCTETS = 75
"""In one line, without its end."""
PRODUCT = "-//Onward//Onward//EN"
ESCAPED = str.maketrans({"\\": "\\\\", ",": "\\,", ";": "\\;", "\n": "\\n", "\r": None})
SPACE = uuid.UUID("6f0e7c1c-5b0f-4a4e-9a54-0f6f7f4f6e64")
"""Of the UIDs that are made here."""


def make(
    session: Session, user: User, wanted: ExportRequest, now: datetime, told: ProgressCallback
) -> bytes:
    """Everybody; where companies are not to be named, without what would name one."""
    contacts = session.scalars(Contact.of(user.id))
    return cards_of(user, contacts, companies=wanted.choice.companies)


def cards_of(user: User, contacts: Iterable[Contact], companies: bool = True) -> bytes:
    """The cards one after the other."""
    lines = (line for each in contacts for line in _lines(user, each, companies))
    return b"".join(folded(line) for line in lines)


def folded(line: str) -> bytes:
    """A line in pieces of 75 octets, cut between letters, each but the first after a space."""
    pieces: list[bytes] = []
    piece = b""
    for sign in line:
        octets = sign.encode()
        if len(piece) + len(octets) > OCTETS:
            pieces.append(piece)
            piece = b" "
        piece += octets
    return b"\r\n".join([*pieces, piece]) + b"\r\n"


def _lines(user: User, contact: Contact, companies: bool) -> Iterator[str]:
    mark = f"{user.id} {user.created_at.isoformat()} {contact.id}"
    yield from ("BEGIN:VCARD", "VERSION:4.0", f"PRODID:{PRODUCT}")
    yield f"UID:urn:uuid:{uuid.uuid5(SPACE, mark)}"
    yield f"FN:{escaped(contact.name)}"
    yield f"N:{';'.join(escaped(part) for part in parts_of(contact.name))};;;"
    for name, words, tells_company in (
        ("ORG", contact.company, True),
        ("TITLE", contact.title, False),
        ("EMAIL", contact.email, True),
        ("TEL", contact.phone, False),
        ("NOTE", contact.notes, True),
    ):
        if words and (companies or not tells_company):
            yield f"{name}:{escaped(words)}"
    yield "END:VCARD"


def escaped(words: str) -> str:
    """Words as they stand in a value."""
    return words.translate(ESCAPED)


def parts_of(name: str) -> tuple[str, str]:
    """The last word is the family's, but the first where that is usual; one alone is given."""
    if is_family_first(name):
        family, _, given = name.partition(" ")
        return (family, given) if given else ("", family)
    given, _, family = name.rpartition(" ")
    return (family, given) if given else ("", family)
