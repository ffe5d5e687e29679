"""When a device last gave the password, how it was signed in, and what happened to an account."""

import sqlalchemy as sa
from alembic import op

from tracker.models.base import BigKey, UtcDateTime

revision = "0021"
down_revision = "0020"


def upgrade() -> None:
    """Add in place: who is signed in stays so, and is asked for the password once."""
    op.add_column("devices", sa.Column("proved_at", UtcDateTime(), nullable=True))
    op.add_column(
        "devices",
        sa.Column("way", sa.String(length=32), nullable=False, server_default="password"),
    )
    op.create_table(
        "account_events",
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("times", sa.Integer(), nullable=False),
        sa.Column("device", sa.String(length=500), nullable=False),
        sa.Column("address", sa.String(length=500), nullable=False),
        sa.Column("detail", sa.String(length=500), nullable=False),
        sa.Column("user_id", BigKey, nullable=False),
        sa.Column("id", BigKey, nullable=False),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name=op.f("fk_account_events_user_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_account_events")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_account_events_user_id"), "account_events", ["user_id"], unique=False)
