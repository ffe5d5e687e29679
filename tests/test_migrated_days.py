"""What an upgrade works out of old rows: the days on which things happened."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from sqlalchemy import MetaData, create_engine, insert, text
from sqlalchemy.orm import Session
from sqlalchemy.pool import NullPool

from tests.older import make_older
from tests.test_upgrade import value
from tracker import schema
from tracker.backup.consistency import other_stages, untrue_summaries
from tracker.clock import now

BEFORE = "0004"
LATE = datetime(2026, 3, 1, 22, 30, tzinfo=UTC)  # Monday 2 March in Sydney
TYPED = datetime(2026, 4, 20, 5, tzinfo=UTC)
NOON = datetime(2026, 3, 9, 1, tzinfo=UTC)  # 12:00 in Sydney
NOTHING = {"wake_at": LATE, "today_place": None, "rest_until": None, "deleted_at": None}


@pytest.fixture
def upgraded(bare_database: str) -> dict[str, Any]:
    """Three applications of long before, brought up to date: what their rows say now."""
    make_older(bare_database, BEFORE)
    engine = create_engine(bare_database, poolclass=NullPool)
    tables = MetaData()
    tables.reflect(engine)

    def put(name: str, **given: Any) -> None:
        table = tables.tables[name]
        row = {column.name: None if column.nullable else value(column) for column in table.columns}
        connection.execute(insert(table).values({**row, **given}))

    with engine.begin() as connection:
        put("users", id=1, time_zone="Australia/Sydney", log_choice={})
        put("imports", id=1, user_id=1, state="landed")
        for number, stage, sheet in ((1, "rejected", None), (2, "interview", 1), (3, "applied", 1)):
            put(
                "applications", **NOTHING, id=number, user_id=1, stage=stage, import_id=sheet,
                stage_since=TYPED, created_at=LATE, updated_at=LATE, applied_on=date(2026, 3, 2),
                pinned=False, rejection_recorded=number == 1,
                rejection_on=date(2026, 3, 20) if number == 1 else None, actions_open=0,
                points_open=0,
                feedback_unread=0, loop_ended=False, ask_next="none", position=number,
            )  # fmt: skip
            put(
                "stage_changes", id=number, user_id=1, application_id=number, after="applied",
                at=LATE, recorded_at=LATE, before=None,
            )  # fmt: skip
        put(
            "stage_changes", id=4, user_id=1, application_id=1, before="applied",
            after="rejected", at=TYPED, recorded_at=TYPED,
        )  # fmt: skip
        put(
            "rejections", id=1, user_id=1, application_id=1, on=date(2026, 3, 20), how="email",
            role_cancelled=False,
            created_at=TYPED,
        )  # fmt: skip
        put(
            "stage_changes", id=5, user_id=1, application_id=2, before="applied",
            after="interview", at=None, recorded_at=LATE,
        )  # fmt: skip
        put("interviews", id=1, user_id=1, application_id=2, starts_at=NOON, created_at=LATE)
        put("interviews", id=2, user_id=1, application_id=1, starts_at=NOON, created_at=TYPED)
    schema.upgrade(bare_database)
    with engine.connect() as connection:
        moves = connection.execute(text('SELECT id, "on" FROM stage_changes ORDER BY id')).all()
        talks = connection.execute(
            text('SELECT id, "on", hour_known, invited_on FROM interviews ORDER BY id')
        ).all()
        since = connection.execute(text("SELECT id, stage_since FROM applications")).all()
    with Session(engine) as session:
        wrong = [*untrue_summaries(session, now()), *other_stages(session)]
    engine.dispose()
    return {
        "moves": {number: str(on)[:10] for number, on in moves},
        "talks": {row[0]: (str(row[1])[:10], bool(row[2]), str(row[3])[:10]) for row in talks},
        "since": {number: str(on)[:10] for number, on in since},
        "wrong": wrong,
    }


@pytest.mark.filterwarnings("ignore:.*expression-based index")
def test_old_rows_tell_their_days_and_nothing_else(upgraded: dict[str, Any]) -> None:
    assert upgraded["moves"] == {
        1: "2026-03-02",
        2: "2026-03-02",
        3: "2026-03-02",
        4: "2026-03-20",  # of the no that came with it, not of its typing
        5: "None",
    }
    assert upgraded["since"][1] == "2026-03-20"
    assert upgraded["talks"] == {
        1: ("2026-03-09", False, "2026-03-02"),  # a sheet that told no hour
        2: ("2026-03-09", True, "None"),  # typed by a person, afterwards
    }


@pytest.mark.filterwarnings("ignore:.*expression-based index")
def test_summaries_are_true_after_it(upgraded: dict[str, Any]) -> None:
    assert upgraded["wrong"] == []
