"""Which rows of a sheet are there already: the surest pairs first, each one only once."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from operator import itemgetter

from tracker.imports.reading.match_keys import View, likeness, view
from tracker.imports.reading.rows import ReadRow
from tracker.imports.steps.existing import Existing

Read = tuple[int, ReadRow]
_Near = tuple[int, View, bool, bool]
"""A row near to one that is there: what it names, if it is a lead, if its day is unclear."""
MOST_ALIKE = 200
"""Of one name that are looked at for one row."""


class RowMatcher:
    """What a person has, less what rows of this import are matched with already.

    `of_rows` are those that rows are known to be of, by their number.
    """

    def __init__(
        self,
        there: Sequence[Existing],
        applications: Collection[int | None] = (),
        leads: Collection[int | None] = (),
        of_rows: Mapping[int, Existing] | None = None,
    ) -> None:
        self._of_rows = of_rows or {}
        self._links = Counter(link for each in there for link in each.marks.links)
        self._free: dict[int, Existing] = {}
        self._by_cells: dict[str, list[Existing]] = defaultdict(list)
        for each in there:
            known = each.application_id in applications if each.application_id else False
            if known or each.lead_id in leads or any(lead in leads for lead in each.leads):
                continue
            if each.binned and each.known_row is None:
                continue
            self._free[id(each)] = each
            for cells in each.cells:
                self._by_cells[cells].append(each)

    def __bool__(self) -> bool:
        return bool(self._free or self._of_rows)

    def same_cells(self, cells: str) -> Existing | None:
        """The one whose row was the same in every cell last time."""
        for each in self._by_cells.get(cells, ()):
            if self._free.pop(id(each), None) is not None:
                return each
        return None

    def assign(self, rows: Iterable[Read]) -> dict[int, Existing]:
        """Which of the rows are there; two such rows and one there leave one new.

        Of the rows, which may be many, only those are held that are near to one that is there.
        """
        links: Counter[str] = Counter()
        near: list[_Near] = []
        found: dict[int, Existing] = {}
        for row_id, row in rows:
            if (own := self._of_rows.get(row.number)) is not None:
                found[row_id] = own
                continue
            seen = view(row.facts)
            if seen[2] in self._links:
                links[seen[2]] += 1
            if row.part_of is None and (seen[0] or seen[1]) and (alike := self._index.near(seen)):
                unclear = any(fact == "applied_on" for fact, _ in row.problems)
                held = next((v for each in alike for v in each.views if v == seen), seen)
                near.append((row_id, held, row.kind == "lead", unclear))
        pairs = [
            (each.binned - 2 * score, one[0], each)
            for one in near
            for each, score in self._alike(one, links[one[1][2]] == 1)
        ]
        pairs.sort(key=itemgetter(0))  # of equals, what stands further up in the sheet
        for _, row_id, each in pairs:
            if row_id not in found and self._free.pop(id(each), None) is not None:
                found[row_id] = each
        return found

    @cached_property
    def _index(self) -> "_Index":
        return _Index(self._free.values())

    def _alike(self, one: "_Near", alone: bool) -> Iterator[tuple[Existing, int]]:
        _, seen, is_lead, unclear = one
        for each in self._index.near(seen):
            if id(each) not in self._free:
                continue
            lead = each.lead_id is not None
            sole = alone and self._links[seen[2]] == 1
            linked = sole and seen[2] in each.marks.links
            unlike = is_lead and not lead and each.known_row is None
            if (unlike or unclear) and not linked:
                continue
            compared: View = (*seen[:4], None) if lead else seen
            score = likeness(compared, each.marks, sole)
            if score is not None:
                yield each, score + (1 if lead == is_lead else 0)


class _Index:
    """Finds what may be the same by one of its names or its link.

    Of a hundred thousand that are there, each name is a sign: what is found is weighed anyway.
    """

    def __init__(self, there: Iterable[Existing]) -> None:
        self._found: dict[int, Existing | list[Existing]] = {}
        for each in there:
            marks = each.marks
            for company in marks.companies:
                for role in marks.roles:
                    self._add(each, "both", company, role)
            for link in marks.links:
                self._add(each, "link", link)
            for day in marks.each(4) if marks.remembered else ():
                for company in marks.companies:
                    self._add(each, "company", company, day)
                for role in marks.roles:
                    self._add(each, "role", role, day)

    def _add(self, each: Existing, *named: object) -> None:
        sign = hash(named)
        before = self._found.setdefault(sign, each)
        if isinstance(before, list):
            before.append(each)
        elif before is not each:
            self._found[sign] = [before, each]

    def near(self, seen: View) -> Collection[Existing]:
        """Each only once."""
        company, role, link, _, day = seen
        lists = [
            self._named("both", company, role),
            self._named("link", link) if link else [],
            self._named("company", company, day) if day else [],
            self._named("role", role, day) if day else [],
        ]
        return {id(each): each for part in lists for each in part[:MOST_ALIKE]}.values()

    def _named(self, *named: object) -> list[Existing]:
        found = self._found.get(hash(named), [])
        return found if isinstance(found, list) else [found]
