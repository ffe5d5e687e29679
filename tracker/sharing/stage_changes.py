"""Changes of stage as others see them."""

from datetime import date

from sqlalchemy import select

from tracker.loop.stage import Stage
from tracker.models.reads.called_back import theirs_came
from tracker.models.stage_change import StageChange
from tracker.sharing.reader import RecordReader, Rows
from tracker.sharing.rows import MoveRow

STAGES = {stage.value: stage.label for stage in Stage}


def moves(reader: RecordReader) -> list[MoveRow]:
    """Every change of stage that stands, the oldest first.

    One without a day follows the move before it; where none has a day, they come first of all.
    """
    stands = (StageChange.undoes_id.is_(None), StageChange.id.not_in(undone(reader)))
    rows = reader.rows(
        reader.beside(StageChange, *stands, *reader.within(StageChange.on))
        .add_columns((StageChange.reopens & theirs_came()).label("called_back"))
        .order_by(StageChange.id)
    )
    since: dict[int, date | None] = {}
    told = []
    for row in rows:
        since[row.application_id] = row.on or since.get(row.application_id)
        told.append((since[row.application_id] or date.min, row.application_id, row))
    told.sort(key=lambda each: each[0])  # those of one day stay in their order
    shown = told if reader.most is None else told[max(0, len(told) - reader.most) :]
    found = Rows(
        MoveRow(
            *reader.which(row),
            row.on,
            STAGES.get(row.before or "", ""),
            STAGES[row.after],
            day if day > date.min else None,
            bool(row.called_back),
        )
        for day, _, row in shown
    )
    found.further = len(told) - len(shown)
    return found


def undone(reader: RecordReader) -> set[int]:
    """Changes that were undone, by one that was not undone itself."""
    found: set[int] = set()
    changes = (
        select(StageChange.id, StageChange.undoes_id)
        .where(StageChange.user_id == reader.user.id, StageChange.undoes_id.is_not(None))
        .order_by(StageChange.id.desc())
    )
    for number, undoes_id in reader.rows(changes):
        if number not in found:
            found.add(undoes_id)
    return found
