"""Sheets with a column for every step and a Y, an N or nothing in it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from tracker.imports.reading.dates import DateReader, DateReading
from tracker.imports.words.date_words import EMPTY

YES = frozenset(("y", "yes", "ja", "j", "x", "✓", "✔", "✔️", "true", "wahr", "1", "done", "☑", "✅"))
NO = frozenset(("n", "no", "nein", "false", "falsch", "0", "✗", "✘", "❌", "✖"))
ENDINGS = ("rejected", "offer", "accepted", "withdrawn")
INTERVIEWS = ("phone_screen", "video", "onsite", "panel", "assessment", "case", "other")


@dataclass
class ReadInterview:
    """One interview that took place, or will."""

    kind: str
    on: date | None = None
    at: str = ""
    """The time of day, as 14:30, where the sheet says."""
    label: str = ""
    round: int | None = None


@dataclass
class Steps:
    """What the step columns of one row say; None where they are blank."""

    said: dict[str, bool] = field(default_factory=dict)
    on: dict[str, date] = field(default_factory=dict)
    talks: list[ReadInterview] = field(default_factory=list)
    denied: list[tuple[str, str]] = field(default_factory=list)
    """Steps with a no, header and letter: they have no fact of their own."""
    odd: list[tuple[str, str]] = field(default_factory=list)

    @property
    def ended(self) -> bool:
        """No longer going, without a word on how it ended."""
        over = self.said.get("active") is False and not self.odd
        return over and not any(map(self.said.get, ENDINGS))


def is_answer(text: str) -> bool:
    """Whether a cell is a plain yes or no."""
    plain = text.strip().casefold()
    return plain in YES or plain in NO


def read_steps(cells: Iterable[tuple[str, str, str]], reader: DateReader) -> Steps:
    """Read (step, header, text) triples; a date stands for a yes on that day."""
    steps = Steps()
    still_going = ""
    for step, header, text in cells:
        plain = text.strip().casefold()
        if plain in EMPTY:
            continue
        reading = None if plain in YES or plain in NO else reader.read(text)
        if reading is not None and reading.on is None:
            steps.odd.append((header, text.strip()))
            continue
        yes = plain not in NO
        on = reading.on if reading else None
        if step not in INTERVIEWS:
            still_going = header if step == "active" else still_going
            steps.said[step] = steps.said.get(step, False) or yes
            if on:
                steps.on[step] = on
        elif yes:
            steps.talks.append(ReadInterview(step, on, clock(reading), header))
        if not yes and step not in ("applied", "rejected"):
            steps.denied.append((header, text.strip()))
    if not steps.ended:
        steps.denied = [denied for denied in steps.denied if denied[0] != still_going]
    return steps


def clock(reading: DateReading | None) -> str:
    """The time of day that a cell gives, as 14:30."""
    return f"{reading.at:%H:%M}" if reading and reading.at else ""
