"""What a coach saw the time before: so that what is new since can be marked."""

import sqlalchemy as sa
from alembic import op

from tracker.models.base import UtcDateTime

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    """Links of before know their last opening: what came after it is new at the next."""
    op.add_column("share_links", sa.Column("seen_before_at", UtcDateTime(), nullable=True))
