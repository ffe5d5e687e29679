"""Interviews without a day yet, and the one that they called off last."""

import sqlalchemy as sa
from alembic import op

from tracker.models.base import UtcDateTime

revision = "0032"
down_revision = "0031"


def upgrade() -> None:
    """What the rows say is summed up after every upgrade."""
    for name in ("undated_interview_at", "cancelled_interview_at"):
        op.add_column("applications", sa.Column(name, UtcDateTime(), nullable=True))
