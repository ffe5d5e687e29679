"""Data files that come along and that the keeper may replace, country by country."""

import tomllib
from pathlib import Path
from typing import Any, NamedTuple

SHIPPED = Path(__file__).parent
ELSEWHERE = "elsewhere"
"""The entry for countries that have none."""


class Entry(NamedTuple):
    """What the files say about a country, and what is wrong with the keeper's file, if anything."""

    facts: dict[str, Any]
    problem: str = ""


def entry(name: str, country: str, instance: Path | None) -> Entry:
    """The keeper's entry where there is one, else ours; a file that can't be read is named."""
    ours = tomllib.loads((SHIPPED / name).read_text("utf-8"))
    own, problem = _own(name, instance)
    for key in (country.upper(), ELSEWHERE):
        for table in (own, ours):
            if isinstance(table.get(key), dict):
                return Entry(_followed(table, key), problem)
    return Entry({}, problem)


def _followed(table: dict[str, Any], key: str) -> dict[str, Any]:
    """An entry may say `as = "EU"` and have the same facts."""
    facts: dict[str, Any] = table[key]
    other = table.get(facts.get("as", ""))
    return other if isinstance(other, dict) else facts


def _own(name: str, instance: Path | None) -> tuple[dict[str, Any], str]:
    file = None if instance is None else instance / name
    if file is None or not file.is_file():
        return {}, ""
    try:
        return tomllib.loads(file.read_text("utf-8")), ""
    except (OSError, ValueError) as error:
        reason = str(error).rstrip(".")
        return {}, f"The keeper's own {name} can't be read ({reason}). This is what came along."
