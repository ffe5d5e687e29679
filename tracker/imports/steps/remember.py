"""What the sheet says now is what it said last, once its rows have been brought in or looked at."""

from collections.abc import Mapping, Sequence
from time import monotonic
from typing import Any

from sqlalchemy import exists, insert, or_, select
from sqlalchemy.orm import Session

from tracker.database import writing
from tracker.extensions import db
from tracker.imports.reading.rows import ReadRow, fingerprint
from tracker.imports.reading.snapshot import added_to, remembered
from tracker.models.import_row import ImportRow, KnownRow
from tracker.models.user import User

AT_ONCE = 1_000
Read = Sequence[tuple[int, ReadRow]]
DECIDED = ("already_there", "left_out")
"""States of rows that say nothing new, or nothing that is wanted."""


def remember_rows(user: User, import_id: int, until: float) -> bool:
    """Remember what was decided; False where there is more to do than there was time."""
    done: Sequence[int] = ()
    while (ids := _next(import_id)) and ids != done:
        done = ids
        with writing(user) as session:
            remember(session, list(session.scalars(select(ImportRow).where(ImportRow.id.in_(ids)))))
        if monotonic() > until:
            return _next(import_id) in ([], ids)
    return True


def remember(session: Session, rows: Sequence[ImportRow]) -> None:
    """Keep what these say, instead of what they said before; call inside `writing()`."""
    known = _known(session, rows)
    for row in rows:
        if row.reading is None or not (row.application_id or row.lead_id):
            continue
        found = known.get(("application", row.application_id)) or known.get(("lead", row.lead_id))
        if found is None:
            found = KnownRow(user_id=row.user_id)
            session.add(found)
        found.import_id = row.import_id
        found.application_id, found.lead_id = row.application_id, row.lead_id
        found.cells = fingerprint(row.cells).hex()
        said = remembered(ReadRow.from_json(row.reading))
        found.said = added_to(found.said, said) if found.said else said
    session.flush()


def remember_new(session: Session, became: Sequence[Mapping[str, Any]], read: Read) -> None:
    """The same for many that have just been made, each by the number of its row."""
    readings = dict(read)
    ids = [each["id"] for each in became]
    cells = select(ImportRow.id, ImportRow.cells, ImportRow.user_id,
                   ImportRow.import_id).where(ImportRow.id.in_(ids))  # fmt: skip
    kept = {row.id: row for row in session.execute(cells)}
    made = [
        {
            "user_id": kept[each["id"]].user_id,
            "import_id": kept[each["id"]].import_id,
            "application_id": each["application_id"],
            "lead_id": each["lead_id"],
            "cells": fingerprint(kept[each["id"]].cells).hex(),
            "said": remembered(readings[each["id"]]),
        }
        for each in became
    ]
    session.execute(insert(KnownRow), made, execution_options={"render_nulls": True})


def known_of(session: Session, row: ImportRow) -> KnownRow | None:
    """What is remembered of the row's application or lead."""
    known = _known(session, [row])
    return known.get(("application", row.application_id)) or known.get(("lead", row.lead_id))


def _known(session: Session, rows: Sequence[ImportRow]) -> dict[tuple[str, Any], KnownRow]:
    applications = [row.application_id for row in rows if row.application_id]
    leads = [row.lead_id for row in rows if row.lead_id]
    found: dict[tuple[str, Any], KnownRow] = {}
    for kind, column, ids in (
        ("application", KnownRow.application_id, applications),
        ("lead", KnownRow.lead_id, leads),
    ):
        if ids:
            named = select(KnownRow).where(column.in_(ids)).order_by(KnownRow.id)
            found |= {(kind, getattr(each, column.key)): each for each in session.scalars(named)}
    return found


def _next(import_id: int) -> Sequence[int]:
    rows = (
        select(ImportRow.id)
        .where(
            ImportRow.import_id == import_id,
            ImportRow.state.in_(DECIDED),
            ImportRow.reading.is_not(None),
            or_(ImportRow.application_id.is_not(None), ImportRow.lead_id.is_not(None)),
            *(
                ~exists().where(KnownRow.import_id == import_id, column == its)
                for column, its in (
                    (KnownRow.application_id, ImportRow.application_id),
                    (KnownRow.lead_id, ImportRow.lead_id),
                )
            ),
        )
        .order_by(ImportRow.number)
        .limit(AT_ONCE)
    )
    return db.session.scalars(rows).all()
