"""A thousand zones that somebody lived in: as many as a file may tell, and quickly read."""

import os
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from tracker.account_file.values import checker
from tracker.models import User
from tracker.values import lived_zone

FIRST = datetime(2020, 1, 1, tzinfo=UTC)
STAYS = [
    [(FIRST + timedelta(days=number)).isoformat(), ("Europe/Berlin", "Asia/Tokyo")[number % 2]]
    for number in range(1000)
]


def test_zones_of_the_machine_are_not_looked_through_for_each(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    check = checker(User.__table__.columns["former_zones"])
    looked: list[object] = []
    monkeypatch.setattr(os, "walk", lambda *at: looked.append(at) or iter(()))

    assert check(STAYS) == STAYS
    with pytest.raises(ValueError):
        check([[STAYS[0][0], "Nowhere/Land"]])
    assert looked == []


def test_clock_of_today_is_told_without_asking_all_of_them(monkeypatch: pytest.MonkeyPatch) -> None:
    zone = lived_zone.lived_zone("America/New_York", STAYS)
    asked: list[datetime] = []
    convert = lived_zone._in_utc
    monkeypatch.setattr(lived_zone, "_in_utc", lambda told: asked.append(told) or convert(told))

    now = datetime(2026, 7, 1, 12, tzinfo=UTC).astimezone(zone)
    then = datetime(2020, 1, 1, 12, tzinfo=UTC).astimezone(zone)

    assert now.utcoffset() == now.astimezone(ZoneInfo("America/New_York")).utcoffset()
    assert then.utcoffset() == timedelta(hours=9)
    assert len(asked) < 30
