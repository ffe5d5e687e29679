"""Words of an ad and of a person, brought to one form: English and German, however they are bent.

No dictionary stands behind it. An ending is cut where enough of the word is left, so that a word
and its plural, a verb and its noun meet; what else meets is rare, and costs a place in a list.
"""

import re
from functools import lru_cache

from tracker.values.folding import fold

WORD = re.compile(r"[^\W_]+[+#]*")
SHORTEST = 4
"""Letters that an ending leaves."""
LONGEST = 40
ENDINGS = ("ungen", "innen", "ing", "ung", "ern", "er", "ed", "en", "em", "in", "e", "s")
NOT = frozenset(
    {
        *("no", "not", "never", "without", "kein", "keine", "keinen", "keiner", "keines"),
        *("keinem", "nicht", "nie", "ohne"),
    }
)
"""Words that turn the one after them round; in a wish they make it one to do without."""
_EMPTY = """
    a an and as at be by for from i in is it its my of on or our the their this to up us we what
    with you your am als an auf aus bei beim bin das dem den der des die ein eine einem einen einer
    eines er es fur hat ich ihr im in ist mit nach oder sich sie sind und uns unser von vom wir zu
    zum zur
"""
EMPTY = frozenset(_EMPTY.split())
_TITLES = """
    m w d f x registered certified qualified all assistant associate casual chief closed coordinator
    deputy experienced full
    graduate hand head intern junior lead leader manager member mid middle officer part principal
    remote role senior sr jr staff team time trainee worker year
    ab sofort azubi fachkraft gn i ii iii
    iv mitarbeiter mitarbeiterin leiter leiterin teilzeit vollzeit stellvertretende
"""
TITLES = frozenset(_TITLES.split())
"""Of a role, what tells nothing of the work itself."""


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """A folded word without its endings."""
    if len(word) > LONGEST or not word.isalpha() or word.endswith("ss"):
        return word
    if word.endswith("ies") and len(word) > SHORTEST:
        return f"{word[:-3]}y"
    if len(word) == SHORTEST and word.endswith("s"):
        return word[:-1]
    shorter = word
    while shorter:
        word, shorter = shorter, _shorter(shorter)
    return word


def _shorter(word: str) -> str:
    """Without its last ending, or nothing where it has none that may be cut."""
    if word.endswith("ss"):
        return ""
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST:
            return word.removesuffix(ending)
    return ""


def stems(text: str) -> list[str]:
    """The words of a text in their order, those that turn round as "no"."""
    words = (word for word in WORD.findall(fold(text)) if word not in EMPTY)
    return ["no" if word in NOT else stem(word) for word in words]


@lru_cache(maxsize=5_000)
def role_words(role: str) -> dict[str, str]:
    """What a role is about, and how it is written there: nurse, data, engineer."""
    found: dict[str, str] = {}
    for written in WORD.findall(role)[:20]:
        word = fold(written)
        if word not in EMPTY and word not in TITLES and word not in NOT and not word.isdigit():
            found.setdefault(stem(word), written)
    return found
