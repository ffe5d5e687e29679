"""What has changed in a sheet, in the words of the screen."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from tracker.imports.reading.rows import ReadRow
from tracker.imports.steps.changed_words import label
from tracker.models.import_row import ImportRow, RowCursor
from tracker.models.imports import Import
from tracker.values import formatting
from tracker.web.paging import cursor

SHOWN = 50


@dataclass(frozen=True)
class PresentedChange:
    """One tick."""

    value: str
    label: str
    here: str
    sheet: str
    ticked: bool


@dataclass(frozen=True)
class PresentedChanges:
    """What has changed of one application."""

    id: int
    number: int
    title: str
    company: str
    href: str
    changes: list[PresentedChange]


@dataclass(frozen=True)
class ChangesPage:
    """Some of them, and where the list goes on."""

    rows: list[PresentedChanges]
    count: int
    more: str
    """After which row the next ones begin."""


def present_changes(
    session: Session, brought: Import, counts: dict[str, int]
) -> ChangesPage | None:
    """Those that wait for a yes, if there are any."""
    if not counts["changed"] or not brought.shows_changes or brought.state == "undone":
        return None
    after = cursor(RowCursor, "changed")
    wanted = ImportRow.of(brought.id, ("changed",), after).limit(SHOWN + 1)
    found, more = RowCursor.cut(session.scalars(wanted).all(), SHOWN)
    return ChangesPage([_present(row) for row in found], counts["changed"], str(more or ""))


def _present(row: ImportRow) -> PresentedChanges:
    read = ReadRow.from_json(row.reading or {"number": row.number})
    return PresentedChanges(
        id=row.id,
        number=row.number,
        title=formatting.shortened(read.facts.get("role") or "", 120),
        company=formatting.shortened(read.facts.get("company") or "", 120),
        href=f"/applications/{row.application_id}"
        if row.application_id
        else f"/leads/{row.lead_id}",
        changes=[_change(row, each) for each in row.changes or ()],
    )


def _change(row: ImportRow, change: dict[str, Any]) -> PresentedChange:
    name = str(change["name"])
    return PresentedChange(
        value=f"{row.id}:{name}",
        label=label(name),
        here=change["here"],
        sheet=change["sheet"],
        ticked=bool(change["take"]),
    )
