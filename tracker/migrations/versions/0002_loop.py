"""The loop from a no to the next step."""

import sqlalchemy as sa
from alembic import op

from tracker.models.base import BigKey, UtcDateTime

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the loop's tables; columns are added in place, so that no table is rebuilt."""
    op.create_table(
        "own_lines",
        sa.Column("text", sa.String(length=500), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("user_id", BigKey, nullable=False),
        sa.Column("id", BigKey, nullable=False),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name=op.f("fk_own_lines_user_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_own_lines")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_own_lines_user_id"), "own_lines", ["user_id"], unique=False)
    op.create_table(
        "themes",
        sa.Column("name", sa.String(length=500), nullable=False),
        sa.Column("parent_id", BigKey, nullable=True),
        sa.Column("slug", sa.String(length=32), nullable=True),
        sa.Column("user_id", BigKey, nullable=False),
        sa.Column("id", BigKey, nullable=False),
        sa.ForeignKeyConstraint(
            ["parent_id"], ["themes.id"], name=op.f("fk_themes_parent_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name=op.f("fk_themes_user_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_themes")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_themes_parent_id"), "themes", ["parent_id"], unique=False)
    op.create_index(op.f("ix_themes_user_id"), "themes", ["user_id"], unique=False)
    op.create_table(
        "actions",
        sa.Column("application_id", BigKey, nullable=True),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("what", sa.String(length=500), nullable=False),
        sa.Column("cue", sa.String(length=500), nullable=False),
        sa.Column("plan", sa.String(length=500), nullable=False),
        sa.Column("first_step", sa.String(length=500), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("done_on", sa.Date(), nullable=True),
        sa.Column("proof", sa.Text(), nullable=False),
        sa.Column("proof_document_id", BigKey, nullable=True),
        sa.Column("dropped_at", UtcDateTime(), nullable=True),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("user_id", BigKey, nullable=False),
        sa.Column("id", BigKey, nullable=False),
        sa.ForeignKeyConstraint(
            ["application_id"],
            ["applications.id"],
            name=op.f("fk_actions_application_id"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["proof_document_id"],
            ["documents.id"],
            name=op.f("fk_actions_proof_document_id"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name=op.f("fk_actions_user_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_actions")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_actions_application_id"), "actions", ["application_id"], unique=False)
    op.create_index("ix_actions_due", "actions", ["user_id", "done_on", "due_on"], unique=False)
    op.create_index(
        op.f("ix_actions_proof_document_id"), "actions", ["proof_document_id"], unique=False
    )
    op.create_index(op.f("ix_actions_user_id"), "actions", ["user_id"], unique=False)
    op.create_table(
        "check_ins",
        sa.Column("application_id", BigKey, nullable=False),
        sa.Column("before", sa.Integer(), nullable=True),
        sa.Column("after", sa.Integer(), nullable=True),
        sa.Column("after_at", UtcDateTime(), nullable=True),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("prompt", sa.String(length=500), nullable=False),
        sa.Column("writing", sa.Text(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("user_id", BigKey, nullable=False),
        sa.Column("id", BigKey, nullable=False),
        sa.ForeignKeyConstraint(
            ["application_id"],
            ["applications.id"],
            name=op.f("fk_check_ins_application_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name=op.f("fk_check_ins_user_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_check_ins")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        op.f("ix_check_ins_application_id"), "check_ins", ["application_id"], unique=False
    )
    op.create_index(op.f("ix_check_ins_user_id"), "check_ins", ["user_id"], unique=False)
    op.create_table(
        "feedback",
        sa.Column("application_id", BigKey, nullable=False),
        sa.Column("contact_id", BigKey, nullable=True),
        sa.Column("giver", sa.String(length=500), nullable=False),
        sa.Column("channel", sa.String(length=32), nullable=True),
        sa.Column("received_on", sa.Date(), nullable=True),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("specific", sa.Boolean(), nullable=True),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("user_id", BigKey, nullable=False),
        sa.Column("id", BigKey, nullable=False),
        sa.ForeignKeyConstraint(
            ["application_id"],
            ["applications.id"],
            name=op.f("fk_feedback_application_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["contact_id"],
            ["contacts.id"],
            name=op.f("fk_feedback_contact_id"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name=op.f("fk_feedback_user_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_feedback")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        op.f("ix_feedback_application_id"), "feedback", ["application_id"], unique=False
    )
    op.create_index(op.f("ix_feedback_contact_id"), "feedback", ["contact_id"], unique=False)
    op.create_index(op.f("ix_feedback_user_id"), "feedback", ["user_id"], unique=False)
    op.create_table(
        "thoughts",
        sa.Column("application_id", BigKey, nullable=False),
        sa.Column("fact", sa.Text(), nullable=False),
        sa.Column("story", sa.Text(), nullable=False),
        sa.Column("evidence_against", sa.Text(), nullable=False),
        sa.Column("balanced_line", sa.Text(), nullable=False),
        sa.Column("strength_before", sa.Integer(), nullable=True),
        sa.Column("strength_after", sa.Integer(), nullable=True),
        sa.Column("ended", sa.String(length=32), nullable=True),
        sa.Column("question", sa.String(length=500), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("ended_at", UtcDateTime(), nullable=True),
        sa.Column("user_id", BigKey, nullable=False),
        sa.Column("id", BigKey, nullable=False),
        sa.ForeignKeyConstraint(
            ["application_id"],
            ["applications.id"],
            name=op.f("fk_thoughts_application_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name=op.f("fk_thoughts_user_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_thoughts")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        op.f("ix_thoughts_application_id"), "thoughts", ["application_id"], unique=False
    )
    op.create_index(op.f("ix_thoughts_user_id"), "thoughts", ["user_id"], unique=False)
    op.create_table(
        "action_uses",
        sa.Column("action_id", BigKey, nullable=False),
        sa.Column("application_id", BigKey, nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("user_id", BigKey, nullable=False),
        sa.Column("id", BigKey, nullable=False),
        sa.ForeignKeyConstraint(
            ["action_id"], ["actions.id"], name=op.f("fk_action_uses_action_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["application_id"],
            ["applications.id"],
            name=op.f("fk_action_uses_application_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name=op.f("fk_action_uses_user_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_action_uses")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_action_uses_action_id"), "action_uses", ["action_id"], unique=False)
    op.create_index(
        op.f("ix_action_uses_application_id"), "action_uses", ["application_id"], unique=False
    )
    op.create_index(op.f("ix_action_uses_user_id"), "action_uses", ["user_id"], unique=False)
    op.create_table(
        "attempts",
        sa.Column("application_id", BigKey, nullable=False),
        sa.Column("rejection_id", BigKey, nullable=True),
        sa.Column("contact_id", BigKey, nullable=True),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("channel", sa.String(length=32), nullable=False),
        sa.Column("result", sa.String(length=32), nullable=False),
        sa.Column("wording", sa.String(length=500), nullable=False),
        sa.Column("subject", sa.String(length=500), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("follow_up_on", sa.Date(), nullable=True),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("user_id", BigKey, nullable=False),
        sa.Column("id", BigKey, nullable=False),
        sa.ForeignKeyConstraint(
            ["application_id"],
            ["applications.id"],
            name=op.f("fk_attempts_application_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["contact_id"],
            ["contacts.id"],
            name=op.f("fk_attempts_contact_id"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["rejection_id"],
            ["rejections.id"],
            name=op.f("fk_attempts_rejection_id"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name=op.f("fk_attempts_user_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attempts")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        op.f("ix_attempts_application_id"), "attempts", ["application_id"], unique=False
    )
    op.create_index(op.f("ix_attempts_contact_id"), "attempts", ["contact_id"], unique=False)
    op.create_index(op.f("ix_attempts_rejection_id"), "attempts", ["rejection_id"], unique=False)
    op.create_index(op.f("ix_attempts_user_id"), "attempts", ["user_id"], unique=False)
    op.create_table(
        "feedback_points",
        sa.Column("feedback_id", BigKey, nullable=False),
        sa.Column("application_id", BigKey, nullable=False),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("theme_id", BigKey, nullable=True),
        sa.Column("specific", sa.Boolean(), nullable=True),
        sa.Column("agreed", sa.String(length=32), nullable=True),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("user_id", BigKey, nullable=False),
        sa.Column("id", BigKey, nullable=False),
        sa.ForeignKeyConstraint(
            ["application_id"],
            ["applications.id"],
            name=op.f("fk_feedback_points_application_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["feedback_id"],
            ["feedback.id"],
            name=op.f("fk_feedback_points_feedback_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["theme_id"],
            ["themes.id"],
            name=op.f("fk_feedback_points_theme_id"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name=op.f("fk_feedback_points_user_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_feedback_points")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        op.f("ix_feedback_points_application_id"),
        "feedback_points",
        ["application_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_feedback_points_feedback_id"), "feedback_points", ["feedback_id"], unique=False
    )
    op.create_index(
        op.f("ix_feedback_points_theme_id"), "feedback_points", ["theme_id"], unique=False
    )
    op.create_index(
        op.f("ix_feedback_points_user_id"), "feedback_points", ["user_id"], unique=False
    )
    op.create_table(
        "action_points",
        sa.Column("action_id", BigKey, nullable=False),
        sa.Column("point_id", BigKey, nullable=False),
        sa.ForeignKeyConstraint(
            ["action_id"],
            ["actions.id"],
            name=op.f("fk_action_points_action_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["point_id"],
            ["feedback_points.id"],
            name=op.f("fk_action_points_point_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("action_id", "point_id", name=op.f("pk_action_points")),
    )
    op.create_index(
        op.f("ix_action_points_action_id"), "action_points", ["action_id"], unique=False
    )
    op.create_index(op.f("ix_action_points_point_id"), "action_points", ["point_id"], unique=False)
    op.add_column(
        "applications",
        sa.Column("ask_next", sa.String(length=32), nullable=False, server_default="none"),
    )
    op.add_column("applications", sa.Column("ask_turns_on", sa.Date(), nullable=True))
    op.add_column(
        "applications",
        sa.Column("feedback_unread", sa.Integer(), nullable=False, server_default="0"),
    )
    op.add_column(
        "applications", sa.Column("points_open", sa.Integer(), nullable=False, server_default="0")
    )
    op.add_column(
        "applications", sa.Column("actions_open", sa.Integer(), nullable=False, server_default="0")
    )
    op.add_column("applications", sa.Column("action_due_on", sa.Date(), nullable=True))
    op.add_column(
        "applications",
        sa.Column("loop_ended", sa.Boolean(), nullable=False, server_default=sa.false()),
    )
    op.add_column(
        "rejections", sa.Column("went_well", sa.Text(), nullable=False, server_default="")
    )
    op.add_column(
        "rejections", sa.Column("would_change", sa.Text(), nullable=False, server_default="")
    )
    op.add_column("rejections", sa.Column("questions", sa.Text(), nullable=True))
    op.add_column(
        "users",
        sa.Column("letter_tone", sa.String(length=32), nullable=False, server_default="warm"),
    )
    op.add_column(
        "users", sa.Column("phone", sa.String(length=500), nullable=False, server_default="")
    )
    op.add_column("rejections", sa.Column("stopped_asking_at", UtcDateTime(), nullable=True))
    op.add_column("rejections", sa.Column("nothing_to_act_on_at", UtcDateTime(), nullable=True))
    op.add_column("applications", sa.Column("today_place", sa.BigInteger(), nullable=True))
    for name, columns, column in (
        ("ix_applications_today", ["user_id", "today_place", "id"], "today_place"),
        ("ix_applications_coming", ["user_id", "next_interview_at"], "next_interview_at"),
    ):
        there = sa.text(f"{column} IS NOT NULL")
        op.create_index(name, "applications", columns, sqlite_where=there, postgresql_where=there)
    op.create_index("ix_rejections_on", "rejections", ["user_id", "on"])
    # The next look at the board or at Today sums them up anew.
    op.execute("UPDATE applications SET wake_at = created_at WHERE deleted_at IS NULL")
