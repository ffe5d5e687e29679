"""How a file is to be read: guessed from what is in it, and as the person said of such a file."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.imports.files.table import Table
from tracker.imports.reading.earlier_mapping import recall, same_columns
from tracker.imports.reading.guess_mapping import guess_mapping
from tracker.imports.reading.mapping import Mapping
from tracker.imports.steps.upload import currency_of, stored_rows
from tracker.models.imports import Import
from tracker.models.user import User
from tracker.values.days import day_of

LOOKED_THROUGH = 100
"""Earlier imports; what was said before them is forgotten."""


def propose(session: Session, user: User, table: Table, now: datetime) -> Mapping:
    """Read the table, and say how it should be read; raises Unreadable."""
    mapping = guess(user, table, now)
    earlier = told_before(session, user, table.headers)
    today = day_of(now, user.zone)
    if earlier is not None and recall(mapping, earlier.mapping, table, today):
        mapping.told_on = earlier.on.isoformat()
    return mapping


def guess(user: User, table: Table, now: datetime) -> Mapping:
    """As somebody would read it who sees such a file for the first time; raises Unreadable."""
    return guess_mapping(table, day_of(now, user.zone), currency_of(user))


def guess_again(user: User, brought: Import, now: datetime) -> Mapping:
    """The same for a file whose rows are kept."""
    kept = Table(tuple(brought.headers), 0, lambda: stored_rows(brought.id))
    return guess(user, kept, now)


@dataclass(frozen=True)
class EarlierMapping:
    """What a person said of a file with these columns, and when."""

    mapping: Mapping
    on: date


def told_before(session: Session, user: User, headers: tuple[str, ...]) -> EarlierMapping | None:
    """The last time that a file with these columns was looked through, if it was."""
    earlier = Import.confirmed(user.id).limit(LOOKED_THROUGH)
    for number, names, created_at in session.execute(earlier):
        if same_columns(names, headers):
            mapping = session.scalar(select(Import.mapping).where(Import.id == number))
            try:
                return EarlierMapping(Mapping.from_json(mapping), day_of(created_at, user.zone))
            except ValueError:  # of a release that knew other facts
                return None
    return None
