"""The columns of one file, and the fact that each is read as."""

from dataclasses import dataclass, field

from tracker.imports.reading.status_meaning import Certainty as StatusCertainty
from tracker.imports.reading.two_in_one import BOTH
from tracker.imports.words import headers


@dataclass
class ColumnReading:
    """A column and the fact that it is read as."""

    header: str
    fact: str
    certainty: StatusCertainty = "certain"
    samples: list[str] = field(default_factory=list)
    why: str = ""
    """Why it is read so, as "the header says Applied on"; empty where that is plain."""
    runner_up: str = ""
    """The fact that it might be instead, if there is one."""

    @property
    def recognised(self) -> bool:
        """Whether its header or what stands in it told what it is; else it goes to the notes."""
        return self.certainty != "unknown"


@dataclass
class MappedColumns:
    """All of them, in their order."""

    columns: list[ColumnReading]

    @property
    def rivals(self) -> list[int]:
        """Columns that read as a status too, and aren't read as one."""
        found = enumerate(self.columns)
        return [i for i, c in found if c.runner_up == "status" and c.fact == "notes"]

    @property
    def tells_applications(self) -> bool:
        """Whether some column says that these were applied for, else they may be openings."""
        facts = {column.fact for column in self.columns}
        return not facts.isdisjoint(("status", "applied_on")) or any(
            fact.startswith("step_") for fact in facts
        )

    @property
    def speaks_of_applying(self) -> bool:
        """Whether a header does, if none holds a day or a status."""
        return any(headers.speaks_of_applying(column.header) for column in self.columns)

    def place(self, fact: str) -> int | None:
        """The first column of a fact."""
        return next((i for i, column in enumerate(self.columns) if column.fact == fact), None)

    @property
    def missing(self) -> list[str]:
        """Facts without which no row can become an application."""
        if self.place(BOTH) is not None:
            return []
        return [fact for fact in ("company", "role") if self.place(fact) is None]

    def choose_column(self, place: int, fact: str) -> None:
        """Read a column as another fact; raises ValueError for one that there isn't."""
        column = self.columns[place]
        if fact not in headers.FACTS:
            raise ValueError(f"unknown fact: {fact}")
        if column.fact != fact:
            column.fact, column.certainty = fact, "chosen"
