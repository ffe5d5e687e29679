"""What happened has a day of its own, beside the moment at which it was written down.

Days are those of the zone that the person had set when this ran: nothing older is known.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

import sqlalchemy as sa
from alembic import op

from tracker.models.base import UtcDateTime

revision = "0009"
down_revision = "0008"
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
    "archived_on",
    "offer_received_on",
    "rejection_recorded",
    "loop_ended",
    "interviewed_on",
    "no_said",
    "no_on",
    "id",
    "deleted_at",
)
AT_ONCE = 500
NOON = time(12)
FACTS: tuple[tuple[str, str, str], ...] = (
    ("stage_changes", "at", "on"),
    ("applications", "stage_since", "since_day"),
    ("applications", "archived_at", "archived_on"),
    ("applications", "interviewed_at", "interviewed_on"),
    ("interviews", "starts_at", "on"),
)
"""Tables, the moment that was kept, and the day that it was."""

USERS = sa.table("users", sa.column("id"), sa.column("time_zone"))
MOVED = """
UPDATE stage_changes SET "on" = (
  SELECT f.{day} FROM {table} f
  WHERE f.application_id = stage_changes.application_id AND f.created_at = stage_changes.recorded_at
  ORDER BY f.id LIMIT 1
)
WHERE "after" = '{stage}' AND undoes_id IS NULL AND EXISTS (
  SELECT 1 FROM {table} f
  WHERE f.application_id = stage_changes.application_id AND f.created_at = stage_changes.recorded_at
)
"""
"""A move that came with a no or an answer happened on the day of that."""
SINCE = """
UPDATE applications SET since_day = (
  SELECT c."on" FROM stage_changes c
  WHERE c.application_id = applications.id AND c."after" = applications.stage
    AND c.undoes_id IS NULL
  ORDER BY c.recorded_at DESC, c.id DESC LIMIT 1
)
WHERE stage IN ('rejected', 'feedback_received')
"""


def upgrade() -> None:
    """Days beside moments first, then away with the moments that only stood for days."""
    op.add_column("stage_changes", sa.Column("on", sa.Date()))
    op.add_column("interviews", sa.Column("on", sa.Date()))
    op.add_column("interviews", sa.Column("invited_on", sa.Date()))
    for table, name in (
        ("interviews", "hour_known"),
        ("applications", "next_interview_hour_known"),
    ):
        flag: sa.Column[bool] = sa.Column(
            name, sa.Boolean(), nullable=False, server_default=sa.true()
        )
        op.add_column(table, flag)
    for name in ("since_day", "archived_on", "interviewed_on"):
        op.add_column("applications", sa.Column(name, sa.Date()))
    stays = sa.Column("former_zones", sa.JSON(), nullable=False, server_default="[]")
    op.add_column("users", stays)
    connection = op.get_bind()
    for user, name in list(connection.execute(sa.select(USERS.c.id, USERS.c.time_zone))):
        work_out(connection, user, zone_of(name))
    for table, day, stage in (
        ("rejections", '"on"', "rejected"),
        ("feedback", "received_on", "feedback_received"),
    ):
        op.execute(MOVED.format(table=table, day=day, stage=stage))
    op.execute(SINCE)
    applications = sa.table(
        "applications", sa.column("wake_at", UtcDateTime()), sa.column("today_place")
    )
    decided = applications.c.wake_at.is_not(None) | applications.c.today_place.is_not(None)
    connection.execute(sa.update(applications).where(decided).values(wake_at=datetime.now(UTC)))
    op.drop_index(CAME_TO, "applications")
    op.execute("DROP INDEX IF EXISTS ix_applications_by_since")
    op.drop_column("stage_changes", "at")
    op.drop_column("applications", "stage_since")
    op.drop_column("applications", "interviewed_at")
    op.alter_column("applications", "since_day", new_column_name="stage_since")
    op.create_index(CAME_TO, "applications", COLUMNS, sqlite_where=sa.text("deleted_at IS NULL"))


def work_out(connection: sa.Connection, user: int, zone: tzinfo) -> None:
    """The days of one person's rows; interviews of a sheet that told no hour stood at noon."""
    for table, moment, day in FACTS:
        rows = sa.table(
            table, sa.column("id"), sa.column("user_id"), sa.column(moment, UtcDateTime()),
            sa.column(day, sa.Date()),
        )  # fmt: skip
        for some in in_parts(connection, rows, rows.c[moment], user):
            connection.execute(
                sa.update(rows)
                .where(rows.c.id == sa.bindparam("row"))
                .values({day: sa.bindparam("day")}),
                [{"row": row, "day": day_of(at, zone)} for row, at in some],
            )
    talks = sa.table(
        "interviews", sa.column("id"), sa.column("user_id"), sa.column("application_id"),
        sa.column("created_at", UtcDateTime()), sa.column("starts_at", UtcDateTime()),
        sa.column("invited_on", sa.Date()), sa.column("hour_known", sa.Boolean()),
    )  # fmt: skip
    cards = sa.table(
        "applications", sa.column("id"), sa.column("import_id"),
        sa.column("created_at", UtcDateTime()),
    )  # fmt: skip
    told = (
        sa.select(
            talks.c.id, talks.c.starts_at, talks.c.created_at, cards.c.import_id, cards.c.created_at
        )
        .join(cards, cards.c.id == talks.c.application_id)
        .where(talks.c.user_id == user, talks.c.starts_at.is_not(None))
    )
    known, noon = [], []
    for row, starts, written, sheet, made in connection.execute(told).all():
        if written < starts:
            known.append({"row": row, "day": day_of(written, zone)})
        local = starts.astimezone(zone)
        if sheet is not None and written == made and local.time() == NOON:
            end = datetime.combine(local.date() + timedelta(days=1), time.min, zone)
            noon.append({"row": row, "end": end.astimezone(UTC) - timedelta(minutes=1)})
    one = sa.update(talks).where(talks.c.id == sa.bindparam("row"))
    if known:
        connection.execute(one.values(invited_on=sa.bindparam("day")), known)
    if noon:
        unknown = one.values(hour_known=sa.false(), starts_at=sa.bindparam("end"))
        connection.execute(unknown, noon)


def in_parts(
    connection: sa.Connection, rows: Any, moment: Any, user: int
) -> Iterator[list[tuple[int, datetime]]]:
    """The rows that have such a moment, some at a time."""
    last = 0
    while True:
        some = connection.execute(
            sa.select(rows.c.id, moment)
            .where(rows.c.user_id == user, rows.c.id > last, moment.is_not(None))
            .order_by(rows.c.id)
            .limit(AT_ONCE)
        ).all()
        if not some:
            return
        last = some[-1][0]
        yield [(row, at) for row, at in some]


def zone_of(name: str) -> tzinfo:
    """The zone of a name; of one that is none, Greenwich's."""
    return ZoneInfo(name) if name in available_timezones() else UTC


def day_of(moment: datetime, zone: tzinfo) -> date:
    """The day on the person's calendar."""
    try:
        return moment.astimezone(zone).date()
    except OverflowError:
        return moment.date()
