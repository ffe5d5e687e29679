"""A day that rests: what would hurt to miss is told in the line that folds it."""

from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from zoneinfo import ZoneInfo

from tracker.models.reads.today_counts import TodayCounts
from tracker.views.today.closing_presenter import Closing, ClosingLead
from tracker.views.today.day_rest import present_calm
from tracker.views.today.today_presenter import present_day

SYDNEY = ZoneInfo("Australia/Sydney")
AT = datetime(2026, 12, 1, 10, tzinfo=SYDNEY).astimezone(UTC)


def test_an_interview_of_today_or_tomorrow_is_told_with_its_hour_and_whom() -> None:
    met = [
        (4, True, False),
        (5, False, False),
        (23, True, False),
        (24, False, True),
        (48, True, False),
    ]
    coming = [
        SimpleNamespace(
            kind="interview",
            company="Acme",
            next_interview_at=AT + timedelta(hours=hours),
            next_interview_hour_known=known,
            next_interview_is_test=is_test,
        )
        for hours, known, is_test in met
    ]
    day = present_day([], [], TodayCounts({}, anything=True), AT, SYDNEY)
    closing = Closing(ClosingLead(3, "Cook", "Blue Kettle", "Closes tomorrow"))

    calm = present_calm([], day, closing, [], coming, AT, SimpleNamespace(zone=SYDNEY))

    assert calm.fixed == [
        "Today at 14:00: an interview with Acme",
        "Today: an interview with Acme",
        "Tomorrow at 9:00: an interview with Acme",
        "Tomorrow: a test is due for Acme",
    ]
    assert [(each.text, each.href) for each in calm.lines] == [("Cook", "/leads/3")]
