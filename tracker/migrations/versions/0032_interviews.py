"""Interviews without a day yet, the one that they called off last, and a role that they closed."""

import sqlalchemy as sa
from alembic import op

from tracker.models.base import UtcDateTime

revision = "0032"
down_revision = "0031"


def upgrade() -> None:
    """What the rows say is summed up after every upgrade."""
    for name in ("undated_interview_at", "cancelled_interview_at"):
        op.add_column("applications", sa.Column(name, UtcDateTime(), nullable=True))
    closed: sa.Column[bool] = sa.Column(
        "role_closed", sa.Boolean(), nullable=False, server_default=sa.false()
    )
    op.add_column("applications", closed)
