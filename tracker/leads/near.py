"""Which leads are near enough to one application to be shown beside it: by what is telling."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from tracker.leads.opening import Match, Ranked
from tracker.leads.signals import Kind
from tracker.leads.words import role_words

NEAR = 1.0
"""A spark of its own, most of the words of its name, two skills, or one and its company."""
SPARK, ROLE, COMPANY, SKILL = 1.0, 1.0, 0.5, 0.5
LITTLE = 0.1
"""What stands among an ad's benefits adds less."""
COMMON: Mapping[Kind, float] = {"skill": 1 / 3, "spark": 1 / 2}
"""What more of the leads have than this, tells none of them apart: Excel."""
FEW = 3
"""Leads that may have it in any case."""


def common(rows: Sequence[Ranked]) -> set[str]:
    """Names of what too many of the leads have."""
    found = Counter(
        (each.ingredient.kind, each.ingredient.name)
        for row in rows
        for each in row.matches
        if each.adds > LITTLE
    )
    most = {kind: max(FEW, share * len(rows)) for kind, share in COMMON.items()}
    return {name for (kind, name), many in found.items() if many > most.get(kind, many)}


def telling(ranked: Ranked, role: str, without: Collection[str] = ()) -> list[Match]:
    """What of it tells of this application: not what half of all jobs are about.

    A topic such as data or writing is in very many ads, and so is one word of a role: Officer.
    """
    found = [
        each
        for each in ranked.matches
        if each.adds > LITTLE and each.ingredient.name not in without
    ]
    named = [each for each in found if each.ingredient.kind == "role"]
    kinds = {"spark", "company", "skill"}
    if 2 * len(named) > len(role_words(role)):
        kinds.add("role")
    return [each for each in found if each.ingredient.kind in kinds]


def is_near(ranked: Ranked, role: str, without: Collection[str] = ()) -> bool:
    """Whether it has enough of it, and may still be applied for."""
    told = telling(ranked, role, without)
    return not ranked.closed and ranked.likeness > 0 and nearness(told) >= NEAR


def nearness(found: Sequence[Match]) -> float:
    """How much that comes to."""
    kinds = [each.ingredient.kind for each in found]
    return (
        SPARK * kinds.count("spark")
        + ROLE * ("role" in kinds)
        + COMPANY * ("company" in kinds)
        + SKILL * kinds.count("skill")
    )
