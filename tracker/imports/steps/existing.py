"""What a person has, as rows of a sheet are compared with it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.imports.reading.match_keys import MatchKeys, View, plain, view
from tracker.models.application import Application
from tracker.models.import_row import KnownRow
from tracker.models.imports import Import
from tracker.models.lead import Lead

NAMES = ("company", "role", "link", "location")
AT_ONCE = 500
"""Rows that are read from the database together."""


@dataclass(slots=True)
class Existing:
    """One application or lead, with what a sheet said of it last."""

    application_id: int | None
    lead_id: int | None
    views: list[View]
    cells: list[str] = field(default_factory=list)
    known_row: int | None = None
    """Where it is kept what a sheet said last; of many, all that would be too much to hold."""
    binned: bool = False
    same_sheet: bool = True
    """As far as the columns tell: of another sheet, what it left open tells less."""
    leads: list[int] = field(default_factory=list)
    """Of leads that it came from."""

    @property
    def marks(self) -> MatchKeys:
        """By what it is known again."""
        return MatchKeys(
            tuple(dict.fromkeys(self.views)),
            remembered=self.known_row is not None and self.same_sheet,
        )


def all_existing(session: Session, user_id: int, import_id: int = 0) -> list[Existing]:
    """All applications and open leads, those in the bin last: their rows are not wanted again."""
    alike = _sheets_alike(session, user_id, import_id)
    found = {("application", each.application_id): each for each in _applications(session, user_id)}
    for lead, became in _leads(session, user_id):
        application = found.get(("application", became)) if became else None
        if application is None:
            found["lead", lead.lead_id] = lead
        else:
            application.views += lead.views
            application.leads += [lead.lead_id] if lead.lead_id else []
            found["lead", lead.lead_id] = application
    names = ("id", "application_id", "lead_id", "cells", "said", "import_id")
    rows = select(*(getattr(KnownRow, name) for name in names)).where(KnownRow.user_id == user_id)
    remembered = session.execute(rows.order_by(KnownRow.id).execution_options(yield_per=AT_ONCE))
    for known_row, application_id, lead_id, cells, said, sheet in remembered:
        kind = ("application", application_id) if application_id else ("lead", lead_id)
        if (there := found.get(kind)) is not None:
            there.cells.append(cells)
            there.known_row = known_row
            there.same_sheet = alike.get(sheet, True)
            if (view_then := _said_view(said)) not in there.views:
                there.views.append(view_then)
    unique = {id(each): each for each in found.values()}
    return sorted(unique.values(), key=lambda each: each.binned)


def _sheets_alike(session: Session, user_id: int, import_id: int) -> dict[int | None, bool]:
    """Whether each earlier import had columns like this one's: the half of the fewer."""
    rows = session.execute(select(Import.id, Import.headers).where(Import.user_id == user_id))
    headers = {number: {plain(name) for name in names} for number, names in rows}
    mine = headers.get(import_id)
    if not mine:
        return {}
    return {
        number: 2 * len(mine & theirs) >= min(len(mine), len(theirs))
        for number, theirs in headers.items()
    }


def _applications(session: Session, user_id: int) -> Iterator[Existing]:
    columns = [getattr(Application, name) for name in NAMES]
    rows = select(Application.id, Application.deleted_at, Application.applied_on, *columns)
    mine = rows.where(Application.user_id == user_id).order_by(Application.id)
    mine = mine.execution_options(yield_per=AT_ONCE)
    for number, deleted_at, applied_on, *facts in session.execute(mine):
        seen = view({**dict(zip(NAMES, facts, strict=True)), "applied_on": applied_on})
        yield Existing(number, None, [seen], binned=deleted_at is not None)


def _leads(session: Session, user_id: int) -> Iterator[tuple[Existing, int | None]]:
    columns = [getattr(Lead, name) for name in NAMES]
    rows = select(Lead.id, Lead.deleted_at, Lead.application_id, *columns)
    mine = rows.where(Lead.user_id == user_id).order_by(Lead.id)
    mine = mine.execution_options(yield_per=AT_ONCE)
    for number, deleted_at, became, *facts in session.execute(mine):
        seen = view(dict(zip(NAMES, facts, strict=True)))
        yield Existing(None, number, [seen], binned=deleted_at is not None), became


def _said_view(said: Mapping[str, Any]) -> View:
    facts = said.get("facts", {})
    on = facts.get("applied_on")
    return view({**facts, "applied_on": date.fromisoformat(on) if on else None})
