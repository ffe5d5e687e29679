"""What kind of job it is, as postings say it."""

import re
from typing import Any

from tracker.imports.reading.fact_readers import employment as employment_of
from tracker.values.text import clean_line

OF_SCHEMA = {
    "FULLTIME": "full_time", "PARTTIME": "part_time", "CONTRACTOR": "contract",
    "CONTRACT": "contract", "TEMPORARY": "contract", "INTERN": "internship",
    "INTERNSHIP": "internship", "PERDIEM": "casual", "VOLUNTEER": "other", "OTHER": "other",
    "FREELANCE": "contract", "APPRENTICESHIP": "apprenticeship", "CASUAL": "casual",
    "TEMP": "contract", "FIXEDTERM": "contract", "PERMANENT": "full_time",
}  # fmt: skip
NARROW = ("apprenticeship", "internship", "casual", "contract", "part_time", "full_time", "other")
"""Which counts where several are said: what is rarer says more."""
SAYS = re.compile(
    r"\b(?:full[- ]time|part[- ]time|an?\scasual\b|"
    r"casual\s(?:role|position|job|basis|hours|employment|team)|"
    r"fixed[- ]term|permanent\s(?:role|position|full|part)|max(?:imum)?[- ]term|"
    r"\d{1,2}[- ]month\s(?:fixed|contract|max|FTC|term)|(?:internship|apprenticeship|traineeship|"
    r"praktikum|praktikant\w*|werkstudent\w*|ausbildung\s(?:zum|zur)|vollzeit|teilzeit|minijob|"
    r"festanstellung)\b|unbefristet\w*|befristet\w*)",
    re.IGNORECASE,
)
OF_ROLE = (
    ("apprenticeship", re.compile(r"\b(?:apprentice(?:ship)?|auszubildende\w*|lehrling\w*|"
                                  r"lehre|azubi\w*|"
                                  r"ausbildung)\b", re.IGNORECASE)),
    ("internship", re.compile(r"\b(?:intern|internship|praktikant\w*|praktikum|werkstudent\w*|"
                              r"working student|vacationer)\b", re.IGNORECASE)),
    ("casual", re.compile(r"\bcasual\b|\bminijob\w*", re.IGNORECASE)),
)  # fmt: skip
CONTRACT = re.compile(r"\bcontract|befristet|fixed", re.IGNORECASE)
FULL = re.compile(r"full|vollzeit|100\s?%|3[5-9]|40", re.IGNORECASE)
BOTH = re.compile(r"(?:vollzeit|full[- ]time)[^\n.]{0,20}(?:teilzeit|part[- ]time)", re.IGNORECASE)


def from_schema(value: Any) -> str:
    """`employmentType`: one or several, as codes or in words."""
    said = value if isinstance(value, list) else [value]
    words = [
        part for each in said[:10] if isinstance(each, str) for part in re.split(r"[,;|]", each)
    ]
    found = [kind for each in words[:20] if (kind := _kind(each))]
    if {"full_time", "part_time"} <= set(found):
        found = [kind for kind in found if kind != "part_time"]
    return next((kind for kind in NARROW if kind in found), "")


def _kind(said: str) -> str:
    plain = re.sub(r"[^A-Z]", "", said[:60].rpartition("/")[2].upper())
    return OF_SCHEMA.get(plain) or in_line(said)


def in_line(said: str) -> str:
    """The kind that a short line names."""
    plain = clean_line(said)[:120]
    if BOTH.search(plain):
        return "full_time"
    kind = employment_of(plain) or ""
    contract = kind == "casual" and "casual" not in plain.casefold() and CONTRACT.search(plain)
    return "contract" if contract else kind


def only_for_good(said: str, kind: str) -> bool:
    """Whether it says that a job is for good, and nothing of its hours."""
    return kind == "full_time" and FULL.search(said[:120]) is None


def in_role(role: str) -> str:
    """The kind that a role's own name tells."""
    return next((kind for kind, pattern in OF_ROLE if pattern.search(role[:300])), "")


def in_words(text: str) -> str:
    """The kind that running words name, where they don't name several that differ."""
    plain = " ".join(text[:40_000].split())
    found = [kind for each in SAYS.finditer(plain) if (kind := in_line(each[0]))]
    if not found:
        return ""
    if len(set(found)) == 1:
        return found[0]
    if {"full_time", "part_time"} == set(found):
        return "full_time" if BOTH.search(plain) else found[0]
    return next(kind for kind in NARROW if kind in found[:4])
