"""Where to find somebody to talk to, by country: ours, and the keeper's own over them."""

import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from tracker.values.text import clean_line, is_web_link

NAME = "help_lines.toml"
SHIPPED = Path(__file__).parent / NAME
EVERYWHERE = "https://findahelpline.com"
"""Lists lines by country."""
MOST = 20
LONGEST = 200


class HelpLine(NamedTuple):
    """One place to turn to; what it doesn't have is empty."""

    name: str
    about: str
    call: str
    text: str
    hours: str
    site: str
    checked: str
    """When the number was looked up, or that it could not be confirmed."""
    language: str
    """What is spoken there, where English alone would not be understood."""
    cost: str
    """What a call costs, where it is not free."""

    @property
    def details(self) -> tuple[str, ...]:
        """When it answers, in which language, and what it costs."""
        return tuple(part for part in (self.hours, self.language, self.cost) if part)

    @property
    def doubt(self) -> str:
        """In a few words that its number could not be confirmed; else nothing."""
        return self.checked.partition(",")[0] if self.checked.startswith("not ") else ""

    @property
    def tel(self) -> str:
        """What a phone dials."""
        return dialled(self.call)

    @property
    def sms(self) -> str:
        """Where a phone writes to."""
        return dialled(self.text)


class Country(NamedTuple):
    """The number for danger, and the lines."""

    emergency: str
    lines: tuple[HelpLine, ...]


class Unusable(Exception):
    """The keeper's list can't be read; says why in a few words."""


def dialled(number: str) -> str:
    """A number without the gaps that people write."""
    return "".join(sign for sign in number if sign in "+0123456789")


def help_lines(instance: Path) -> tuple[dict[str, Country], str]:
    """The countries, Australia's first, and what is wrong with the keeper's own list if anything.

    A list that can't be read never takes ours away.
    """
    ours = read(SHIPPED, SHIPPED.stat().st_mtime_ns)
    own = instance / NAME
    try:
        return {**ours, **read(own, own.stat().st_mtime_ns)}, ""
    except FileNotFoundError:
        return ours, ""
    except (Unusable, OSError) as error:
        return ours, str(error)


@lru_cache(maxsize=8)
def read(file: Path, _changed: int) -> dict[str, Country]:
    """The countries of one list. Raises Unusable, and OSError."""
    try:
        found = tomllib.loads(file.read_text("utf-8"))
    except ValueError as error:
        raise Unusable(f"{file.name} can’t be read: {error}") from error
    return {code: country(code, facts) for code, facts in found.items()}


def country(code: str, facts: Any) -> Country:
    """One country's part. Raises Unusable."""
    if not isinstance(facts, dict) or not isinstance(facts.get("lines", []), list):
        raise Unusable(f"{NAME}: [{code}] needs an emergency number and lines.")
    lines = tuple(line(code, each) for each in facts.get("lines", [])[:MOST])
    return Country(words(facts, "emergency"), lines)


def line(code: str, facts: Any) -> HelpLine:
    """One line. Raises Unusable."""
    if not isinstance(facts, dict):
        raise Unusable(f"{NAME}: [{code}] lists something that is no line.")
    found = HelpLine(*(words(facts, name) for name in HelpLine._fields))
    if not found.name or not (found.call or found.text or found.site):
        raise Unusable(f"{NAME}: a line of [{code}] needs a name and a number or site.")
    if found.site and not is_web_link(found.site):
        raise Unusable(f"{NAME}: the site of {found.name} is no web link.")
    return found


def words(facts: dict[str, Any], name: str) -> str:
    """A fact as one short line."""
    return clean_line(str(facts.get(name, "")))[:LONGEST]
