"""The first guess at a mapping: headers propose, and what stands in the columns decides."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice

from tracker.imports.files.table import Row, Table
from tracker.imports.reading import column_content, wide_format
from tracker.imports.reading.column_content import Profile
from tracker.imports.reading.column_reasons import (
    ALSO,
    BY_CONTENT,
    LOOSELY,
    NAMED,
    Claim,
    explained,
    note_rivals,
)
from tracker.imports.reading.fact_readers import is_empty
from tracker.imports.reading.mapping import ColumnReading, Mapping
from tracker.imports.reading.survey import count_questions
from tracker.imports.words import headers, known_exports

SAMPLE_ROWS = 2_000
HALF = 0.5
"""A column of which less than half reads as a fact is not recognised as that."""
MOST, NEARLY_ALL = 0.6, 0.8
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
            text = cell.strip()
            if not is_empty(text):
                profile.values[text] += 1
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
    _take(late + _by_content(names, profiles, chosen, taken), chosen, taken)
    columns = []
    for place, (name, profile) in enumerate(zip(names, profiles, strict=True)):
        mine = [claim for claim in claims if claim.place == place]
        columns.append(explained(name, profile, chosen.get(place), mine, names, taken))
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


def _asks_cell_by_cell(fact: str, profile: Profile) -> bool:
    """Whether a column is what its header says, in words that aren't known: each is asked about."""
    if fact == "status":
        return profile.repeats and profile.share(column_content.is_short) >= NEARLY_ALL
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
        wrong = profile.share(column_content.is_status) >= NEARLY_ALL
        return 0.0 if wrong and profile.values.total() >= ENOUGH else None
    days = profile.reads(DATED_TWIN[fact]) or 0 if fact in DATED_TWIN else 0.0
    if days >= HALF and not profile.share(wide_format.is_answer):
        return 0.0
    return profile.reads(fact)


def _by_content(
    names: Sequence[str],
    profiles: Sequence[Profile],
    chosen: dict[int, Claim],
    taken: dict[str, int],
) -> list[Claim]:
    """What columns are whose headers say nothing that is known, or what their cells deny."""
    open_places = [
        place
        for place, name in enumerate(names)
        if place not in chosen and profiles[place].values and "notes" not in headers.named(name)
    ]
    found = []
    for place in open_places:
        profile = profiles[place]
        for fact, enough in (("link", MOST), ("status", MOST), ("workplace", 0.9)):
            reads = profile.reads(fact) or 0.0
            if reads >= enough and (fact == "link" or _is_kind(fact, profile)):
                found.append(Claim(place, fact, BY_CONTENT, reads, 0))
    days = [place for place in open_places if (profiles[place].reads("applied_on") or 0) > MOST]
    unnamed = [
        place
        for place in days
        if not headers.loose(names[place]) and not headers.is_other_day(names[place])
    ]
    if len(days) == 1 and unnamed and "applied_on" not in taken:
        found.append(Claim(days[0], "applied_on", BY_CONTENT, 1.0, 0))
    return found + _names_by_content(open_places, profiles, taken, found)


def _is_kind(fact: str, profile: Profile) -> bool:
    """Whether the same few words stand there again and again; answers alone are no kind."""
    if fact == "workplace" and profile.share(wide_format.is_answer) > 0:
        return False
    if fact != "status":
        return True
    certain = profile.share(column_content.is_plain_status)
    again = profile.repeats or (profile.reads("status") or 0) >= NEARLY_ALL
    return again and certain >= HALF


def _names_by_content(
    places: list[int], profiles: Sequence[Profile], taken: dict[str, int], found: list[Claim]
) -> list[Claim]:
    """The role by its words, and beside it the one column of names that may be the company."""
    spoken_for = {claim.place for claim in found}
    names = [
        place
        for place in places
        if place not in spoken_for and profiles[place].share(column_content.is_name) >= NEARLY_ALL
    ]
    claims = []
    if "role" not in taken:
        roles = {place: profiles[place].share(column_content.is_role) for place in names}
        best = max(roles, key=lambda place: roles[place], default=None)
        if best is not None and roles[best] >= HALF:
            claims.append(Claim(best, "role", BY_CONTENT, roles[best], 0))
            names.remove(best)
    if "company" not in taken:
        marked = [p for p in names if profiles[p].share(column_content.is_company) >= 0.3]
        alone = len(names) == 1 and profiles[names[0]].may_be_companies
        if len(marked) == 1 or (alone and (claims or "role" in taken)):
            claims.append(Claim((marked or names)[0], "company", BY_CONTENT, 1.0, 0))
    return claims
