"""Which of the words that are looked for stand in an ad, and which near each other."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import takewhile

from tracker.leads.topics import FIRST, topics_of, topics_of_pairs
from tracker.leads.words import EMPTY, NOT, REACH, STOPS, stem

FAR, NEAR = 100, 3
"""Words from one sentence to the next; those that may stand between the words of a phrase."""
LONG = 6
"""Letters from which on a word is looked for inside a longer one: Palliativpflege, healthcare."""
WHOLE_PART = LONG + 2
"""Those from on which a word of the ad stands for a longer one that begins with it."""


def topic_word(topic: str) -> str:
    """A topic as if it were a word that stands in a text."""
    return f"#{topic}"


class SearchedWords(dict[str, tuple[str, ...]]):
    """Words that are looked for: what each word of a text stands for among them.

    That is itself in its plain form, those that it begins or ends with where it is long, those
    that begin with it: Restaurant for Restaurantleitung; and the topics that it is about. Each word
    is looked at once for however many texts: those of a thousand ads are much the same.
    """

    def __init__(self, words: Iterable[str], topics: Iterable[str] = ()) -> None:
        super().__init__()
        self.topics = frozenset(topics)
        self._words = frozenset(words)
        self._long = tuple(each for each in sorted(self._words) if len(each) >= LONG)

    def __missing__(self, word: str) -> tuple[str, ...]:
        """Looked at, and kept."""
        self[word] = found = tuple(self._found(word))
        return found

    def _found(self, word: str) -> Iterator[str]:
        plain = stem(word)
        if plain in self._words:
            yield plain
        if len(word) > LONG + 2 and (word.startswith(self._long) or plain.endswith(self._long)):
            for each in self._long:
                if each != plain and (word.startswith(each) or plain.endswith(each)):
                    yield each
        if len(plain) >= WHOLE_PART:
            after = self._long[bisect_right(self._long, plain) :]
            yield from takewhile(lambda each: each.startswith(plain), after)
        yield from (topic_word(each) for each in topics_of(word) if each in self.topics)


class SearchedText:
    """A text in which phrases are looked for; what it says that there is none of is apart."""

    def __init__(self, written: Sequence[str], wanted: SearchedWords) -> None:
        self._written = written
        self._wanted = wanted
        words = {*self._written}
        self.all = {each for word in words for each in wanted[word]}
        self.without: set[str] = set()
        """Words that stand after a "no" alone."""
        if not words.isdisjoint(NOT):
            self.without = {word for word, places in self._places.items() if not places}
            self.all -= self.without
        if not words.isdisjoint(FIRST):
            pairs = topics_of_pairs(self._written) & wanted.topics
            self.all.update(map(topic_word, pairs))

    def holds(self, phrase: Sequence[str]) -> bool:
        """Whether all words of a phrase stand near to each other in one sentence."""
        if not self.all.issuperset(phrase):
            return False
        return len(phrase) == 1 or self._near(phrase)

    def _near(self, phrase: Sequence[str]) -> bool:
        span, (first, *others) = len(phrase) + NEAR, phrase
        return any(
            all(any(abs(place - each) < span for each in self._places[word]) for word in others)
            for place in self._places[first]
        )

    @cached_property
    def _places(self) -> Mapping[str, list[int]]:
        """Where each of the wanted words stands; from one sentence to the next it is far."""
        found: dict[str, list[int]] = {each: [] for each in self.all}
        place, turned, wanted = 0, 0, self._wanted
        for word in self._written:
            if word in STOPS:
                place, turned = place + FAR, 0
            elif word in NOT:
                turned = REACH
            elif word not in EMPTY:
                place, turned = place + 1, turned - 1
                if turned < 0:
                    for each in wanted[word]:
                        found[each].append(place)
        return found


class OpeningWords:
    """The words of all texts of one opening, and what each text weighs, the lightest first."""

    def __init__(
        self, texts: Sequence[Sequence[str]], weights: Sequence[float], wanted: SearchedWords
    ) -> None:
        pairs = zip(texts, weights, strict=True)
        self._texts = [(SearchedText(text, wanted), weight) for text, weight in pairs if text]
        self.words = {word: weight for text, weight in self._texts for word in text.all}
        """Each word that was found, and what it weighs at its best place."""
        self.without = {word for text, _ in self._texts for word in text.without} - {*self.words}
        """Words of which it says only that there is none."""

    @property
    def topics(self) -> set[str]:
        """What it is about."""
        return {word[1:] for word in self.words if word[0] == "#"}

    def mentions(self, phrase: Iterable[str]) -> bool:
        """Whether all its words are there, also those that it says there is none of."""
        return all(word in self.words or word in self.without for word in phrase)

    def place(self, phrase: Sequence[str]) -> float:
        """What a phrase weighs where it stands; nothing where it does not."""
        if len(phrase) == 1:
            return self.words.get(phrase[0], 0.0)
        if any(word not in self.words for word in phrase):
            return 0.0
        return max((weight for text, weight in self._texts if text.holds(phrase)), default=0.0)
