"""A spreadsheet among what happens: a made-up sheet comes in by the real import, and goes again.

These steps take several commits, as the import does on the web: not one, as the others.
"""

import csv
from collections.abc import Callable
from datetime import date, datetime
from io import BytesIO, StringIO
from random import Random
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from tracker.database import writing
from tracker.extensions import db
from tracker.imports.files import read_table
from tracker.imports.reading.guess_mapping import guess_mapping
from tracker.imports.steps import insert, staging, undo, upload
from tracker.models import Application, Import
from tracker.values.days import days_after

if TYPE_CHECKING:
    from tests.histories.steps import History

STATUSES = (
    "Applied", "Interview", "Rejected", "Rejected after interview", "Ghosted", "No reply",
    "Offer", "Offer accepted", "Offer declined", "Withdrawn", "Archived", "Feedback received",
    "Action taken", "Draft", "",
)  # fmt: skip
COLUMNS = ("Company", "Role", "Source", "Status", "Date applied", "Interview date", "Rejected on",
           "Offer date")  # fmt: skip
ROWS = 4


def sheet(today: date, number: int) -> str:
    """A sheet of a few rows; the same number makes the same one, so that it may come twice."""
    chance = Random(number)
    text = StringIO()
    writer = csv.writer(text)
    with_days = COLUMNS[: chance.choice((5, 6, len(COLUMNS), len(COLUMNS)))]
    writer.writerow(with_days)
    for place in range(1, chance.randint(1, ROWS) + 1):
        status = chance.choice(STATUSES)
        ago = sorted((chance.randint(0, 90) for _ in range(3)), reverse=True)
        days = [days_after(today, -each).isoformat() for each in ago]
        sent, met, ended = (day if chance.random() < 0.75 else "" for day in days)
        said = status.casefold()
        cells = (
            f"Imported {number % 9}.{place}", "Cook", chance.choice(("Seek", "Jora", "")), status,
            "" if said == "draft" else sent, met if "interview" in said else "",
            ended if said.startswith(("rejected", "ghosted")) else "",
            ended if said.startswith("offer") else "",
        )  # fmt: skip
        writer.writerow(cells[: len(with_days)])
    return text.getvalue()


def brought_in(history: "History", at: datetime, number: int) -> None:
    """Every row that needs no look is added."""
    user, today = history.user, history.today
    table = read_table(BytesIO(sheet(today, number).encode()))
    mapping = guess_mapping(table, today)
    with writing(user, at) as session:
        made = upload.begin(session, user, f"sheet {number}.csv", table, mapping, at).id
    upload.store_rows(user, made, table)
    with writing(user, at) as session:
        staging.begin(session, session.get_one(Import, made), mapping)
    staging.stage_rows(user, made, at, seconds=float("inf"))
    with writing(user, at) as session:
        insert.begin(session, session.get_one(Import, made))
    insert.insert_ready_rows(user, made, at, seconds=float("inf"))
    mine = select(Application.id).where(Application.user_id == user.id).order_by(Application.id)
    history.ids += [each for each in db.session.scalars(mine) if each not in history.ids]
    db.session.rollback()


def import_undone(history: "History", at: datetime, number: int) -> None:
    """The latest; what was changed since goes as well, or stays."""
    user = history.user
    landed = Import.of(user.id).where(Import.state == "landed")
    brought = db.session.scalars(landed).first()
    db.session.rollback()
    if brought is None:
        return
    with writing(user, at) as session:
        undo.begin(session, session.get_one(Import, brought.id), everything=number % 2 == 0)
    undo.undo_rows(user, brought.id, at, seconds=float("inf"))
    db.session.rollback()


IMPORTING: tuple[Callable[["History", datetime, int], Any], ...] = (
    brought_in, brought_in, import_undone,
)  # fmt: skip
