"""An import and its rows, in the words of the screen."""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from tracker.imports.reading.mapping import Mapping
from tracker.imports.reading.questions import ASK, Question
from tracker.imports.reading.rows import ReadRow
from tracker.imports.reading.stands import stage_choice
from tracker.imports.reading.status_meaning import CHOICES
from tracker.models.import_row import ADDED, ImportRow, RowCursor
from tracker.models.imports import Import
from tracker.models.interview import KINDS
from tracker.values import formatting

SHOWN = 50
MOST_ASKED = 5_000
ASKED_AT_ONCE = 5
FILTERS = (
    ("all", "All rows", ()),
    ("new", "New", ("ready",)),
    ("look", "Need a look", ("needs_a_look",)),
    ("doubles", "Probably duplicates", ("likely_double",)),
    ("changed", "To take over", ("changed",)),
    ("there", "Already there", ("already_there",)),
    ("taken", "Brought up to date", ("taken", "taken_kept")),
    ("added", "Added", ADDED),
    ("out", "Left out", ("left_out",)),
)
STATES = {name: states for name, _, states in FILTERS}
HELD = {
    "already_there": "Already there",
    "likely_double": "Probably a duplicate",
    "needs_a_look": "Needs a look",
    "left_out": "Left out",
    "landed": "Added",
    "kept": "Changed since, kept",
    "changed": "Already there, with changes",
    "taken": "Brought up to date",
    "taken_kept": "Changed here since, kept",
}
WAITING = {
    "saved_but_applied": "{} saved for later, yet with a sign that you applied.",
    "applied_but_not": "{} with a stage or a day, yet marked as not applied for.",
    "no_in_notes": "{} whose notes speak of a rejection, while the status doesn’t.",
}
"""What those rows are that wait for a question, where the question alone doesn't say."""
FEW = 4
"""Answers that are a button each; more are a list to choose from."""


@dataclass(frozen=True)
class PresentedRow:
    """One row of the list."""

    id: int
    number: int
    title: str
    company: str
    told: list[str] = field(default_factory=list)
    unclear: list[str] = field(default_factory=list)
    note: str = ""
    state: str = ""
    held: str = ""
    addable: bool = False
    """Whether it could be added as it is read."""
    href: str | None = None
    """What it became, or what was there."""


def present_row(row: ImportRow) -> PresentedRow:
    """A row as it was read."""
    read = ReadRow.from_json(row.reading) if row.reading else ReadRow(row.number)
    href = f"/applications/{row.application_id}" if row.application_id else None
    held = HELD.get(row.state, "")
    if row.state == "likely_double":
        of = f"Same as row {row.double_of}"
        held = f"An earlier state of row {read.part_of}" if read.part_of else of
    if row.state == "left_out" and row.application_id:
        held = "Left out: what is here stays"
    return PresentedRow(
        id=row.id,
        number=row.number,
        title=formatting.shortened(read.facts.get("role") or "Role missing", 120),
        company=formatting.shortened(read.facts.get("company") or "Company missing", 120),
        told=row_words(read),
        unclear=[message for _, message in (*read.problems, *read.questions)] + read.remarks,
        note=formatting.shortened(" · ".join(read.notes.split("\n")), 160),
        state=row.state,
        held=held,
        addable=bool(read.facts.get("role") and read.facts.get("company")),
        href=href or (f"/leads/{row.lead_id}" if row.lead_id else None),
    )


def row_words(read: ReadRow) -> list[str]:
    """Where it stands, and the facts, a few words each."""
    facts: dict[str, Any] = read.facts
    stands = "Lead" if read.kind == "lead" else CHOICES.get(stage_choice(read), "")
    words = [stands]
    if "applied_on" in facts:
        day = formatting.full_day(facts["applied_on"])
        words = [f"Applied {day}"] if stands == "Applied" else [stands, f"applied {day}"]
    for talk in read.interviews:
        day = f" {formatting.full_day(talk.on)}" if talk.on else ""
        kind = "interview" if talk.kind == "other" else KINDS[talk.kind].lower()
        words.append(f"{kind}{day}")
    if read.rejection and read.rejection.on:
        words.append(f"rejected {formatting.full_day(read.rejection.on)}")
    words += [str(facts[name]) for name in ("location", "pay_text", "source") if facts.get(name)]
    return [formatting.shortened(word, 80) for word in words]


def present_filters(counts: dict[str, int], chosen: str) -> list[dict[str, Any]]:
    """The chips over the list: only those with something behind them."""
    total = sum(counts.values())
    found = []
    for name, label, states in FILTERS:
        count = sum(counts[state] for state in states) if states else total
        if count:
            found.append({"name": name, "label": label, "count": count, "on": name == chosen})
    return found if len(found) > 2 else []


def rows_of(
    session: Session, brought: Import, show: str, after: RowCursor | None
) -> tuple[list[PresentedRow], RowCursor | None]:
    """A page of rows, and after which row the next one begins."""
    wanted = ImportRow.of(brought.id, STATES[show], after).limit(SHOWN + 1)
    found, more = RowCursor.cut(session.scalars(wanted).all(), SHOWN)
    return [present_row(row) for row in found], more


def present_questions(
    session: Session, brought: Import, counts: dict[str, int]
) -> list[dict[str, Any]]:
    """Questions that many rows share, to be answered at once."""
    if not counts["needs_a_look"]:
        return []
    waiting = select(ImportRow.reading).where(
        ImportRow.import_id == brought.id, ImportRow.state == "needs_a_look"
    )
    codes: Counter[str] = Counter()
    for reading in session.scalars(waiting.limit(MOST_ASKED)):
        if not reading.get("problems"):
            codes.update(code for code, _ in reading.get("questions", []))
    known = {each.code: each for each in Mapping.from_json(brought.mapping).questions}
    return [
        _present_question(known[code], count)
        for code, count in codes.most_common(ASKED_AT_ONCE)
        if code in known
    ]


def _present_question(question: Question, count: int) -> dict[str, Any]:
    rows = formatting.plural(count, "row")
    said = WAITING.get(question.code)
    answers = [(value, label) for value, label in question.options.items() if value != ASK]
    return {
        "code": question.code,
        "words": f"{said.format(rows)} Which is right?" if said else f"{question.words} {rows}.",
        "answers": answers,
        "few": len(answers) <= FEW,
        "likely": question.likely != ASK,
    }


def inserted_counts(session: Session, brought: Import) -> tuple[int, int]:
    """How many applications and how many leads came of it."""
    landed = (ImportRow.import_id == brought.id, ImportRow.state.in_(ADDED))
    counts = select(func.count(ImportRow.application_id), func.count(ImportRow.lead_id))
    applications, leads = session.execute(counts.where(*landed)).one()
    return applications, leads
