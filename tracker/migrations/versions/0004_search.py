"""Search reads interviews, what they said, links and pay too."""

from alembic import op

from tracker.models import search

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make the index anew; on a fresh database it is made here for the first time."""
    search.recreate(op.get_bind())
    # Nothing woke a card on the day that its ask turned: the next look sums those up anew.
    op.execute(
        "UPDATE applications SET wake_at = created_at"
        " WHERE deleted_at IS NULL AND ask_turns_on IS NOT NULL"
    )
