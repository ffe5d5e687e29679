"""By what a row is known again: company and role, told apart by link, place and day."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Any
from urllib.parse import parse_qsl, urlsplit

WORDS = re.compile(r"[^\W_]+[+#]*")
TRACKING = re.compile(
    r"utm_.*|.*clid|trk|tracking_?id|ref|ref_?id|referrer|src|source|lipi|ebp|gh_src|lever-.*|mc_.id"
)
"""Parts of an address that say where somebody came from, not where they went."""
MUCH_ALIKE = 0.85
LINK, DAY, NO_DAY, A_DAY_MORE, PLACE, NEAR, REMEMBERED = 40, 30, 25, 5, 8, 4, 1
BY_NAMES, BY_LINK, RENAMED = 100, 60, 20

View = tuple[str, str, str, str, date | None]


@lru_cache(maxsize=16_384)
def plain(text: str) -> str:
    """Words alone, so that `Acme, Inc.` and `ACME Inc` are the same."""
    return " ".join(WORDS.findall(text.casefold())) or text.strip()


@lru_cache(maxsize=16_384)
def plain_link(text: str) -> str:
    """Where an address leads, whoever led there."""
    try:
        parts = urlsplit(text.strip())
    except ValueError:
        return text.strip()
    asked = sorted(
        (name, value)
        for name, value in parse_qsl(parts.query)
        if not TRACKING.fullmatch(name.casefold())
    )
    host = parts.netloc.casefold().removeprefix("www.")
    query = "".join(f"&{name}={value}" for name, value in asked)
    fragment = parts.fragment if "/" in parts.fragment else ""
    return f"{host}{parts.path.rstrip('/')}{query}{fragment}"


def view(facts: Mapping[str, Any]) -> View:
    """How one side names an opening; nothing where it doesn't say."""
    return (
        plain(facts.get("company") or ""),
        plain(facts.get("role") or ""),
        plain_link(facts.get("link") or ""),
        plain(facts.get("location") or ""),
        facts.get("applied_on"),
    )


@dataclass(frozen=True)
class MatchKeys:
    """All that one opening is known by: what is here, and what the sheet said last."""

    views: tuple[View, ...]
    remembered: bool = False

    def each(self, place: int) -> set[Any]:
        """What the views say of one thing, those that say nothing left aside."""
        return {one[place] for one in self.views if one[place]}

    @property
    def companies(self) -> set[str]:
        """Its company's names."""
        return self.each(0)

    @property
    def roles(self) -> set[str]:
        """Its role's names."""
        return self.each(1)

    @property
    def links(self) -> set[str]:
        """Where it was found."""
        return self.each(2)


def likeness(row: View, there: MatchKeys, sole_link: bool) -> int | None:
    """How surely a row is one that is there; None where it is another.

    `sole_link`: its link stands in no other row, and leads to nothing else that is there.
    """
    company, role = row[0] in there.companies, row[1] in there.roles
    if row[2] and all(one[2] not in ("", row[2]) for one in there.views):
        return None  # a side that doesn't say may be either
    linked = bool(row[2]) and row[2] in there.links
    near = _nearness(row[3], [one[3] for one in there.views])
    if near is None and not (linked and sole_link):
        return None
    day = _day(row[4], there, linked and sole_link)
    score = (near or 0) + (LINK if linked else 0) + (REMEMBERED if there.remembered else 0)
    if company and role:
        return None if day is None else BY_NAMES + day + score
    if linked and sole_link and (company or role):
        return BY_LINK + (day or 0) + score
    if there.remembered and day == DAY and _renamed(row, there, company, role):
        return RENAMED + score
    return None


def _nearness(place: str, places: Sequence[str]) -> int | None:
    if place and place in places:
        return PLACE
    if place and any(other and _within(place, other) for other in places):
        return NEAR
    return None if place and all(places) else 0


def _within(one: str, other: str) -> bool:
    """Whether one says what the other does, and more: Perth, and Perth WA."""
    words, others = set(one.split()), set(other.split())
    return words <= others or others <= words


def _day(day: date | None, there: MatchKeys, linked: bool) -> int | None:
    days = {one[4] for one in there.views}
    if day in days:
        return NO_DAY if day is None else DAY
    if day is not None and None not in days:
        return 0 if linked else None  # on another day it is another application
    return A_DAY_MORE if there.remembered or linked else None


def _renamed(row: View, there: MatchKeys, company: bool, role: bool) -> bool:
    if company == role:
        return False
    name, names = (row[1], there.roles) if company else (row[0], there.companies)
    return bool(name) and any(
        _within(name, other) or SequenceMatcher(None, name, other).ratio() >= MUCH_ALIKE
        for other in names
    )
