"""One writer at a time, where a rule spans rows that are not there yet."""

import hashlib

from sqlalchemy import func, select
from sqlalchemy.orm import Session


def advisory_lock(session: Session, name: str) -> None:
    """Inside `writing()`: others who name the same thing wait until this transaction ends.

    SQLite has one writer at a time anyway.
    """
    if session.connection().dialect.name == "postgresql":
        key = int.from_bytes(hashlib.sha256(name.encode()).digest()[:8], "big", signed=True)
        session.execute(select(func.pg_advisory_xact_lock(key)))
