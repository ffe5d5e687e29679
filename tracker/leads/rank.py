"""Leads by how likely they are the next one: likeness, fit, own excitement, the closing day."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from math import sqrt

from tracker.leads.ad import work_and_rest
from tracker.leads.ingredients import BY_NAME, Ingredient
from tracker.leads.opening import Match, Opening, Ranked
from tracker.leads.phrase_search import OpeningWords, SearchedWords
from tracker.leads.signals import Kind, apart, phrase_of, settings_of
from tracker.leads.topics import topics_of
from tracker.leads.words import words_of
from tracker.values.folding import fold

OWN: Mapping[int | None, float] = {5: 10.0, 4: 6.0, 3: 1.0, None: 0.0, 2: -5.0, 1: -10.0}
"""What the person said of this very lead counts most."""
COUNTS: Mapping[Kind, float] = {"role": 2.0, "topic": 2.0, "spark": 0.5, "company": 1.0,
                                "skill": 0.5, "setting": 0.25}  # fmt: skip
MANY: tuple[Kind, ...] = ("spark", "skill")
FIT = 0.25
SOON = ((3, 0.15), (7, 0.1), (14, 0.05))
"""Days until it closes, and what that adds: enough between two that are alike, no more."""
REST, AD, COMPANY, SKILLS, ROLE, SPARKS = PLACES = (0.1, 0.7, 0.7, 1.0, 2.0, 3.0)
"""What a word weighs among the benefits and in the rest of the ad, the lightest first."""
BROKEN = 3.0
"""How many times a wish to do without counts where it isn't kept: that is a condition."""
LEVELS: Mapping[str, float] = {"core": 1.0, "growing": 0.6, "gap": -0.6}
WHOLE, SHARE = 200_000, 8_000
"""Characters of postings that are read for one page, and of each at most."""
NEVER = 10**6
FILLERS = frozenset({"work", "shift", "job", "duty", "dienst", "arbeit"})
"""Of a wish such as "no night work", what may be left out."""
MOST = 1_000
"""Leads that are ranked; whoever has more sees these first."""


