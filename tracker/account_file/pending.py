"""An account that was sent to the page waits for a yes: packed, in the rows of an import."""

import base64
import hashlib
import zlib
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from sqlalchemy import insert
from sqlalchemy.orm import Session

from tracker.account_file.account import Account
from tracker.imports.steps.upload import kept_name
from tracker.models.import_row import ImportRow
from tracker.models.imports import WHOLE_ACCOUNT, Import
from tracker.models.user import User
from tracker.values.formatting import full_day

PIECE = 1 << 20
"""Bytes of the file in one row."""


def store_pending(
    session: Session, user: User, filename: str, content: bytes, account: Account, now: datetime
) -> Import:
    """Put the file aside, with what is in it; call inside `writing(user)`."""
    waiting = Import(
        user_id=user.id,
        filename=kept_name(filename),
        state=WHOLE_ACCOUNT,
        headers=[],
        mapping=describe_account(account) | {"sha256": hashlib.sha256(content).hexdigest()},
        created_at=now,
    )
    session.add(waiting)
    session.flush()
    for row in _pieces(waiting, content):
        session.execute(insert(ImportRow), [row])
    return waiting


def describe_account(account: Account) -> dict[str, Any]:
    """What is shown before somebody says yes."""
    return {
        "counts": account.counts,
        "email": account.person.get("email", ""),
        "made_on": made_on(account),
        "private": account.private,
    }


def made_on(account: Account) -> str:
    """The day of the file by its own word, or nothing."""
    try:
        return full_day(datetime.fromisoformat(account.file.head["made_at"]).date())
    except (KeyError, TypeError, ValueError):
        return ""


def content_of(session: Session, waiting: Import) -> bytes:
    """The file as it was sent."""
    rows = session.scalars(ImportRow.of(waiting.id))
    return b"".join(zlib.decompress(base64.b64decode(row.cells[0])) for row in rows)


def _pieces(waiting: Import, content: bytes) -> Iterator[dict[str, Any]]:
    for number, start in enumerate(range(0, len(content), PIECE), 1):
        packed = base64.b64encode(zlib.compress(content[start : start + PIECE], 1))
        yield {
            "user_id": waiting.user_id,
            "import_id": waiting.id,
            "number": number,
            "cells": [packed.decode("ascii")],
            "state": "raw",
            "by_hand": False,
        }
