"""When they wrote that they have an application, and by when they say that they answer."""

import sqlalchemy as sa
from alembic import op

revision = "0033"
down_revision = "0032"


def upgrade() -> None:
    """Nobody knows them of what was saved before."""
    for name in ("acknowledged_on", "answers_by"):
        op.add_column("applications", sa.Column(name, sa.Date(), nullable=True))
