"""An offer whose day nobody knows is one; how an application ended may be all that tells of it."""

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

import sqlalchemy as sa
from alembic import op

from tracker.models.base import UtcDateTime

revision = "0015"
down_revision = "0014"
CAME_TO = "ix_applications_came_to"
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
    "offer_open",
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
NO_DAY = "The sheet doesn't say which day the offer came; this is the day of the import."
"""What an import wrote beside a day that was its own."""
LONG_AGO = "2000-01-01 00:00:00.000000"

OFFERS = sa.table(
    "offers",
    *map(sa.column, ("id", "user_id", "note")),
    sa.column("created_at", UtcDateTime()),
    sa.column("received_on", sa.Date()),
)
USERS = sa.table(
    "users", sa.column("id"), sa.column("time_zone"), sa.column("former_zones", sa.JSON())
)

IMPLIED = """
UPDATE offers SET implied = :yes
WHERE received_on IS NULL AND answer_by IS NULL AND pay_text = '' AND note = ''
AND decision IS NOT NULL
"""
"""The form asked for a day: what has none, and no word, comes from how the application ended."""
LATEST = """
SELECT o.{fact} FROM offers o WHERE o.application_id = applications.id
ORDER BY o.created_at DESC, o.id DESC LIMIT 1
"""
HAS_ONE = "EXISTS (SELECT 1 FROM offers o WHERE o.application_id = applications.id)"
SUMMED_UP = (
    f"UPDATE applications SET offer_note = ({LATEST.format(fact='note')}), offer_received_on ="
    " (SELECT min(o.received_on) FROM offers o WHERE o.application_id = applications.id)"
    f" WHERE {HAS_ONE}",
    f"UPDATE applications SET offer_open = :yes WHERE {HAS_ONE}"
    f" AND ({LATEST.format(fact='decision')}) IS NULL",
    f"UPDATE applications SET pinned = :yes, wake_at = '{LONG_AGO}' WHERE offer_open AND NOT pinned"
    " AND archived_at IS NULL AND deleted_at IS NULL",
)
"""When those wake that stand on top from now on is worked out at the next look."""


def upgrade() -> None:
    """A day that an import gave an offer without one is away again; then the summary."""
    for table, name in (("offers", "implied"), ("applications", "offer_open")):
        op.add_column(
            table, sa.Column(name, sa.Boolean(), nullable=False, server_default=sa.false())
        )
    _tell(IMPLIED)
    _forget_days_of_imports()
    for statement in SUMMED_UP:
        _tell(statement)
    op.drop_index(CAME_TO, "applications")
    op.create_index(CAME_TO, "applications", COLUMNS, sqlite_where=sa.text("deleted_at IS NULL"))


def _tell(statement: str) -> None:
    told = sa.text(statement)
    if ":yes" in statement:
        told = told.bindparams(sa.bindparam("yes", True, sa.Boolean()))
    op.get_bind().execute(told)


def _forget_days_of_imports() -> None:
    """Only where the note says so still, and the day is that of the import: it was not corrected.

    What came from another Onward keeps its import's moment, so that its day is told here too.
    """
    connection = op.get_bind()
    noted = (
        sa.select(OFFERS, USERS.c.time_zone, USERS.c.former_zones)
        .join(USERS, USERS.c.id == OFFERS.c.user_id)
        .where(OFFERS.c.received_on.is_not(None), OFFERS.c.note.contains(NO_DAY))
    )
    for row in connection.execute(noted).all():
        zones = [row.time_zone, *(name for _, name in row.former_zones or ())]
        if row.received_on in _days(row.created_at, zones):
            left = row.note.replace(NO_DAY, "").strip()
            away: dict[str, Any] = {"received_on": None, "note": left}
            connection.execute(sa.update(OFFERS).where(OFFERS.c.id == row.id).values(away))


def _days(moment: datetime, zones: list[str]) -> set[date]:
    """What day it was where the person lives or has lived."""
    known = available_timezones()
    return {moment.astimezone(ZoneInfo(zone)).date() for zone in zones if zone in known}
