"""A role as a letter names it: once, and without the letters that say it is for everybody."""

import re

from tracker.loop.ask.conditions import without_conditions
from tracker.values.text import clean_line

REDUNDANT = re.compile(r"(?<=\S)\s+(?:role|position|job|stelle)$|^the\s+(?=\S)", re.IGNORECASE)
"""As letters say "the ... role" themselves."""

WOMAN = r"w|f|v|k|weiblich|female|woman|women|femme|frau|vrouw"
MAN = r"m|h|männlich|maennlich|male|man|men|homme|mann|hombre"
OTHER = (
    r"d|x|i|a|n|gn|div|divers|diverse|inter|non-?binary|nb|andere?s?|other|any|offen|open|"
    r"hen|q|t|o|\*"
)
ONE = rf"(?:{WOMAN}|{MAN}|{OTHER})[.*]?"
APART = r"\s*(?:[/|,;:·•+&*\\_-]|\s|und|and|oder|or|et|ou)\s*"
SEVERAL = re.compile(rf"{ONE}(?:{APART}{ONE})+", re.IGNORECASE)
TOGETHER = re.compile(
    r"(?:[mwf]{2}[dxi]|[dxi][mwf]{2}|[mwf][dxi][mwf]|"
    r"g\.?n\.?|gn\*|div\.?|\*|gender-?neutral|geschlechtsneutral|geschlecht (?:egal|unwichtig)|"
    r"(?:all|any|every|open to all|für alle|alle|jedes)(?:\s(?:the\s)?)"
    r"(?:genders?|gender identit(?:y|ies)|sexes|geschlechter?|geschlecht|welcome|willkommen)"
    r"(?:\s(?:welcome|willkommen))?|all|alle|tous genres|tous sexes)",
    re.IGNORECASE,
)
IN_BRACKETS = re.compile(r"\s*[(\[{<]\s*([^()\[\]{}<>]{1,40}?)\s*[)\]}>]")
BARE = re.compile(
    rf"(?:\s*[-–—,|:•·]\s*|\s+|^)(?:({ONE}(?:\s?[/|]\s?{ONE})+)|(?:all genders|gn|mwd|wmd|dmw))"
    r"(?=$|[\s,|)-])",
    re.IGNORECASE,
)
LOOK_ALIKES = str.maketrans("∣｜¦／⁄∕", "|||///")
NO_PERSON = re.compile(
    r"^(?:ausbildung|lehre|initiativbewerbung|nebenjob|ferienjob|fsj)\b|"
    r"^(?:\w+\s)?[\w-]*(?:praktikum|studium|programm|volontariat|lehrstelle|tätigkeit|professur)\b|"
    r"\b(?:internship|apprenticeship|traineeship|placement|program(?:me)?|scheme|job)$",
    re.IGNORECASE,
)
LITTLE = {"OF", "AND", "FOR", "THE", "IN", "AT", "TO", "UND", "FÜR", "IM", "DER", "ZUR", "ZUM"}
LETTERS = {"NDIS", "TAFE", "STEM", "NAPLAN", "RAAF", "ESOL", "TESOL", "SCADA", "CISO", "AUSLAN"}
"""Of what is written in capitals, what stays so although it could be said."""
HALF_A_TERM = {"i", "o", "a", "n", "t", "q"}


def role_in_a_letter(text: str) -> str:
    """Analyst, of "The Analyst (m/w/d) position – REF 123"; what else is in brackets stays."""
    role = clean_line(text).translate(LOOK_ALIKES)
    role = IN_BRACKETS.sub(lambda each: "" if for_everybody(each[1]) else each[0], role)
    role = BARE.sub(lambda each: each[0] if each[1] and not for_everybody(each[1]) else "", role)
    role = without_conditions(clean_line(role).strip(" -–—,;|/:•·*"))
    return _calmer(REDUNDANT.sub("", re.sub(r"\s*\|\s*", ", ", role)))


def german_role(role: str, country: str = "") -> str:
    """Als Koch, but „Praktikum Marketing“: nobody works as an internship."""
    if not NO_PERSON.search(role):
        return f"als {role}"
    return f"«{role}»" if country in ("CH", "LI") else f"„{role}“"


def _calmer(role: str) -> str:
    """SENIOR BUYER is Senior Buyer; what is short or can't be said stays: HR, VP, SQL."""
    words = role.split()
    if not role.isupper() or max(len(word) for word in words) < 5:
        return role
    return " ".join(_word(word) for word in words)


def _word(word: str) -> str:
    if word in LITTLE:
        return word.lower()
    said = len(word) > 3 and re.search("[AEIOUÄÖÜ]", word) and word not in LETTERS
    return re.sub(r"[^\W\d_]+", lambda part: part[0].capitalize(), word) if said else word


def for_everybody(words: str) -> bool:
    """Whether these letters say only that anybody may apply: m/w/d, H/F, gn, all genders."""
    if TOGETHER.fullmatch(words):
        return True
    if not SEVERAL.fullmatch(words):
        return False
    parts = [part for part in re.split(rf"{APART}", words.casefold()) if part]
    men = any(re.fullmatch(rf"(?:{MAN})[.*]?", part) for part in parts)
    women = any(re.fullmatch(rf"(?:{WOMAN})[.*]?", part) for part in parts)
    others = {part.rstrip(".*") for part in parts} - HALF_A_TERM
    return (men and women) or ((men or women) and len(others) > 1)
