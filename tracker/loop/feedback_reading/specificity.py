"""Whether feedback says something that could only be said to this person."""

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from tracker.loop.feedback_reading.common_words import telling_words
from tracker.loop.feedback_reading.cues import Hit, blanked_out, cues, find_cues, plain_text
from tracker.loop.feedback_reading.sentences import Sentence
from tracker.loop.feedback_reading.themes import stock_hits, themes_of

Specificity = Literal["specific", "generic", "none"]
ENOUGH, ENOUGH_ALONE = 3.0, 1.5
"""Weight of one sentence from which it is specific, in a text with stock phrases or without."""

UNKNOWN = 2.0
"""How much more it takes where no theme is known and nothing points to you: small talk, perhaps."""

COURTESY = 8
"""Words; what is longer and holds no refusal gives some reason, if only a general one."""

THEME, CONCRETE, STOCK = 3.0, 1.5, -2.0
MOST_WORDS = 6

COURTESIES = re.compile(
    r"(?:(?:and|so|again|once again|really|please|do|but|nochmals?|und|bitte)[ ,]+)*"
    r"(?:thank|thanks|many thanks|sorry|apologies|best of luck|good luck|all the best"
    r"|(?:we|i) (?:really |very much |do |also )*"
    r"(?:appreciate|thank|hope|wish|trust|apologi[sz]e|know how)"
    r"|(?:i'm|i am|we're|we are) (?:so |very )?(?:sorry|grateful)"
    r"|feel free|keep an eye|look out|stay in touch|let us know|should you"
    r"|you (?:may|can|are welcome to|will) (?:re-?apply|apply|contact|call|email)"
    r"|(?:we|i) (?:will|shall|'ll) (?:keep|hold|retain)|if you (?:have|would like|wish)"
    r"|(?:vielen |herzlichen |besten )?dank|danke|alles gute|viel (?:erfolg|glück)"
    r"|wir (?:danken|wünschen|hoffen|bedanken|drücken|bitten)"
    r"|ich (?:danke|wünsche|hoffe|drücke|bitte)|es tut (?:mir|uns)"
    r"|melden sie sich|bei (?:rück)?fragen)\b",
)
"""How a sentence begins that thanks, wishes or says what happens next: its words tell nothing."""


class Verdict(NamedTuple):
    """What it is, and the words that say so."""

    kind: Specificity
    because: tuple[str, ...]


class Weighed(NamedTuple):
    """How much a sentence says about one person, and by which words."""

    weight: float
    because: tuple[str, ...]
    known: bool
    """Whether any of it is a theme's word, or points to you."""


def specificity_of(said: list[Sentence]) -> Verdict:
    """Specific if one sentence is; generic if there is at least a comparison or a compliment.

    What everybody is told is a small vocabulary; the words outside it are what counts.
    """
    stock = [hit for sentence in said for hit in stock_hits(sentence.text)]
    enough = ENOUGH if stock else ENOUGH_ALONE
    every = [weigh(sentence.text) for sentence in said]
    if not any(one.known for one in every):
        enough += UNKNOWN
    weighed = [one for one in every if one.weight >= enough]
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
    kind_words = COURTESIES.match(plain_text(sentence))
    telling = [] if kind_words else telling_words(sentence, rest)
    own = [one for one in themes_of(sentence) if not one.stock]
    themes = [word for one in own for word in one.because]
    concrete: list[Hit] = find_cues(cues("concrete"), rest)
    weight = (
        len(telling)
        + min(THEME, max((one.weight for one in own), default=0.0))
        + CONCRETE * bool(concrete)
        + STOCK * len(stock)
    )
    words = _first([*themes, *telling, *(hit.words for hit in concrete)])
    return Weighed(weight, words, bool(own or concrete))


def _first(words: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words))[:MOST_WORDS]
