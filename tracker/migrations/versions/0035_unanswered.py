"""No pause where nobody answered: there is nothing to rest from, and nothing asks for anything."""

import sqlalchemy as sa
from alembic import op

from tracker.models.base import UtcDateTime

revision = "0035"
down_revision = "0034"
REJECTIONS = sa.table("rejections", sa.column("how"), sa.column("rest_until", UtcDateTime()))


def upgrade() -> None:
    """What an application adds up to is worked out anew after every upgrade."""
    paused = (REJECTIONS.c.how == "silence") & REJECTIONS.c.rest_until.is_not(None)
    op.execute(sa.update(REJECTIONS).where(paused).values(rest_until=None))


def downgrade() -> None:
    """The pauses stay away: which there were is not known any more."""
