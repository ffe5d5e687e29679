"""The first schema."""

import sqlalchemy as sa
from alembic import op

from tracker.models.base import BigKey, UtcDateTime

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make every table; the search index beside them is made after all migrations."""
    op.create_table(
        "failed_logins",
        sa.Column("account_hash", sa.String(length=500), nullable=False),
        sa.Column("address", sa.String(length=500), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("id", BigKey, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_failed_logins")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_failed_logins_address_at", "failed_logins", ["address", "at"], unique=False)
    op.create_table(
        "settings",
        sa.Column("name", sa.String(length=500), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_settings")),
    )
    op.create_table(
        "users",
        sa.Column("email", sa.String(length=500), nullable=False),
        sa.Column("name", sa.String(length=500), nullable=False),
        sa.Column("password_hash", sa.String(), nullable=True),
        sa.Column("role", sa.String(length=32), nullable=False),
        sa.Column("time_zone", sa.String(length=500), nullable=False),
        sa.Column("country", sa.String(length=32), nullable=False),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("locale", sa.String(length=32), nullable=False),
        sa.Column("letter_language", sa.String(length=32), nullable=False),
        sa.Column("first_weekday", sa.Integer(), nullable=False),
        sa.Column("morning_hour", sa.Integer(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("id", BigKey, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_users")),
        sa.UniqueConstraint("email", name=op.f("uq_users_email")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "contacts",
        sa.Column("name", sa.String(length=500), nullable=False),
        sa.Column("title", sa.String(length=500), nullable=False),
        sa.Column("company", sa.String(length=500), nullable=False),
        sa.Column("email", sa.String(length=500), nullable=False),
        sa.Column("phone", sa.String(length=500), nullable=False),
        sa.Column("notes", sa.Text(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("user_id", BigKey, nullable=False),
        sa.Column("id", BigKey, nullable=False),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name=op.f("fk_contacts_user_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contacts")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_contacts_user_id"), "contacts", ["user_id"], unique=False)
    op.create_table(
        "devices",
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("label", sa.String(length=500), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("last_seen_at", UtcDateTime(), nullable=False),
        sa.Column("user_id", BigKey, nullable=False),
        sa.Column("id", BigKey, nullable=False),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name=op.f("fk_devices_user_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_devices")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_devices_token_hash")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_devices_user_id"), "devices", ["user_id"], unique=False)
    op.create_table(
        "documents",
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("label", sa.String(length=500), nullable=False),
        sa.Column("filename", sa.String(length=500), nullable=False),
        sa.Column("media_type", sa.String(length=500), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=True),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("archived_at", UtcDateTime(), nullable=True),
        sa.Column("user_id", BigKey, nullable=False),
        sa.Column("id", BigKey, nullable=False),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name=op.f("fk_documents_user_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_documents")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_documents_user_id"), "documents", ["user_id"], unique=False)
    op.create_table(
        "idempotency_keys",
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("route", sa.String(length=500), nullable=False),
        sa.Column("body_hash", sa.String(length=64), nullable=False),
        sa.Column("result_id", sa.Integer(), nullable=True),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("user_id", BigKey, nullable=False),
        sa.Column("id", BigKey, nullable=False),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name=op.f("fk_idempotency_keys_user_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_idempotency_keys")),
        sa.UniqueConstraint(
            "user_id", "route", "key", name=op.f("uq_idempotency_keys_user_id_route_key")
        ),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_idempotency_keys_at"), "idempotency_keys", ["at"], unique=False)
    op.create_index(
        op.f("ix_idempotency_keys_user_id"), "idempotency_keys", ["user_id"], unique=False
    )
    op.create_table(
        "imports",
        sa.Column("filename", sa.String(length=500), nullable=False),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("headers", sa.JSON(), nullable=False),
        sa.Column("mapping", sa.JSON(), nullable=False),
        sa.Column("total", sa.Integer(), nullable=False),
        sa.Column("staged", sa.Integer(), nullable=False),
        sa.Column("added", sa.Integer(), nullable=False),
        sa.Column("already_there", sa.Integer(), nullable=False),
        sa.Column("duplicates", sa.String(length=32), nullable=False),
        sa.Column("other_sheets", sa.JSON(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("landed_at", UtcDateTime(), nullable=True),
        sa.Column("undone_at", UtcDateTime(), nullable=True),
        sa.Column("user_id", BigKey, nullable=False),
        sa.Column("id", BigKey, nullable=False),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name=op.f("fk_imports_user_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_imports")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_imports_user_id"), "imports", ["user_id"], unique=False)
    op.create_table(
        "password_resets",
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("expires_at", UtcDateTime(), nullable=False),
        sa.Column("used_at", UtcDateTime(), nullable=True),
        sa.Column("user_id", BigKey, nullable=False),
        sa.Column("id", BigKey, nullable=False),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name=op.f("fk_password_resets_user_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_password_resets")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_password_resets_token_hash")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        op.f("ix_password_resets_user_id"), "password_resets", ["user_id"], unique=False
    )
    op.create_table(
        "skills",
        sa.Column("name", sa.String(length=500), nullable=False),
        sa.Column("level", sa.String(length=32), nullable=True),
        sa.Column("user_id", BigKey, nullable=False),
        sa.Column("id", BigKey, nullable=False),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name=op.f("fk_skills_user_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_skills")),
        sa.UniqueConstraint("user_id", "name", name=op.f("uq_skills_user_id_name")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_skills_user_id"), "skills", ["user_id"], unique=False)
    op.create_table(
        "sparks",
        sa.Column("name", sa.String(length=500), nullable=False),
        sa.Column("user_id", BigKey, nullable=False),
        sa.Column("id", BigKey, nullable=False),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name=op.f("fk_sparks_user_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sparks")),
        sa.UniqueConstraint("user_id", "name", name=op.f("uq_sparks_user_id_name")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_sparks_user_id"), "sparks", ["user_id"], unique=False)
    op.create_table(
        "applications",
        sa.Column("company", sa.String(length=500), nullable=False),
        sa.Column("role", sa.String(length=500), nullable=False),
        sa.Column("location", sa.String(length=500), nullable=False),
        sa.Column("workplace", sa.String(length=32), nullable=True),
        sa.Column("employment", sa.String(length=32), nullable=True),
        sa.Column("pay_text", sa.String(length=500), nullable=False),
        sa.Column("pay_min", BigKey, nullable=True),
        sa.Column("pay_max", BigKey, nullable=True),
        sa.Column("pay_currency", sa.String(length=32), nullable=True),
        sa.Column("pay_period", sa.String(length=32), nullable=True),
        sa.Column("source", sa.String(length=500), nullable=False),
        sa.Column("link", sa.Text(), nullable=False),
        sa.Column("posting", sa.Text(), nullable=False),
        sa.Column("closes_on", sa.Date(), nullable=True),
        sa.Column("applied_on", sa.Date(), nullable=True),
        sa.Column("followed_up_on", sa.Date(), nullable=True),
        sa.Column("excitement", sa.Integer(), nullable=True),
        sa.Column("public_sector", sa.Boolean(), nullable=False),
        sa.Column("internal_candidate", sa.Boolean(), nullable=False),
        sa.Column("resume_id", BigKey, nullable=True),
        sa.Column("import_id", BigKey, nullable=True),
        sa.Column("stage", sa.String(length=32), nullable=False),
        sa.Column("stage_since", UtcDateTime(), nullable=True),
        sa.Column("position", BigKey, nullable=False),
        sa.Column("pinned", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("offer_received_on", sa.Date(), nullable=True),
        sa.Column("offer_decision", sa.String(length=32), nullable=True),
        sa.Column("offer_note", sa.Text(), nullable=False),
        sa.Column("archived_at", UtcDateTime(), nullable=True),
        sa.Column("outcome", sa.String(length=32), nullable=True),
        sa.Column("deleted_at", UtcDateTime(), nullable=True),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("next_interview_at", UtcDateTime(), nullable=True),
        sa.Column("unreviewed_interview_at", UtcDateTime(), nullable=True),
        sa.Column("rejection_on", sa.Date(), nullable=True),
        sa.Column("rejection_recorded", sa.Boolean(), nullable=False),
        sa.Column("rest_until", UtcDateTime(), nullable=True),
        sa.Column("wake_at", UtcDateTime(), nullable=True),
        sa.Column("user_id", BigKey, nullable=False),
        sa.Column("id", BigKey, nullable=False),
        sa.ForeignKeyConstraint(
            ["import_id"],
            ["imports.id"],
            name=op.f("fk_applications_import_id"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["resume_id"],
            ["documents.id"],
            name=op.f("fk_applications_resume_id"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name=op.f("fk_applications_user_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_applications")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_applications_company", "applications", ["user_id", "company"], unique=False)
    op.create_index(op.f("ix_applications_import_id"), "applications", ["import_id"], unique=False)
    op.create_index(op.f("ix_applications_resume_id"), "applications", ["resume_id"], unique=False)
    op.create_index(op.f("ix_applications_user_id"), "applications", ["user_id"], unique=False)
    op.create_index("ix_applications_wake", "applications", ["user_id", "wake_at"], unique=False)
    op.create_table(
        "import_rows",
        sa.Column("import_id", BigKey, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("cells", sa.JSON(), nullable=False),
        sa.Column("reading", sa.JSON(), nullable=True),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("double_of", sa.Integer(), nullable=True),
        sa.Column("by_hand", sa.Boolean(), nullable=False),
        sa.Column("application_id", sa.Integer(), nullable=True),
        sa.Column("lead_id", sa.Integer(), nullable=True),
        sa.Column("user_id", BigKey, nullable=False),
        sa.Column("id", BigKey, nullable=False),
        sa.ForeignKeyConstraint(
            ["import_id"], ["imports.id"], name=op.f("fk_import_rows_import_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name=op.f("fk_import_rows_user_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_rows")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_import_rows_import_id"), "import_rows", ["import_id"], unique=False)
    op.create_index(
        "ix_import_rows_state", "import_rows", ["import_id", "state", "number"], unique=False
    )
    op.create_index(op.f("ix_import_rows_user_id"), "import_rows", ["user_id"], unique=False)
    op.create_table(
        "application_contacts",
        sa.Column("application_id", BigKey, nullable=False),
        sa.Column("contact_id", BigKey, nullable=False),
        sa.Column("part", sa.String(length=32), nullable=False),
        sa.Column("user_id", BigKey, nullable=False),
        sa.Column("id", BigKey, nullable=False),
        sa.ForeignKeyConstraint(
            ["application_id"],
            ["applications.id"],
            name=op.f("fk_application_contacts_application_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["contact_id"],
            ["contacts.id"],
            name=op.f("fk_application_contacts_contact_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["user_id"],
            ["users.id"],
            name=op.f("fk_application_contacts_user_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_application_contacts")),
        sa.UniqueConstraint(
            "application_id",
            "contact_id",
            "part",
            name=op.f("uq_application_contacts_application_id_contact_id_part"),
        ),
        sqlite_autoincrement=True,
    )
    op.create_index(
        op.f("ix_application_contacts_application_id"),
        "application_contacts",
        ["application_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_application_contacts_contact_id"),
        "application_contacts",
        ["contact_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_application_contacts_user_id"), "application_contacts", ["user_id"], unique=False
    )
    op.create_table(
        "application_skills",
        sa.Column("application_id", BigKey, nullable=False),
        sa.Column("skill_id", BigKey, nullable=False),
        sa.ForeignKeyConstraint(
            ["application_id"],
            ["applications.id"],
            name=op.f("fk_application_skills_application_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["skill_id"],
            ["skills.id"],
            name=op.f("fk_application_skills_skill_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("application_id", "skill_id", name=op.f("pk_application_skills")),
    )
    op.create_index(
        op.f("ix_application_skills_application_id"),
        "application_skills",
        ["application_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_application_skills_skill_id"), "application_skills", ["skill_id"], unique=False
    )
    op.create_table(
        "application_sparks",
        sa.Column("application_id", BigKey, nullable=False),
        sa.Column("spark_id", BigKey, nullable=False),
        sa.ForeignKeyConstraint(
            ["application_id"],
            ["applications.id"],
            name=op.f("fk_application_sparks_application_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["spark_id"],
            ["sparks.id"],
            name=op.f("fk_application_sparks_spark_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("application_id", "spark_id", name=op.f("pk_application_sparks")),
    )
    op.create_index(
        op.f("ix_application_sparks_application_id"),
        "application_sparks",
        ["application_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_application_sparks_spark_id"), "application_sparks", ["spark_id"], unique=False
    )
    op.create_table(
        "interviews",
        sa.Column("application_id", BigKey, nullable=False),
        sa.Column("starts_at", UtcDateTime(), nullable=True),
        sa.Column("minutes", sa.Integer(), nullable=True),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("round", sa.Integer(), nullable=True),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("people", sa.Text(), nullable=False),
        sa.Column("preparation", sa.Text(), nullable=False),
        sa.Column("went_well", sa.Text(), nullable=False),
        sa.Column("would_change", sa.Text(), nullable=False),
        sa.Column("rating", sa.Integer(), nullable=True),
        sa.Column("outcome", sa.String(length=32), nullable=True),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("user_id", BigKey, nullable=False),
        sa.Column("id", BigKey, nullable=False),
        sa.ForeignKeyConstraint(
            ["application_id"],
            ["applications.id"],
            name=op.f("fk_interviews_application_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name=op.f("fk_interviews_user_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_interviews")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        op.f("ix_interviews_application_id"), "interviews", ["application_id"], unique=False
    )
    op.create_index(op.f("ix_interviews_user_id"), "interviews", ["user_id"], unique=False)
    op.create_table(
        "leads",
        sa.Column("company", sa.String(length=500), nullable=False),
        sa.Column("role", sa.String(length=500), nullable=False),
        sa.Column("location", sa.String(length=500), nullable=False),
        sa.Column("source", sa.String(length=500), nullable=False),
        sa.Column("link", sa.Text(), nullable=False),
        sa.Column("posting", sa.Text(), nullable=False),
        sa.Column("pay_text", sa.String(length=500), nullable=False),
        sa.Column("notes", sa.Text(), nullable=False),
        sa.Column("closes_on", sa.Date(), nullable=True),
        sa.Column("excitement", sa.Integer(), nullable=True),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("deleted_at", UtcDateTime(), nullable=True),
        sa.Column("application_id", BigKey, nullable=True),
        sa.Column("import_id", BigKey, nullable=True),
        sa.Column("user_id", BigKey, nullable=False),
        sa.Column("id", BigKey, nullable=False),
        sa.ForeignKeyConstraint(
            ["application_id"],
            ["applications.id"],
            name=op.f("fk_leads_application_id"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["import_id"], ["imports.id"], name=op.f("fk_leads_import_id"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name=op.f("fk_leads_user_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_leads")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_leads_application_id"), "leads", ["application_id"], unique=False)
    op.create_index(op.f("ix_leads_import_id"), "leads", ["import_id"], unique=False)
    op.create_index(op.f("ix_leads_user_id"), "leads", ["user_id"], unique=False)
    op.create_table(
        "notes",
        sa.Column("application_id", BigKey, nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("private", sa.Boolean(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("updated_at", UtcDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("user_id", BigKey, nullable=False),
        sa.Column("id", BigKey, nullable=False),
        sa.ForeignKeyConstraint(
            ["application_id"],
            ["applications.id"],
            name=op.f("fk_notes_application_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name=op.f("fk_notes_user_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notes")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_notes_application_id"), "notes", ["application_id"], unique=False)
    op.create_index(op.f("ix_notes_user_id"), "notes", ["user_id"], unique=False)
    op.create_table(
        "rejections",
        sa.Column("application_id", BigKey, nullable=False),
        sa.Column("on", sa.Date(), nullable=True),
        sa.Column("how", sa.String(length=32), nullable=True),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("stage_reached", sa.String(length=32), nullable=True),
        sa.Column("feedback_offered", sa.Boolean(), nullable=False),
        sa.Column("role_cancelled", sa.Boolean(), nullable=False),
        sa.Column("rest_until", UtcDateTime(), nullable=True),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("user_id", BigKey, nullable=False),
        sa.Column("id", BigKey, nullable=False),
        sa.ForeignKeyConstraint(
            ["application_id"],
            ["applications.id"],
            name=op.f("fk_rejections_application_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name=op.f("fk_rejections_user_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rejections")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        op.f("ix_rejections_application_id"), "rejections", ["application_id"], unique=False
    )
    op.create_index(op.f("ix_rejections_user_id"), "rejections", ["user_id"], unique=False)
    op.create_table(
        "removals",
        sa.Column("application_id", BigKey, nullable=True),
        sa.Column("noun", sa.String(length=32), nullable=False),
        sa.Column("kept", sa.Text(), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("user_id", BigKey, nullable=False),
        sa.Column("id", BigKey, nullable=False),
        sa.ForeignKeyConstraint(
            ["application_id"],
            ["applications.id"],
            name=op.f("fk_removals_application_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name=op.f("fk_removals_user_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_removals")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        op.f("ix_removals_application_id"), "removals", ["application_id"], unique=False
    )
    op.create_index(op.f("ix_removals_user_id"), "removals", ["user_id"], unique=False)
    op.create_table(
        "stage_changes",
        sa.Column("application_id", BigKey, nullable=False),
        sa.Column("before", sa.String(length=32), nullable=True),
        sa.Column("after", sa.String(length=32), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=True),
        sa.Column("recorded_at", UtcDateTime(), nullable=False),
        sa.Column("place_before", BigKey, nullable=True),
        sa.Column("undoes_id", BigKey, nullable=True),
        sa.Column("user_id", BigKey, nullable=False),
        sa.Column("id", BigKey, nullable=False),
        sa.ForeignKeyConstraint(
            ["application_id"],
            ["applications.id"],
            name=op.f("fk_stage_changes_application_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["undoes_id"],
            ["stage_changes.id"],
            name=op.f("fk_stage_changes_undoes_id"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name=op.f("fk_stage_changes_user_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stage_changes")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        op.f("ix_stage_changes_application_id"), "stage_changes", ["application_id"], unique=False
    )
    op.create_index(op.f("ix_stage_changes_user_id"), "stage_changes", ["user_id"], unique=False)
    op.create_index(
        "ix_applications_board",
        "applications",
        [
            "user_id",
            "stage",
            sa.text("pinned DESC"),
            "position",
            "id",
            "archived_at",
            "deleted_at",
            "source",
        ],
        sqlite_where=sa.text("archived_at IS NULL AND deleted_at IS NULL"),
        unique=False,
    )
    op.create_index(
        "ix_applications_by_applied",
        "applications",
        ["user_id", sa.text("applied_on"), "id", "archived_at"],
        sqlite_where=sa.text("deleted_at IS NULL"),
        unique=False,
    )
    op.create_index(
        "ix_applications_by_changed",
        "applications",
        ["user_id", sa.text("updated_at"), "id", "archived_at"],
        sqlite_where=sa.text("deleted_at IS NULL"),
        unique=False,
    )
    op.create_index(
        "ix_applications_by_company",
        "applications",
        ["user_id", sa.text("lower(company)"), "id", "archived_at"],
        sqlite_where=sa.text("deleted_at IS NULL"),
        unique=False,
    )
    op.create_index(
        "ix_applications_by_location",
        "applications",
        ["user_id", sa.text("lower(location)"), "id", "archived_at"],
        sqlite_where=sa.text("deleted_at IS NULL"),
        unique=False,
    )
    op.create_index(
        "ix_applications_by_role",
        "applications",
        ["user_id", sa.text("lower(role)"), "id", "archived_at"],
        sqlite_where=sa.text("deleted_at IS NULL"),
        unique=False,
    )
    op.create_index(
        "ix_applications_by_since",
        "applications",
        ["user_id", sa.text("stage_since"), "id", "archived_at"],
        sqlite_where=sa.text("deleted_at IS NULL"),
        unique=False,
    )
    op.create_index(
        "ix_applications_by_source",
        "applications",
        ["user_id", sa.text("source"), "id", "archived_at"],
        sqlite_where=sa.text("deleted_at IS NULL"),
        unique=False,
    )
    op.create_index(
        "ix_applications_by_stage",
        "applications",
        [
            "user_id",
            sa.text(
                "(CASE stage WHEN 'applied' THEN 0 WHEN 'interview' THEN 1 WHEN 'rejected' THEN 2 WHEN 'feedback_received' THEN 3 WHEN 'action_taken' THEN 4 END)"
            ),
            "id",
            "archived_at",
        ],
        sqlite_where=sa.text("deleted_at IS NULL"),
        unique=False,
    )
