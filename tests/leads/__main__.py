"""How well leads are ranked: `python -m tests.leads`.

`--order` lists the leads of those whom the ranking was tuned by; of who was held back there are
figures only.
"""

import math
import sys
from collections.abc import Iterable, Mapping, Sequence

from tests.leads.labelled_leads import BLIND, HELD, TODAY, Person, people
from tracker.leads.reasons import reason

AT = 5


def ndcg(order: Sequence[int], grades: Mapping[int, int], at: int = AT) -> float:
    """How near to the best order the first few are, from 0 to 1 (Järvelin and Kekäläinen 2002)."""
    best = _gain(sorted(grades.values(), reverse=True)[:at])
    return _gain([grades[each] for each in order[:at]]) / best


def _gain(grades: Iterable[int]) -> float:
    return sum((2**grade - 1) / math.log2(place + 2) for place, grade in enumerate(grades))


def figures(some: Iterable[Person]) -> tuple[float, float]:
    """Ours and newest first, each the mean over people."""
    ours, newest = [], []
    for person in some:
        order = [each.opening.id for each in person.ranked()]
        ours.append(ndcg(order, person.grades))
        newest.append(ndcg(person.newest_first(), person.grades))
    return sum(ours) / len(ours), sum(newest) / len(newest)


def parts() -> dict[str, list[Person]]:
    """By name, those tuned by, held back and written by somebody else, each alone and together."""
    alone = {each.name: [each] for each in people()}
    blind = [each for each in people() if each.name in BLIND]
    tuned = [each for each in people() if each.name not in {HELD, *BLIND}]
    together = {"tuned on": tuned, "held back": alone[HELD], "first three": tuned + alone[HELD]}
    return alone | together | {"blind": blind, "everything": [*people()]}


def main() -> None:
    """Print all of it."""
    for name, some in parts().items():
        ours, newest = figures(some)
        print(f"{name:12} nDCG@{AT} {ours:.3f}   newest first {newest:.3f}   {ours - newest:+.3f}")
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
