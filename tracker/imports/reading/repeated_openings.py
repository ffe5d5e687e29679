"""The same opening in two rows of one sheet: a second row, written when something had changed."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from typing import Any

from tracker.imports.reading.match_keys import view
from tracker.imports.reading.questions import ORDER
from tracker.imports.reading.row_stage import REJECTED, stage_choice
from tracker.imports.reading.rows import ReadRow
from tracker.imports.reading.status_meaning import CHOICES
from tracker.imports.reading.wide_format import ReadInterview

TWICE = "twice"
"""The code of the question whether they are one application."""
ONE, BOTH = "later", "both"
FAR = {"lead": 0, "dated": 0, "applied": 1, "interview": 2, "offer": 3}
OVER = 4
MOST = 1_000
"""Rows of one sheet that go with another one."""
OFFERS = 100
"""Those that are held against every day of a no: more than anybody gets, and soon done."""


Told = tuple[int, str]
"""A row: its number, and where it stands."""
Signs = tuple[int, int]
STANDS = tuple(CHOICES)


@dataclass
class RepeatSurvey:
    """Rows of the same company, role and day, or that can't both be true; feed it every row."""

    first: dict[int, int] = field(default_factory=dict)
    """The first row of each, its number and its choice in one: many are held for a moment."""
    signs: dict[int, Signs] = field(default_factory=dict)
    """By its number what else tells a row from others: its link and its place."""
    groups: dict[int, list[Told]] = field(default_factory=dict)
    days: set[date] = field(default_factory=set)
    offers: dict[int, tuple[int, bool]] = field(default_factory=dict)
    """By company and role the first row with an offer, and whether it has a day."""
    undated_noes: dict[int, Told] = field(default_factory=dict)

    def add(self, row: ReadRow) -> None:
        """Take in one row."""
        company, role, link, place, day = view(row.facts)
        if not (company and role) or row.kind != "application":
            return
        name, stands = hash((company, role)), stage_choice(row)
        if stands == "offer":
            self.offers.setdefault(name, (row.number, day is not None))
        elif day is None and stands in REJECTED:
            self.undated_noes.setdefault(name, (row.number, stands))
        elif day is None:
            return
        if link or place:
            self.signs[row.number] = (_sign(link), _sign(place))
        if day is not None:
            self._add_dated(row.number, name, day, stands)

    def _add_dated(self, number: int, name: int, day: date, stands: str) -> None:
        self.days.add(day)
        key, told = hash((name, day)), number * len(STANDS) + STANDS.index(stands)
        if (before := self.first.setdefault(key, told)) != told:
            earlier, choice = divmod(before, len(STANDS))
            group = self.groups.setdefault(key, [(earlier, STANDS[choice])])
            group.append((number, stands))

    def results(self) -> list[list[Any]]:
        """Earlier state, later state, and what each says; the latest of several is one row."""
        pairs = [pair for group in self.groups.values() for pair in self._pairs(group)]
        paired = {number for pair in pairs for number in pair[:2]}
        odd = [pair for pair in self._at_odds() if not paired.intersection(pair[:2])]
        return [*sorted(odd), *sorted(pairs)][:MOST]

    def _at_odds(self) -> Iterable[list[Any]]:
        """An offer and a no that no two days tell apart."""
        days = sorted(self.days)
        for name, (number, dated) in islice(self.offers.items(), OFFERS):
            no = self.undated_noes.get(name) or (None if dated else self._dated_no(name, days))
            if no and not self._are_two(number, no[0]):
                yield [number, no[0], CHOICES["offer"], CHOICES[no[1]]]

    def _dated_no(self, name: int, days: list[date]) -> Told | None:
        """The first no for it; tried day by day, as a second index would weigh too much."""
        for day in days:
            number, choice = divmod(self.first.get(hash((name, day)), -1), len(STANDS))
            if number >= 0 and STANDS[choice] in REJECTED:
                return number, STANDS[choice]
        return None

    def _pairs(self, group: list[Told]) -> Iterable[list[Any]]:
        latest = max(group, key=_age)
        for each in group:
            if each[1] != latest[1] and not self._are_two(each[0], latest[0]):
                yield [each[0], latest[0], CHOICES[each[1]], CHOICES[latest[1]]]

    def _are_two(self, one: int, other: int) -> bool:
        """Whether a link or a place tells them apart."""
        signs = zip(self.signs.get(one, (0, 0)), self.signs.get(other, (0, 0)), strict=True)
        return any(mine and theirs and mine != theirs for mine, theirs in signs)


def are_at_odds(pair: list[Any]) -> bool:
    """Whether one of the two rows tells of an offer and the other of a no."""
    return pair[2] == CHOICES["offer"] and pair[3] in [CHOICES[each] for each in REJECTED]


def without(pairs: list[list[Any]], number: int) -> tuple[list[list[Any]], list[int]]:
    """The pairs of one sheet without a row that is by itself, and which rows it went with."""
    [later] = {pair[1] for pair in pairs if number in pair[:2]}
    group = [pair for pair in pairs if pair[1] == later]
    told = {pair[0]: pair[2::2] for pair in group} | {later: group[0][3::2]}
    *rest, last = sorted(each for each in told if each != number)
    read, said = zip(*(told[each] for each in (*rest, last)), strict=True)
    left = [[each, last, read[i], read[-1], said[i], said[-1]] for i, each in enumerate(rest)]
    return [pair for pair in pairs if pair[1] != later] + left, [*rest, last]


def _sign(text: str) -> int:
    return hash(text) if text else 0


def age_of(row: ReadRow) -> tuple[int, int]:
    """The same of a row as it is read now."""
    return _age((row.number, stage_choice(row)))


def _age(told: Told) -> tuple[int, int]:
    """What came later: what went further, else what stands further down."""
    return FAR.get(told[1], OVER), told[0]


def take_in(row: ReadRow, earlier: ReadRow) -> None:
    """Let a row say what an earlier one of the same application said, where it says nothing.

    How it stands it says itself: a question about the earlier one's status waits with that one.
    """
    row.facts = {**earlier.facts, **row.facts}
    days = {(talk.kind, talk.on) for talk in row.interviews}
    undated = [talk for talk in row.interviews if talk.on is None and talk.kind == "other"]
    more = [talk for talk in earlier.interviews if (talk.kind, talk.on) not in days]
    if more:
        kept = [talk for talk in row.interviews if talk not in undated]
        row.interviews = more + kept
    reached = "interview" in earlier.path or bool(more)
    if reached and "interview" not in row.path and row.path[:1] == ["applied"]:
        row.path.insert(1, "interview")
        if not row.interviews and "rejected" in row.path:
            row.interviews.append(ReadInterview("other"))
    if row.offer is None and row.rejection is None:
        row.offer = earlier.offer
    for name in ("notes", "private_notes"):
        lines = getattr(row, name).split("\n") if getattr(row, name) else []
        lines += [line for line in getattr(earlier, name).split("\n") if line not in lines]
        setattr(row, name, "\n".join(filter(None, lines)))
    row.tags += [tag for tag in earlier.tags if tag not in row.tags]
    row.problems += [each for each in earlier.problems if each not in row.problems]
    of_days = [each for each in earlier.questions if each[0] == ORDER]
    row.questions += [each for each in of_days if each not in row.questions]
