"""What Today says of reminders: that they do not arrive."""

from datetime import datetime

from tracker.models.messages.reminder_channel import SAID_AFTER
from tracker.models.reads.today_counts import Counts
from tracker.views.today.rows_presenter import Line

FAILING = "Some reminders don’t reach you at the moment"


def reminder_lines(counts: Counts, now: datetime) -> list[Line]:
    """One line where a way has been failing for a while."""
    since = counts.reminders_failing_since
    if since is None or now - since < SAID_AFTER:
        return []
    return [Line("nudge", FAILING, "/settings/reminders", "reminders-failing")]
