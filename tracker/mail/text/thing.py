"""One thing that an email asks for, as it is said to whoever sends it, and by them."""

import re
from typing import Literal, NamedTuple

from tracker.mail.text.thing_names import ThingWords
from tracker.mail.text.thing_words import BARE, NUMBERS

NEVER = re.compile(r"(?!)")
CAPITALS = re.compile(r"[A-ZÄÖÜ][A-ZÄÖÜ0-9]|[A-ZÄÖÜ]\w{0,30}(?:zeugnis|ung|nachweis|schein|lauf)")
MINE = {"your": "my", "yours": "mine", "ihr": "mein", "dein": "mein"}
YOURS = re.compile(
    r"\b(?P<word>yours?|ihr|dein)(?P<ends>(?<=[rn])(?:es|er|en|em|e)?)\b", re.IGNORECASE
)
THAT_YOU = re.compile(r"\b(why|how|what|when|where|which|that|if) you\b", re.IGNORECASE)
MANY = re.compile(
    r"(?:nissen?|weisen?|katen?|proben|referenzen|abschlüssen?)$|(?<!ni)(?<!nisse)(?<!wei)(?<!weise)(?<!kat)s$",
    re.IGNORECASE,
)
"""How the name of several ends."""
STATED = re.compile(
    r"\b(?:numbers?|\w{0,30}nummern?|details|\w{0,15}daten|date of birth|address|anschrift|tfn"
    r"|iban)$"
    r"|^(?:the )?(?:\w{1,20} ){0,3}(?:names?|namen?)\b",
    re.IGNORECASE,
)
"""In their own words, what is said and not attached."""
IN_SENTENCE = re.compile(
    r"\[?(?:an?|the|my|one|two|three|four|all|proof|evidence|eine?[nrms]?|meine?[nrms]?|de[nrms]|die|das"
    r"|zwei|drei|vier)[ ]",
    re.IGNORECASE,
)
"""How it begins where it can stand in a sentence."""
FEW, SHORT = 4, 45
"""Things that a sentence holds, and characters of each."""


class Thing(NamedTuple):
    """One thing that they ask for."""

    words: ThingWords
    number: str = ""
    """As it stands in the mail: two."""
    literal: bool = False
    """Whether it is named in their own words, as an item of a list."""
    german: bool = False
    """Whether those words are German."""
    single: bool = True
    """Whether it is one."""

    def named(self, language: Literal["en", "de"]) -> str:
        """My driver licence, two references, meinen Führerschein: as whoever sends it says it."""
        if self.literal or self.number:
            return mine(self.titled(language))
        if language == "de":
            alone = self.words.german_mine if self.single else ""
            return alone or f"meine {self.words.german}"
        return (self.words.mine if self.single else "") or f"my {self.titled()}"

    def line(self, language: Literal["en", "de"]) -> str:
        """My two referees are, My tax file number is: what begins the line where it is said."""
        words = self.words
        whole = words.mine if language == "en" else words.german_mine
        if whole and len(whole.split()) > 2:
            return whole
        if not words.stated or (
            self.literal and not self.titled(language).lower().startswith("your")
        ):
            return self.titled(language)
        if language == "de":
            return f"{whole} ist" if whole else f"Meine {self.titled(language)} sind"
        name = YOURS.sub("", self.titled(), count=1).strip()
        return f"My {name} {'are' if re.search('[^s]s$', name) else 'is'}"

    def titled(self, language: Literal["en", "de"] = "en") -> str:
        """As it is said to whoever sends them."""
        name = self.words.name if language == "en" else self.words.german
        name = self.words.one if language == "en" and self.single and self.words.one else name
        count = NUMBERS.get(self.number, ("", ""))[language == "de"]
        return f"{count} {name}".strip()

    @property
    def listed(self) -> str:
        """Tax file number declaration: where a title says whose it is."""
        return re.sub(r"^your ", "", self.titled())

    def either(self, other: "Thing") -> "Thing":
        """[my passport / my driver licence]: one of them will do, and they say which."""
        words = self.words._replace(
            name=f"{self.titled()} or {other.titled()}",
            german=f"{self.titled('de')} oder {other.titled('de')}",
            one="",
            mine=_one_of(self.named("en"), other.named("en")),
            german_mine=_one_of(self.named("de"), other.named("de")),
        )
        return Thing(words)

    @property
    def owned(self) -> bool:
        """Whether it is "your" one."""
        theirs = self.literal and not self.words.name.startswith("your ")
        return not (self.number or theirs or self.words.name in BARE)


def _one_of(one: str, other: str) -> str:
    return f"[{one.strip('[]')} / {other}]"


def mine(said: str) -> str:
    """My check number, of "your check number"; einer Kopie meines Ausweises, of "Ihres"."""
    said = THAT_YOU.sub(r"\1 I", said)
    return YOURS.sub(lambda found: MINE[found["word"].lower()] + found["ends"].lower(), said)


def literal(said: str) -> Thing:
    """In their own words."""
    name = said if CAPITALS.match(said) else f"{said[:1].lower()}{said[1:]}"
    return Thing(
        ThingWords(NEVER, name, said, True, stated=bool(STATED.search(said))), literal=True
    )


def is_single(words: ThingWords, said: str) -> bool:
    """Whether it is one that they name so."""
    return not words.one or MANY.search(said) is None


def fits_sentence(things: list[str]) -> bool:
    """Whether they can be named in one, and need no list."""
    return len(things) <= FEW and all(
        max(map(len, each.split(" / "))) <= SHORT and IN_SENTENCE.match(each) for each in things
    )


__all__ = ["Thing", "fits_sentence", "is_single", "literal", "mine"]
