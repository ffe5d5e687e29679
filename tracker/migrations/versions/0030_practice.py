"""Stories, each time one was practised, and the skill that an action is to bring on."""

import sqlalchemy as sa
from alembic import op

from tracker.models.base import BigKey, UtcDateTime

revision = "0030"
down_revision = "0029"


def upgrade() -> None:
    """Nobody has a story yet; of actions that are there, nobody named a skill."""
    op.create_table(
        "stories",
        *(sa.Column(f"{each}_id", BigKey, nullable=True) for each in ("application", "point")),
        sa.Column("action_id", BigKey, nullable=True),
        sa.Column("question", sa.String(length=500), nullable=False),
        sa.Column("slug", sa.String(length=32), nullable=True),
        *(
            sa.Column(each, sa.Text(), nullable=False)
            for each in ("situation", "task", "did", "result")
        ),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("user_id", BigKey, nullable=False),
        sa.Column("id", BigKey, nullable=False),
        _names("stories", "application_id", "applications", "SET NULL"),
        _names("stories", "point_id", "feedback_points", "SET NULL"),
        _names("stories", "action_id", "actions", "SET NULL"),
        _names("stories", "user_id", "users", "CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stories")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "practice_runs",
        sa.Column("story_id", BigKey, nullable=False),
        sa.Column("seconds", sa.Integer(), nullable=True),
        sa.Column("went", sa.String(length=32), nullable=True),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("user_id", BigKey, nullable=False),
        sa.Column("id", BigKey, nullable=False),
        _names("practice_runs", "story_id", "stories", "CASCADE"),
        _names("practice_runs", "user_id", "users", "CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_practice_runs")),
        sqlite_autoincrement=True,
    )
    for table, columns in {
        "stories": ("application_id", "point_id", "action_id", "user_id"),
        "practice_runs": ("story_id", "user_id"),
    }.items():
        for column in columns:
            op.create_index(op.f(f"ix_{table}_{column}"), table, [column], unique=False)
    _skill_of_an_action()


def _names(table: str, column: str, target: str, then: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_{column}")
    return sa.ForeignKeyConstraint([column], [f"{target}.id"], name=name, ondelete=then)


def _skill_of_an_action() -> None:
    """In place: a batch would drop the table, and Alembic can't add a key's rule to SQLite's."""
    number = "INTEGER" if op.get_bind().dialect.name == "sqlite" else "BIGINT"
    op.execute(
        f"ALTER TABLE actions ADD COLUMN skill_id {number}"
        " CONSTRAINT fk_actions_skill_id REFERENCES skills (id) ON DELETE SET NULL"
    )
    op.create_index("ix_actions_skill_id", "actions", ["skill_id"])
    op.add_column(
        "actions", sa.Column("grew", sa.Boolean(), nullable=False, server_default=sa.false())
    )
