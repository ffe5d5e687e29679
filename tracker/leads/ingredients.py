"""Your ingredients: what excited, what did not, and where; from every application, however it went.

Each weighs as much as the applications that had it excited on the whole, nearer to nought where
they are few or disagree. What became of an application counts for nothing: what excited in a no
excites still.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from heapq import nlargest

from tracker.leads.phrase_search import topic_word
from tracker.leads.role_name import role_name
from tracker.leads.signals import SAID, ApplicationSignals, Kind, phrase_of
from tracker.leads.topic_table import LEVELS

KINDS: Mapping[Kind, float] = {"spark": 1.3, "role": 0.7, "skill": 0.6, "topic": 0.5,
                               "company": 0.4, "setting": 0.3}  # fmt: skip
"""Which are named first."""
READ = 40
"""Applications whose ads are read: those that tell the most."""
BY_NAME: tuple[Kind, ...] = ("company", "topic", "setting")
"""Kinds that are the whole of a fact, and no words in it."""
MUCH = 4
"""Of five: so much excitement is said as such."""
HALF = 0.25
"""So much excitement, all told, makes half of the most that a word may weigh."""
MOST = 150
"""Those that are kept; with so few a page of leads is read in milliseconds."""


@dataclass
class Ingredient:
    """One word of the person's, how much it draws or puts off, and at whom it was met."""

    kind: Kind
    name: str
    phrase: tuple[str, ...]
    """Its words, as a text is searched for them."""
    sum: float = 0.0
    known: float = 0.0
    """How much is known of it, for and against."""
    where: dict[tuple[str, str], float] = field(default_factory=dict)
    """Companies and roles, each with what it adds."""
    interviewed: set[tuple[str, str]] = field(default_factory=set)
    """Those of them that led to an interview, and those that excited a lot."""
    excited: set[tuple[str, str]] = field(default_factory=set)

    @property
    def draws(self) -> float:
        """From -1, puts off, to 1."""
        return self.sum / (HALF + self.known)

    @property
    def weight(self) -> float:
        """The same, by its kind more or less: as they are listed."""
        return KINDS[self.kind] * self.draws

    @property
    def avoids(self) -> bool:
        """Whether it is a wish to do without something: no nights."""
        return len(self.phrase) > 1 and self.phrase[0] == "no"

    @property
    def of_role(self) -> bool:
        """Whether it tells of a job by its role alone: the ad may mean other people."""
        return self.kind == "role" or (self.kind == "topic" and self.name in LEVELS)

    @property
    def own(self) -> bool:
        """Whether the person would know it for theirs; a topic is worked out."""
        return self.kind not in ("company", "topic")

    @property
    def met(self) -> list[tuple[str, str]]:
        """At which company in which role, what tells the most first."""
        same = [each for each, weight in self.where.items() if (weight > 0) == (self.sum > 0)]
        return sorted(same, key=lambda each: -abs(self.where[each]))

    def add(self, weight: float, told: ApplicationSignals | None = None) -> None:
        """What one more tells."""
        self.sum += weight
        self.known += abs(weight)
        if told is not None:
            at = (told.company, told.role)
            self.where[at] = self.where.get(at, 0.0) + weight
            if told.interviewed:
                self.interviewed.add(at)
            if (told.excitement or 0) >= MUCH:
                self.excited.add(at)


def ingredients(told: Iterable[ApplicationSignals], noted: Iterable[str] = ()) -> list[Ingredient]:
    """The words that weigh the most; `noted` are sparks of the vocabulary, used or not."""
    found: dict[tuple[str, ...], Ingredient] = {}
    for name in noted:
        _of(found, "spark", name, phrase_of(name)).add(SAID)
    told = [*told]
    read = {each.id for each in nlargest(READ, told, key=lambda each: abs(each.weight))}
    for each in told:
        counted = set()
        for kind, name, weight in each.signals(each.posting if each.id in read else ""):
            key = (f"={kind}", name) if kind in BY_NAME else phrase_of(name)
            if key and name and key not in counted:
                counted.add(key)
                _of(found, kind, name, key).add(weight, each)
    return _heaviest(found.values())[:MOST]


def by_name(found: Iterable[Ingredient], told: Iterable[ApplicationSignals]) -> list[Ingredient]:
    """As people read them: whole roles, where leads are compared by the words of each."""
    roles: dict[tuple[str, ...], Ingredient] = {}
    for each in told:
        name = role_name(each.role)
        if key := phrase_of(name):
            _of(roles, "role", name, key).add(each.weight, each)
    return _heaviest([*(each for each in found if each.kind != "role"), *roles.values()])


def _heaviest(found: Iterable[Ingredient]) -> list[Ingredient]:
    kept = [each for each in found if abs(each.sum) > 0.01]
    return sorted(kept, key=lambda each: (-abs(each.weight), each.name.casefold()))


def ingredients_of(one: ApplicationSignals) -> list[Ingredient]:
    """Those of one application, as they are looked for in what is like it."""
    return ingredients([one._replace(excitement=5, days=0)])


def _of(
    found: dict[tuple[str, ...], Ingredient], kind: Kind, name: str, key: tuple[str, ...]
) -> Ingredient:
    """The one by that key; of two kinds the one that is named first."""
    one = found.get(key)
    if one is None:
        phrase = (topic_word(name),) if kind == "topic" else phrase_of(name)
        one = found[key] = Ingredient(kind, name, phrase)
    elif KINDS[kind] > KINDS[one.kind]:
        one.kind, one.name = kind, name
    return one
