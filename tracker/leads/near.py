"""Which leads are near enough to one application to be shown beside it: by what is telling."""

from collections.abc import Sequence

from tracker.leads.opening import Match, Ranked
from tracker.leads.words import role_words

NEAR = 1.0
"""A spark of its own, most of the words of its name, two skills, or one and its company."""
SPARK, ROLE, COMPANY, SKILL = 1.0, 1.0, 0.5, 0.5
LITTLE = 0.1
"""What stands among an ad's benefits adds less."""


def telling(ranked: Ranked, role: str) -> list[Match]:
    """What of it tells of this application: not what half of all jobs are about.

    A topic such as data or writing is in very many ads, and so is one word of a role: Officer.
    """
    found = [each for each in ranked.matches if each.adds > LITTLE]
    named = [each for each in found if each.ingredient.kind == "role"]
    kinds = {"spark", "company", "skill"}
    if 2 * len(named) > len(role_words(role)):
        kinds.add("role")
    return [each for each in found if each.ingredient.kind in kinds]


def is_near(ranked: Ranked, role: str) -> bool:
    """Whether it has enough of it, and may still be applied for."""
    return not ranked.closed and ranked.likeness > 0 and nearness(telling(ranked, role)) >= NEAR


def nearness(found: Sequence[Match]) -> float:
    """How much that comes to."""
    kinds = [each.ingredient.kind for each in found]
    return (
        SPARK * kinds.count("spark")
        + ROLE * ("role" in kinds)
        + COMPANY * ("company" in kinds)
        + SKILL * kinds.count("skill")
    )
