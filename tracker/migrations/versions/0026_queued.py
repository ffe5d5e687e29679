"""A key that was spent on a change from a phone's queue tells which versions resulted."""

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0025"


def upgrade() -> None:
    """Nothing is known of those that were spent before: none of them waited on a phone."""
    op.add_column("idempotency_keys", sa.Column("versions", sa.Text(), nullable=True))
