"""People as they read, with what a phone can do with their numbers and addresses."""

import re
from typing import NamedTuple
from urllib.parse import quote

from tracker.models.contact import PARTS, Contact

PLAIN = r"[^\s@<>\"'?&,;:()\[\]\\]"
ADDRESS = re.compile(rf"{PLAIN}+@{PLAIN}+\.{PLAIN}+")
FEWEST_DIGITS, MOST_DIGITS = 3, 20


class Person(NamedTuple):
    """What the template shows of one contact."""

    id: int
    name: str
    about: str
    href: str
    tel: str | None
    mailto: str | None
    part: str = ""
    part_href: str | None = None


def present_person(contact: Contact, part: str = "", part_href: str | None = None) -> Person:
    """One contact in words."""
    return Person(
        id=contact.id,
        name=contact.name,
        about=", ".join(each for each in (contact.title, contact.company) if each),
        href=f"/people/{contact.id}",
        tel=tel(contact.phone),
        mailto=mailto(contact.email),
        part=PARTS.get(part, ""),
        part_href=part_href,
    )


def tel(phone: str) -> str | None:
    """A link that dials; None where this is no number. What follows an "ext" is left to the eye."""
    spoken = re.split(r"(?i)\b(?:ext|x)\b\.?", phone)[0].replace("(0)", "")
    digits = re.sub(r"[^0-9]", "", spoken)
    if not FEWEST_DIGITS <= len(digits) <= MOST_DIGITS or re.search(r"[^\W\d_]", spoken):
        return None
    return f"tel:{'+' if spoken.strip().startswith('+') else ''}{digits}"


def mailto(email: str) -> str | None:
    """A link that writes to exactly this one address; None where it is none."""
    return f"mailto:{quote(email, safe='@+')}" if ADDRESS.fullmatch(email) else None
