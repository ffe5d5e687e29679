"""How well the reading does on a set labelled by hand; a third of it is held back from tuning.

A status, a column or a date is *certain* when it would be read without a question. Precision: how
many of the certain ones are right. Recall: how many of those that can be told are certain and
right; what is not, is asked about. `python -m tests.imports.labelled.measure` prints the table.
"""

import csv
import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b
from pathlib import Path

from tracker.imports.files import read_table
from tracker.imports.reading import interpret
from tracker.imports.reading.guess_mapping import guess_mapping
from tracker.imports.reading.statuses import guess_status

HERE = Path(__file__).parent
TODAY = date(2026, 11, 23)
FILLED = (
    ("Marlow Ferries", "Deckhand"),
    ("Larkspur Bakery", "Night Baker"),
    ("Tern Island Parks", "Ranger"),
)


@dataclass(frozen=True)
class Tried:
    """One of them: what it is, what came of it."""

    name: str
    held_back: bool
    tellable: bool
    """Whether a person could tell it; else it has to be asked about."""
    certain: bool
    right: bool
    said: str = ""
    complete: bool = True
    """Whether nothing of it is left to be asked that could be told."""


@dataclass(frozen=True)
class Figures:
    """What is told about a part of a set."""

    count: int
    certain: int
    certain_right: int
    read: int
    tellable: int

    @property
    def precision(self) -> float:
        """How many of the certain ones are right."""
        return self.certain_right / self.certain if self.certain else 1.0

    @property
    def recall(self) -> float:
        """How many of those that can be told are read without a question, and right."""
        return self.read / self.tellable if self.tellable else 1.0


def held_back(*words: str) -> bool:
    """A third, for good: whichever they are, nobody chose them."""
    return blake2b("\x1f".join(words).encode(), digest_size=4).digest()[0] % 3 == 0


def lines(name: str) -> Iterator[dict[str, str]]:
    """The lines of one set."""
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def statuses() -> Iterator[Tried]:
    """Every status: certain where it is read without a question."""
    for line in lines("statuses.csv"):
        found = guess_status(line["status"])
        certain, tellable = found.certainty == "certain", line["means"] != "ask"
        right = found.choice == line["means"]
        yield Tried(line["status"], held_back(line["status"], line["language"]), tellable,
                    certain, right, f"{found.choice} ({found.certainty})")  # fmt: skip


def headers() -> Iterator[Tried]:
    """Every header over its cells, in a sheet with a company and a role besides."""
    for line in lines("headers.csv"):
        cells = line["cells"].split("|")
        means = line["means"].split(",")
        known = (("Company", "company"), ("Role", "role"))
        beside = [name for name, fact in known if fact not in means]
        table = _table([*beside, line["header"]], [
            [*([FILLED[i][0]] if "Company" in beside else []),
             *([FILLED[i][1]] if "Role" in beside else []), cell]
            for i, cell in enumerate(cells)
        ])  # fmt: skip
        column = guess_mapping(read_table(table), TODAY).columns[-1]
        certain = column.certainty == "certain"
        said = f"{column.fact} ({column.certainty})"
        name = f"{line['header']}: {line['cells']}"
        right = column.fact in means
        yield Tried(name, held_back(*line.values()), True, certain, right, said)


def dates() -> Iterator[Tried]:
    """Every date column: certain where all that can be told is read, and the rest waits."""
    for line in lines("dates.csv"):
        cells, days = line["cells"].split("|"), line["days"].split("|")
        table = _table(
            ["Company", "Role", "Status", line["header"]],
            [[f"{FILLED[0][0]} {i}", "Baker", "Applied", cell] for i, cell in enumerate(cells)],
        )
        found = read_table(table)
        read = list(interpret(found.rows(), guess_mapping(found, TODAY)))
        told = [str(row.facts.get("applied_on") or "") for row in read]
        certain = any(told)
        pairs = [(on, day.strip("?")) for on, day in zip(told, days, strict=True)]
        right = all(on in ("", day) for on, day in pairs)
        complete = all(on == day for on, day in pairs)
        tellable = any(day not in ("?", "") for day in days)
        yield Tried(f"{line['header']}: {line['cells']}", held_back(*line.values()), tellable,
                    certain, right, "|".join(told), complete)  # fmt: skip


def _table(head: list[str], rows: list[list[str]]) -> io.BytesIO:
    text = io.StringIO()
    csv.writer(text).writerows([head, *rows])
    return io.BytesIO(text.getvalue().encode())


SETS: dict[str, Callable[[], Iterator[Tried]]] = {
    "statuses": statuses,
    "headers": headers,
    "dates": dates,
}


def figures(tried: list[Tried]) -> Figures:
    """Counted."""
    certain = [each for each in tried if each.certain]
    return Figures(
        len(tried),
        len(certain),
        sum(each.right for each in certain),
        sum(each.right and each.complete and each.tellable for each in certain),
        sum(each.tellable for each in tried),
    )


def measured(name: str) -> dict[str, Figures]:
    """Of one set: the part to tune with, and the part that is held back."""
    tried = list(SETS[name]())
    return {
        "tuned": figures([each for each in tried if not each.held_back]),
        "held back": figures([each for each in tried if each.held_back]),
    }


def table() -> str:
    """As it stands in docs/decisions/import.md."""
    rows = [
        "| set | part | how many | certain | of these right | recall |",
        "|---|---|---|---|---|---|",
    ]
    for name in SETS:
        for part, each in measured(name).items():
            rows.append(
                f"| {name} | {part} | {each.count} | {each.certain} | {each.precision:.1%} "
                f"| {each.recall:.1%} |"
            )
    return "\n".join(rows)


def errors(name: str) -> Iterator[str]:
    """What to tune by: never those that are held back."""
    for each in SETS[name]():
        wrong = each.certain and not each.right
        if not each.held_back and (
            wrong or (each.tellable and not (each.certain and each.right and each.complete))
        ):
            yield f"{'WRONG' if wrong else 'asked'}  {each.name}  ->  {each.said}"


if __name__ == "__main__":
    print(table())
    for name in SETS:
        print(*errors(name), sep="\n")
