"""Your ingredients: what excited, what did not, and where; from every application, however it went.

An application weighs by how much it excited, a little more where it came to an interview, and less
with the years. What became of it counts for nothing: what excited in a no excites still.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal, NamedTuple

from tracker.leads.words import role_words, stems
from tracker.values.folding import fold

Kind = Literal["spark", "skill", "role", "setting"]

EXCITES: Mapping[int | None, float] = {5: 1.0, 4: 0.7, 3: 0.25, None: 0.2, 2: -0.5, 1: -1.0}
KINDS: Mapping[Kind, float] = {"spark": 1.3, "role": 0.7, "skill": 0.6, "setting": 0.3}
INTERVIEWED = 1.25
YEAR = 365
SAID = 0.3
"""What a word weighs that was noted as exciting, and stands on no application."""
HALF = 1.0
"""At this sum a word has half of all the weight that one may have."""
LONGEST_PHRASE = 6
MOST = 150
"""Words that are kept; with fewer a page of leads is read in milliseconds."""
SETTINGS = {"remote": "Remote", "hybrid": "Hybrid", "onsite": "On site", "part_time": "Part time",
            "full_time": "Full time", "casual": "Casual", "contract": "Contract"}  # fmt: skip


class Told(NamedTuple):
    """What one application tells."""

    id: int
    company: str
    role: str
    excitement: int | None
    interviewed: bool
    days: int
    """How long ago it was."""
    sparks: Sequence[str] = ()
    skills: Sequence[str] = ()
    workplace: str | None = None
    employment: str | None = None

    @property
    def weight(self) -> float:
        """Below nought where it did not excite."""
        weight = EXCITES.get(self.excitement, 0.0)
        if weight > 0 and self.interviewed:
            weight *= INTERVIEWED
        return weight / (1 + max(0, self.days) / YEAR)


@dataclass
class Ingredient:
    """One word of the person's, how much it draws or puts off, and at whom it was met."""

    kind: Kind
    name: str
    phrase: tuple[str, ...]
    """Its words, as a text is searched for them."""
    sum: float = 0.0
    where: dict[tuple[str, str], float] = field(default_factory=dict)
    """Companies and roles, each with what it adds."""

    @property
    def weight(self) -> float:
        """From -1 to 1, by its kind a little more or less."""
        return KINDS[self.kind] * self.sum / (HALF + abs(self.sum))

    @property
    def avoids(self) -> bool:
        """Whether it is a wish to do without something: no nights."""
        return len(self.phrase) > 1 and self.phrase[0] == "no"

    @property
    def met(self) -> list[tuple[str, str]]:
        """At which company in which role, what tells the most first."""
        same = [each for each, weight in self.where.items() if (weight > 0) == (self.sum > 0)]
        return sorted(same, key=lambda each: -abs(self.where[each]))


def ingredients(told: Iterable[Told], noted: Iterable[str] = ()) -> list[Ingredient]:
    """The words that weigh the most; `noted` are sparks of the vocabulary, used or not."""
    found: dict[tuple[str, ...], Ingredient] = {}
    for name in noted:
        _add(found, "spark", name, SAID)
    for each in told:
        for kind, name, weight in _said(each):
            _add(found, kind, name, weight, (each.company, each.role))
    kept = [each for each in found.values() if abs(each.sum) > 0.01]
    return sorted(kept, key=lambda each: (-abs(each.weight), each.name.casefold()))[:MOST]


def ingredients_of(one: Told) -> list[Ingredient]:
    """Those of one application, as they are looked for in what is like it."""
    return ingredients([one._replace(excitement=5, days=0)])


def settings_of(workplace: str | None, employment: str | None) -> list[str]:
    """How one works there, in words."""
    return [SETTINGS[each] for each in (workplace, employment) if each in SETTINGS]


@lru_cache(maxsize=5_000)
def phrase_of(name: str) -> tuple[str, ...]:
    """A name as texts are searched for it."""
    return tuple(stems(name[:200]))[:LONGEST_PHRASE] or tuple(fold(name[:200]).split()[:1])


def _said(told: Told) -> Iterable[tuple[Kind, str, float]]:
    weight = told.weight
    for name in told.sparks:  # what excited in a job that did not excite is still a spark
        yield "spark", name, max(weight, SAID)
    for name in told.skills:
        yield "skill", name, weight
    for name in role_words(told.role).values():
        yield "role", name, weight
    for name in settings_of(told.workplace, told.employment):
        yield "setting", name, weight


def _add(
    found: dict[tuple[str, ...], Ingredient],
    kind: Kind,
    name: str,
    weight: float,
    at: tuple[str, str] | None = None,
) -> None:
    phrase = phrase_of(name)
    if not phrase:
        return
    key = (f"={kind}", *phrase) if kind == "setting" else phrase
    one = found.get(key)
    if one is None:
        one = found[key] = Ingredient(kind, name, phrase)
    elif KINDS[kind] > KINDS[one.kind]:
        one.kind, one.name = kind, name
    one.sum += weight
    if at is not None:
        one.where[at] = one.where.get(at, 0.0) + weight
