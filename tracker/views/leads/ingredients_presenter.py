"""Your ingredients as they read: what was met most is first of its kind."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from tracker.leads.ingredients import Ingredient
from tracker.leads.reasons import listed
from tracker.leads.signals import phrase_of
from tracker.values.formatting import shortened

KINDS = {
    "spark": "What excites you",
    "role": "Roles",
    "skill": "Skills",
    "setting": "Ways of working",
    "topic": "What the jobs were about",
}
LESS = "In jobs that excited you less"
LEVELS = {
    "growing": "As you’re learning it, leads that ask for it still gain by it.",
    "core": "As you have it, leads that ask for it still gain by it.",
}
"""What is said of a skill beside the jobs that it was met in."""
SHORT = {"growing": "You’re learning it", "core": "You have it"}
MOST, SHOWN, FOREMOST = 15, 5, 3
IN_VIEW = ("spark", "role")
"""The others are folded, each with its foremost beside its name."""
PLACES = 6
BAR = 100


class PresentedIngredient(NamedTuple):
    """What the template shows of one."""

    name: str
    companies: int
    """Of companies at which it was met."""
    bar: int
    """The same against the most of its kind, of a hundred."""
    where: str
    further: list[str]
    """Companies besides; one more has its own place rather than a fold."""
    note: str
    level: str


class IngredientGroup(NamedTuple):
    """Those of one kind."""

    id: str
    title: str
    found: list[PresentedIngredient]

    @property
    def first(self) -> list[PresentedIngredient]:
        """Those in view; one more has its own place rather than a fold."""
        return self.found[: SHOWN + (len(self.found) == SHOWN + 1)]

    @property
    def further(self) -> list[PresentedIngredient]:
        """Those folded."""
        return self.found[len(self.first) :]

    @property
    def foremost(self) -> str:
        """The foremost of a kind that is folded."""
        if self.id in IN_VIEW or not self.found:
            return ""
        return listed([shortened(each.name, 40) for each in self.found[:FOREMOST]])


def present_ingredients(found: Iterable[Ingredient], skills: Mapping[str, str]) -> dict[str, Any]:
    """Kind by kind; a skill that the person works at says so where it stood in duller jobs."""
    levels = {phrase_of(name): level for name, level in skills.items()}
    told = [each for each in found if each.kind in KINDS]
    drawing = [each for each in told if each.weight > 0]
    groups = [
        _group(kind, title, [each for each in drawing if each.kind == kind], "From", {})
        for kind, title in KINDS.items()
    ]
    less = _group("others", LESS, [each for each in told if each.weight < 0], "At", levels)
    foremost = [each.name for each in drawing if each.own and each.kind == "spark"]
    foremost = foremost or [each.name for each in drawing if each.own]
    names = [shortened(name, 60) for name in foremost[:FOREMOST]]
    return {
        "foremost": listed(names) if names else "",
        "drawing": [each for each in groups if each.found],
        "others": [less] if less.found else [],
    }


def _group(
    kind: str, title: str, found: Sequence[Ingredient], before: str, levels: Mapping[Any, str]
) -> IngredientGroup:
    places = {id(each): _companies(each) for each in found[:MOST]}
    most = max(map(len, places.values()), default=0)
    met = sorted(found[:MOST], key=lambda each: -len(places[id(each)]))
    rows = []
    for each in met:
        at = places[id(each)]
        named = [shortened(name, 40) for name in at]
        shown = PLACES + (len(at) == PLACES + 1)
        level = levels.get(each.phrase, "") if each.kind == "skill" else ""
        rows.append(
            PresentedIngredient(
                shortened(each.name, 80),
                len(at),
                BAR * len(at) // most if most else 0,
                f"{before} {listed(named[:shown])}" if at else "You wrote it down",
                named[shown:],
                LEVELS.get(level, ""),
                SHORT.get(level, ""),
            )
        )
    return IngredientGroup(kind, title, rows)


def _companies(ingredient: Ingredient) -> list[str]:
    return list(dict.fromkeys(company for company, _ in ingredient.met if company))
