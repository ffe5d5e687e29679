"""What stands in a column: how much of it reads as a fact, whatever its header says."""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property

from tracker.imports.reading import fact_readers, statuses, wide_format
from tracker.imports.words import headers
from tracker.imports.words.date_words import looks_like_date
from tracker.imports.words.dates_in_cell import holds_days
from tracker.imports.words.plain import folded
from tracker.imports.words.role_words import ROLES

SAMPLES_SHOWN = 3
TRIED = 200
"""Different values of a column that are tried."""
LONGEST_STATUS, LONGEST_NAME, LONGEST_WORDS = 80, 120, 40
HALF = 0.5
"""A column of which less than half reads as a fact is not recognised as that."""
MOST, NEARLY_ALL = 0.6, 0.8
EMAIL = re.compile(r"[^\s@]+@(?:[^\s@.]+\.)+\w+")
ROLE = re.compile(rf"\b(?:{ROLES})\b")
LEGAL = re.compile(r"\b(?:inc|ltd|llc|gmbh|ag|pty|plc|corp|sarl|sas|srl|spa|bv|nv|kg|lda|oy|ab)\b")

Test = Callable[[str], bool]


@dataclass
class Profile:
    """What stands in the first rows of a column."""

    values: Counter[str] = field(default_factory=Counter)
    shares: dict[str, float] = field(default_factory=dict, repr=False)

    def add(self, cell: str) -> None:
        """Take in one cell."""
        text = cell.strip()
        if not fact_readers.is_empty(text):
            self.values[text] += 1

    @cached_property
    def tried(self) -> list[tuple[str, int]]:
        """The most frequent values, with how often they stand there."""
        return self.values.most_common(TRIED)

    def share(self, test: Test) -> float:
        """How much of the column passes, blanks left aside."""
        total = hits = 0
        for text, count in self.tried:
            total += count
            hits += count if test(text) else 0
        return hits / total if total else 0.0

    def reads(self, fact: str) -> float | None:
        """How much of it reads as a fact; None where any words would."""
        name = "day" if fact in headers.DATES else fact
        if fact.startswith("step_"):
            talk = fact.removeprefix("step_") in wide_format.INTERVIEWS
            name = "talk" if talk else "step"
        if name not in TESTS:
            return None
        if name not in self.shares:
            self.shares[name] = self.share(TESTS[name])
        return self.shares[name]

    def count(self, fact: str) -> tuple[int, int]:
        """How many of its cells read as a fact, of how many."""
        total = self.values.total()
        return round((self.reads(fact) or 0) * total), total

    @property
    def samples(self) -> list[str]:
        """The most frequent values, shortened."""
        return [text[:60] for text, _ in self.values.most_common(SAMPLES_SHOWN)]

    @property
    def may_be_companies(self) -> bool:
        """Whether it holds names, most of them once."""
        total = self.values.total()
        capital = self.share(lambda text: text[:1].isupper() or not text.isascii())
        return total >= 3 and len(self.values) >= total * 0.5 and capital >= 0.9

    @property
    def repeats(self) -> bool:
        """Whether it holds a few words again and again, as a status does."""
        total = self.values.total()
        return total < 4 or len(self.values) <= max(3, total * 0.6)


def is_day(text: str) -> bool:
    """One day, or several in one cell."""
    return holds_days(text)


def is_status(text: str) -> bool:
    """Words that surely are a status; a plain yes or no is none."""
    if len(text) > LONGEST_STATUS or wide_format.is_answer(text) or looks_like_date(text):
        return False
    meaning = statuses.guess_status(text)
    return meaning.certainty == "certain" or meaning.choice != "ask"


def is_plain_status(text: str) -> bool:
    """Words that are a status and nothing else."""
    return is_status(text) and statuses.guess_status(text).certainty == "certain"


def is_step(text: str) -> bool:
    """A yes, a no, or a day."""
    return wide_format.is_answer(text) or wide_format.tells(text) == "silent" or holds_days(text)


def is_talk(text: str) -> bool:
    """A yes, a no, a day, how many there were, or how it went."""
    rounds = len(text) == 1 and text.isdecimal()
    return rounds or wide_format.tells(text) is not None or holds_days(text)


def is_workplace(text: str) -> bool:
    """Where the work is; a yes or a no answers whether it is remote."""
    return fact_readers.workplace(text) is not None or wide_format.is_answer(text)


def is_role(text: str) -> bool:
    """Words of a profession."""
    return len(text) <= 120 and ROLE.search(folded(text)) is not None


def is_company(text: str) -> bool:
    """The form of a company."""
    return len(text) <= 120 and LEGAL.search(folded(text)) is not None


def is_no_name(text: str) -> bool:
    """A day, an address, a yes or a no: no company and no role."""
    words_before = fact_readers.without_address(text)[1]
    return (
        looks_like_date(text)
        or (fact_readers.link(text) is not None and "/" in text and not words_before)
        or EMAIL.fullmatch(text) is not None
        or wide_format.is_answer(text)
    )


def is_name(text: str) -> bool:
    """Words that may be a name."""
    return any(map(str.isalpha, text)) and len(text) <= LONGEST_NAME and not is_no_name(text)


def is_short(text: str) -> bool:
    """A word or a few, as in a status whose language isn't known."""
    return len(text) <= LONGEST_WORDS and any(map(str.isalpha, text)) and not is_no_name(text)


def is_short_or_no(text: str) -> bool:
    """The same, or a no that is a status too, as "nope"."""
    return is_short(text) or statuses.guess_status(text).choice == "rejected"


def is_dateish(text: str) -> bool:
    """A day in numbers that aren't known, perhaps."""
    return sum(map(str.isdigit, text)) >= 2 and len(text) <= LONGEST_WORDS


TESTS: dict[str, Test] = {
    "day": is_day,
    "step": is_step,
    "talk": is_talk,
    "status": is_status,
    "link": lambda text: fact_readers.link(text) is not None,
    "workplace": is_workplace,
    "employment": lambda text: fact_readers.employment(text) is not None,
    "applied_how": lambda text: fact_readers.applied_how(text) is not None,
    "excitement": lambda text: fact_readers.excitement(text) is not None,
}
