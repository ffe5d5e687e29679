"""Applications can be sorted by what they pay."""

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """The index comes with those of the other orders (see tracker/schema.py)."""
