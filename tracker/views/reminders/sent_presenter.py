"""What was sent as it reads: day by day, with the way that each took."""

from collections.abc import Sequence
from datetime import date, datetime, tzinfo
from itertools import groupby
from typing import NamedTuple

from tracker.models.messages.reminder import (
    DROPPED,
    FAILED,
    SENT,
    WAITING,
    Reminder,
    ReminderDelivery,
)
from tracker.values.days import day_of
from tracker.values.formatting import clock, day

ICONS = {"interview": "prepare_interview", "follow_up": "follow_up"}
BELL = "nudge"
WORDS = {
    SENT: "Sent to {}",
    WAITING: "On its way to {}",
    FAILED: "Did not reach {}",
    DROPPED: "Not needed any more: {}",
}


class SentRow(NamedTuple):
    """One reminder."""

    icon: str
    title: str
    body: str
    ways: str
    failed: bool
    at: str


class SentDay(NamedTuple):
    """All of a day."""

    name: str
    rows: list[SentRow]


def sent_days(rows: Sequence[Reminder], now: datetime, zone: tzinfo) -> list[SentDay]:
    """The latest day first."""
    today = day_of(now, zone)

    def on(row: Reminder) -> date:
        return day_of(row.decided_at, zone)

    return [
        SentDay(day(each, today), [_row(row, zone) for row in mine])
        for each, mine in groupby(rows, key=on)
    ]


def _row(row: Reminder, zone: tzinfo) -> SentRow:
    ways = ". ".join(
        words.format(", ".join(labels))
        for state, words in WORDS.items()
        if (labels := _labels(row.deliveries, state))
    )
    failed = bool(_labels(row.deliveries, FAILED))
    icon = ICONS.get(row.kind, BELL)
    return SentRow(icon, row.title, row.body, ways, failed, clock(row.decided_at, zone))


def _labels(deliveries: Sequence[ReminderDelivery], state: str) -> list[str]:
    return [each.label for each in deliveries if each.state == state]
