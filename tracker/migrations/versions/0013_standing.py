"""How applications stand is read from one index; a move that was undone dates no interview."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
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
    "archived_on",
    "offer_received_on",
    "offer_decision",
    "rejection_recorded",
    "next_interview_at",
    "interviewed_on",
    "no_said",
    "no_on",
    "id",
    "deleted_at",
)
INTERVIEWED_ON = """
UPDATE applications SET interviewed_on = (
  SELECT min(known.day) FROM (
    SELECT c."on" AS day FROM stage_changes c
    WHERE c.application_id = applications.id AND c."after" = 'interview' AND c.undoes_id IS NULL
      AND NOT EXISTS (SELECT 1 FROM stage_changes u WHERE u.undoes_id = c.id)
    UNION ALL
    SELECT coalesce(i.invited_on, i."on") FROM interviews i WHERE i.application_id = applications.id
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
    op.execute(INTERVIEWED_ON)
    op.drop_index("ix_applications_came_to", "applications")
    op.create_index(
        "ix_applications_came_to",
        "applications",
        COLUMNS,
        sqlite_where=sa.text("deleted_at IS NULL"),
    )
