"""Reminders: what somebody wants, where they are sent, and what was sent."""

import sqlalchemy as sa
from alembic import op

from tracker.models.base import BigKey, UtcDateTime

revision = "0029"
down_revision = "0028"


def word(name: str, length: int = 32) -> sa.Column[str]:
    """A short text that is always there."""
    return sa.Column(name, sa.String(length=length), nullable=False)


def moment(name: str, nullable: bool = True) -> sa.Column[sa.DateTime]:
    """A moment in UTC."""
    return sa.Column(name, UtcDateTime(), nullable=nullable)


def yes_or_no(name: str) -> sa.Column[bool]:
    """A switch."""
    return sa.Column(name, sa.Boolean(), nullable=False)


def owner(table: str) -> tuple[sa.ForeignKeyConstraint, sa.PrimaryKeyConstraint]:
    """Its rows go with their person."""
    key = "user_id" if table == "reminder_settings" else "id"
    return (
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name=op.f(f"fk_{table}_user_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint(key, name=op.f(f"pk_{table}")),
    )


def upgrade() -> None:
    """Nobody has any yet."""
    op.create_table(
        "reminder_settings",
        sa.Column("user_id", BigKey, nullable=False),
        moment("since", nullable=False),
        yes_or_no("digest"),
        sa.Column("digest_at", sa.Time(), nullable=False),
        yes_or_no("interviews"),
        sa.Column("interviews_at", sa.Time(), nullable=False),
        yes_or_no("follow_ups"),
        sa.Column("quiet_from", sa.Time(), nullable=False),
        sa.Column("quiet_to", sa.Time(), nullable=False),
        moment("paused_until"),
        yes_or_no("named"),
        moment("look_at", nullable=False),
        *owner("reminder_settings"),
    )
    op.create_table(
        "reminder_channels",
        word("kind"),
        word("label", 500),
        sa.Column("file", sa.String(), nullable=False),
        sa.Column("device_id", BigKey, nullable=True),
        word("state"),
        moment("failing_since"),
        sa.Column("problem", sa.Text(), nullable=False),
        moment("made_at", nullable=False),
        sa.Column("user_id", BigKey, nullable=False),
        sa.Column("id", BigKey, nullable=False),
        sa.ForeignKeyConstraint(
            ["device_id"],
            ["devices.id"],
            name=op.f("fk_reminder_channels_device_id"),
            ondelete="CASCADE",
        ),
        *owner("reminder_channels"),
        sa.UniqueConstraint("file", name=op.f("uq_reminder_channels_file")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "reminders",
        word("kind"),
        sa.Column("day", sa.Date(), nullable=False),
        word("title", 500),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("about", sa.JSON(), nullable=False),
        moment("decided_at", nullable=False),
        moment("due_at", nullable=False),
        moment("expires_at", nullable=False),
        sa.Column("user_id", BigKey, nullable=False),
        sa.Column("id", BigKey, nullable=False),
        *owner("reminders"),
        sa.UniqueConstraint("user_id", "kind", "day", name=op.f("uq_reminders_user_id_kind_day")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "reminder_deliveries",
        sa.Column("reminder_id", BigKey, nullable=False),
        sa.Column("channel_id", BigKey, nullable=True),
        word("label", 500),
        word("state"),
        sa.Column("tries", sa.Integer(), nullable=False),
        moment("try_at"),
        word("holder"),
        moment("leased_until"),
        moment("done_at"),
        sa.Column("user_id", BigKey, nullable=False),
        sa.Column("id", BigKey, nullable=False),
        sa.ForeignKeyConstraint(
            ["reminder_id"],
            ["reminders.id"],
            name=op.f("fk_reminder_deliveries_reminder_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["channel_id"],
            ["reminder_channels.id"],
            name=op.f("fk_reminder_deliveries_channel_id"),
            ondelete="SET NULL",
        ),
        *owner("reminder_deliveries"),
        sa.UniqueConstraint(
            "reminder_id",
            "channel_id",
            name=op.f("uq_reminder_deliveries_reminder_id_channel_id"),
        ),
        sqlite_autoincrement=True,
    )
    for table, names in (
        ("reminder_settings", ("look_at", "user_id")),
        ("reminder_channels", ("device_id", "user_id")),
        ("reminders", ("user_id",)),
        ("reminder_deliveries", ("channel_id", "reminder_id", "try_at", "user_id")),
    ):
        for name in names:
            op.create_index(op.f(f"ix_{table}_{name}"), table, [name], unique=False)
