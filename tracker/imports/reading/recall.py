"""What a person decided on an earlier file with the same columns, carried over to the next one."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from tracker.imports.files.table import Table
from tracker.imports.reading.mapping import Mapping
from tracker.imports.reading.questions import ASK
from tracker.imports.reading.survey import count_questions


def same_columns(one: Iterable[str], other: Iterable[str]) -> bool:
    """Whether two files have the same columns, in whatever order."""
    return sorted(one) == sorted(other)


def recall(fresh: Mapping, earlier: Mapping, table: Table, today: date) -> bool:
    """Decide as the person did then, and say whether that decided anything.

    Only what they chose or confirmed is carried over; what was certain is read from the file. A
    status that this file lacks is kept for the next one.
    """
    columns = _columns(fresh, earlier)
    if fresh.order_certainty not in ("certain", "not_needed") and (
        earlier.order_certainty == "chosen"
    ):
        fresh.choose_order(earlier.order)
        columns = True
    told = {
        key: said
        for key, said in earlier.statuses.items()
        if said.certainty == "chosen" and said.choice != ASK
    }
    here = told.keys() & fresh.statuses.keys()
    fresh.statuses |= told
    if columns or here:
        fresh.settle(table.rows(), today)
        count_questions(fresh, table.rows())
    fresh.statuses = {
        key: replace(said, count=0) for key, said in told.items() if key not in fresh.statuses
    } | fresh.statuses
    answers = {
        code: earlier.answers[code]
        for code in earlier.answered
        if code in fresh.hangs and earlier.answers[code] != fresh.answers[code]
    }
    for code, choice in answers.items():
        fresh.answer(code, choice)
    return bool(columns or here or answers)


def _columns(fresh: Mapping, earlier: Mapping) -> bool:
    told = {column.header: column for column in earlier.columns if column.certainty == "chosen"}
    changed = False
    for place, column in enumerate(fresh.columns):
        said = told.get(column.header)
        if said is not None:
            fresh.choose_column(place, said.fact)
            column.certainty, column.runner_up = "chosen", said.runner_up
            changed = True
    return changed
