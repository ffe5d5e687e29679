"""What a row of the table is made of."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from tests.cli.served import Prepared


class Fell(AssertionError):
    """A gate that was not held; says what was seen."""


@dataclass(frozen=True)
class Work:
    """A folder to work in, and how long it may take."""

    folder: Path
    short: bool = False

    def times(self, many: int, few: int) -> int:
        """How often: many in the whole run, few in the short one."""
        return few if self.short else many

    def new_folder(self) -> Path:
        """An empty one."""
        made = next(
            folder
            for number in count(1)
            if not (folder := self.folder / f"instance-{number}").exists()
        )
        made.mkdir(mode=0o700)
        return made

    def prepared(self, cards: int = 1) -> Prepared:
        """An instance of its own, with somebody signed in."""
        return Prepared.at(self.new_folder(), cards)


@dataclass(frozen=True)
class Fault:
    """One thing that goes wrong, what must hold then, and how it is tried."""

    number: str
    what: str
    gate: str
    happen: Callable[[Work], str]
    """Makes it happen and says what was seen, with counts. Raises Fell."""


def must(held: bool, seen: str) -> None:
    """Raises Fell where a gate was not held."""
    if not held:
        raise Fell(seen)
