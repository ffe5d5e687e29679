"""Every task of the server's own."""

from tracker.tasks import backups, sweeping
from tracker.tasks.task import DAY, HOUR, Task, latest_hour

TASKS = (
    Task("sweep", HOUR, latest_hour, sweeping.sweep),
    Task("backup", DAY, backups.latest_night, backups.back_up),
)
"""What is past its day goes first: a backup need not hold it for months."""
