"""An import and its rows, in the words of the screen."""

from collections import Counter
from typing import Any, NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from tracker.imports.reading.mapping import Mapping
from tracker.imports.reading.questions import ASK, Question
from tracker.models.application import Application
from tracker.models.import_row import ADDED, ImportRow
from tracker.models.imports import Import
from tracker.values import formatting

MOST_ASKED = 5_000
ASKED_AT_ONCE = 5
WAITING = {
    "saved_but_applied": "{} marked as saved, with a sign that you applied. Did you apply?",
    "applied_but_not": "{} marked as not applied, with a stage or a day. Did you apply?",
    "no_in_notes": "{} whose notes speak of a rejection, while the status doesn’t. Which is right?",
}
"""What those rows are that wait for a question, where the question alone doesn't say."""
FEW = 4
"""Answers that are a button each; more are a list to choose from."""


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
        "words": said.format(rows) if said else f"{question.words} {rows}.",
        "several": count > 1,
        "answers": answers,
        "few": len(answers) <= FEW,
        "likely": question.likely != ASK,
    }


class WentIn(NamedTuple):
    """How many applications and leads came of an import, by where they are now."""

    board: int
    archived: int
    leads: int


def inserted_counts(session: Session, brought: Import) -> WentIn:
    """Where what came of it is by now."""
    landed = (ImportRow.import_id == brought.id, ImportRow.state.in_(ADDED))
    counts = select(
        func.count(ImportRow.application_id),
        func.count(Application.archived_at),
        func.count(ImportRow.lead_id),
    ).outerjoin(Application, Application.id == ImportRow.application_id)
    applications, archived, leads = session.execute(counts.where(*landed)).one()
    return WentIn(applications - archived, archived, leads)


def done_words(went_in: WentIn) -> str:
    """Where it is; how many in all is said above it."""
    places = ("on your board", "archived", "among your leads")
    parts = [
        f"{n:,}\N{NO-BREAK SPACE}{where}" for n, where in zip(went_in, places, strict=True) if n
    ]
    if not parts:
        return "Nothing new came in."
    if len(parts) == 1 and not went_in.archived:
        return f"Your {'board is' if went_in.board else 'leads are'} ready."
    return f"{', '.join(parts)}."


def undone_words(counts: dict[str, int]) -> list[str]:
    """What went when an import was undone, and what stays of it."""
    kept, taken = counts["kept"], counts["taken_kept"]
    words = ["What it added is removed." if not kept else "The rest of it is removed."]
    if kept:
        stays = formatting.plural(kept, "row stays", "rows stay")
        words.insert(0, f"{stays} in Onward, because you changed {'it' if kept == 1 else 'them'}.")
    if taken:
        stays = formatting.plural(taken, "row", "rows")
        words.append(f"Of {stays}, what you changed after taking it over stays as it is.")
    return words
