"""An account comes back: into an empty one, under new numbers, all of it or nothing."""

import hashlib
import secrets
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from itertools import islice
from typing import Any

from sqlalchemy import delete, exists, insert, select, update
from sqlalchemy.exc import DataError, IntegrityError
from sqlalchemy.orm import Session

from tracker.account_file.account import Account, Row
from tracker.account_file.tables import ORDER, TABLES, Kept
from tracker.database import writing
from tracker.extensions import db
from tracker.imports.table import Unreadable
from tracker.models import Application, Theme, User
from tracker.models.imports import WHOLE_ACCOUNT
from tracker.models.loop_summary import LoopSummary
from tracker.models.summary import Summary, settle, summarise

AT_ONCE = 500
SUMMARIES_AT_ONCE = 100
"""In one transaction: few enough that others who write don't wait long."""
NOTHING = Summary(None, None, None, False, None, LoopSummary()).columns()
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


def bring_back(user: User, account: Account, now: datetime) -> None:
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
            _put(session, person, account, now)
    except (DataError, IntegrityError) as error:
        raise Unreadable(TWICE) from error
    _summarise(user, now)


def _theirs(kept: Kept, user_id: int) -> list[Any]:
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
    named = {target for kept in TABLES.values() for target in kept.names.values()}
    for name in ORDER:
        kept = TABLES[name]
        mine = numbers[name] = {}
        again: list[Row] = []
        finish = FINISH.get(name)
        rows = account.rows(name)
        while part := list(islice(rows, 1 if name == "documents" else AT_ONCE)):
            was = [row.pop("id", None) for row in part]
            for number, row in zip(was, part, strict=True):
                if finish is not None:
                    finish(row, number, user, account, now)
                _rename(kept, row, number, numbers, again)
                if "user_id" in kept.table.columns:
                    row["user_id"] = user.id
            if name in named:
                mine.update(zip(was, _insert_numbered(session, kept, part), strict=True))
            else:
                session.connection().execute(insert(kept.table), part)
        _tie(session, kept, mine, again)


def _rename(
    kept: Kept, row: Row, number: int | None, numbers: Mapping[str, Mapping[int, int]],
    again: list[Row],
) -> None:  # fmt: skip
    """Let a row name others by their new numbers; one of the same table waits until all are in."""
    for column, target in kept.names.items():
        if row[column] is None:
            continue
        if target == kept.name:
            again.append({"row": number, "column": column, "names": row[column]})
            row[column] = None
        else:
            row[column] = numbers[target].get(row[column])


def _insert_numbered(session: Session, kept: Kept, part: list[Row]) -> Iterator[int]:
    table = kept.table
    statement = insert(table).returning(table.c.id, sort_by_parameter_order=True)
    yield from session.connection().execute(statement, part).scalars()


def _tie(session: Session, kept: Kept, mine: Mapping[int, int], again: list[Row]) -> None:
    for tie in again:
        row, names = mine[tie["row"]], mine[tie["names"]]
        change = update(kept.table).where(kept.table.c.id == row)
        session.connection().execute(change.values({tie["column"]: names}))


def _application(
    row: Row, number: int | None, user: User, account: Account, now: datetime
) -> None:  # fmt: skip
    """A summary of nothing; one that has more beside it is due at once, so that it is swept."""
    made = Application(**row, **NOTHING)
    settle(made, now, user.zone)
    due = now if number in account.busy else made.wake_at
    row |= {**NOTHING, "pinned": made.pinned, "wake_at": due, "today_place": made.today_place}


def _document(row: Row, number: int | None, user: User, account: Account, now: datetime) -> None:
    row["size"] = len(row["content"])
    row["sha256"] = hashlib.sha256(row["content"]).hexdigest()


def _share_link(row: Row, number: int | None, user: User, account: Account, now: datetime) -> None:
    """The secret is not in the file: nobody can open it again."""
    row["token_hash"] = f"closed {secrets.token_hex(16)}"
    row["revoked_at"] = row["revoked_at"] or now


Finish = Callable[[Row, int | None, User, Account, datetime], None]
FINISH: Mapping[str, Finish] = {
    "applications": _application,
    "documents": _document,
    "share_links": _share_link,
}
"""What is worked out about a row that the file leaves out."""


def _summarise(user: User, now: datetime) -> None:
    """Sum up what is due, step by step; where this is cut short, the next look at Today goes on."""
    due = select(Application.id).where(
        Application.user_id == user.id, Application.wake_at <= now
    )
    ids = db.session.scalars(due.order_by(Application.id)).all()
    for start in range(0, len(ids), SUMMARIES_AT_ONCE):
        some = select(Application).where(Application.id.in_(ids[start : start + SUMMARIES_AT_ONCE]))
        with writing(user) as session:
            zone = session.get_one(User, user.id).zone
            for application in session.scalars(some).all():
                summarise(session, application, now, zone)
