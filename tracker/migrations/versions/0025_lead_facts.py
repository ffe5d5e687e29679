"""Leads know the way of working, the kind of job and the skills that their posting names."""

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"


def upgrade() -> None:
    """Of leads that are there already, nobody wrote these down."""
    for name in ("workplace", "employment"):
        op.add_column("leads", sa.Column(name, sa.String(length=32), nullable=True))
    none = sa.Column("skills", sa.String(length=500), nullable=False, server_default="")
    op.add_column("leads", none)
