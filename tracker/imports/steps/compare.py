"""Rows that are there already beside what is here: nothing new, or something to take over."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from tracker.imports.reading.changes import changes_of
from tracker.imports.reading.rows import ReadRow
from tracker.imports.reading.snapshot import Snapshot, is_asked_anew, remembered_snapshot
from tracker.imports.steps.current import Current
from tracker.imports.steps.existing import Existing
from tracker.models.user import User

Pair = tuple[int, ReadRow, Existing]


@dataclass(frozen=True)
class Compared:
    """What becomes of one row."""

    state: str
    changes: list[dict[str, Any]] | None = None

    def values(self, row_id: int, there: Existing) -> dict[str, Any]:
        """What changes on the kept row."""
        ids = {"application_id": there.application_id, "lead_id": there.lead_id}
        return {"id": row_id, "state": self.state, "changes": self.changes, **ids}


NOTHING_NEW, DELETED = Compared("already_there"), Compared("left_out")


def same(row_id: int, there: Existing) -> dict[str, Any]:
    """A row that is as it was in every cell."""
    return (DELETED if there.binned else NOTHING_NEW).values(row_id, there)


def compare(session: Session, user: User, pairs: Sequence[Pair]) -> list[dict[str, Any]]:
    """What changes on these kept rows."""
    here = Current(session, user, (there for _, _, there in pairs if not there.binned))
    return [_compared(row, there, here).values(row_id, there) for row_id, row, there in pairs]


def _compared(row: ReadRow, there: Existing, here: Current) -> Compared:
    if there.binned:
        return DELETED
    said = _said(there, here)
    if said is not None and is_asked_anew(row, said):
        return Compared("needs_a_look")
    found = proposed(row, there, here)
    return Compared("changed", found) if found else NOTHING_NEW


def proposed(row: ReadRow, there: Existing, here: Current) -> list[dict[str, Any]]:
    """What could be taken over, each with whether it is ticked beforehand."""
    side = _side(there, here)
    if side is None:
        return []
    told, facts = side
    found = changes_of(row, _was(there, here, told), told, facts)
    unclear = there.known_row is None and row.needs_a_look
    return [each.as_json() for each in found if not (unclear and each.name == "status")]


def propose_for_row(
    session: Session, user: User, row: ReadRow, there: Existing
) -> list[dict[str, Any]]:
    """The same for one row by itself."""
    return proposed(row, there, Current(session, user, [there]))


def _side(there: Existing, here: Current) -> tuple[Snapshot, Mapping[str, Any]] | None:
    if there.application_id is not None:
        return here.applications.get(there.application_id)
    return here.leads.get(there.lead_id or 0)


def _was(there: Existing, here: Current, current: Snapshot) -> Snapshot | None:
    """What the sheet said last; what is here, where that came of a sheet and nobody changed it."""
    if (said := _said(there, here)) is not None:
        return remembered_snapshot(said)
    return current if there.application_id in here.untouched else None


def _said(there: Existing, here: Current) -> Mapping[str, Any] | None:
    return None if there.known_row is None else here.said.get(there.known_row)
