"""How well leads are ranked: `python -m tests.leads`.

`--order` lists the leads of those whom the first ranking was tuned by.
"""

import math
import random
import sys
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from tests.leads.labelled_leads import BLIND, HELD, SEEN, TODAY, Person, people
from tracker.leads.reasons import reason

AT = 5


def ndcg(order: Sequence[int], grades: Mapping[int, int], at: int = AT) -> float:
    """How near to the best order the first few are, from 0 to 1 (Järvelin and Kekäläinen 2002)."""
    best = _gain(sorted(grades.values(), reverse=True)[:at])
    return _gain([grades[each] for each in order[:at]]) / best


def _gain(grades: Iterable[int]) -> float:
    return sum((2**grade - 1) / math.log2(place + 2) for place, grade in enumerate(grades))


def pairs(person: Person) -> float:
    """Of two leads that are not worth the same, how often the better one is first."""
    order = [person.grades[each.opening.id] for each in person.ranked()]
    better = [one > two for one, two in combinations(order, 2) if one != two]
    return sum(better) / len(better)


def by_chance(person: Person, draws: int = 4_000) -> float:
    """The mean of orders that are drawn by lot."""
    drawn, order = random.Random(1), [*person.grades]
    found = 0.0
    for _ in range(draws):
        drawn.shuffle(order)
        found += ndcg(order, person.grades)
    return found / draws


def spread(person: Person, draws: int = 1_000) -> tuple[float, float]:
    """Between what nine of ten draws of as many leads lie, each with the same ranking."""
    drawn = random.Random(1)
    order = [person.grades[each.opening.id] for each in person.ranked()]
    found = []
    for _ in range(draws):
        some = sorted(drawn.choices(range(len(order)), k=len(order)))
        grades = {number: order[place] for number, place in enumerate(some)}
        if any(grades.values()):
            found.append(ndcg([*grades], grades))
    found.sort()
    return found[len(found) // 20], found[-len(found) // 20]


def figures(some: Iterable[Person]) -> tuple[float, float]:
    """Ours and newest first, each the mean over people."""
    ours, newest = [], []
    for person in some:
        order = [each.opening.id for each in person.ranked()]
        ours.append(ndcg(order, person.grades))
        newest.append(ndcg(person.newest_first(), person.grades))
    return sum(ours) / len(ours), sum(newest) / len(newest)


def parts() -> dict[str, list[Person]]:
    """By name: each alone, and by who wrote them; the last three were ranked once, unseen."""
    alone = {each.name: [each] for each in people()}
    blind = [each for each in people() if each.name in BLIND]
    tuned = [each for each in people() if each.name not in {HELD, *BLIND}]
    together = {"tuned on": tuned, "held back": alone[HELD], "first three": tuned + alone[HELD]}
    once = [each for each in blind if each.name not in SEEN]
    others = {"by others": blind, "ranked once": once}
    return alone | together | others | {"everything": [*people()]}


def main() -> None:
    """Print all of it."""
    for name, some in parts().items():
        ours, newest = figures(some)
        right = sum(map(pairs, some)) / len(some)
        chance = sum(map(by_chance, some)) / len(some)
        low, high = spread(some[0]) if len(some) == 1 else (math.nan, math.nan)
        print(
            f"{name:13} nDCG@{AT} {ours:.3f} ({low:.2f}-{high:.2f})   newest {newest:.3f}   "
            f"chance {chance:.3f}   pairs {right:.3f}"
        )
    if "--order" in sys.argv:
        for person in parts()["tuned on"]:
            print(f"\n== {person.name}")
            for each in person.ranked():
                why = reason(each, TODAY)
                grade = person.grades[each.opening.id]
                print(
                    f"{grade} {each.score:+.2f} {each.opening.role} ({each.opening.company}): {why}"
                )


if __name__ == "__main__":
    main()
