"""Undo of rows that an older Onward put aside."""

import json
from datetime import UTC, date, datetime

import pytest

from tests.builders import Build
from tracker.database import writing
from tracker.extensions import db
from tracker.models import Application, Interview
from tracker.models.undo import Removal, remove_with_undo, undo_removal

AT = datetime(2026, 3, 10, 9, tzinfo=UTC)
EVENING = datetime(2026, 3, 2, 20, tzinfo=UTC)
"""The 3rd in Sydney."""


@pytest.mark.parametrize(
    ("starts_at", "on", "invited_on"),
    [
        (EVENING, date(2026, 3, 3), None),
        (datetime(2026, 3, 12, 20, tzinfo=UTC), date(2026, 3, 13), date(2026, 3, 10)),
        (None, None, None),
    ],
)
def test_interview_put_aside_before_days_were_kept_comes_back_on_its_day(
    build: Build, starts_at: datetime | None, on: date | None, invited_on: date | None
) -> None:
    user = build.user(time_zone="Australia/Sydney")
    card = build.application(user)
    row = build.interview(card, starts_at=starts_at, created_at=AT)
    with writing(user, AT) as session:
        removal = remove_with_undo(session, "interview", [session.get_one(Interview, row.id)], AT)
        (table, kept), = json.loads(removal.kept)  # fmt: skip
        for name in ("on", "invited_on", "hour_known"):
            del kept[name]
        removal.kept = json.dumps([[table, kept]])
    with writing(user, AT) as session:
        undo_removal(session, session.get_one(Removal, removal.id), AT)

    back = db.session.query(Interview).one()
    assert (back.on, back.starts_at, back.invited_on) == (on, starts_at, invited_on)
    assert db.session.get_one(Application, card.id).interviewed_on == (invited_on or on)
