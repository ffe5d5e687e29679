"""Words of an ad and of a person, brought to one form: English and German, however they are bent.

No dictionary stands behind it. An ending is cut where enough of the word is left, so that a word
and its plural, a verb and its noun meet; what else meets is rare, and costs a place in a list.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from tracker.values.folding import fold

WORD = re.compile(r"[^\W_]+[+#]*")
WORD_OR_STOP = re.compile(r"[^\W_]+[+#]*|[.!?;:\n•·]")
STOPS = ".!?;:\n•·"
"""Where a sentence ends: no phrase goes on over it."""
REACH = 2
"""Words that a "no" turns round: no nights, no weekend work."""
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
    a aber about after all alle allen aller als also am an and any are as at auch auf aus be
    been bei beim being bin but by can could d damit dann das dass dein deine deinem deinen
    deiner dem den denn der des dich did die dir do doch does du durch ein eine einem einen
    einer eines er es euch for from fur gern gerne get habe haben had has hat have he her hier
    him his how i ich if ihm ihn ihnen ihr ihre ihrem ihren ihrer im in into is ist it its jede
    jeder jedes just kann konnen ll man mehr mein meine mit more most muss must my nach need
    noch nur ob oder of on or other our over own re s schon sehr sein seine seit she
    should sich sie sind so soll some sowie such t than that the their them then there these
    they this those through to uber und under uns unser unsere unserem unseren unserer unter
    until up us use ve very viel vom von war was we welche wenn wer werden were what when where
    which while who wie will wir wird with wo would you your zu zum zur
"""
EMPTY = frozenset(_EMPTY.split())
_TITLES = """
    ab adviser advisor agent all assistant associate azubi berater casual center centre
    certified chief closed consultant coordinator d deputy executive experienced expert f
    fachkraft full gn grade graduate hand head i ii iii intern iv jr junior lead leader leiter
    leiterin level m manager member mid middle mitarbeiter mitarbeiterin officer part principal
    qualified referent referentin registered remote representative role senior sofort specialist
    spezialist sr staff stellvertretende team teilzeit time trainee vollzeit w worker x year
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


def words_of(text: str) -> list[str]:
    """Folded words in their order, with "." where one thing ends."""
    return WORD_OR_STOP.findall(fold(text))


def affirmed(words: Iterable[str]) -> list[str]:
    """Without those that a "no" turns round, and without that."""
    found, turned = [], 0
    for word in words:
        if word in NOT:
            turned = REACH + 1
        elif word in STOPS:
            turned = 0
        elif word not in EMPTY:
            turned = max(0, turned - 1)
        if not turned:
            found.append(word)
    return found


def stems(text: str) -> list[str]:
    """The words of a text in their order, those that turn round as "no"."""
    words = (word for word in WORD.findall(fold(text)) if word not in EMPTY)
    return ["no" if word in NOT else stem(word) for word in words]


@lru_cache(maxsize=5_000)
def role_words(role: str) -> dict[str, str]:
    """What a role is about, and how it is written there: nurse, data, engineer."""
    found: dict[str, str] = {}
    nothing = EMPTY | TITLES | NOT
    for written in WORD.findall(role)[:20]:
        word = fold(written)
        if nothing.isdisjoint((word, stem(word))) and not word.isdigit():
            found.setdefault(stem(word), written)
    return found
