"""Which of a file's tables is the list of applications, by what stands in each."""

from dataclasses import dataclass, replace
from itertools import islice

from tracker.imports.files.names import is_applications, is_other_list, meant, stem
from tracker.imports.files.table import Nothing, Sheet, Table, Unreadable, table_of
from tracker.imports.words import headers

COUNTED = 5_000
"""Rows of one table; more are said to be more."""
LOOKED_AT = 16 * 1024 * 1024
"""Bytes of one table."""
MOST_TABLES = 60
FEW = 20
"""A table of so many times fewer rows than another is an example or a summary beside it."""
REQUIRED = {"company", "role"}
OF_PEOPLE = {"firstname", "lastname", "surname", "givenname", "familyname", "vorname", "nachname"}
"""Columns of a list of contacts, who have companies and roles too."""


@dataclass(frozen=True)
class TableCandidate:
    """A table of the file that has something in it."""

    table: Table
    rows: int
    more: bool
    """Whether there are more rows than were counted."""
    likeness: int

    @property
    def name(self) -> str:
        """What it is called in the file."""
        return self.table.name


@dataclass(frozen=True)
class TableChoice:
    """The tables of a file, the likeliest first, and whether that is the one beyond doubt."""

    candidates: tuple[TableCandidate, ...]
    sure: bool

    def table(self, wanted: str | None = None) -> Table:
        """The one that is wanted, or the likeliest; raises Unreadable."""
        chosen = self.candidates[0]
        if wanted is not None:
            name = meant([each.name for each in self.candidates], wanted)
            if name is None:
                raise Unreadable(f"There is no table “{wanted}” in this file. {self.in_words}")
            chosen = next(each for each in self.candidates if each.name == name)
        others = tuple(each.name for each in self.candidates if each is not chosen)
        return replace(chosen.table, left_unread=others)

    @property
    def in_words(self) -> str:
        """What there is to choose from."""
        listed = ", ".join(
            f"“{each.name}” ({'more than ' if each.more else ''}{each.rows:,})"
            for each in self.candidates
            if each.name
        )
        return f"Its tables, with their rows: {listed}." if listed else "It holds one table."


def choose(sheets: list[Sheet]) -> TableChoice:
    """Look into every sheet; raises Unreadable where there is nothing in any."""
    found: list[TableCandidate] = []
    refused: list[Unreadable] = []
    for sheet in sheets[:MOST_TABLES]:
        try:
            if (candidate := _look_into(sheet, alone=len(sheets) == 1)) is not None:
                found.append(candidate)
        except Unreadable as error:
            refused.append(error)
    if not found:
        raise refused[0] if refused else Nothing
    found = _without_excerpts(found)
    filled = [each for each in found if each.rows] or found
    ranked = sorted(filled, key=lambda each: (-each.likeness, -each.rows * each.more, -each.rows))
    return TableChoice(tuple(ranked), _is_sure(ranked))


def _look_into(sheet: Sheet, alone: bool) -> TableCandidate | None:
    """Its headers and how many rows it has; None where it is empty."""
    sheet.gauge.limit = LOOKED_AT
    try:
        table = table_of(sheet)
        rows = islice(table.rows(), 1 if alone else COUNTED + 1)
        count = sum(1 for _, cells in rows if any(cell.strip() for cell in cells))
    except Nothing:
        return None
    finally:
        full = sheet.gauge.full
        sheet.gauge.limit = None
    more = count > COUNTED or full
    return TableCandidate(table, min(count, COUNTED), more, _likeness(sheet.name, table, count))


def _likeness(name: str, table: Table, rows: int) -> int:
    """3 is LinkedIn's list of applications, 2 has company and role, 1 something of both."""
    facts = {headers.exact(header) for header in table.headers}
    if not rows or is_other_list(name):
        return 0
    if OF_PEOPLE & {headers.normalised(header) for header in table.headers}:
        return 1
    if facts >= REQUIRED:
        return 3 if is_applications(name) else 2
    return 1 if facts & REQUIRED and len(facts - {None}) > 1 else 0


def _without_excerpts(found: list[TableCandidate]) -> list[TableCandidate]:
    """Notion gives a table twice: as it is shown, and as `…_all` with every row and column."""
    whole = {each.name for each in found if stem(each.name).endswith("_all")}
    return [
        each for each in found if not any(stem(name) == f"{stem(each.name)}_all" for name in whole)
    ]


def _is_sure(ranked: list[TableCandidate]) -> bool:
    first, rivals = ranked[0], ranked[1:]
    if first.likeness == 0 and not first.more:
        rivals = [each for each in rivals if each.rows > 1]
    alike = [each for each in rivals if each.likeness == first.likeness]
    return all(each.rows * FEW <= first.rows for each in alike)
