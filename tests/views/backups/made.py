"""A backup as the button makes one, and the keeper's password."""

from tracker.backup.backup import back_up
from tracker.clock import now
from tracker.config.settings import Settings

PASSWORD = "quiet tidy harbour lanterns"


def made(settings: Settings) -> str:
    return back_up(settings, None, now()).file.name
