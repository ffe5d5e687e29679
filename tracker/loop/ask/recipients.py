"""Whom to ask, and how to ring them."""

import re
from collections.abc import Iterable
from typing import Protocol, TypeVar

RANKS = {"interviewer": 0, "hiring_manager": 1, "recruiter": 2, "hr": 3, "referrer": 4, "other": 5}
"""Those who heard the answers before those who pass the message on."""

EXTENSION = re.compile(r"(?:,|;|#|\bext(?:ension)?\.?|\bx)\s*:?\s*(\d{1,6})\s*$", re.IGNORECASE)


class Reachable(Protocol):
    """A contact with the part played in this application."""

    @property
    def name(self) -> str: ...
    @property
    def part(self) -> str: ...
    @property
    def phone(self) -> str: ...
    @property
    def email(self) -> str: ...


R = TypeVar("R", bound=Reachable)


def rank_recipients(contacts: Iterable[R]) -> list[R]:
    """The best person to ask first: by part, then whoever has a phone; the unreachable last."""
    return sorted(
        contacts,
        key=lambda one: (
            not (one.phone or one.email),
            RANKS.get(one.part, len(RANKS)),
            not tel(one.phone),
            not one.email,
        ),
    )


def tel(phone: str) -> str:
    """A `tel:` link that phones can dial, an extension after a pause; empty without digits."""
    number, _, _ = phone.partition("\n")
    extension = EXTENSION.search(number)
    if extension:
        number = number[: extension.start()]
    number = number.replace("(0)", "") if "+" in number else number
    digits = re.sub(r"\D", "", number)
    if len(digits) < 3:
        return ""
    plus = "+" if number.strip().lstrip("(").startswith("+") else ""
    return f"tel:{plus}{digits}" + (f",{extension[1]}" if extension else "")
