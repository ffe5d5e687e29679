"""Whether feedback says something that could only be said to this person."""

from functools import lru_cache
from typing import Literal, NamedTuple

from tracker.loop.feedback_reading.common_words import telling_words
from tracker.loop.feedback_reading.cues import Hit, blanked_out, cues, find_cues, plain_text
from tracker.loop.feedback_reading.sentences import Sentence
from tracker.loop.feedback_reading.themes import stock_hits, themes_of

Specificity = Literal["specific", "generic", "none"]
ENOUGH, ENOUGH_ALONE = 3.0, 1.5
"""Weight of one sentence from which it is specific, in a text with stock phrases or without."""

COURTESY = 8
"""Words; what is longer and holds no refusal gives some reason, if only a general one."""

THEME, CONCRETE, STOCK = 3.0, 1.5, -2.0
MOST_WORDS = 6


class Verdict(NamedTuple):
    """What it is, and the words that say so."""

    kind: Specificity
    because: tuple[str, ...]


class Weighed(NamedTuple):
    """How much a sentence says about one person, and by which words."""

    weight: float
    because: tuple[str, ...]


def specificity_of(said: list[Sentence]) -> Verdict:
    """Specific if one sentence is; generic if there is at least a comparison or a compliment.

    What everybody is told is a small vocabulary; the words outside it are what counts.
    """
    stock = [hit for sentence in said for hit in stock_hits(sentence.text)]
    enough = ENOUGH if stock else ENOUGH_ALONE
    weighed = [one for sentence in said if (one := weigh(sentence.text)).weight >= enough]
    if weighed:
        return Verdict("specific", _first([word for one in weighed for word in one.because]))
    general = [hit.words for hit in stock if hit.label != "nothing"]
    longer = sum(len(one.text.split()) for one in said) > COURTESY
    if general or (longer and not stock):
        return Verdict("generic", _first(general))
    return Verdict("none", _first([hit.words for hit in stock]))


@lru_cache(maxsize=512)
def weigh(sentence: str) -> Weighed:
    """Each word outside the ordinary weighs 1, what points to a theme or to you more."""
    stock = stock_hits(sentence)
    rest = blanked_out(plain_text(sentence), stock)
    telling = telling_words(sentence, rest)
    own = [one for one in themes_of(sentence) if not one.stock]
    themes = [word for one in own for word in one.because]
    concrete: list[Hit] = find_cues(cues("concrete"), rest)
    weight = (
        len(telling)
        + min(THEME, max((one.weight for one in own), default=0.0))
        + CONCRETE * bool(concrete)
        + STOCK * len(stock)
    )
    return Weighed(weight, _first([*themes, *telling, *(hit.words for hit in concrete)]))


def _first(words: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words))[:MOST_WORDS]
