"""What a report is made of: sections of a few kinds of blocks, whatever file it becomes."""

from datetime import date, datetime
from typing import NamedTuple

from tracker.values.formatting import count, full_day, shortened
from tracker.values.markdown import unmarked

QUOTE, ITEM, LINE, NAME = 280, 160, 80, 70
"""The longest texts, in characters; a report is to be read in a few minutes."""
STAYS, MATTERS, GIVES_WAY = 0, 1, 2
"""Whether a list is shortened where room is short: never, last, or before all others."""


class Paragraph(NamedTuple):
    """A text; its line breaks count. `strong` is the one line to remember."""

    text: str
    strong: bool = False


class Figure(NamedTuple):
    """A number and what it counts."""

    number: str
    label: str


class Figures(NamedTuple):
    """A few numbers side by side."""

    figures: tuple[Figure, ...]


class Item(NamedTuple):
    """A point of a list, with what else is to say about it."""

    text: str
    about: tuple[str, ...] = ()


class Items(NamedTuple):
    """A list; `more` were left out."""

    items: tuple[Item, ...]
    more: int = 0
    gives: int = MATTERS


class Quote(NamedTuple):
    """Somebody's words, and where they come from."""

    text: str
    source: str


class Rows(NamedTuple):
    """A table; `widths` are the columns' shares; `more` rows were left out."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...]
    more: int = 0
    gives: int = MATTERS


class Picture(NamedTuple):
    """A chart: its drawing, its sentence, and its figures for whoever can't see it."""

    title: str
    svg: str
    says: str
    caution: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    @property
    def alt(self) -> str:
        """The drawing in words."""
        figures = "; ".join(self._said(row) for row in self.rows if row)
        return shortened(f"{self.says} {figures}".strip(), 800)

    def _said(self, row: tuple[str, ...]) -> str:
        cells = zip(self.head[1:], row[1:], strict=False)
        return f"{row[0]}: " + ", ".join(f"{head} {cell}" for head, cell in cells)


class Pictures(NamedTuple):
    """Charts that may stand side by side."""

    pictures: tuple[Picture, ...]


class Small(NamedTuple):
    """What is only to be noticed: where the rest is, what stands for what."""

    text: str


class Heading(NamedTuple):
    """Divides a section."""

    text: str


Block = Paragraph | Figures | Items | Quote | Rows | Pictures | Small | Heading


class Section(NamedTuple):
    """A heading and what stands below it."""

    heading: str
    blocks: tuple[Block, ...]


class Report(NamedTuple):
    """All of it."""

    title: str
    name: str
    """Whose search it is."""
    span: str
    made_at: datetime
    """On the person's clock."""
    sections: tuple[Section, ...]
    notes: tuple[str, ...]
    """How to read it, at its end."""

    @property
    def made(self) -> str:
        """Made on Mon 2 Mar 2026."""
        return f"Made on {full_day(self.made_at.date())}"


def line_of(text: str, longest: int = NAME) -> str:
    """A text in one paragraph, without the signs of Markdown, cut where it is too long."""
    return shortened(" ".join(unmarked(text).split()), longest)


def names_of(role: str, company: str, longest: int = NAME) -> str:
    """Role and company in one line; where that is too long, something of each is left."""
    role, company = (" ".join(text.split()) for text in (role, company))
    whole = joined(role, company, between=", ")
    if len(whole) <= longest or not (role and company):
        return shortened(whole, longest)
    company = shortened(company, max(longest // 2, longest - len(role) - 2))
    return f"{shortened(role, longest - len(company) - 2)}, {company}"


def title_of(role: str, company: str) -> str:
    """Which one it is, where that has a line of its own."""
    return names_of(role, company, LINE)


def day_words(moment: date | None, unknown: str = "") -> str:
    """2 Mar 2026; moments of a record are on the person's clock already."""
    day = moment.date() if isinstance(moment, datetime) else moment
    return full_day(day).partition(" ")[2] if day else unknown


def joined(*texts: str, between: str = " · ") -> str:
    """Those that say something."""
    return between.join(text.strip() for text in texts if text.strip())


def left_out(more: int) -> str:
    """How many there are besides; the report's notes say where."""
    return f"and {count(more)} more"
