"""What is in an export or behind a link: each part ticked by the person."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, Self


class SharedPart(StrEnum):
    """What can be ticked, in the order in which it is shown."""

    SUMMARY = "summary"
    HELP = "help"
    INSIGHTS = "insights"
    APPLICATIONS = "applications"
    PAY = "pay"
    HISTORY = "history"
    INTERVIEWS = "interviews"
    ASKS = "asks"
    FEEDBACK = "feedback"
    ACTIONS = "actions"
    REVIEWS = "reviews"
    NOTES = "notes"
    POSTING = "posting"
    RESUME = "resume"
    LETTER = "letter"
    TAGS = "tags"
    PRIVATE = "private"

    @property
    def label(self) -> str:
        """The part's name on the screen."""
        return LABELS[self][0]

    @property
    def hint(self) -> str:
        """What the part shows, in a few words."""
        return LABELS[self][1]


LABELS = {
    SharedPart.SUMMARY: ("In one minute", "the numbers, in a few sentences"),
    SharedPart.HELP: ("What I’d like help with", "your own words"),
    SharedPart.INSIGHTS: (
        "Charts",
        "what happened to your applications, reply times, what gets interviews",
    ),
    SharedPart.APPLICATIONS: ("Applications", "role, company, place, source, stage, days"),
    SharedPart.PAY: ("Pay", "as advertised, and offers"),
    SharedPart.HISTORY: ("Stage history", "every move, with its day"),
    SharedPart.INTERVIEWS: ("Interviews", "when, which kind, how they went"),
    SharedPart.ASKS: ("Asking for advice", "calls and emails, and what came of them"),
    SharedPart.FEEDBACK: ("What they said", "their words, and the themes in them"),
    SharedPart.ACTIONS: ("Actions", "plans, what is done, what used it"),
    SharedPart.REVIEWS: ("Looking back", "who looked at résumé and profiles, what they said"),
    SharedPart.NOTES: ("Notes", "your notes on applications; private ones never"),
    SharedPart.POSTING: ("Job postings", "the text that you saved with an application"),
    SharedPart.RESUME: (
        "Résumés, to open",
        "each as you sent it, your address in it too",
    ),
    SharedPart.LETTER: ("Cover letters, to open", "each as you sent it, with the names in it"),
    SharedPart.TAGS: ("Tags", "your own words to sort by, as a column"),
    SharedPart.PRIVATE: ("Private writing", "moments, worries on paper, your lines, private notes"),
}
BESIDE = (SharedPart.POSTING, SharedPart.RESUME, SharedPart.LETTER)
"""What stands beside an application behind a link, and in no file for others."""
EVERYTHING = frozenset(SharedPart) - {SharedPart.PRIVATE}
LEFT_OUT = {SharedPart.PAY, SharedPart.NOTES, SharedPart.TAGS, SharedPart.PRIVATE, *BESIDE}
USUAL = frozenset(SharedPart) - LEFT_OUT
ONLY_NUMBERS = frozenset({SharedPart.SUMMARY, SharedPart.HELP, SharedPart.INSIGHTS})
NOT_FOR_LINKS = (SharedPart.TAGS, SharedPart.PRIVATE, *BESIDE)
FOR_LINKS = tuple(part for part in SharedPart if part not in NOT_FOR_LINKS)
"""What files and links can show; private writing is never behind a link."""
BEHIND_LINKS = (*FOR_LINKS, *BESIDE)
IN_TABLES = (*FOR_LINKS, SharedPart.TAGS)
"""What a workbook and CSV files can show: one often keeps these for oneself."""


@dataclass(frozen=True)
class Selection:
    """The parts, and whether companies and people keep their names."""

    parts: frozenset[SharedPart] = USUAL
    companies: bool = True
    people: bool = False

    def __contains__(self, part: SharedPart) -> bool:
        return part in self.parts

    @classmethod
    def of(cls, parts: Iterable[str], companies: bool = True, people: bool = False) -> Self:
        """From words; those that are not known are left out."""
        known = {part.value for part in SharedPart}
        return cls(
            frozenset(SharedPart(part) for part in parts if part in known), companies, people
        )

    @classmethod
    def from_json(cls, kept: Mapping[str, Any]) -> Self:
        """As it was kept; nothing is shown that is not named there."""
        return cls.of(kept.get("parts", ()), bool(kept.get("companies")), bool(kept.get("people")))

    def as_json(self) -> dict[str, Any]:
        """To be kept."""
        return {
            "parts": [part.value for part in SharedPart if part in self.parts],
            "companies": self.companies,
            "people": self.people,
        }

    def for_link(self) -> Self:
        """The same without what is never behind a link."""
        return replace(self, parts=self.parts & frozenset(BEHIND_LINKS))
