"""A hundred and eighty leads of nine made-up people, and what each would want, from 0 to 3.

0: not for them, or closed; 1: if nothing better comes; 2: good; 3: this one. The engineer and the
nurse are what the first ranking was tuned by; the one from the shop was held back from it. The
other six were written, three at a time, by somebody who had not seen the ranking; that of now has
seen the first three of these (SEEN), and the last three were ranked once, when it was done.
"""

import tomllib
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from tracker.leads.ingredients import Ingredient, ingredients
from tracker.leads.opening import Opening, Ranked
from tracker.leads.rank import Ranking
from tracker.leads.signals import ApplicationSignals

FOLDER = Path(__file__).parent / "people"
HELD = "shop"
SEEN = ("designer", "mechatroniker", "teacher")
BLIND = ("designer", "frontend", "mechatroniker", "planner", "sozialarbeiterin", "teacher")
TODAY = date(2026, 11, 27)


class Person(NamedTuple):
    """One hunt, and the leads beside it."""

    name: str
    told: list[ApplicationSignals]
    skills: dict[str, str]
    leads: list[dict[str, Any]]

    @property
    def grades(self) -> dict[int, int]:
        """What each lead is worth to them."""
        return {number: lead["grade"] for number, lead in enumerate(self.leads)}

    def ingredients(self) -> list[Ingredient]:
        """Theirs."""
        return ingredients(self.told)

    def ranked(self) -> list[Ranked]:
        """Their leads as Onward ranks them."""
        ranking = Ranking(self.ingredients(), self.skills, TODAY)
        return ranking.rank(opening(number, lead) for number, lead in enumerate(self.leads))

    def newest_first(self) -> list[int]:
        """What a list without any ranking shows; the last saved first."""
        return sorted(self.grades, key=lambda number: (self.leads[number]["saved"], number))


def opening(number: int, lead: dict[str, Any]) -> Opening:
    """A lead as the ranking sees it."""
    closes = TODAY + timedelta(days=lead["closes"]) if "closes" in lead else None
    text = "\n".join(filter(None, (lead.get("notes", ""), lead.get("posting", ""))))
    names = ("role", "company", "sparks", "skills", "excitement", "workplace", "employment")
    facts = {name: lead[name] for name in names if name in lead}
    return Opening(number, text=text, closes_on=closes, **facts)


@cache
def people() -> tuple[Person, ...]:
    """All of them."""
    return tuple(_person(file) for file in sorted(FOLDER.glob("*.toml")))


def _person(file: Path) -> Person:
    read = tomllib.loads(file.read_text("utf-8"))
    told = [
        ApplicationSignals(
            number,
            each["company"],
            each["role"],
            each.get("excitement"),
            each.get("interviewed", False),
            each["ago"],
            each.get("sparks", ()),
            each.get("skills", ()),
            each.get("workplace"),
            each.get("employment"),
            each.get("posting", ""),
        )
        for number, each in enumerate(read["applications"])
    ]
    skills = {name: level for level, names in read["skills"].items() for name in names}
    return Person(file.stem, told, skills, read["leads"])
