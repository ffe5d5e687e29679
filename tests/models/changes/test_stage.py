"""A card that is put back stands there since the day that it came there."""

from datetime import UTC, date, datetime, timedelta

import pytest

from tests.builders import Build
from tracker.database import writing
from tracker.models import Application
from tracker.models.changes.stage import move, undo

START = datetime(2026, 3, 1, 22, tzinfo=UTC)  # Monday 2 March, 09:00 in Sydney
DAY = timedelta(days=1)


@pytest.mark.both_databases
def test_card_put_back_twice_stands_there_since_the_first_day(build: Build) -> None:
    person = build.user(time_zone="Australia/Sydney")
    card = build.application(person, at=START, stage_since=date(2026, 3, 2))
    since = []
    with writing(person) as session:
        fresh = session.get_one(Application, card.id)
        for days, stage in ((7, "rejected"), (8, "interview"), (9, "rejected")):
            change = move(session, fresh, stage, START + days * DAY)
            session.flush()
            undo(session, fresh, change, START + days * DAY)
            session.flush()
            since.append((fresh.stage, fresh.stage_since))

    assert since == [("applied", date(2026, 3, 2))] * 3
