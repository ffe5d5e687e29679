"""What the server does by itself; and indexes that a database from an early day never got."""

import sqlalchemy as sa
from alembic import op

from tracker.models.base import UtcDateTime

revision = "0019"
down_revision = "0018"

MISSED = (
    ("ix_applications_binned", "applications", "user_id, deleted_at", "deleted_at IS NOT NULL"),
    ("ix_stage_changes_undoes_id", "stage_changes", "undoes_id", "undoes_id IS NOT NULL"),
)
"""Written into 0005 when some databases had gone through it already."""


def upgrade() -> None:
    """Add the table in place."""
    op.create_table(
        "task_runs",
        sa.Column("name", sa.String(length=32), nullable=False),
        sa.Column("slot", UtcDateTime(), nullable=True),
        sa.Column("done_at", UtcDateTime(), nullable=True),
        sa.Column("tried_at", UtcDateTime(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("holder", sa.String(length=32), nullable=False),
        sa.Column("leased_until", UtcDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_task_runs")),
    )
    on_sqlite = op.get_bind().dialect.name == "sqlite"
    for name, table, columns, condition in MISSED:
        where = f" WHERE {condition}" if on_sqlite else ""
        op.execute(f"CREATE INDEX IF NOT EXISTS {name} ON {table} ({columns}){where}")
