"""The backup of each night."""

from datetime import UTC, datetime, timedelta, tzinfo

from sqlalchemy import select

from tracker.backup import files, retention
from tracker.config.settings import Settings
from tracker.extensions import db
from tracker.models.user import KEEPER, User
from tracker.tasks.backup_process import back_up_apart
from tracker.tasks.task import Turn, latest_daily

YOUNG = timedelta(days=1)
"""Where none is younger, one is made at once and not in the night to come."""


def keepers_zone() -> tzinfo:
    """The first keeper's; UTC while there is nobody."""
    keeper = db.session().scalar(select(User).where(User.role == KEEPER).order_by(User.id).limit(1))
    return keeper.zone if keeper is not None else UTC


def latest_night(settings: Settings, now: datetime) -> datetime | None:
    """The latest time of night that was set, or at once where no such backup is young.

    Before there is an account there is nothing to lose.
    """
    if not User.anybody(db.session()):
        return None
    newest = newest_automatic(settings, now)
    if newest is None or now - newest >= YOUNG:
        return now
    return latest_daily(now, settings.backup_at, keepers_zone())


def newest_automatic(settings: Settings, now: datetime) -> datetime | None:
    """When the latest was made; one from a clock that ran ahead is not believed."""
    found = [each.at for each in retention.dated(files.folder(settings))]
    return max((at for at in found if at <= now + timedelta(hours=1)), default=None)


def back_up(turn: Turn) -> None:
    """One more, tried and copied."""
    zone = keepers_zone()
    db.session.rollback()
    if turn.apart:
        back_up_apart(turn.at, zone)
    else:
        from tracker.backup.automatic import back_up_by_itself  # what a server leaves to another

        back_up_by_itself(turn.settings, turn.at, zone)
