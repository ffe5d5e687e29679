"""The titles people put before a name, in the languages that contacts are typed in."""

import re
from typing import NamedTuple

WOMAN, MAN = "f", "m"

POLITE = {
    WOMAN: "Ms Mrs Miss Madam Frau Fr Madame Mme Mlle Señora Sra Signora Sig.ra Mevrouw Mevr Mw",
    MAN: "Mr Mister Herr Herrn Hr Monsieur Señor Sr Signor Sig Meneer Dhr",
    "": "Mx Sir Dame Lady Lord Rev",
}
CLOSE = (
    *("Aunt", "Auntie", "Aunty", "Uncle", "Cousin", "Sister", "Brother", "Tante", "Onkel"),
    *("Grandma", "Grandpa", "Granny", "Grandad", "Grandmother", "Grandfather", "Oma", "Opa"),
)
"""Of one's own family, each only before a name: Aunt Rosa."""
OF_A_PART = ("Coach", "Father", "Rabbi")
"""What somebody is to those whom they look after, before a name as well."""
HONORIFICS = {
    word.casefold(): (word, sex) for sex, words in POLITE.items() for word in words.split()
} | {word.casefold(): (word, "") for word in (*CLOSE, *OF_A_PART)}
SHORT = {"Fr", "Hr", "Sr", "Mw", "Sig"}
"""Titles only as they are written here: HR is no Herr."""
WRITTEN_OUT = {"Fr": "Frau", "Hr": "Herr", "Herrn": "Herr", "Mister": "Mr", "Madam": "Ms"}

PROFESSOR = re.compile(
    r"(?:(?:apl|em|ao|o|univ|hon|jun)\.?[ -]?)*prof(?:\.|essor(?:in)?)?(?:[ ](?:em|i\.\s?r)\.)?$",
    re.IGNORECASE,
)
ASSOCIATE = re.compile(
    r"(?:a/prof|(?:assoc|ass|asst|associate|assistant)\.?[ -]prof)", re.IGNORECASE
)
DOCTOR = re.compile(
    r"(?:dr|doctor|doktor|dott(?:\.ssa|oressa|ore)?)\.?(?:-?ing\.?)?$", re.IGNORECASE
)
FIELD = re.compile(
    r"(?:h\.\s?c|mult|em|e\.\s?h|med|phil|jur|iur|rer|nat|pol|oec|ing|habil|vet|dent|theol|soc|agr|"
    r"techn|sc|paed|publ|univ|scient|psych|disc|cur)\.?$",
    re.IGNORECASE,
)
"""What may follow "Dr.": Dr. med., Dr. rer. nat., Dr.-Ing."""
DEGREE_BEFORE = re.compile(
    r"(?:dipl|mag|ing|pd|priv|univ|m\.?\s?sc|b\.?\s?sc)\.?(?:-[a-zäöü.()]+)*\.?$", re.IGNORECASE
)
"""Degrees written before a name that nobody is addressed by: Dipl.-Ing., Mag., PD."""

SAID_IN_AUSTRIA = re.compile(r"Mag\.a?|DI|Dipl\.-Ing\.|Ing\.|MMag\.|DDr\.")


class Titles(NamedTuple):
    """What stood before a name: the polite word, and the titles that were earned."""

    polite: str = ""
    sex: str = ""
    earned: tuple[str, ...] = ()
    """Of "Prof." and "Dr.", each as it was typed."""
    rest: str = ""
    """The name itself."""
    degrees: tuple[str, ...] = ()
    """What Austria says before a name, too: Mag., Dipl.-Ing., DI."""

    @property
    def professor(self) -> bool:
        """Whether one of them is."""
        return any("prof" in word.casefold() for word in self.earned)


def titles_of(text: str) -> Titles:
    """Take the titles off the front of a name."""
    words, polite, sex = text.split(), "", ""
    earned: list[str] = []
    degrees: list[str] = []
    while words:
        word = words[0]
        known, its_sex = HONORIFICS.get(word.rstrip(".").casefold(), ("", ""))
        if known in SHORT and word.rstrip(".") != known:
            known = ""
        if known in (*CLOSE, *OF_A_PART) and len(words) == 1:
            break
        if known and not polite and not earned:
            polite, sex = known, its_sex
            polite = WRITTEN_OUT.get(polite, polite)
        elif len(words) > 1 and ASSOCIATE.match(f"{word} {words[1]}"):
            taken = 1 if "/" in word else 2
            earned.append(" ".join(words[:taken]))
            words = words[taken - 1 :]
        elif PROFESSOR.match(word) or DOCTOR.match(word):
            earned.append(word.capitalize() if word.isupper() else word[:1].upper() + word[1:])
        elif SAID_IN_AUSTRIA.fullmatch(word) and len(words) > 1 and (polite or "." in word):
            degrees.append(word)
        elif not _is_passed_over(word, bool(earned)):
            break
        words = words[1:]
    return Titles(polite, sex, tuple(earned), " ".join(words), tuple(degrees))


def _is_passed_over(word: str, after_a_title: bool) -> bool:
    if word == "PD":
        return True
    return "." in word and bool(DEGREE_BEFORE.match(word) or (after_a_title and FIELD.match(word)))
