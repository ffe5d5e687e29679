"""An Undo that is good for as long as a row says what it said when the Undo was offered."""

from flask import request
from sqlalchemy import inspect
from sqlalchemy.orm import Session

from tracker.models.base import Owned
from tracker.web.edit_conflicts import sign

NOT_WRITTEN = ("id", "rest_until")
"""Columns that say nothing of what a person wrote: a rest is begun and ended by one tap."""


def undo_address(session: Session, place: str, row: Owned) -> str:
    """The place with what the row says now."""
    session.flush()
    session.refresh(row)
    return f"{place}?left={_sign_of(row)}"


def check_left(row: Owned) -> None:
    """Raise ValueError where more was written in the row since it was saved."""
    if request.args.get("left") != _sign_of(row):
        raise ValueError("more was written since")


def _sign_of(row: Owned) -> str:
    """The same for as long as nothing else is written in it."""
    columns = (each.key for each in inspect(type(row)).column_attrs if each.key not in NOT_WRITTEN)
    return sign("\x00".join(f"{key}={getattr(row, key)!r}" for key in columns))
