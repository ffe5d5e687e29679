"""The people in a file of cards.

Read line by line and forgivingly: what can't be read of one card keeps nobody else out.
"""

from dataclasses import asdict, dataclass
from typing import Any

from tracker.imports.files.table import Unreadable
from tracker.imports.vcards.lines import (
    LONGEST_NOTE,
    TOO_LARGE,
    CardLines,
    cards_in,
    decoded,
    unfolded,
)
from tracker.imports.vcards.values import parts, unescaped, words
from tracker.models.base import LINE
from tracker.values.text import clean_line, clean_text, is_family_first

MOST_BYTES = 10 * 1024 * 1024
MOST_CARDS = 500
TOO_MANY = f"This file has more than {MOST_CARDS} people. Export only those that you need."
NO_CARDS = "There are no contacts in this file. Choose one that ends in .vcf."


@dataclass(frozen=True)
class AddressCard:
    """One person as the file has them; `problem` says why they can't be taken as they are."""

    name: str
    title: str = ""
    company: str = ""
    email: str = ""
    phone: str = ""
    notes: str = ""
    problem: str = ""

    def facts(self) -> dict[str, str]:
        """What is kept."""
        return {name: value for name, value in asdict(self).items() if name != "problem"}


def read_cards(content: bytes) -> list[AddressCard]:
    """Everybody in a file. Raises Unreadable."""
    if len(content) > MOST_BYTES:
        raise Unreadable(TOO_LARGE)
    cards: list[AddressCard] = []
    for said in cards_in(unfolded(decoded(content))):
        if len(cards) == MOST_CARDS:
            raise Unreadable(TOO_MANY)
        cards.append(_card(said))
    if not cards:
        raise Unreadable(NO_CARDS)
    return cards


def _card(said: CardLines) -> AddressCard:
    name = words(said.first("FN")) or _from_parts(said.first("N"))
    company = words(next((part for part in parts(said.first("ORG")) if part), ""))
    emails = [words(each) for each in said.all("EMAIL")]
    phones = [words(each) for each in said.all("TEL")]
    notes = [clean_text(unescaped(each)).strip() for each in said.all("NOTE")]
    notes += [f"Other email: {each}" for each in _others(emails)]
    notes += [f"Other phone: {each}" for each in _others(phones)]
    card = AddressCard(
        name or words(said.first("NICKNAME")) or company or (emails[0] if emails else ""),
        words(said.first("TITLE")) or words(said.first("ROLE")),
        company if company != name else "",
        emails[0] if emails else "",
        phones[0] if phones else "",
        "\n".join(notes),
    )
    return checked_card(card.facts())


def checked_card(facts: dict[str, Any]) -> AddressCard:
    """A card of these facts, with what is wrong with it."""
    kept = {name: str(facts.get(name) or "") for name in AddressCard("").facts()}
    notes = clean_text(kept.pop("notes"))
    lines = {name: clean_line(value) for name, value in kept.items()}
    problem = ""
    if not lines["name"]:
        problem = "There is no name on this card."
    elif len(notes) > LONGEST_NOTE or any(len(line) > LINE for line in lines.values()):
        problem = "Something on this card is too long to keep."
    return AddressCard(**lines, notes=notes[:LONGEST_NOTE], problem=problem)


def _others(values: list[str]) -> list[str]:
    return [each for each in dict.fromkeys(values) if each != values[0]]


def _from_parts(value: str) -> str:
    """Ms Mary Ann O'Connor PhD, from family, given, further, prefix, suffix; 田中 太郎."""
    family, given, further, prefix, suffix = (*map(words, parts(value)), *[""] * 5)[:5]
    own = (given, further, family)
    if is_family_first("".join(own)):
        own = (family, given, further)
    return " ".join(each for each in (prefix, *own, suffix) if each)
