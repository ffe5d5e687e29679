"""Closing what nobody answers is a kind of next step of its own, with a place of its own on Today."""

revision = "0034"
down_revision = "0033"


def upgrade() -> None:
    """Nothing here: where each stands on Today is worked out anew after every upgrade."""
