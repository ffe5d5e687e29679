"""Applications keep what came back, so that insights read one row of each."""

import sqlalchemy as sa
from alembic import op

from tracker.models.base import UtcDateTime

revision = "0005"
down_revision = "0004"
COLUMNS = (
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
    "offer_received_on",
    "rejection_recorded",
    "loop_ended",
    "interviewed_at",
    "no_said",
    "no_on",
    "id",
    "deleted_at",
)
IN_BIN = "deleted_at IS NOT NULL"
HEARD = """
UPDATE applications SET
  interviewed = (
    stage = 'interview'
    OR EXISTS (SELECT 1 FROM interviews i WHERE i.application_id = applications.id)
    OR coalesce((
      SELECT sum(CASE WHEN c.undoes_id IS NULL THEN 1 ELSE -1 END) FROM stage_changes c
      WHERE c.application_id = applications.id AND (
        c."after" = 'interview' AND c.undoes_id IS NULL
        OR c."before" = 'interview' AND c.undoes_id IS NOT NULL
      )
    ), 0) > 0
  ),
  interviewed_at = (
    SELECT min(c."at") FROM stage_changes c
    WHERE c.application_id = applications.id AND c."after" = 'interview' AND c.undoes_id IS NULL
  ),
  no_said = EXISTS (
    SELECT 1 FROM rejections r
    WHERE r.application_id = applications.id AND coalesce(r.how, '') <> 'silence'
  )
"""
AGREED = "CASE WHEN i.created_at < i.starts_at THEN i.created_at ELSE i.starts_at END"
AGREED_AT = f"""
UPDATE applications SET interviewed_at = (
  SELECT min({AGREED}) FROM interviews i WHERE i.application_id = applications.id
)
WHERE EXISTS (
  SELECT 1 FROM interviews i
  WHERE i.application_id = applications.id
    AND (applications.interviewed_at IS NULL OR {AGREED} < applications.interviewed_at)
)
"""
NO_ON = """
UPDATE applications SET no_on = (
  SELECT min(r."on") FROM rejections r
  WHERE r.application_id = applications.id
    AND (coalesce(r.how, '') <> 'silence') = applications.no_said
)
WHERE rejection_recorded
"""
BACKFILL = (HEARD, AGREED_AT, NO_ON)


def upgrade() -> None:
    """Add them in place, work them out, and make the indexes that insights are read by."""
    for name in ("interviewed", "no_said"):
        op.add_column(
            "applications", sa.Column(name, sa.Boolean(), nullable=False, server_default=sa.false())
        )
    op.add_column("applications", sa.Column("interviewed_at", UtcDateTime(), nullable=True))
    op.add_column("applications", sa.Column("no_on", sa.Date(), nullable=True))
    for statement in BACKFILL:
        op.execute(statement)
    for name, table, columns, condition in (
        ("ix_applications_came_to", "applications", COLUMNS, "deleted_at IS NULL"),
        ("ix_applications_binned", "applications", ["user_id", "deleted_at"], IN_BIN),
        ("ix_stage_changes_undoes_id", "stage_changes", ["undoes_id"], "undoes_id IS NOT NULL"),
    ):
        op.create_index(name, table, columns, sqlite_where=sa.text(condition))
