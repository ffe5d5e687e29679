"""How applications stand is read from one index; a move that was undone dates no interview."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0008"
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
    "offer_decision",
    "rejection_recorded",
    "next_interview_at",
    "interviewed_at",
    "no_said",
    "no_on",
    "id",
    "deleted_at",
)
AGREED = "CASE WHEN i.created_at < i.starts_at THEN i.created_at ELSE i.starts_at END"
INTERVIEWED_AT = f"""
UPDATE applications SET interviewed_at = (
  SELECT min(known.at) FROM (
    SELECT c."at" AS at FROM stage_changes c
    WHERE c.application_id = applications.id AND c."after" = 'interview' AND c.undoes_id IS NULL
      AND NOT EXISTS (SELECT 1 FROM stage_changes u WHERE u.undoes_id = c.id)
    UNION ALL
    SELECT {AGREED} FROM interviews i WHERE i.application_id = applications.id
  ) AS known
)
WHERE id IN (
  SELECT c.application_id FROM stage_changes c
  JOIN stage_changes u ON u.undoes_id = c.id
  WHERE c."after" = 'interview' AND c.undoes_id IS NULL
)
"""


def upgrade() -> None:
    """The summary column once more where a move was undone, then the index."""
    op.execute(INTERVIEWED_AT)
    op.drop_index("ix_applications_came_to", "applications")
    op.create_index(
        "ix_applications_came_to",
        "applications",
        COLUMNS,
        sqlite_where=sa.text("deleted_at IS NULL"),
    )
