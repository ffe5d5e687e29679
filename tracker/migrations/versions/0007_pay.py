"""Applications can be sorted by what they pay."""

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """The index comes with those of the other orders (see tracker/schema.py)."""
