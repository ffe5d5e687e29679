"""What Today says of reminders: that they do not arrive."""

from datetime import datetime

from tracker.models.messages.reminder_channel import SAID_AFTER
from tracker.models.reads.today_counts import TodayCounts
from tracker.views.today.rows_presenter import TodayLine

FAILING = "Some reminders don’t reach you at the moment"


def reminder_lines(counts: TodayCounts, now: datetime) -> list[TodayLine]:
    """One line where a way has been failing for a while."""
    since = counts.reminders_failing_since
    if since is None or now - since < SAID_AFTER:
        return []
    return [TodayLine("nudge", FAILING, "/settings/reminders", "reminders-failing")]
