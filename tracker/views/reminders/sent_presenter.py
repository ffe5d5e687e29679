"""What was sent as it reads: day by day, with the way that each took and what came of it."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime, tzinfo
from itertools import groupby
from typing import NamedTuple

from tracker.models.messages.reminder import Reminder
from tracker.models.messages.reminder_delivery import (
    DROPPED,
    FAILED,
    SENT,
    WAITING,
    ReminderDelivery,
)
from tracker.values.days import day_of
from tracker.values.formatting import clock, day

ICONS = {"interview": "prepare_interview", "follow_up": "follow_up"}
BELL = "nudge"
WORDS = {
    SENT: "{} took it",
    WAITING: "On its way to {}",
    FAILED: "{} did not take it",
    DROPPED: "Not needed any more: {}",
}
CHIPS = ((FAILED, "Not sent"), (WAITING, "On its way"), (SENT, "Sent"), (DROPPED, "Not needed"))
"""What is said of one at a glance: what failed before what went well."""
PARTLY = "Partly sent"


class SentWay(NamedTuple):
    """One way that it went, or should have gone."""

    words: str
    href: str
    """Where it is looked after, while it is one of the person's."""
    failed: bool
    taken: bool


class SentRow(NamedTuple):
    """One reminder, or a test."""

    icon: str
    title: str
    body: str
    ways: list[SentWay]
    chip: str
    failed: bool
    at: str


class SentDay(NamedTuple):
    """All of a day."""

    name: str
    rows: list[SentRow]


def sent_days(
    rows: Sequence[Reminder], now: datetime, zone: tzinfo, problems: Mapping[int, str]
) -> list[SentDay]:
    """The latest day first; `problems` says of each way that is still there what is wrong now.

    That is said beside the latest alone that went by it: earlier ones had reasons of their own.
    """
    today, latest = day_of(now, zone), dict[int | None, int]()
    for row in rows:
        for each in row.deliveries:
            latest.setdefault(each.channel_id, each.id)
    fresh = set(latest.values())

    def on(row: Reminder) -> date:
        return day_of(row.decided_at, zone)

    return [
        SentDay(day(each, today), [_row(row, zone, problems, fresh) for row in mine])
        for each, mine in groupby(rows, key=on)
    ]


def _row(
    row: Reminder, zone: tzinfo, problems: Mapping[int, str], fresh: Collection[int]
) -> SentRow:
    states = {each.state for each in row.deliveries}
    chip = next((words for state, words in CHIPS if state in states), "")
    failed = FAILED in states
    return SentRow(
        icon=ICONS.get(row.kind, BELL),
        title=row.title,
        body=row.body,
        ways=[_way(each, zone, problems, each.id in fresh) for each in row.deliveries],
        chip=PARTLY if failed and SENT in states else chip,
        failed=failed,
        at=clock(row.decided_at, zone),
    )


def _way(
    each: ReminderDelivery, zone: tzinfo, problems: Mapping[int, str], is_latest: bool
) -> SentWay:
    words = WORDS.get(each.state, "{}").format(each.label)
    if each.state in (SENT, FAILED) and each.done_at is not None:
        words += f", {clock(each.done_at, zone)}"
    if each.state == FAILED and each.tries > 1:
        words += f", after {each.tries} tries"
    number = each.channel_id
    known = number is not None and number in problems
    if known and is_latest and each.state in (FAILED, WAITING) and problems[number or 0]:
        words += f". {problems[number or 0]}"
    href = f"/settings/reminders/channels/{number}" if known else ""
    return SentWay(words, href, each.state == FAILED, each.state == SENT)
