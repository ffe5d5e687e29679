"""Search reads interviews, what they said, links and pay too."""

from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Nothing woke a card on the day that its ask turned: the next look sums those up anew.

    The index itself is made anew after any migration (see tracker/schema.py).
    """
    op.execute(
        "UPDATE applications SET wake_at = created_at"
        " WHERE deleted_at IS NULL AND ask_turns_on IS NOT NULL"
    )
