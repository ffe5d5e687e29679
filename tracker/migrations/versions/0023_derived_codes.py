"""Secrets of codes at sign-in are derived from the server's key; those there are stay as they are."""

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"


def upgrade() -> None:
    """A secret that a phone knows already can't be derived: it stays until it is made anew."""
    for name in ("salt", "key_mark"):
        op.add_column(
            "second_steps",
            sa.Column(name, sa.String(length=500), nullable=False, server_default=""),
        )
