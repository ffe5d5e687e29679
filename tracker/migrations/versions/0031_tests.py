"""Whether what comes next is a test that is done alone, by its day."""

from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op

from tracker.models.base import UtcDateTime

revision = "0031"
down_revision = "0030"
INTERVIEWS = sa.table(
    "interviews",
    *(sa.column(name) for name in ("application_id", "kind")),
    sa.column("hour_known", sa.Boolean()),
    sa.column("starts_at", UtcDateTime()),
)


def upgrade() -> None:
    """Those with one ahead wake: their summary is worked out anew at the next look."""
    flag: sa.Column[bool] = sa.Column(
        "next_interview_is_test", sa.Boolean(), nullable=False, server_default=sa.false()
    )
    op.add_column("applications", flag)
    at = datetime.now(UTC)
    applications = sa.table(
        "applications",
        sa.column("id"),
        sa.column("wake_at", UtcDateTime()),
        sa.column("deleted_at", UtcDateTime()),
    )
    tested = sa.select(INTERVIEWS.c.application_id).where(
        INTERVIEWS.c.kind == "assessment", ~INTERVIEWS.c.hour_known, INTERVIEWS.c.starts_at > at
    )
    wakes = applications.c.id.in_(tested) & applications.c.deleted_at.is_(None)
    op.execute(sa.update(applications).where(wakes).values(wake_at=at))
