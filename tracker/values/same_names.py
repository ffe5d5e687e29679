"""Two that have one name: the fewest facts beside it that tell them apart."""

from collections import defaultdict
from collections.abc import Hashable, Sequence


def tell_apart(names: Sequence[Hashable], facts: Sequence[Sequence[str]]) -> list[str]:
    """For each, what to say beside its name: nothing for a name that only one has.

    The facts of each stand in one order, the most telling first; an empty one is unknown.
    """
    alike: defaultdict[Hashable, list[int]] = defaultdict(list)
    for place, name in enumerate(names):
        alike[name].append(place)
    said = [""] * len(names)
    for places in alike.values():
        if len(places) > 1:
            for place, words in zip(places, _fewest([facts[each] for each in places]), strict=True):
                said[place] = words
    return said


def _fewest(facts: Sequence[Sequence[str]]) -> list[str]:
    told: list[tuple[str, ...]] = [()] * len(facts)
    for kind in zip(*facts, strict=True):
        longer = [(*before, fact) for before, fact in zip(told, kind, strict=True)]
        if len({*longer}) > len({*told}):
            told = longer
        if len({*told}) == len(told):
            break
    return [" · ".join(filter(None, each)) for each in told]
