"""Leads know what excites in them, and those that close soon are found by an index."""

import sqlalchemy as sa
from alembic import op

revision = "0027"
down_revision = "0026"


def upgrade() -> None:
    """Of leads that are there already, nobody wrote that down."""
    none = sa.Column("sparks", sa.String(length=500), nullable=False, server_default="")
    op.add_column("leads", none)
    op.create_index("ix_leads_closing", "leads", ["user_id", "closes_on"])
