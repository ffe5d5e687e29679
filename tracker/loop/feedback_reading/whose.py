"""Whom a clause is about: the person, or somebody else whom they are measured by."""

import re
from typing import Literal, NamedTuple

OTHERS = (
    r"(?:other|others|rest|candidates?|applicants?|applications?|finalists?|people|person|field"
    r"|group|shortlist|competition)"
)

PERSON = re.compile(
    r"\b(?:you|yours?|ya|my|ich|i(?!\s+(?:f[eo]\w+|saw|see|liked|met|had|have|think|thought|expect\w*|prefer\w*))|meine?[nmrs]?|ihre?[nmrs]?|ihnen"
    r"|dein(?:e[nmrs]?)?|du|di(?:r|ch)|sie(?!\s+(?:war|hatte|ist|hat|konnte)\b))\b"
)
ANOTHER = re.compile(
    r"\b(?:others?|another|some(?:one|body)|any(?:one|body)|no\s*(?:one|body)|candidates?"
    r"|applicants?|who|whose|they(?!\s+(?:said|told|felt|thought|found|liked))|their|he|she|his|her|him|the\s+(?:rest|person|one)|nobody"
    r"|ander(?:e|en|er)|mitbewerber\w*|bewerber\w*|kandidat\w*|jemand|niemand|person|deren|dessen|against"
    r"|you\s+(?:said|say|told|claim\w*|think|thought|mention\w*|wrote|believe\w*))\b"
)
"""Whoever else stands before what is compared: then it may be that side which is better."""

THEMSELVES = re.compile(
    r"\b(?:you|i|sie|du|ich)\s+(?:were|are|was|am|seemed|waren?|warst|sind|bist|bin)\s+"
    r"(?:(?:also|always|certainly|clearly|easily|really|simply|still|auch|klar)\s+)?(?:an?|eine?)\s+"
    r"(?:[\w-]+\s+){0,3}?(?:candidate|applicant|finalist|person|bewerber\w*|kandidat\w*)\b"
)
"""Where the candidate is the person: you were a stronger candidate."""

END_OF_CLAUSE = re.compile(r"[;:]|\b(?:but|however|while|whereas|aber|jedoch|doch|während)\b")


Way = Literal["better", "worse", "as said"]


class Comparison(NamedTuple):
    """What was said of the person beside others."""

    way: Way | None
    """As said where praise or doubt in the rest decides: "warm, more so than most"; None where the
    words may be praise as well as doubt: faster than most."""
    words: str
    start: int
    end: int
    """From the person, or those by whom they are measured, to the last word that compares."""
    standard: tuple[int, int]
    """Where those stand by whom it is measured: nothing in it is about the person."""
    rest: str
    """The plain sentence without all that compares."""


def person_in(plain: str, start: int, end: int) -> int | None:
    """Where the person is first named in the clause that ends there, if nobody else is in it."""
    start = max((each.end() for each in END_OF_CLAUSE.finditer(plain, start, end)), default=start)
    person = PERSON.search(plain, start, end)
    if person is None:
        return None
    themselves = [each.span() for each in THEMSELVES.finditer(plain)]
    return None if ANOTHER.search(without(plain, *themselves), start, end) else person.start()


def without(text: str, *spans: tuple[int, int]) -> str:
    """The text with these blanked out, as long as before."""
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text
