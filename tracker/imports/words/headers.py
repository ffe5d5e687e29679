"""What columns are called in people's sheets and other trackers' exports."""

import re
from functools import lru_cache

from tracker.imports.words import northern_words
from tracker.imports.words.header_words import (
    ALIASES,
    LOOSE,
    MAY_BE_TOO,
    PLAIN_DATES,
    PLAIN_NOTES,
)
from tracker.imports.words.plain import folded
from tracker.models.application_facts import IMPORTED

OTHERS = {
    "company_role": "Company and role in one",
    "status": "Status",
    "pay_min": "Pay, from",
    "pay_max": "Pay, up to",
    "pay_currency": "Pay, currency",
    "pay_period": "Pay, per",
    "saved_on": "Saved on",
    "interview_on": "Interview on",
    "rejected_on": "Rejected on",
    "rejection_words": "What they said",
    "offer_on": "Offer on",
    "response_on": "They replied on",
    "status_on": "Status since",
    "step_applied": "Yes/no: applied",
    "step_active": "Yes/no: still going",
    "step_over": "Yes/no: over",
    "step_rejected": "Yes/no: rejected",
    "step_phone_screen": "Yes/no or day: phone screen",
    "step_video": "Yes/no or day: video interview",
    "step_onsite": "Yes/no or day: interview on site",
    "step_panel": "Yes/no or day: panel interview",
    "step_assessment": "Yes/no or day: assessment",
    "step_case": "Yes/no or day: case",
    "step_other": "Yes/no or day: other interview",
    "step_offer": "Yes/no: offer",
    "step_accepted": "Yes/no: offer accepted",
    "step_withdrawn": "Yes/no: withdrawn",
    "step_silent": "Yes/no: no answer came",
    "tags": "Tags",
    "notes": "Notes",
    "private_notes": "Private notes",
    "skip": "Leave out",
}
FACTS = {each.name: each.label for each in IMPORTED} | OTHERS
"""What a column may hold: facts of the application, and what tells how it went on."""
MANY = frozenset(
    ("notes", "private_notes", "tags", "skip", "interview_on", "step_other", "step_assessment",
     "step_phone_screen", "step_video", "step_onsite", "step_panel", "step_case")
)  # fmt: skip
DATES = tuple(name for name in FACTS if name.endswith("_on"))

LONGEST = 200
"""Characters of a header that count; patterns see no more."""

BESIDE_A_TALK = re.compile(
    r"interview.*\b(?:type|format|kind|mode|medium|place|location|with|who|names?|notes?|feedback|"
    r"prep\w*|questions?|links?|address|zone|thank\w*)\b"
)
"""How or with whom an interview is, and not that there is one."""
OF_SOMETHING_ELSE = re.compile(
    r"refer|resume|\bcv\b|cover|letter|visa|permit|document|thank|background|check|portfolio|network|"
    r"connect|mail|follow|employment|marital|citizen|immigra|remote|payment|priority|task|veteran|disab"
)
"""Whose status it is where that is not the application's."""
SEARCHES = tuple((re.compile(pattern), fact) for pattern, fact in LOOSE)


@lru_cache(maxsize=4096)
def normalised(header: str) -> str:
    """A header's letters and digits only, in lower case and without accents."""
    return folded(header[:LONGEST]).replace(" ", "") or header.strip()[:1]


def _known() -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for each in IMPORTED:
        found.setdefault(normalised(each.label), {})[each.name] = None
    for fact, aliases in [*ALIASES.items(), *northern_words.HEADERS.items(), *MAY_BE_TOO.items()]:
        for alias in aliases.split("|"):
            found.setdefault(normalised(alias), {})[fact] = None
    return {alias: tuple(facts) for alias, facts in found.items()}


KNOWN = _known()
"""The facts that a header may name: the first is what it most likely does."""


JUST_NOTES = frozenset(map(normalised, PLAIN_NOTES.split("|")))


def exact(header: str) -> str | None:
    """The fact that a header names before all others."""
    return next(iter(named(header)), None)


def named(header: str) -> tuple[str, ...]:
    """The facts that a header may name, its part in brackets or its first half left aside."""
    header = header[:LONGEST]
    for part in (
        header,
        re.sub(r"[(\[].*", "", header),
        re.sub(r"\s*#?\d+$", "", header),
        *re.split(r"[/|,:]| or | und | and ", header),
    ):
        if facts := KNOWN.get(normalised(part)) if part.strip() else None:
            return facts
    return ()


def loose(header: str) -> list[str]:
    """Facts that a header may mean by its words, the likeliest first."""
    words = folded(header[:LONGEST])
    if BESIDE_A_TALK.search(words):
        return ["notes"]
    other = OF_SOMETHING_ELSE.search(words)
    return [
        fact
        for pattern, fact in SEARCHES
        if pattern.search(words) and not (other and fact == "status")
    ]


APPLYING = re.compile(r"applied|bewerbung|beworben|candidatur|postul|sollicit|inviat")


def speaks_of_applying(header: str) -> bool:
    """Whether a header says that these were applied for."""
    return APPLYING.search(folded(header[:LONGEST])) is not None


def is_other_day(header: str) -> bool:
    """Whether a header says that it is the day of something, and not of what."""
    words = folded(header[:LONGEST]).split()
    return len(words) > 1 and not PLAIN_DATES.isdisjoint(words)


INTERVIEWS = frozenset(
    ("interview", "interviews", "interviewdate", "interviewed", "colloquio", "entretien",
     "entretiens", "entrevista", "entrevistas", "gesprach", "gesprek")
)  # fmt: skip


def is_just_interviews(header: str) -> bool:
    """Whether a header says no more than that there was an interview."""
    return normalised(header) in INTERVIEWS


def is_known(cell: str) -> bool:
    """Whether a cell reads like a header of a tracker."""
    return len(cell) <= 60 and KNOWN.get(normalised(cell)) is not None


def is_just_notes(header: str) -> bool:
    """Whether a column of notes needs no mention of its header."""
    return normalised(header) in JUST_NOTES
