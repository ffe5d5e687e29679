"""Tags, views that are saved, and what was changed in one step."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.schema import SchemaItem

from tracker.models.base import BigKey, UtcDateTime

revision = "0028"
down_revision = "0027"


def upgrade() -> None:
    """Nobody has any yet."""
    line = sa.String(length=500)
    alike = sa.UniqueConstraint("user_id", "name", name=op.f("uq_tags_user_id_name"))
    _owned("tags", sa.Column("name", line, nullable=False), alike)
    _owned(
        "saved_views",
        sa.Column("name", line, nullable=False),
        sa.Column("shown_as", sa.String(length=32), nullable=False),
        sa.Column("asked", sa.Text(), nullable=False),
    )
    _owned(
        "bulk_changes",
        sa.Column("said", line, nullable=False),
        sa.Column("changed", sa.Integer(), nullable=False),
        sa.Column("kept", sa.Text(), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("undone_at", UtcDateTime(), nullable=True),
    )
    _of_applications()


def _owned(name: str, *columns: SchemaItem) -> None:
    owner = sa.ForeignKeyConstraint(
        ["user_id"], ["users.id"], name=op.f(f"fk_{name}_user_id"), ondelete="CASCADE"
    )
    op.create_table(
        name,
        *columns,
        sa.Column("user_id", BigKey, nullable=False),
        sa.Column("id", BigKey, nullable=False),
        owner,
        sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{name}")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f(f"ix_{name}_user_id"), name, ["user_id"], unique=False)


def _of_applications() -> None:
    name = "application_tags"
    keys = {"application_id": "applications.id", "tag_id": "tags.id"}
    op.create_table(
        name,
        *(sa.Column(key, BigKey, nullable=False) for key in keys),
        *(
            sa.ForeignKeyConstraint([key], [to], name=op.f(f"fk_{name}_{key}"), ondelete="CASCADE")
            for key, to in keys.items()
        ),
        sa.PrimaryKeyConstraint(*keys, name=op.f(f"pk_{name}")),
    )
    for key in keys:
        op.create_index(op.f(f"ix_{name}_{key}"), name, [key], unique=False)
