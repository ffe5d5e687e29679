"""Every task of the server's own."""

from tracker.tasks import backups, mailbox_times, reminders, sweep
from tracker.tasks.task import DAY, HOUR, Task, latest_hour

TASKS = (
    Task("sweep", HOUR, latest_hour, sweep.sweep),
    Task("reminders", reminders.EVERY, reminders.latest_minute, reminders.remind),
    Task("backup", DAY, backups.latest_night, backups.back_up),
    Task(
        "mailboxes",
        mailbox_times.EVERY,
        mailbox_times.latest_ten_minutes,
        mailbox_times.look_into_all,
    ),
)
"""What is past its day goes first: a backup need not hold it for months. Reminders have their
minute. Mailboxes are last, as other servers may let one wait.
"""
