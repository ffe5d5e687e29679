"""When mailboxes are read. What reads them is loaded then: most servers have none to read."""

from datetime import datetime, timedelta

from sqlalchemy import select

from tracker.config.settings import Settings
from tracker.extensions import db
from tracker.models.messages.mailbox import Mailbox
from tracker.tasks.task import Turn

EVERY = timedelta(minutes=10)


def latest_ten_minutes(settings: Settings, now: datetime) -> datetime | None:
    """Each ten minutes that begin, while there is a mailbox or a password that was left."""
    anybody = db.session().scalar(select(Mailbox.user_id).limit(1)) is not None
    left = any((settings.instance / "mailboxes").glob("[0-9]*"))
    if not anybody and not left:
        return None
    return now.replace(minute=now.minute // 10 * 10, second=0, microsecond=0)


def look_into_all(turn: Turn) -> None:
    """Every mailbox, one after the other."""
    from tracker.tasks import mailboxes

    mailboxes.look_into_all(turn)
