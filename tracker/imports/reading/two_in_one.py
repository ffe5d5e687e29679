"""A company and a role that stand in one cell: where it is cut, and which side is which."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property

from tracker.imports.reading.column_content import (
    HALF,
    NEARLY_ALL,
    Profile,
    is_company,
    is_name,
    is_role,
)
from tracker.imports.reading.fact_readers import without_address
from tracker.imports.words.plain import folded
from tracker.imports.words.separators import (
    ASIDE,
    JOINTS,
    WEAK,
    cuts_in,
    halves_at,
    order_in_header,
)

BOTH = "company_role"
"""The fact of such a column, and the code of the question which side is the company."""
ROLE_FIRST, COMPANY_FIRST = "role_first", "company_first"
HARDLY_ANY = 0.1
ENOUGH = 3
"""Cells that settle which side is the company without a question."""


@dataclass(frozen=True)
class Cut:
    """How the cells of a column are cut in two."""

    by: str
    """What stands in between: a key of JOINTS, or nothing where no joint is in nearly all."""
    first: str
    """What likely stands first."""
    sure: bool = False
    """Whether that is beyond doubt."""
    speaks: bool = False
    """Whether words of a role or of a company stand on one side in at least half of the cells."""
    example: str = ""


NO_CUT = Cut("", ROLE_FIRST)


@dataclass(frozen=True)
class Halves:
    """What a cell says; an empty one is missing."""

    company: str = ""
    role: str = ""
    doubt: str = ""
    """Why somebody should look at it."""


SEVERAL = "“{}” has more than two parts. Which is the company?"
OTHER_WAY = "“{}” reads the other way round than the rest. Which is the company?"


def cut_of(profile: Profile, header: str) -> Cut | None:
    """How nearly all cells of a column can be cut; None where they hold one thing each."""
    profile = Profile(Counter({without_address(text)[0]: n for text, n in profile.values.items()}))
    if profile.share(is_name) < NEARLY_ALL:
        return None
    told = order_in_header(header)
    tried = [_Try(joint, profile, told) for joint in JOINTS]
    found = [each for each in tried if each.covers >= (HALF if told else NEARLY_ALL)]
    found = [each for each in found if not each.is_elsewhere]
    best = next((each for each in found if each.sure), next(iter(found), None))
    return best.cut if best else _cell_by_cell(profile)


def _cell_by_cell(profile: Profile) -> Cut | None:
    """Where people write it now so, now so, the words of each cell may tell all the same."""
    told = [text for text, _ in profile.tried if is_told(text)]
    if profile.values.total() < ENOUGH or profile.share(is_told) < NEARLY_ALL:
        return None
    return Cut("", ROLE_FIRST, True, True, told[0][:120])


def is_told(text: str) -> bool:
    """Whether the words of a cell say which part is the company and which the role."""
    halves = halves_of(text, NO_CUT, ROLE_FIRST)
    return bool(halves.company and halves.role)


class _Try:
    """What comes of cutting a column by one joint."""

    def __init__(self, joint: str, profile: Profile, told: str) -> None:
        self.joint, self.profile, self.told = joint, profile, told
        self.cells = [
            (*halves_at(joint, text, cuts[-1 if joint == "at" else 0]), text, count)
            for text, count in profile.tried
            if (cuts := cuts_in(joint, text))
        ]
        self.total = sum(n for *_, n in self.cells)
        self.role_first = sum(n for a, b, _, n in self.cells if _leans(a, b) > 0)
        self.company_first = sum(n for a, b, _, n in self.cells if _leans(a, b) < 0)

    @property
    def cut(self) -> Cut:
        """What it is."""
        return Cut(self.joint, self.first, self.sure, self.speaks, self.example)

    @property
    def covers(self) -> float:
        """How much of the column it cuts."""
        tried = sum(count for _, count in self.profile.tried)
        return self.total / tried if tried else 0.0

    @property
    def is_elsewhere(self) -> bool:
        """Whether one side says where or how the work is, and not for whom."""
        asides = sum(n for a, b, _, n in self.cells if is_aside(a) or is_aside(b))
        return asides > self.total * HARDLY_ANY * 3

    @cached_property
    def first(self) -> str:
        """What likely stands first: told by the words, else by the header."""
        if self.joint == "at":
            return ROLE_FIRST
        if self.role_first == self.company_first:
            return self.told or ROLE_FIRST
        return ROLE_FIRST if self.role_first > self.company_first else COMPANY_FIRST

    @property
    def speaks(self) -> bool:
        """Whether the words of at least half of the cells tell one side from the other."""
        return max(self.role_first, self.company_first) >= self.total * HALF

    @property
    def sure(self) -> bool:
        """Whether nobody has to be asked."""
        most = max(self.role_first, self.company_first)
        least = min(self.role_first, self.company_first)
        if self.joint == "at":
            return bool(self.told) or self.speaks
        if self.joint in WEAK or least > (most + least) * HARDLY_ANY:
            return False
        if self.told:
            return self.first == self.told
        return self.speaks and most >= ENOUGH and self._names_differ()

    def _names_differ(self) -> bool:
        """As companies do: where it is a place or a kind, the same few come again and again."""
        last = self.first == ROLE_FIRST
        names = {(b if last else a).casefold() for a, b, *_ in self.cells}
        return len(names) >= len(self.cells) * HALF

    @property
    def example(self) -> str:
        """A cell that shows it."""
        plain = (text for a, b, text, _ in self.cells if _leans(a, b))
        return next(plain, self.cells[0][2])[:120]


def is_aside(text: str) -> bool:
    """Where or how the work is."""
    return len(text) <= 40 and ASIDE.fullmatch(folded(text)) is not None


def _leans(first: str, last: str) -> int:
    """1 where the role stands first by its words, -1 where the company does, 0 where none tell."""
    roles = is_role(first) - is_role(last)
    forms = is_company(last) - is_company(first)
    return (roles + forms > 0) - (roles + forms < 0)


def halves_of(text: str, cut: Cut, order: str) -> Halves:
    """One cell, cut as the column is; what can't be cut so is looked at by itself."""
    order = ROLE_FIRST if cut.by == "at" else order
    if cut.by and (cuts := cuts_in(cut.by, text)):
        return _at_one_end(cut.by, text, cuts, order) or Halves(role=text)
    for joint in JOINTS:
        if joint in WEAK or len(cuts := cuts_in(joint, text)) != 1:
            continue
        first, last = halves_at(joint, text, cuts[0])
        lean = 1 if joint == "at" else _leans(first, last)
        if lean and not is_aside(last if lean > 0 else first):
            return Halves(last, first) if lean > 0 else Halves(first, last)
    return Halves(role=text) if is_role(text) else Halves(company=text)


def _at_one_end(joint: str, text: str, cuts: list[tuple[int, int]], order: str) -> Halves | None:
    """The company is one part, at the one end or the other; the role is all the rest."""
    if order == ROLE_FIRST:
        role, company = halves_at(joint, text, cuts[-1])
        beside = text[cuts[-2][1] : cuts[-1][0]] if len(cuts) > 1 else role
    else:
        company, role = halves_at(joint, text, cuts[0])
        beside = text[cuts[0][1] : cuts[1][0]] if len(cuts) > 1 else role
    if is_aside(company):
        return None
    if joint == "at":
        return Halves(company, role)
    lean = _leans(beside, company)
    if len(cuts) > 1 and lean <= 0:
        return Halves(company, role, SEVERAL.format(text[:60]))
    return Halves(role, company, OTHER_WAY.format(text[:60])) if lean < 0 else Halves(company, role)
