"""The first guess at a mapping: from what the columns are called, checked by what is in them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import islice

from tracker.imports.files.table import Row, Table
from tracker.imports.reading import statuses, wide_format
from tracker.imports.reading.fact_readers import is_empty, link
from tracker.imports.reading.mapping import ColumnReading, Mapping
from tracker.imports.reading.survey import count_questions
from tracker.imports.words import headers
from tracker.imports.words.date_words import looks_like_date, parse

SAMPLE_ROWS = 2_000
SAMPLES_SHOWN = 3
LONGEST_STATUS = 80
DATED_TWIN = {
    "step_applied": "applied_on",
    "step_rejected": "rejected_on",
    "step_offer": "offer_on",
    "step_other": "interview_on",
    "step_phone_screen": "interview_on",
}
"""A column "Rejected" may hold a yes or a day."""


@dataclass
class Profile:
    """What stands in the first rows of a column."""

    values: Counter[str] = field(default_factory=Counter)

    def share(self, test: object) -> float:
        """How much of the column passes, blanks left aside."""
        total = self.values.total()
        hits = sum(count for text, count in self.values.items() if callable(test) and test(text))
        return hits / total if total else 0.0

    @property
    def samples(self) -> list[str]:
        """The most frequent values, shortened."""
        return [text[:60] for text, _ in self.values.most_common(SAMPLES_SHOWN)]


def guess_mapping(table: Table, today: date, currency: str = "AUD") -> Mapping:
    """Read the table twice, and say how it should be read; raises Unreadable."""
    profiles = _profiles(table.headers, islice(table.rows(), SAMPLE_ROWS))
    facts = choose_facts(table.headers, profiles)
    columns = [
        ColumnReading(header, fact, certainty, profile.samples)
        for header, (fact, certainty), profile in zip(table.headers, facts, profiles, strict=True)
    ]
    mapping = Mapping(columns, currency=currency)
    mapping.settle(table.rows(), today)
    count_questions(mapping, table.rows())
    return mapping


def _profiles(names: Sequence[str], rows: "islice[Row]") -> list[Profile]:
    profiles = [Profile() for _ in names]
    for _, cells in rows:
        for profile, cell in zip(profiles, cells, strict=False):
            text = cell.strip()
            if not is_empty(text):
                profile.values[text] += 1
    return profiles


def choose_facts(
    names: Sequence[str], profiles: Sequence[Profile]
) -> list[tuple[str, statuses.Certainty]]:
    """A fact for every column: exact names first, then words, then what is in the column."""
    chosen: dict[int, tuple[str, statuses.Certainty]] = {}
    taken: set[str] = set()

    def take(place: int, fact: str | None, certainty: statuses.Certainty) -> None:
        if fact and place not in chosen and (fact in headers.MANY or fact not in taken):
            chosen[place] = (fact, certainty)
            taken.add(fact)

    for place, name in enumerate(names):
        take(place, _confirmed(headers.exact(name), profiles[place]), "certain")
    for place, name in enumerate(names):
        for fact in headers.loose(name):
            take(place, _confirmed(fact, profiles[place]), "proposed")
    for fact, test in (("link", link), ("applied_on", looks_like_date), ("status", _is_status)):
        for place in range(len(names)):
            if profiles[place].share(test) > 0.6:
                take(place, fact, "proposed")
    return [chosen.get(place, ("notes", "unknown")) for place in range(len(names))]


def _confirmed(fact: str | None, profile: Profile) -> str | None:
    """A fact that the column's content speaks against is none, or its twin."""
    if fact is None or not profile.values:
        return fact
    dates = profile.share(_is_date)
    if fact in DATED_TWIN and dates > 0.5:
        return DATED_TWIN[fact]
    if fact.startswith("step_"):
        return (
            fact
            if profile.share(wide_format.is_answer) + dates > 0.5
            else _otherwise(fact, profile)
        )
    if fact in headers.DATES:
        return fact if profile.share(_is_dateish) > 0.3 else None
    if fact == "skip":
        return fact if profile.share(str.isdigit) == 1 and _counts_up(profile) else "notes"
    if fact == "status":
        return fact if profile.share(lambda text: len(text) <= LONGEST_STATUS) > 0.8 else None
    if fact == "link":
        return fact if profile.share(link) > 0.3 else None
    return fact


def _otherwise(fact: str, profile: Profile) -> str | None:
    """A column "Interview" or "Rejected" with words in it."""
    return "status" if fact == "step_active" and profile.share(_is_status) > 0.6 else None


def _counts_up(profile: Profile) -> bool:
    return max(profile.values.values()) == 1


def _is_date(text: str) -> bool:
    return parse(text).form not in ("bad", "empty")


def _is_dateish(text: str) -> bool:
    """A date, or at least something with a digit or a month in it."""
    return _is_date(text) or any(letter.isdigit() for letter in text)


def _is_status(text: str) -> bool:
    return len(text) <= 40 and statuses.guess_status(text).certainty == "certain"
