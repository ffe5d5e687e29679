"""The first guess at a mapping: headers propose, and what stands in the columns decides."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice

from tracker.imports.files.table import Row, Table
from tracker.imports.reading import column_content, wide_format
from tracker.imports.reading.by_content import by_content
from tracker.imports.reading.column_content import HALF, NEARLY_ALL, Profile
from tracker.imports.reading.column_reading import ColumnReading
from tracker.imports.reading.column_reasons import (
    ALSO,
    LOOSELY,
    NAMED,
    Claim,
    explained,
    note_rivals,
)
from tracker.imports.reading.mapping import Mapping
from tracker.imports.reading.survey import count_questions
from tracker.imports.reading.two_columns_in_one import claim_both
from tracker.imports.words import headers, known_exports

SAMPLE_ROWS = 2_000
ENOUGH = 3
"""Cells that may speak against a header."""
DATED_TWIN = {
    "step_applied": "applied_on",
    "step_rejected": "rejected_on",
    "step_offer": "offer_on",
}
"""A column "Rejected" may hold a yes or a day."""


def guess_mapping(table: Table, today: date, currency: str = "AUD") -> Mapping:
    """Read the table, and say how it should be read; raises Unreadable."""
    profiles = profiles_of(table.headers, islice(table.rows(), SAMPLE_ROWS))
    mapping = Mapping(choose_columns(table.headers, profiles), currency=currency)
    mapping.settle(table.rows(), today)
    count_questions(mapping, table.rows())
    return mapping


def profiles_of(names: Sequence[str], rows: "Iterator[Row]") -> list[Profile]:
    """What stands in each column of these rows."""
    profiles = [Profile() for _ in names]
    for _, cells in rows:
        for profile, cell in zip(profiles, cells, strict=False):
            profile.add(cell)
    return profiles


def choose_columns(names: Sequence[str], profiles: Sequence[Profile]) -> list[ColumnReading]:
    """A fact for every column, and why: of two that claim one fact, the better one gets it."""
    known = known_exports.facts_of(names)
    claims = [claim for place in range(len(names)) for claim in _claims(place, names, profiles)]
    claims += [Claim(place, fact, 2, 1, 1) for place, fact in known.items()]
    chosen: dict[int, Claim] = {}
    taken: dict[str, int] = {}
    _take([claim for claim in claims if claim.reads >= HALF], chosen, taken)
    late = [claim for claim in claims if claim.reads < HALF]
    _take(late + by_content(names, profiles, chosen, taken), chosen, taken)
    both = claim_both(names, profiles, chosen, taken)
    columns = []
    for place, (name, profile) in enumerate(zip(names, profiles, strict=True)):
        mine = [claim for claim in claims if claim.place == place]
        columns.append(explained(name, profile, chosen.get(place), mine, names, taken))
    if both is not None:
        columns[both[0]].why = both[1]
    note_rivals(columns, profiles)
    return columns


def _take(claims: list[Claim], chosen: dict[int, Claim], taken: dict[str, int]) -> None:
    for claim in sorted(claims, key=lambda claim: -claim.score):
        free = claim.fact in headers.MANY or claim.fact not in taken
        if claim.place not in chosen and free:
            chosen[claim.place] = claim
            taken.setdefault(claim.fact, claim.place)


def _claims(place: int, names: Sequence[str], profiles: Sequence[Profile]) -> Iterator[Claim]:
    """What the header proposes, as far as the cells don't speak against it."""
    profile = profiles[place]
    fullest = max((each.values.total() for each in profiles), default=0)
    filled = profile.values.total() / fullest if fullest else 0.0
    named = headers.named(names[place])
    proposed = [(fact, ALSO if rank else NAMED) for rank, fact in enumerate(named)]
    if not named:
        proposed = [(fact, LOOSELY) for fact in headers.loose(names[place])]
    step = wide_format.step_of(names[place])
    if step is not None and step not in named:
        proposed.append((step, LOOSELY))
    words_before = False
    for fact, weight in proposed:
        if fact == "step_other" and _is_of_days(names[place], profile):
            fact = "interview_on"
        reads = _reads(fact, profile)
        if reads is None:
            words_before = True
            yield Claim(place, fact, weight, HALF + 0.05, filled)
        elif reads >= (NEARLY_ALL if words_before else HALF):
            yield Claim(place, fact, weight, reads, filled)
        elif weight == NAMED and _asks_cell_by_cell(fact, profile):
            yield Claim(place, fact, LOOSELY, reads, filled)
        elif fact in DATED_TWIN and (profile.reads(DATED_TWIN[fact]) or 0) >= HALF:
            yield Claim(place, DATED_TWIN[fact], weight, 1.0, filled)
    if not profile.values and not proposed:
        yield Claim(place, "notes", LOOSELY, 0.0, filled)


def _is_of_days(name: str, profile: Profile) -> bool:
    """Whether a column headed Interview holds days and nothing else."""
    return headers.is_just_interviews(name) and profile.reads("interview_on") == 1


def _asks_cell_by_cell(fact: str, profile: Profile) -> bool:
    """Whether a column is what its header says, in words that aren't known: each is asked about."""
    if fact == "status":
        short = profile.share(column_content.is_short) >= HALF
        said = profile.share(column_content.is_short_or_no) >= NEARLY_ALL
        return profile.repeats and short and said
    dateish = fact in headers.DATES and profile.share(column_content.is_dateish) >= HALF
    return dateish and profile.share(wide_format.is_answer) == 0


def _reads(fact: str, profile: Profile) -> float | None:
    """How much of a column reads as a fact; None where any words would."""
    if fact == "skip":
        counts = bool(profile.values) and max(profile.values.values()) == 1
        return float(counts and profile.share(str.isdigit) == 1)
    if not profile.values:
        return None if fact != "status" else HALF
    if fact in ("company", "role"):
        wrong = profile.share(column_content.is_no_name) >= NEARLY_ALL
        return 0.0 if wrong and profile.values.total() >= ENOUGH else None
    if fact == "location":
        wrong = profile.share(column_content.is_status) >= HALF
        return 0.0 if wrong and profile.values.total() >= ENOUGH else None
    days = profile.reads(DATED_TWIN[fact]) or 0 if fact in DATED_TWIN else 0.0
    if days >= HALF and not profile.share(wide_format.is_answer):
        return 0.0
    return profile.reads(fact)
