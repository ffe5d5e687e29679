"""Whether an interview that is off is to be moved, or is cancelled."""

from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op

from tracker.models.base import UtcDateTime

revision = "0034"
down_revision = "0033"
INTERVIEWS = sa.table("interviews", sa.column("application_id"), sa.column("outcome"))


def upgrade() -> None:
    """Those with one to be moved wake: their summary is worked out anew at the next look."""
    flag: sa.Column[bool] = sa.Column(
        "new_time_to_come", sa.Boolean(), nullable=False, server_default=sa.false()
    )
    op.add_column("applications", flag)
    applications = sa.table(
        "applications",
        sa.column("id"),
        sa.column("wake_at", UtcDateTime()),
        sa.column("cancelled_interview_at", UtcDateTime()),
        sa.column("deleted_at", UtcDateTime()),
    )
    moved = sa.select(INTERVIEWS.c.application_id).where(INTERVIEWS.c.outcome == "postponed")
    wakes = applications.c.id.in_(moved) & applications.c.cancelled_interview_at.is_not(None)
    wakes &= applications.c.deleted_at.is_(None)
    op.execute(sa.update(applications).where(wakes).values(wake_at=datetime.now(UTC)))
