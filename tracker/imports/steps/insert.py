"""Rows that were read become applications and leads, in a few inserts a step."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from time import monotonic
from typing import Any

from sqlalchemy import func, insert, select, update
from sqlalchemy.orm import Session

from tracker.database import writing
from tracker.extensions import db
from tracker.imports.reading.rows import ReadRow
from tracker.imports.steps import remember, take_over
from tracker.imports.steps.batch_size import BatchSize
from tracker.imports.steps.insert_rows import Row, RowBuilder
from tracker.imports.steps.positions import places
from tracker.loop.stage import Stage
from tracker.models.application import Application
from tracker.models.changes.position import Placement
from tracker.models.changes.tags import tag
from tracker.models.import_row import THERE, ImportRow
from tracker.models.imports import Import
from tracker.models.interview import Interview
from tracker.models.lead import Lead
from tracker.models.note import Note
from tracker.models.offer import Offer
from tracker.models.rejection import Rejection
from tracker.models.stage_change import StageChange
from tracker.models.summary.usual_silence import forget
from tracker.models.user import User

AT_ONCE = 1_000
"""Applications in one transaction, at most."""
ONE_STATEMENT = {"render_nulls": True}

BESIDE: tuple[tuple[Any, Callable[[RowBuilder, ReadRow], Iterable[Row]]], ...] = (
    (StageChange, RowBuilder.stage_changes),
    (Interview, RowBuilder.interviews),
    (Offer, RowBuilder.offers),
    (Rejection, RowBuilder.rejections),
    (Note, RowBuilder.notes),
)


def begin(session: Session, brought: Import, take: bool = True) -> None:
    """Everything that is ready may land; repeats too where the person keeps them.

    What has changed is taken over where it is ticked, unless that shall wait.
    """
    brought.state, brought.staged = "landing", 0
    if take:
        take_over.begin(session, brought)
    if brought.duplicates == "keep":
        session.execute(
            update(ImportRow)
            .where(ImportRow.repeats(brought.id))
            .values(state="ready")
            .execution_options(synchronize_session=False)
        )


def insert_ready_rows(user: User, import_id: int, now: datetime, seconds: float) -> None:
    """Make applications for so long; the import has landed when nothing is ready any more."""
    until = monotonic() + seconds
    landing = RowBuilder(user.id, import_id, now, user.zone)
    pace = BatchSize(AT_ONCE, seconds)
    while rows := _ready(import_id, pace.size):
        read = [(row_id, ReadRow.from_json(reading)) for row_id, reading in rows]
        with pace.transaction(len(rows)), writing(user) as session:
            if not _still_ready(session, import_id, [row_id for row_id, _ in read]):
                return
            insert_batch(session, landing, read)
        if monotonic() > until:
            return
    if not take_over.take_rows(user, import_id, now, until):
        return
    if not remember.remember_rows(user, import_id, until):
        return
    if not _position_cards(user, import_id, pace):
        return
    with writing(user) as session:
        _settle(session, session.get(Import, import_id), now)


def _position_cards(user: User, import_id: int, pace: BatchSize) -> bool:
    """A part of a column at a time; False where somebody stopped or forgot the import."""
    for stage in Stage:
        brought = db.session.get(Import, import_id)
        if brought is None:
            return False
        found, done = places(db.session(), brought, stage), 0
        while part := found.ids[done : done + pace.size]:
            with pace.transaction(len(part)), writing(user) as session:
                brought = session.get(Import, import_id)
                if brought is None or brought.state != "landing":
                    return False
                found.put(session, done, len(part))
            done += len(part)
    return True


def insert_batch(
    session: Session, landing: RowBuilder, read: Sequence[tuple[int, ReadRow]]
) -> None:
    """Insert these rows with all that belongs to them, and note what each became."""
    sent = [(row_id, row) for row_id, row in read if row.kind == "application"]
    saved = [(row_id, row) for row_id, row in read if row.kind == "lead"]
    numbers = _insert_applications(session, landing, [row for _, row in sent])
    leads = _insert_leads(session, [landing.lead(row) for _, row in saved])
    for model, rows_of in BESIDE:
        beside = [
            {**made, "user_id": landing.owned["user_id"], "application_id": number}
            for number, (_, row) in zip(numbers, sent, strict=True)
            for made in rows_of(landing, row)
        ]
        if beside:
            session.execute(insert(model), beside, execution_options=ONE_STATEMENT)
    tags = {number: row.tags for number, (_, row) in zip(numbers, sent, strict=True) if row.tags}
    tag(session, landing.owned["user_id"], tags)
    became = [
        *(_landed(row_id, number, None) for number, (row_id, _) in zip(numbers, sent, strict=True)),
        *(_landed(row_id, None, number) for number, (row_id, _) in zip(leads, saved, strict=True)),
    ]
    if became:
        session.execute(update(ImportRow), became)
        remember.remember_new(session, became, read)


def insert_one(
    session: Session, landing: RowBuilder, brought: Import, row_id: int, row: ReadRow
) -> None:
    """Add one row after the others, on top of its column."""
    insert_batch(session, landing, [(row_id, row)])
    application_id = session.scalar(select(ImportRow.application_id).where(ImportRow.id == row_id))
    if application_id is not None:
        made = session.get_one(Application, application_id)
        made.position = Placement().position(session, made, Stage(made.stage))
    brought.added += 1


def _insert_applications(session: Session, landing: RowBuilder, rows: list[ReadRow]) -> list[int]:
    """Their ids, found by the row's number: asking for each in turn would take twice as long."""
    if not rows:
        return []
    last = session.scalar(select(func.max(Application.id))) or 0
    made = [landing.application(row) for row in rows]
    session.execute(insert(Application), made, execution_options=ONE_STATEMENT)
    mine = Application.import_id == landing.owned["import_id"]
    ids = select(Application.position, Application.id).where(mine, Application.id > last)
    by_number = dict(session.execute(ids).all())
    return [by_number[row.number] for row in rows]


def _insert_leads(session: Session, made: list[Row]) -> list[int]:
    if not made:
        return []
    statement = insert(Lead).returning(Lead.id, sort_by_parameter_order=True)
    return list(session.scalars(statement, made, execution_options=ONE_STATEMENT))


def _landed(row_id: int, application_id: int | None, lead_id: int | None) -> Row:
    ids = {"application_id": application_id, "lead_id": lead_id}
    return {"id": row_id, "state": "landed", **ids}


def _ready(import_id: int, count: int) -> Sequence[Any]:
    return db.session.execute(
        select(ImportRow.id, ImportRow.reading)
        .where(ImportRow.import_id == import_id, ImportRow.state == "ready")
        .order_by(ImportRow.number)
        .limit(count)
    ).all()


def _still_ready(session: Session, import_id: int, row_ids: list[int]) -> bool:
    """False where another process has landed them, or somebody stopped or forgot it."""
    waiting = select(func.count()).where(
        ImportRow.import_id == import_id,
        ImportRow.state == "ready",
        ImportRow.id.between(min(row_ids), max(row_ids)),
    )
    brought = session.get(Import, import_id)
    if brought is None:
        return False
    brought.staged += len(row_ids)
    return brought.state == "landing" and session.scalar(waiting) == len(row_ids)


def _settle(session: Session, brought: Import | None, now: datetime) -> None:
    """It has landed."""
    if brought is None or brought.state != "landing":
        return
    counts = brought.counts(session)
    brought.state, brought.landed_at, brought.undone_at = "landed", now, None
    brought.added = counts["landed"]
    brought.already_there = sum(counts[state] for state in THERE)
    forget(session, brought.user_id)
