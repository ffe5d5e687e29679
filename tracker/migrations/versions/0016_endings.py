"""Whether the no that counts was said, and whether they wrote after all."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
INDEXED = (
    "user_id",
    "applied_on",
    "resume_id",
    "interviewed",
    "source",
    "workplace",
    "stage",
    "stage_since",
    "outcome",
    "archived_at",
    "archived_on",
    "offer_open",
    "offer_received_on",
    "offer_decision",
    "rejection_recorded",
    "no_stands",
    "next_interview_at",
    "interviewed_on",
    "no_said",
    "no_on",
    "called_back",
    "called_on",
    "id",
    "deleted_at",
)
MEANT_BACK = """
    {move}."before" NOT IN ('applied', 'interview') AND {move}."after" IN ('applied', 'interview')
    AND {move}.undoes_id IS NULL
    AND NOT EXISTS (SELECT 1 FROM stage_changes u WHERE u.undoes_id = {move}.id)
"""
LATEST = f"""
    SELECT coalesce(r.how, '') <> 'silence' FROM rejections r
    WHERE r.application_id = applications.id AND NOT EXISTS (
        SELECT 1 FROM stage_changes s WHERE s.application_id = applications.id
        AND s.recorded_at > r.created_at AND {MEANT_BACK.format(move="s")}
    )
    ORDER BY r.created_at DESC, r.id DESC LIMIT 1
"""
BACK = f"""
    SELECT {{fact}} FROM stage_changes c
    WHERE c.application_id = applications.id AND {MEANT_BACK.format(move="c")}
"""
LONG_AGO = "2000-01-01 00:00:00.000000"
SUMMED_UP = (
    f"UPDATE applications SET no_stands = coalesce(({LATEST}), false)"
    " WHERE id IN (SELECT application_id FROM rejections)",
    f"""UPDATE applications SET called_back = true, called_on = ({BACK.format(fact='min(c."on")')}),"""
    f" wake_at = '{LONG_AGO}' WHERE EXISTS ({BACK.format(fact='1')})",
)
"""What they wake for may have changed with it: that is worked out at the next look."""


def upgrade() -> None:
    """Add in place, sum up what old rows tell, and let the index hold it."""
    no = sa.false()
    op.add_column(
        "applications", sa.Column("no_stands", sa.Boolean, nullable=False, server_default=no)
    )
    op.add_column(
        "applications", sa.Column("called_back", sa.Boolean, nullable=False, server_default=no)
    )
    op.add_column("applications", sa.Column("called_on", sa.Date))
    for statement in SUMMED_UP:
        op.execute(statement)
    op.drop_index("ix_applications_came_to", "applications")
    op.create_index(
        "ix_applications_came_to",
        "applications",
        INDEXED,
        sqlite_where=sa.text("deleted_at IS NULL"),
    )