def share(leads: int) -> int:
    """How much of each posting is read, where there are so many."""
    return max(200, min(SHARE, WHOLE // max(1, leads)))


class Ranking:
    """What leads are compared with."""

    def __init__(self, found: Sequence[Ingredient], skills: Mapping[str, str], today: date) -> None:
        self.ingredients, self.today = found, today
        self.skills = {phrase_of(name): (name, level) for name, level in skills.items()}

    def rank(self, openings: Iterable[Opening]) -> list[Ranked]:
        """The likeliest first; of those that are equal what closes first, then the newest.

        What has closed stands last.
        """
        return sorted((self.look_at(each) for each in openings), key=_place)

    def look_at(self, opening: Opening) -> Ranked:
        """One of them, as if it were alone."""
        days = (opening.closes_on - self.today).days if opening.closes_on else None
        work, rest = work_and_rest(opening.text)
        facts = (apart(opening.company), opening.skills, opening.role, opening.sparks)
        texts = (rest, work, *map(words_of, facts))
        said = OpeningWords(texts, PLACES, self._wanted)
        matches = _apart(self._matches(opening, said))
        mine, fit = self._fit(said)
        like = _sum(matches)
        score = like + FIT * fit + OWN.get(opening.excitement, 0.0)
        score += next((adds for most, adds in SOON if days is not None and 0 <= days <= most), 0)
        return Ranked(opening, score, like, matches, mine, days)

    @cached_property
    def _wanted(self) -> SearchedWords:
        phrases = (*(each.phrase for each in self.ingredients), *self.skills)
        topics = {each.name for each in self.ingredients if each.kind == "topic"}
        topics.update(*(about for _, about in self._avoided))
        return SearchedWords((word for phrase in phrases for word in phrase), topics)

    @cached_property
    def _by_word(self) -> dict[str, list[tuple[Ingredient, float]]]:
        """Ingredients with what they count, by the last word of each: a text has to hold it."""
        found: dict[str, list[tuple[Ingredient, float]]] = {}
        for each in self.ingredients:
            if each.kind not in ("company", "setting") and not each.avoids:
                counts = COUNTS[each.kind] * each.draws
                found.setdefault(each.phrase[-1], []).append((each, counts))
        return found

    @cached_property
    def _skills_by_word(self) -> dict[str, list[tuple[str, ...]]]:
        found: dict[str, list[tuple[str, ...]]] = {}
        for phrase in filter(None, self.skills):
            found.setdefault(phrase[-1], []).append(phrase)
        return found

    @cached_property
    def _named(self) -> dict[tuple[Kind, str], Ingredient]:
        """Ways of working and companies."""
        return {(each.kind, each.name): each for each in self.ingredients}

    @cached_property
    def _avoided(self) -> list[tuple[Ingredient, set[str]]]:
        """Wishes to do without something, and what that is about where it is one word."""
        found: list[tuple[Ingredient, set[str]]] = []
        for each in self.ingredients:
            if each.avoids:
                what = [word for word in each.phrase[1:] if word not in FILLERS]
                about = topics_of(what[0]) if len(what) == 1 else ()
                found.append((each, {*about}))
        return found

    def _matches(self, opening: Opening, said: OpeningWords) -> Iterator[Match]:
        facts: list[tuple[Kind, str]] = [("company", fold(opening.company).strip())]
        facts += [("setting", each) for each in settings_of(opening.workplace, opening.employment)]
        for fact in facts:
            if (known := self._named.get(fact)) is not None:
                yield Match(known, COUNTS[known.kind] * known.draws)
        for word, at in said.words.items():
            for each, counts in self._by_word.get(word, ()):
                place = at if len(each.phrase) == 1 else said.place(each.phrase)
                if place and (place >= ROLE or not (each.of_role and opening.role)):
                    yield Match(each, counts * place)
        for each, topics in self._avoided:
            what = each.phrase[1:]
            if said.place(what) or not said.topics.isdisjoint(topics):
                yield Match(each, -BROKEN * each.draws)
            elif each.phrase[-1] in said.without and said.mentions(what):
                yield Match(each, each.draws)

    def _fit(self, said: OpeningWords) -> tuple[list[str], float]:
        """Skills of the person's that it asks for, and how well it fits, from -1 to 1."""
        found = [
            self.skills[phrase]
            for word in said.words
            for phrase in self._skills_by_word.get(word, ())
            if said.place(phrase)
        ]
        found.sort()
        worth = sum(LEVELS.get(level, 0.0) for _, level in found)
        return [name for name, level in found if level != "gap"], worth / (1 + len(found))


def _sum(matches: Iterable[Match]) -> float:
    """Of skills and sparks the second adds less and the fifth little: long ads hold many."""
    seen: Counter[tuple[Kind, bool]] = Counter()
    total = 0.0
    for each in matches:
        same = (each.ingredient.kind, each.adds > 0)
        seen[same] += same[0] in MANY
        total += each.adds / sqrt(max(1, seen[same]))
    return total


def _place(each: Ranked) -> tuple[bool, float, int, int]:
    days = NEVER if each.days is None else each.days
    return each.closed, -round(each.score, 6), abs(days), -each.opening.id


def _apart(matches: Iterable[Match]) -> list[Match]:
    """What adds the most first, without words that stand in a longer phrase that was found too."""
    found = sorted(matches, key=lambda each: (-abs(each.adds), each.ingredient.name))
    longer = [
        each.ingredient.phrase
        for each in found
        if len(each.ingredient.phrase) > 1 and each.ingredient.kind not in BY_NAME
    ]
    if not longer:
        return found
    within = {word for phrase in longer for word in phrase}
    return [
        each
        for each in found
        if each.ingredient.kind in BY_NAME
        or len(each.ingredient.phrase) > 1
        or each.ingredient.phrase[0] not in within
    ]
