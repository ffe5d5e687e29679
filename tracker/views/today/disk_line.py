"""For the keeper alone: a calm line while the disk is nearly full."""

from flask import current_app

from tracker.models.user import User
from tracker.values.formatting import bytes_size
from tracker.web.disk_space import read_disk_space


def low_disk_words(user: User) -> str:
    """What Today says of it; others can do nothing about it."""
    if not user.is_keeper:
        return ""
    space = read_disk_space(current_app.config["ONWARD"])
    if space is None or not space.is_low:
        return ""
    return (
        f"The server’s disk is nearly full: {bytes_size(space.free)} left."
        " All is kept; new things need some room soon."
    )
