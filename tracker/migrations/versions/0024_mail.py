"""A mailbox that is looked into, and the emails of it that wait for a word."""

import sqlalchemy as sa
from alembic import op

from tracker.models.base import BigKey, UtcDateTime

revision = "0024"
down_revision = "0023"


def line(name: str) -> sa.Column[str]:
    """A line of text."""
    return sa.Column(name, sa.String(length=500), nullable=False)


def upgrade() -> None:
    """Nobody has one yet."""
    op.create_table(
        "mailboxes",
        sa.Column("user_id", BigKey, nullable=False),
        line("host"),
        sa.Column("port", sa.Integer(), nullable=False),
        line("username"),
        line("folder"),
        sa.Column("uid_validity", sa.BigInteger(), nullable=True),
        sa.Column("last_uid", sa.BigInteger(), nullable=False),
        sa.Column("looked_at", UtcDateTime(), nullable=True),
        sa.Column("failing_since", UtcDateTime(), nullable=True),
        sa.Column("problem", sa.Text(), nullable=False),
        sa.Column("made_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name=op.f("fk_mailboxes_user_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("user_id", name=op.f("pk_mailboxes")),
    )
    op.create_index(op.f("ix_mailboxes_user_id"), "mailboxes", ["user_id"], unique=False)
    op.create_table(
        "mail_proposals",
        sa.Column("application_id", sa.BigInteger(), nullable=True),
        line("company"),
        sa.Column("kind", sa.String(length=32), nullable=False),
        line("sender"),
        line("address"),
        line("subject"),
        sa.Column("sent_at", UtcDateTime(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("calendar", sa.Text(), nullable=False),
        sa.Column("uid", sa.BigInteger(), nullable=False),
        sa.Column("found_at", UtcDateTime(), nullable=False),
        sa.Column("user_id", BigKey, nullable=False),
        sa.Column("id", BigKey, nullable=False),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name=op.f("fk_mail_proposals_user_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mail_proposals")),
        sqlite_autoincrement=True,
    )
    for name in ("application_id", "user_id"):
        op.create_index(op.f(f"ix_mail_proposals_{name}"), "mail_proposals", [name], unique=False)
