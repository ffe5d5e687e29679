"""Interviews without a day yet, the last that they called off, closed roles, advice in a no, and what a note was."""

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
    advice: sa.Column[bool] = sa.Column(
        "brings_advice", sa.Boolean(), nullable=False, server_default=sa.false()
    )
    op.add_column("rejections", advice)
    op.add_column("notes", sa.Column("kept_as", sa.String(length=32), nullable=True))
    op.add_column("notes", sa.Column("sent_on", sa.Date(), nullable=True))
