"""Sheets with a column for every step and a Y, an N, a day or nothing in it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, tzinfo
from functools import lru_cache

from tracker.imports.reading import statuses
from tracker.imports.reading.dates import DateReading
from tracker.imports.words.date_words import EMPTY
from tracker.imports.words.dates_in_cell import several
from tracker.imports.words.plain import folded
from tracker.imports.words.status_words import PLAIN
from tracker.imports.words.yes_words import DONE, FAILED, GHOSTED, NO, YES

OVER = "over"
"""A column "Closed?": a yes is the no of "Still going?"."""
ENDINGS = ("rejected", "offer", "accepted", "withdrawn", "silent")
INTERVIEWS = ("phone_screen", "video", "onsite", "panel", "assessment", "case", "other")
TOLD = {"silence": "silent", "rejected": "rejected", "rejected_after_interview": "rejected",
        "withdrawn": "withdrawn", "interview": "", "applied": ""}  # fmt: skip
"""What a status in a step's cell says beside that the step took place."""
OF_HEADERS = {"silence": "step_silent", "rejected": "step_rejected", "withdrawn": "step_withdrawn",
              "offer": "step_offer", "offer_accepted": "step_accepted"}  # fmt: skip
"""What a header says that would be a status in a cell: its column may hold a yes or a no."""
SENT = frozenset(PLAIN["applied"].split("|"))
"""Of all that says applied, what says of a step that it was done; the rest waits or looks at it."""
MOST_ROUNDS = 9


@dataclass
class ReadInterview:
    """One interview that took place, or will."""

    kind: str
    on: date | None = None
    at: str = ""
    """The time of day, as 14:30, where the sheet says."""
    label: str = ""
    round: int | None = None

    def begins(self, zone: tzinfo) -> datetime | None:
        """Its moment, where the sheet tells the hour."""
        if self.on is None or not self.at:
            return None
        return datetime.combine(self.on, time.fromisoformat(self.at), zone).astimezone(UTC)


@dataclass
class Steps:
    """What the step columns of one row say; None where they are blank."""

    said: dict[str, bool] = field(default_factory=dict)
    on: dict[str, date] = field(default_factory=dict)
    talks: list[ReadInterview] = field(default_factory=list)
    denied: list[tuple[str, str]] = field(default_factory=list)
    """Steps with a no, header and letter: they have no fact of their own."""
    told: list[tuple[str, str]] = field(default_factory=list)
    """Steps with more than a yes, as "rejected": their words are kept."""
    odd: list[tuple[str, str]] = field(default_factory=list)
    unsettled: list[DateReading] = field(default_factory=list)
    """Days that can be read either way until somebody says which number comes first."""

    @property
    def ended(self) -> bool:
        """No longer going, without a word on how it ended."""
        over = self.said.get("active") is False and not self.odd
        return over and not any(map(self.said.get, ENDINGS))


def is_answer(text: str) -> bool:
    """Whether a cell is a plain yes or no, and no word that may mean more."""
    plain = text.strip().casefold()
    return (plain in YES and plain not in DONE) or plain in NO


def step_of(header: str) -> str | None:
    """The step that a header names by the words of a status, as "Unsuccessful"."""
    meaning = statuses.guess_status(header)
    return OF_HEADERS.get(meaning.choice) if meaning.certainty == "certain" else None


def is_no(text: str) -> bool:
    """Whether a cell says no, or not yet."""
    return tells(text) in ("no", "pending")


@lru_cache(maxsize=8192)
def tells(text: str) -> str | None:
    """A cell of a step in a word: yes, no, pending, silent, rejected, withdrawn; else None."""
    plain = text.strip().casefold()
    if plain in YES:
        return "yes"
    if plain in NO:
        return "no"
    if plain in FAILED:
        return "rejected"
    if plain in GHOSTED:
        return "silent"
    if len(plain) > 60 or folded(text).isdigit():
        return None
    meaning = statuses.guess_status(text)
    if meaning.certainty != "certain" or meaning.choice not in TOLD:
        return None
    if meaning.choice == "applied" and folded(text) not in SENT:
        return "pending"
    return TOLD[meaning.choice] or "yes"


ReadDay = Callable[[str], DateReading]


def read_steps(cells: Iterable[tuple[str, str, str]], read_day: ReadDay) -> Steps:
    """Read (step, header, text) triples; a date stands for a yes on that day."""
    steps = Steps()
    still_going = ""
    for step, header, text in cells:
        if text.strip().casefold() in EMPTY:
            continue
        if step in ("active", OVER):
            still_going = header
        _read_step(steps, step, header, text.strip(), read_day)
    if not steps.ended:
        steps.denied = [denied for denied in steps.denied if denied[0] != still_going]
    return steps


def _read_step(steps: Steps, step: str, header: str, text: str, read_day: ReadDay) -> None:
    said = tells(text)
    if said is None:
        _read_days(steps, step, header, text, read_day)
    elif said in ("yes", "no"):
        _say(steps, step, header, said == "yes", text)
    elif said == "pending":
        doubtful = step in (*INTERVIEWS, "offer", "applied")
        (steps.odd if doubtful else steps.told).append((header, text))
    elif step in ("active", OVER, "applied"):
        steps.odd.append((header, text))
    elif step in INTERVIEWS:
        steps.talks.append(ReadInterview(step, label=header))
        steps.said[said] = True
        steps.told.append((header, text))
    else:
        _say(steps, said, header, True, text)


def _say(steps: Steps, step: str, header: str, yes: bool, text: str) -> None:
    if step == OVER:
        step, yes = "active", not yes
    if step not in INTERVIEWS:
        steps.said[step] = steps.said.get(step, False) or yes
    elif yes:
        steps.talks.append(ReadInterview(step, label=header))
    if not yes and step not in ("applied", "rejected", "silent"):
        steps.denied.append((header, text))


def _read_days(steps: Steps, step: str, header: str, text: str, read_day: ReadDay) -> None:
    rounds = int(text) if text.isdecimal() and len(text) == 1 else 0
    if step == "other" and 1 < rounds <= MOST_ROUNDS:
        steps.talks += [ReadInterview(step, label=header, round=n + 1) for n in range(rounds)]
        steps.told.append((header, text))
        return
    days = [read_day(part) for part in several(text) or (text,)]
    unsettled = [day for day in days if day.either]
    if any(day.on is None and not day.either for day in days):
        steps.odd.append((header, text))
        return
    steps.unsettled += unsettled
    if unsettled:
        steps.told.append((header, text))
    if step in INTERVIEWS:
        steps.talks += [ReadInterview(step, day.on, clock(day), header) for day in days]
        return
    if step == OVER:
        steps.said["active"] = False
        steps.told.append((header, text))
        return
    steps.said[step] = True
    known = [day.on for day in days if day.on]
    if known:
        steps.on[step] = known[0] if step == "applied" else known[-1]


def clock(reading: DateReading | None) -> str:
    """The time of day that a cell gives, as 14:30."""
    return f"{reading.at:%H:%M}" if reading and reading.at else ""
