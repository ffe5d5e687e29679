"""Which rows of a sheet are there already: the surest pairs first, each one only once."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cached_property

from tracker.imports.reading.known_marks import View, likeness, view
from tracker.imports.reading.rows import ReadRow
from tracker.imports.steps.existing import Existing

Read = tuple[int, ReadRow]
MOST_ALIKE = 200
"""Of one name that are looked at for one row."""


class KnownAgain:
    """What a person has, less what rows of this import are matched with already."""

    def __init__(
        self,
        there: Sequence[Existing],
        applications: Collection[int | None] = (),
        leads: Collection[int | None] = (),
    ) -> None:
        self._links = Counter(link for each in there for link in each.marks.links)
        self._free: dict[int, Existing] = {}
        self._by_cells: dict[str, list[Existing]] = defaultdict(list)
        for each in there:
            known = each.application_id in applications if each.application_id else False
            if known or each.lead_id in leads or any(lead in leads for lead in each.leads):
                continue
            if each.binned and each.said is None:
                continue
            self._free[id(each)] = each
            for cells in each.cells:
                self._by_cells[cells].append(each)

    def __bool__(self) -> bool:
        return bool(self._free)

    def same_cells(self, cells: str) -> Existing | None:
        """The one whose row was the same in every cell last time."""
        for each in self._by_cells.get(cells, ()):
            if self._free.pop(id(each), None) is not None:
                return each
        return None

    def assign(self, rows: Iterable[Read]) -> dict[int, Existing]:
        """Which of the rows are there; two such rows and one there leave one new."""
        views = [(row_id, row, _view(row)) for row_id, row in rows]
        links = Counter(seen[2] for _, _, seen in views)
        pairs = [
            (-score, each.binned, order, row_id, each)
            for order, (row_id, row, seen) in enumerate(views)
            for each, score in self._alike(row, seen, links[seen[2]] == 1)
        ]
        found: dict[int, Existing] = {}
        for _, _, _, row_id, each in sorted(pairs, key=lambda pair: pair[:3]):
            if row_id not in found and self._free.pop(id(each), None) is not None:
                found[row_id] = each
        return found

    @cached_property
    def _index(self) -> "_Index":
        return _Index(self._free.values())

    def _alike(self, row: ReadRow, seen: View, alone: bool) -> Iterator[tuple[Existing, int]]:
        if not (seen[0] or seen[1]):
            return
        unclear = any(fact == "applied_on" for fact, _ in row.problems)
        for each in self._index.near(seen):
            if id(each) not in self._free:
                continue
            lead = each.lead_id is not None
            sole = alone and self._links[seen[2]] == 1
            linked = sole and seen[2] in each.marks.links
            unlike = row.kind == "lead" and not lead and each.said is None
            if (unlike or unclear) and not linked:
                continue
            compared: View = (*seen[:4], None) if lead else seen
            score = likeness(compared, each.marks, sole)
            if score is not None:
                yield each, score + (1 if lead == (row.kind == "lead") else 0)


class _Index:
    """Finds what may be the same by one of its names or its link."""

    def __init__(self, there: Iterable[Existing]) -> None:
        self._names: dict[tuple[str, str], list[Existing]] = defaultdict(list)
        self._days: dict[tuple[object, ...], list[Existing]] = defaultdict(list)
        for each in there:
            marks = each.marks
            for company in marks.companies:
                for role in marks.roles:
                    self._names[company, role].append(each)
            for link in marks.links:
                self._days["link", link].append(each)
            for day in marks.each(4) if marks.remembered else ():
                for company in marks.companies:
                    self._days["company", company, day].append(each)
                for role in marks.roles:
                    self._days["role", role, day].append(each)

    def near(self, seen: View) -> Iterable[Existing]:
        """Each only once."""
        company, role, link, _, day = seen
        lists = [
            self._names.get((company, role), []),
            self._days.get(("link", link), []) if link else [],
            self._days.get(("company", company, day), []) if day else [],
            self._days.get(("role", role, day), []) if day else [],
        ]
        return {id(each): each for part in lists for each in part[:MOST_ALIKE]}.values()


def _view(row: ReadRow) -> View:
    return view(row.facts)
