"""Leads by how likely they are the next one: likeness, fit, own excitement, the closing day."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property

from tracker.leads.ingredients import Ingredient, phrase_of, settings_of
from tracker.leads.opening import Match, Opening, Ranked
from tracker.leads.said import Said, Wanted

OWN: Mapping[int | None, float] = {5: 1.6, 4: 1.1, 3: 0.3, None: 0.0, 2: -0.6, 1: -1.2}
"""What the person said of this very lead counts most."""
LIKE, FIT = 1.6, 0.5
SOON = ((3, 0.25), (7, 0.15), (14, 0.05))
"""Days until it closes, and what that adds: enough between two that are alike, no more."""
PLACES = (0.8, 1.0, 1.2, 1.3)
"""What a word weighs in the ad, among the skills, in the role, among the sparks."""
BROKEN = 2.0
"""How many times a wish to do without counts where it isn't kept: that is a condition."""
HALF = 1.5
LEVELS: Mapping[str, float] = {"core": 1.0, "growing": 0.6, "gap": -0.6}
WHOLE, SHARE = 300_000, 8_000
"""Characters of postings that are read for one page, and of each at most."""
NEVER = 10**6
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
        """One of them."""
        days = (opening.closes_on - self.today).days if opening.closes_on else None
        texts = (opening.text, opening.skills, opening.role, opening.sparks)
        said = Said(texts, PLACES, self._wanted)
        matches = _apart(self._matches(opening, said))
        mine, fit = self._fit(said)
        like = sum(each.adds for each in matches)
        score = OWN.get(opening.excitement, 0.0) + FIT * fit
        score += LIKE * like / (HALF + abs(like))
        score += next((adds for most, adds in SOON if days is not None and 0 <= days <= most), 0.0)
        return Ranked(opening, score, matches, mine, days)

    @cached_property
    def _wanted(self) -> Wanted:
        phrases = (*(each.phrase for each in self.ingredients), *self.skills)
        return Wanted(word for phrase in phrases for word in phrase)

    @cached_property
    def _by_word(self) -> dict[str, list[tuple[Ingredient, float]]]:
        """Ingredients with their weights, by the last word of each: a text has to hold it."""
        found: dict[str, list[tuple[Ingredient, float]]] = {}
        for each in self.ingredients:
            if each.kind != "setting":
                found.setdefault(each.phrase[-1], []).append((each, each.weight))
        return found

    @cached_property
    def _skills_by_word(self) -> dict[str, list[tuple[str, ...]]]:
        found: dict[str, list[tuple[str, ...]]] = {}
        for phrase in filter(None, self.skills):
            found.setdefault(phrase[-1], []).append(phrase)
        return found

    @cached_property
    def _settings(self) -> dict[str, Ingredient]:
        return {each.name: each for each in self.ingredients if each.kind == "setting"}

    def _matches(self, opening: Opening, said: Said) -> Iterable[Match]:
        for name in settings_of(opening.workplace, opening.employment):
            if (known := self._settings.get(name)) is not None:
                yield Match(known, known.weight)
        for word in said.words:
            for each, weight in self._by_word.get(word, ()):
                if each.avoids:
                    if said.place(each.phrase[1:]):
                        yield Match(each, -weight * BROKEN)
                elif place := said.place(each.phrase):
                    yield Match(each, weight * place)
        for word in said.without:
            for each, weight in self._by_word.get(word, ()):
                if each.avoids:
                    yield Match(each, weight)

    def _fit(self, said: Said) -> tuple[list[str], float]:
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


def _place(each: Ranked) -> tuple[bool, float, int, int]:
    days = NEVER if each.days is None else each.days
    return each.closed, -round(each.score, 6), abs(days), -each.opening.id


def _apart(matches: Iterable[Match]) -> list[Match]:
    """What adds the most first, without words that stand in a longer phrase that was found too."""
    found = sorted(matches, key=lambda each: (-abs(each.adds), each.ingredient.name))
    longer = [each.ingredient.phrase for each in found if len(each.ingredient.phrase) > 1]
    if not longer:
        return found
    within = {word for phrase in longer for word in phrase}
    return [
        each
        for each in found
        if each.ingredient.kind == "setting"
        or len(each.ingredient.phrase) > 1
        or each.ingredient.phrase[0] not in within
    ]
