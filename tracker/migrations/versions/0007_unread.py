"""What was written for every person and every answer to a coach, and read by nothing."""

from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Drop in place: a batch would rebuild `users`, to which nearly every table refers."""
    op.drop_column("users", "locale")
    op.drop_column("coach_notes", "answered_at")
