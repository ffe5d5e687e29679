"""What has changed in a sheet since, a line each: for the terminal."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from tracker.imports.reading.rows import ReadRow
from tracker.models.application_facts import APPLICATION_FACTS
from tracker.models.import_row import ImportRow
from tracker.values.formatting import shortened

SHOWN = 10
LABELS = {each.name: each.label for each in APPLICATION_FACTS} | {
    "status": "Where it stands",
    "notes": "New notes",
    "private_notes": "New private notes",
    "applied": "Where it stands",
    "interview": "Interview",
    "no_on": "They said no on",
    "no_words": "What they said",
    "offer_on": "Offer on",
}


def label(name: str) -> str:
    """What a change is about."""
    return LABELS.get(name.partition(":")[0], name)


def changed_words(session: Session, import_id: int) -> tuple[list[str], int]:
    """The first few, each with what is here and what the sheet says; how many more there are."""
    changed = ImportRow.of(import_id, ("changed",))
    rows = session.scalars(changed.limit(SHOWN)).all()
    number = session.scalar(select(func.count()).select_from(changed.order_by(None).subquery()))
    return [_line(row) for row in rows], (number or 0) - len(rows)


def _line(row: ImportRow) -> str:
    read = ReadRow.from_json(row.reading or {"number": row.number})
    name = ", ".join(str(read.facts[each]) for each in ("role", "company") if read.facts.get(each))
    said = [_said(each) for each in row.changes or ()]
    return f"{shortened(name, 80)} (row {row.number}): {'; '.join(said)}"


def _said(change: dict[str, str]) -> str:
    here, sheet = (" ".join(change[side].split()) for side in ("here", "sheet"))
    both = f"{shortened(here, 60)} -> {shortened(sheet, 60)}" if here else shortened(sheet, 60)
    kept = "" if change["take"] else " (what is here may be newer, so it stays)"
    return f"{label(change['name'])}: {both}{kept}"
