"""What is usual for a person tells when an application is silent."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Add in place what is worked out on the next day that the person looks."""
    for table in ("users", "applications"):
        days = sa.Column("quiet_days", sa.Integer(), nullable=False, server_default="21")
        op.add_column(table, days)
    op.add_column("users", sa.Column("quiet_read_on", sa.Date(), nullable=True))
