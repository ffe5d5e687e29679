"""What a person decided on an earlier file with the same columns, carried over to the next one."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from tracker.imports.files.table import Table
from tracker.imports.reading.mapping import Mapping
from tracker.imports.reading.questions import ASK
from tracker.imports.reading.status_meaning import StatusMeaning
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
    fresh.status_settled = earlier.status_settled
    turned = _order(fresh, earlier)
    told = {
        key: said
        for key, said in earlier.statuses.items()
        if said.certainty == "chosen" and said.choice != ASK
    }
    here = [key for key, said in told.items() if _is_news(fresh.statuses.get(key), said)]
    fresh.statuses |= told
    if columns or turned or here:
        fresh.settle(table.rows(), today)
        count_questions(fresh, table.rows())
    absent = told.keys() - fresh.statuses.keys()
    fresh.statuses |= {key: replace(told[key], count=0) for key in absent}
    answers = {
        code: earlier.answers[code]
        for code in earlier.answered
        if code in fresh.hangs and earlier.answers[code] != fresh.answers[code]
    }
    for code, choice in answers.items():
        fresh.answer(code, choice)
    return bool(columns or turned or here or answers)


def _order(fresh: Mapping, earlier: Mapping) -> bool:
    """Only where the file itself doesn't tell."""
    if earlier.order_certainty != "chosen" or fresh.order_certainty in ("certain", "not_needed"):
        return False
    fresh.choose_order(earlier.order)
    return True


def _is_news(fresh: StatusMeaning | None, said: StatusMeaning) -> bool:
    return fresh is not None and (fresh.asked or fresh.choice != said.choice)


def _columns(fresh: Mapping, earlier: Mapping) -> bool:
    """Whether one of them is read otherwise than it would be; what was confirmed is sure now."""
    told = {column.header: column for column in earlier.columns if column.certainty == "chosen"}
    changed = False
    for place, column in enumerate(fresh.columns):
        said = told.get(column.header)
        if said is not None:
            changed = changed or column.fact != said.fact
            fresh.choose_column(place, said.fact)
            column.certainty, column.runner_up = "chosen", said.runner_up
    return changed
