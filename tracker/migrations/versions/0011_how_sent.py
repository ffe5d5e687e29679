"""How an application was sent, for agencies: what was kept till then says only where it was found."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0008"


def upgrade() -> None:
    """Not known of any that there are."""
    op.add_column("applications", sa.Column("applied_how", sa.String(32)))
