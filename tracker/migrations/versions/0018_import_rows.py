"""What a sheet said last is remembered, and what has changed in it since waits for a yes."""

import hashlib
import json
from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from alembic import op

from tracker.models.base import BigKey

revision = "0018"
down_revision = "0017"

AT_ONCE = 1_000
KNOWN = sa.table(
    "known_rows",
    *(sa.column(name) for name in ("user_id", "import_id", "application_id", "lead_id", "cells")),
    sa.column("said", sa.JSON()),
)
ROWS = sa.table(
    "import_rows",
    *(sa.column(name) for name in ("id", "user_id", "import_id", "application_id", "lead_id")),
    sa.column("state"),
    sa.column("cells", sa.JSON()),
    sa.column("reading", sa.JSON()),
)


def upgrade() -> None:
    """Add in place; rows of imports that are still kept are remembered."""
    op.create_table(
        "known_rows",
        sa.Column("import_id", BigKey, nullable=True),
        sa.Column("application_id", BigKey, nullable=True),
        sa.Column("lead_id", BigKey, nullable=True),
        sa.Column("cells", sa.String(length=32), nullable=False),
        sa.Column("said", sa.JSON(), nullable=False),
        sa.Column("user_id", BigKey, nullable=False),
        sa.Column("id", BigKey, nullable=False),
        sa.ForeignKeyConstraint(
            ["import_id"],
            ["imports.id"],
            name=op.f("fk_known_rows_import_id"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["application_id"],
            ["applications.id"],
            name=op.f("fk_known_rows_application_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["lead_id"], ["leads.id"], name=op.f("fk_known_rows_lead_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name=op.f("fk_known_rows_user_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_known_rows")),
        sqlite_autoincrement=True,
    )
    for column in ("import_id", "application_id", "lead_id", "user_id"):
        op.create_index(op.f(f"ix_known_rows_{column}"), "known_rows", [column], unique=False)
    for name in ("changes", "taken"):
        op.add_column("import_rows", sa.Column(name, sa.JSON(), nullable=True))
    connection = op.get_bind()
    there = {
        name: set(connection.scalars(sa.text(f"SELECT id FROM {name}")))
        for name in ("applications", "leads")
    }
    after, seen = 0, set[tuple[Any, Any]]()
    while rows := connection.execute(_part(after)).all():
        after = rows[-1].id
        if made := list(_known(rows, there, seen)):
            connection.execute(sa.insert(KNOWN), made)


def _part(after: int) -> Any:
    landed = ROWS.c.state.in_(("landed", "kept"))
    return sa.select(ROWS).where(landed, ROWS.c.id > after).order_by(ROWS.c.id).limit(AT_ONCE)


def _known(rows: Any, there: Any, seen: set[tuple[Any, Any]]) -> Iterator[dict[str, Any]]:
    for row in rows:
        application = row.application_id if row.application_id in there["applications"] else None
        lead = row.lead_id if row.lead_id in there["leads"] else None
        if not row.reading or (application, lead) in {(None, None), *seen}:
            continue
        seen.add((application, lead))
        text = "\x1f".join(cell.strip() for cell in row.cells).rstrip("\x1f")
        sign = hashlib.blake2b(text.encode("utf-8", "replace"), digest_size=16).hexdigest()
        yield {
            "user_id": row.user_id,
            "import_id": row.import_id,
            "application_id": application,
            "lead_id": lead,
            "cells": sign,
            "said": _said(row.reading),
        }


def _said(reading: dict[str, Any]) -> dict[str, Any]:
    """What was read, with signs in the place of long words."""
    said: dict[str, Any] = json.loads(json.dumps(reading))
    for name in ("number", "problems", "questions", "remarks", "is_double_of"):
        said.pop(name, None)
    lines = filter(None, (" ".join(line.split()) for line in said.pop("notes", "").split("\n")))
    said["notes"] = [_sign(line) for line in lines]
    if posting := said.get("facts", {}).get("posting"):
        said["facts"]["posting"] = _sign(posting)
    return said


def _sign(text: str) -> str:
    plain = " ".join(text.split()).casefold()
    return hashlib.blake2b(plain.encode("utf-8", "replace"), digest_size=6).hexdigest()
