"""What is past its day goes for good, whoever looks: once an hour."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.database import truncate_wal, writing
from tracker.extensions import db
from tracker.models.account_event import AccountEvent
from tracker.models.changes import bin as bin_
from tracker.models.changes.sweep_imports import sweep_imports
from tracker.models.device import Device
from tracker.models.export import Export
from tracker.models.many.bulk_change import BulkChange
from tracker.models.search.index import merge
from tracker.models.server.idempotency_key import IdempotencyKey
from tracker.models.share_link import ShareLink
from tracker.models.sign_in import FailedLogin, PasswordReset
from tracker.models.undo import Removal
from tracker.models.user import User
from tracker.tasks.reminders import sweep_reminders
from tracker.tasks.task import Turn


def sweep(turn: Turn) -> None:
    """Person by person, each in a transaction of its own; then what is nobody's."""
    at, purged = turn.at, False
    everybody = db.session().scalars(select(User.id)).all()
    db.session.rollback()
    for user_id in everybody:
        purged = sweep_person(user_id, at) or purged
    with writing() as session:
        sweep_server(session, at)
        if purged:
            merge(session.connection())
    sweep_reminders(turn)
    truncate_wal()


def sweep_person(user_id: int, at: datetime) -> bool:
    """Whether anything of a person's went that they had deleted."""
    session = db.session()
    old = bin_.is_past_retention(session, user_id, at)
    user = session.get(User, user_id)
    if old and user is not None:
        with writing(user, at) as writer:
            bin_.purge(writer, user_id, at)
    with writing() as writer:
        sweep_imports(writer, user_id, at)
        gone = Removal.sweep(writer, user_id, at)
        BulkChange.sweep(writer, user_id, at)
        IdempotencyKey.forget(writer, user_id, at)
    return old or gone


def sweep_server(session: Session, at: datetime) -> None:
    """Inside `writing()`: files to fetch, ways in that have ended, guesses."""
    Export.forget_old(session, at)
    AccountEvent.sweep(session, at)
    Device.sweep(session, at)
    ShareLink.sweep(session, at)
    PasswordReset.sweep(session, at)
    FailedLogin.sweep(session, at)
