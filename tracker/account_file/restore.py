"""An account comes back: into an empty one, under new numbers, all of it or nothing."""

import hashlib
import secrets
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from itertools import islice
from typing import Any

from sqlalchemy import delete, exists, func, insert, select, update
from sqlalchemy.exc import DataError, IntegrityError
from sqlalchemy.orm import Session

from tracker.account_file.account import Account
from tracker.account_file.reader import Row
from tracker.account_file.tables import ORDER, TABLES, FileTable
from tracker.database import writing
from tracker.extensions import db
from tracker.imports.files.table import Unreadable
from tracker.models import Application, Theme, User
from tracker.models.imports import WHOLE_ACCOUNT
from tracker.models.summary import KEPT, NOTHING, settle
from tracker.models.summary.in_bulk import sum_up
from tracker.models.summary.usual_silence import forget

AT_ONCE = 500
SUMMARIES_AT_ONCE = 100
"""In one transaction: few enough that others who write don't wait long."""
Tie = tuple[int, str, int]
"""Of two rows of one table: the number of the one, the column, the number that it names."""
NOT_EMPTY = (
    "There is something in this account already, and two accounts can’t be made one. "
    "Bring the file into a new account."
)
TWICE = "Something stands twice in this file that can be there only once, so nothing was changed."


def is_empty(session: Session, user_id: int) -> bool:
    """Whether nothing is there that somebody made; themes to start from count for nothing."""
    return not any(
        session.scalar(select(exists().where(*_theirs(kept, user_id))))
        for kept in TABLES.values()
        if "user_id" in kept.table.columns
    )


def restore_account(user: User, account: Account, now: datetime) -> None:
    """Keep all of it. Raises Unreadable, and nothing is kept, where the account isn't empty."""
    try:
        with writing(user) as session:
            if not is_empty(session, user.id):
                raise Unreadable(NOT_EMPTY)
            session.execute(delete(Theme).where(Theme.user_id == user.id))
            person = session.get_one(User, user.id)
            for name, value in account.person.items():
                if name != "email":
                    setattr(person, name, value)
            session.flush()
            person.former_zones = account.person.get("former_zones", [])
            session.flush()
            _put(session, person, account, now)
            forget(session, user.id)
    except (DataError, IntegrityError) as error:
        raise Unreadable(TWICE) from error
    _summarise(user, now)


def _theirs(kept: FileTable, user_id: int) -> list[Any]:
    table = kept.table
    mine = [table.c.user_id == user_id]
    if kept.name == "themes":
        mine.append(table.c.slug.is_(None))
    if kept.name == "imports":
        mine.append(table.c.state != WHOLE_ACCOUNT)
    if kept.name == "import_rows":
        imports = TABLES["imports"].table
        waiting = select(imports.c.id).where(imports.c.state == WHOLE_ACCOUNT)
        mine.append(table.c.import_id.not_in(waiting))
    return mine


def _put(session: Session, user: User, account: Account, now: datetime) -> None:
    numbers: dict[str, dict[int, int]] = {}
    for name in ORDER:
        kept, finish = TABLES[name], FINISH.get(name)
        was: list[int] = []
        again: list[Tie] = []
        last = _last(session, kept)
        rows = account.rows(name)
        while part := list(islice(rows, 1 if name == "documents" else AT_ONCE)):
            for row in part:
                number = row.pop("id", 0)
                was.append(number)
                if finish is not None:
                    finish(row, number, user, account, now)
                again += _rename(kept, row, number, numbers)
                if "user_id" in kept.table.columns:
                    row["user_id"] = user.id
            session.connection().execute(insert(kept.table), part)
        if kept.numbered:
            made = _made(session, kept, user.id, last)
            numbers[name] = dict(zip(was, made, strict=True))
        for tie in again:
            _tie(session, kept, tie, numbers[name])


def _last(session: Session, kept: FileTable) -> int:
    """The highest number so far, anybody's."""
    if not kept.numbered:
        return 0
    return session.connection().scalar(select(func.max(kept.table.c.id))) or 0


def _made(session: Session, kept: FileTable, user_id: int, last: int) -> Sequence[int]:
    """The numbers that were given out, in order: asking for each in turn takes twice as long."""
    table = kept.table
    mine = select(table.c.id).where(table.c.user_id == user_id, table.c.id > last)
    return session.connection().scalars(mine.order_by(table.c.id)).all()


def _rename(
    kept: FileTable, row: Row, number: int, numbers: Mapping[str, Mapping[int, int]]
) -> list[Tie]:  # fmt: skip
    """Let a row name others by their new numbers; one of the same table waits until all are in."""
    ties = []
    for column, target in kept.names.items():
        if row[column] is None:
            continue
        if target == kept.name:
            ties.append((number, column, row[column]))
            row[column] = None
        else:
            row[column] = numbers[target].get(row[column])
    return ties


def _tie(session: Session, kept: FileTable, tie: Tie, mine: Mapping[int, int]) -> None:
    number, column, names = tie
    change = update(kept.table).where(kept.table.c.id == mine[number])
    session.connection().execute(change.values({column: mine[names]}))


def _application(
    row: Row, number: int, user: User, account: Account, now: datetime
) -> None:  # fmt: skip
    """A summary of nothing; one that has more beside it is due at once, so that it is swept."""
    made = Application(**row, **NOTHING.columns())
    settle(made, now, user.zone)
    due = now if number in account.busy else made.wake_at
    row |= {name: getattr(made, name) for name in KEPT} | {"wake_at": due}


def _document(row: Row, number: int, user: User, account: Account, now: datetime) -> None:
    row["size"] = len(row["content"])
    row["sha256"] = hashlib.sha256(row["content"]).hexdigest()


def _share_link(row: Row, number: int, user: User, account: Account, now: datetime) -> None:
    """The secret is not in the file: nobody can open it again."""
    row["token_hash"] = f"closed {secrets.token_hex(16)}"
    row["revoked_at"] = row["revoked_at"] or now


Finish = Callable[[Row, int, User, Account, datetime], None]
FINISH: Mapping[str, Finish] = {
    "applications": _application,
    "documents": _document,
    "share_links": _share_link,
}
"""What is worked out about a row that the file leaves out."""


def _summarise(user: User, now: datetime) -> None:
    """Sum up what is due, step by step; where this is cut short, the next look at Today goes on.

    Not by the verb, because nothing changed: versions stay as they were.
    """
    due = select(Application.id).where(Application.user_id == user.id, Application.wake_at <= now)
    ids = db.session.scalars(due.order_by(Application.id)).all()
    zone = user.zone
    for start in range(0, len(ids), SUMMARIES_AT_ONCE):
        with writing(user) as session:
            sum_up(session, ids[start : start + SUMMARIES_AT_ONCE], now, zone)
