"""A program one migration ahead of this one, made up for a test."""

import shutil
from pathlib import Path

import pytest

from tracker import schema

ADDS_A_COLUMN = '''"""A made-up change that rebuilds a table which others refer to."""

import sqlalchemy as sa
from alembic import op

revision = "{revision}"
down_revision = "{before}"


def upgrade() -> None:
    """As a batch: SQLite drops the old table, with its triggers, and names the new one after it."""
    with op.batch_alter_table("applications", recreate="{recreate}") as table:
        table.add_column(sa.Column("made_up", sa.Integer(), nullable=False, server_default="7"))
'''


def one_ahead(folder: Path, monkeypatch: pytest.MonkeyPatch, recreate: str = "auto") -> str:
    """Make this program that later one; gives its revision."""
    before = schema.head()
    migrations = folder / "migrations"
    shutil.copytree(schema.MIGRATIONS, migrations, ignore=shutil.ignore_patterns("__pycache__"))
    revision = f"{int(before) + 1:04}"
    script = ADDS_A_COLUMN.format(revision=revision, before=before, recreate=recreate)
    (migrations / "versions" / f"{revision}_made_up.py").write_text(script)
    monkeypatch.setattr(schema, "MIGRATIONS", migrations)
    return revision
