"""Where an import of many rows is, and the file until it has been read."""

import sqlalchemy as sa
from alembic import op

from tracker.models.base import BigKey

revision = "0017"
down_revision = "0016"


def upgrade() -> None:
    """Add in place; a file that was cut short before can't be gone on with."""
    for column in (
        sa.Column("sheet", sa.String(length=500), nullable=False, server_default=""),
        sa.Column("tables", sa.JSON(), nullable=False, server_default="[]"),
        sa.Column("size", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("digest", sa.String(length=64), nullable=False, server_default=""),
        sa.Column("share", sa.Integer(), nullable=False, server_default="0"),
        sa.Column("reason", sa.String(length=500), nullable=False, server_default=""),
    ):
        op.add_column("imports", column)
    op.create_table(
        "import_files",
        sa.Column("import_id", BigKey, nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("user_id", BigKey, nullable=False),
        sa.Column("id", BigKey, nullable=False),
        sa.ForeignKeyConstraint(
            ["import_id"],
            ["imports.id"],
            name=op.f("fk_import_files_import_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name=op.f("fk_import_files_user_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_files")),
        sqlite_autoincrement=True,
    )
    for name in ("import_id", "user_id"):
        op.create_index(op.f(f"ix_import_files_{name}"), "import_files", [name])
