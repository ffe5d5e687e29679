"""One row of a sheet, in the words of the screen."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy.orm import Session

from tracker.imports.reading.questions import ORDER
from tracker.imports.reading.row_stage import stage_choice
from tracker.imports.reading.rows import ReadRow
from tracker.imports.reading.status_meaning import CHOICES
from tracker.models.import_row import ADDED, JOINED, ImportRow, RowCursor
from tracker.models.imports import Import
from tracker.models.interview import KINDS
from tracker.values import formatting

SHOWN = 50
FILTERS = (
    ("all", "All rows", ()),
    ("new", "New", ("ready",)),
    ("look", "Need a look", ("needs_a_look",)),
    ("doubles", "Probably duplicates", ("likely_double",)),
    ("joined", "Joined", ("joined",)),
    ("changed", "Updates", ("changed",)),
    ("there", "Already there", ("already_there",)),
    ("taken", "Brought up to date", ("taken", "taken_kept")),
    ("added", "Added", ADDED),
    ("out", "Left out", ("left_out",)),
)
DOUBLES = {"doubles": ImportRow.repeats, JOINED: ImportRow.joined}
STATES = {name: () if name in DOUBLES else states for name, _, states in FILTERS}
HELD = {
    "already_there": "Already there",
    "likely_double": "Probably a duplicate",
    "needs_a_look": "Needs a look",
    "left_out": "Left out",
    "landed": "Added",
    "kept": "Changed since, kept",
    "changed": "Already there, with updates",
    "taken": "Brought up to date",
    "taken_kept": "Changed here since, kept",
}
OF_ITS_DAY = {"applied_on", ORDER}
"""What may be unclear of a row about its day."""
DONE = ("landed", "kept", "raw", "taking", "taken", "taken_kept")
"""What is past changing here: it is changed where it was added."""


@dataclass(frozen=True)
class PresentedRow:
    """One row of the list."""

    id: int
    number: int
    title: str
    company: str
    stands: str
    stage: str | None
    day: str = ""
    """When they applied."""
    facts: list[str] = field(default_factory=list)
    unclear: list[str] = field(default_factory=list)
    state: str = ""
    held: str = ""
    joined: bool = False
    """Whether it is part of another row's application."""
    addable: bool = False
    """Whether it could be added as it is read."""
    dateless: bool = False
    """Whether that would leave out its day, and nothing else is unclear."""
    open: bool = False
    """Whether it can still be changed here."""
    href: str | None = None
    """What it became, or what was there."""


def present_row(row: ImportRow, today: date) -> PresentedRow:
    """A row as it was read."""
    read = ReadRow.from_json(row.reading) if row.reading else ReadRow(row.number)
    href = f"/applications/{row.application_id}" if row.application_id else None
    held = HELD.get(row.state, "")
    if row.state == "likely_double":
        of = f"Same as row {row.double_of}"
        held = f"Joined with row {read.part_of}" if row.is_joined else of
    if row.state == "left_out" and row.application_id:
        held = "Left out: what is here stays"
    asked = [] if row.state in ADDED else [*read.problems, *read.questions]
    facts = (read.facts.get(name) for name in ("location", "pay_text", "source"))
    return PresentedRow(
        id=row.id,
        number=row.number,
        title=formatting.shortened(read.facts.get("role") or "Role missing", 120),
        company=formatting.shortened(read.facts.get("company") or "Company missing", 120),
        stands="Lead" if read.kind == "lead" else CHOICES.get(stage_choice(read), ""),
        stage=None if read.kind == "lead" else read.stage,
        day=_short(read.facts["applied_on"], today) if "applied_on" in read.facts else "",
        facts=talks_of(read, today)
        + [formatting.shortened(str(each), 80) for each in facts if each],
        unclear=[message for _, message in asked] + read.remarks,
        state=row.state,
        held=held,
        joined=row.is_joined,
        addable=bool(read.facts.get("role") and read.facts.get("company")),
        dateless="applied_on" not in read.facts and {fact for fact, _ in asked} <= OF_ITS_DAY,
        open=row.state not in DONE,
        href=href or (f"/leads/{row.lead_id}" if row.lead_id else None),
    )


def talks_of(read: ReadRow, today: date) -> list[str]:
    """What happened after they applied, as far as the sheet says."""

    def said(words: str, day: date | None) -> str:
        return f"{words} {_short(day, today)}" if day else words

    words = [
        said("interview" if talk.kind == "other" else KINDS[talk.kind].lower(), talk.on)
        for talk in read.interviews
    ]
    if read.rejection and read.rejection.on:
        words.append(said("rejected", read.rejection.on))
    return words


def _short(day: date, today: date) -> str:
    """2 Mar; with the year where it is another."""
    words = formatting.plain_day(day)
    return words.rpartition(" ")[0] if day.year == today.year else words


def chosen_filter(wanted: str, counts: dict[str, int], landed: bool) -> str:
    """What is shown: all rows, too, where what was wanted has none left."""
    if wanted not in STATES:
        wanted = "look" if landed else "all"
    return wanted if _number_of(counts).get(wanted) else "all"


def present_filters(counts: dict[str, int], chosen: str) -> list[dict[str, Any]]:
    """The chips over the list: only those with something behind them."""
    numbers = _number_of(counts)
    found = [
        {"name": name, "label": label, "count": numbers[name], "on": name == chosen}
        for name, label, _ in FILTERS
        if numbers[name]
    ]
    return found if len(found) > 2 else []


def _number_of(counts: dict[str, int]) -> dict[str, int]:
    total = sum(counts.values())
    return {
        name: sum(counts[state] for state in states) if states else total
        for name, _, states in FILTERS
    }


def rows_of(
    session: Session, brought: Import, show: str, after: RowCursor | None, today: date
) -> tuple[list[PresentedRow], RowCursor | None]:
    """A page of rows, and after which row the next one begins; the first where none is left."""
    wanted = ImportRow.of(brought.id, STATES[show], after).limit(SHOWN + 1)
    if show in DOUBLES:
        wanted = wanted.where(DOUBLES[show](brought.id))
    found, more = RowCursor.cut(session.scalars(wanted).all(), SHOWN)
    if after and not found:
        return rows_of(session, brought, show, None, today)
    return [present_row(row, today) for row in found], more
