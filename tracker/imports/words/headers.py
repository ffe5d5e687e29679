"""What columns are called in people's sheets and other trackers' exports."""

import re
from functools import lru_cache

from tracker.imports.words.header_words import ALIASES, LOOSE, PLAIN_NOTES
from tracker.models.application_facts import IMPORTED

OTHERS = {
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
    "step_applied": "Yes/no: applied",
    "step_active": "Yes/no: still going",
    "step_rejected": "Yes/no: rejected",
    "step_phone_screen": "Yes/no: phone screen",
    "step_video": "Yes/no: video interview",
    "step_onsite": "Yes/no: interview on site",
    "step_panel": "Yes/no: panel interview",
    "step_assessment": "Yes/no: assessment",
    "step_case": "Yes/no: case",
    "step_other": "Yes/no: other interview",
    "step_offer": "Yes/no: offer",
    "step_accepted": "Yes/no: offer accepted",
    "step_withdrawn": "Yes/no: withdrawn",
    "notes": "Notes",
    "skip": "Leave out",
}
FACTS = {each.name: each.label for each in IMPORTED} | OTHERS
"""What a column may hold: facts of the application, and what tells how it went on."""
MANY = frozenset(
    ("notes", "skip", "interview_on", "step_other", "step_assessment", "step_phone_screen",
     "step_video", "step_onsite", "step_panel", "step_case")
)  # fmt: skip
DATES = tuple(name for name in FACTS if name.endswith("_on"))

SEARCHES = tuple((re.compile(pattern), fact) for pattern, fact in LOOSE)


@lru_cache(maxsize=4096)
def normalised(header: str) -> str:
    """A header's letters and digits only, in lower case."""
    return "".join(filter(str.isalnum, header[:200].casefold())) or header.strip()[:1]


KNOWN = {normalised(each.label): each.name for each in IMPORTED} | {
    normalised(alias): fact for fact, aliases in ALIASES.items() for alias in aliases.split("|")
}


JUST_NOTES = frozenset(map(normalised, PLAIN_NOTES.split("|")))


def exact(header: str) -> str | None:
    """The fact that a header names, its part in brackets or its first half left aside."""
    for part in (
        header,
        re.sub(r"[(\[].*", "", header),
        *re.split(r"[/|,:]| or | und | and ", header),
    ):
        fact = KNOWN.get(normalised(part)) if part.strip() else None
        if fact:
            return fact
    return None


def loose(header: str) -> list[str]:
    """Facts that a header may mean by its words, the likeliest first."""
    words = re.sub(r"[_\-./]+", " ", header[:200].casefold())
    return [fact for pattern, fact in SEARCHES if pattern.search(words)]


APPLYING = re.compile(r"applied|beworben|bewerbung|candidatur|postul|sollicit|inviat", re.I)


def speaks_of_applying(header: str) -> bool:
    """Whether a header says that these were applied for."""
    return APPLYING.search(header[:200]) is not None


def is_known(cell: str) -> bool:
    """Whether a cell reads like a header of a tracker."""
    return len(cell) <= 60 and KNOWN.get(normalised(cell)) is not None


def is_just_notes(header: str) -> bool:
    """Whether a column of notes needs no mention of its header."""
    return normalised(header) in JUST_NOTES
