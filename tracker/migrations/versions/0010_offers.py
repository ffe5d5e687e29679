"""Offers in rounds, the day a job ended, and interviews that were called off with a no."""

from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op

from tracker.models.base import BigKey, UtcDateTime

revision = "0010"
down_revision = "0009"

OFFERS = """
INSERT INTO offers (
    user_id, application_id, received_on, pay_text, note, decision, was_accepted, created_at
)
SELECT user_id, id, offer_received_on, '', offer_note,
    CASE WHEN offer_decision IS NOT NULL THEN offer_decision
    WHEN outcome IN ('offer_accepted', 'offer_declined') THEN replace(outcome, 'offer_', '') END,
    :no, created_at
FROM applications
WHERE offer_received_on IS NOT NULL OR offer_decision IS NOT NULL OR offer_note <> ''
ORDER BY id
"""
"""What an application said itself of its offer is its first round; no day of an answer was kept."""

OUTCOMES = """
INSERT INTO offers (user_id, application_id, pay_text, note, decision, was_accepted, created_at)
SELECT user_id, id, '', '', replace(outcome, 'offer_', ''), :no, created_at
FROM applications
WHERE outcome IN ('offer_accepted', 'offer_declined')
AND id NOT IN (SELECT application_id FROM offers)
ORDER BY id
"""
"""One that was put away as an offer had one."""

SUMMED_UP = """
UPDATE applications SET offer_decision = (
    SELECT o.decision FROM offers o WHERE o.application_id = applications.id
)
WHERE id IN (SELECT application_id FROM offers)
"""

CALLED_OFF = """
UPDATE interviews SET outcome = 'cancelled', updated_at = :now
WHERE outcome IS NULL AND starts_at > :now AND EXISTS (
    SELECT 1 FROM applications a WHERE a.id = interviews.application_id AND (
        a.archived_at > interviews.created_at
        OR (
            a.stage NOT IN ('applied', 'interview')
            AND EXISTS (
                SELECT 1 FROM rejections r
                WHERE r.application_id = a.id AND r.created_at > interviews.created_at
            )
        )
    )
)
"""
"""The end was written down after the interview was agreed on, as the calendar had it already.

One noted after the no may be a talk about it, and stays.
"""
NO_LONGER_AHEAD = """
UPDATE applications SET next_interview_at = (
    SELECT min(i.starts_at) FROM interviews i
    WHERE i.application_id = applications.id AND i.starts_at > :now
    AND (i.outcome IS NULL OR i.outcome <> 'cancelled')
)
WHERE next_interview_at > :now AND (archived_at IS NOT NULL OR stage NOT IN ('applied', 'interview'))
"""
DUE = """
UPDATE applications SET wake_at = :now WHERE deleted_at IS NULL AND (
    id IN (SELECT application_id FROM offers)
    OR id IN (SELECT application_id FROM interviews WHERE outcome = 'cancelled')
)
"""
"""Their next step may read otherwise now; the next look at Today sweeps them."""


def upgrade() -> None:
    """Keep every offer; work out what old rows tell."""
    op.create_table(
        "offers",
        sa.Column("application_id", BigKey, nullable=False),
        sa.Column("received_on", sa.Date(), nullable=True),
        sa.Column("answer_by", sa.Date(), nullable=True),
        sa.Column("pay_text", sa.String(length=500), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("decision", sa.String(length=32), nullable=True),
        sa.Column("decided_on", sa.Date(), nullable=True),
        sa.Column("was_accepted", sa.Boolean(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("user_id", BigKey, nullable=False),
        sa.Column("id", BigKey, nullable=False),
        sa.ForeignKeyConstraint(
            ["application_id"],
            ["applications.id"],
            name=op.f("fk_offers_application_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name=op.f("fk_offers_user_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_offers")),
        sqlite_autoincrement=True,
    )
    for column in ("application_id", "user_id"):
        op.create_index(op.f(f"ix_offers_{column}"), "offers", [column], unique=False)
    op.add_column("applications", sa.Column("offer_answer_by", sa.Date(), nullable=True))
    op.add_column("applications", sa.Column("ended_on", sa.Date(), nullable=True))
    connection = op.get_bind()
    for told in (OFFERS, OUTCOMES):
        connection.execute(sa.text(told).bindparams(sa.bindparam("no", False, sa.Boolean())))
    connection.execute(sa.text(SUMMED_UP))
    now = sa.bindparam("now", datetime.now(UTC), UtcDateTime())
    for told in (CALLED_OFF, NO_LONGER_AHEAD, DUE):
        connection.execute(sa.text(told).bindparams(now))
