"""A role by its name, as one would type it: no level, no place, nothing in brackets."""

import re
from functools import lru_cache

from tracker.leads.words import role_words, stems
from tracker.values.folding import fold

READ, WORDS = 200, 7
"""Signs of a role that are read, and words of its name that are kept."""
BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|\([^()]*$|\[[^\[\]]*$")
ENDINGS = re.compile(r"(?<=\w)(?:/-?|[*:_])(?:in|innen|r|frau)\b|\b[mwfd](?:/[mwfdx]){1,2}\b")
"""Of each gender: Verkäufer/in, Koch*in, m/w/d."""
PARTS = re.compile(r"\s*[,|;•·]\s*|:\s+|\s+[-–—/@]+\s+")
"""Where a name ends, and a place, a contract or a team begins."""
LEVEL = re.compile(
    r"\b(?:level|lvl|band|tier|stufe|entgeltgruppe|aps|vps|hew)[ .]*\d+[a-z]?\b", re.IGNORECASE
)
LAST = re.compile(
    r"(?:(?:^|\s)(?:(?:grade|class|step|year|aps|el|vps|hew|eg|scale|no|ref|job|id)[ .]*)?"
    r"(?:#?\d[\d.+/–-]*|i{1,3}|iv|v|l\d|p\d)|\s(?:grade|level|band|class|step|-|–|—))$",
    re.IGNORECASE,
)
FIRST = re.compile(r"^(?:#?\d{4,}|[-–—])\s+")
NO_NAME = " .!-–—/&"
ASIDE = frozenset(
    ("contract", "permanent", "temporary", "temp", "fixed", "term", "hybrid", "onsite", "urgent")
)
"""Words that say how one works there, and not as what."""


@lru_cache(maxsize=5_000)
def role_name(role: str) -> str:
    """Policy Officer, of "Policy Officer, Grade 3 (ongoing)"; where nothing is left, the role."""
    plain = ENDINGS.sub("", BRACKETS.sub(" ", role[:READ]))
    parts = [name for part in PARTS.split(plain) if (name := _without_level(part))]
    telling = (name for name in parts if {*map(fold, role_words(name).values())} - ASIDE)
    return next(telling, parts[0] if parts else " ".join(role.split()[:WORDS]))


@lru_cache(maxsize=5_000)
def role_key(role: str) -> tuple[str, ...]:
    """What roles of one name have in common, however it is written."""
    return tuple(stems(role_name(role)))


def is_same_role(one: str, other: str) -> bool:
    """Whether both have one name; where nothing is said, nothing is the same."""
    key = role_key(one)
    return bool(key) and key == role_key(other)


def _without_level(part: str) -> str:
    name, longer = " ".join(LEVEL.sub(" ", part).split()[:WORDS]), ""
    while name != longer:
        longer = name
        name = FIRST.sub("", LAST.sub("", name)).strip(NO_NAME)
    return name
