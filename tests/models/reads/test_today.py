"""Today as it is read: by index, in order, and on from where it stopped."""

from datetime import timedelta

import pytest
from sqlalchemy import text

from tracker.clock import now
from tracker.database import writing
from tracker.extensions import db
from tracker.loop.today_rank import LISTED
from tracker.models import Application
from tracker.models.reads.today import (
    FIRST,
    FURTHER,
    PAGE,
    SHOWN,
    Today,
    TodayCounts,
    TodayCursor,
)
from tracker.values.date_range import DateRange
from tracker.values.days import day_of


@pytest.fixture
def person(build):
    return build.user()


def said_no(build, person, **facts) -> Application:
    card = build.application(person, stage="rejected", **facts)
    build.rejection(card, on=day_of(now(), person.zone))
    return card


def today(person) -> Today:
    return Today(db.session(), person.id)


@pytest.mark.both_databases
def test_nobody_reads_the_day_of_another(build, person) -> None:
    said_no(build, person)
    this_day = day_of(now(), person.zone)
    build.lead(person, closes_on=this_day)
    other = today(build.user())

    assert other.first(now()) == []
    assert other.further(LISTED, None) == []
    assert other.coming(now(), this_day) == []
    assert other.due_actions_all(this_day) == []
    assert other.brought_in() is None
    assert other.counts(this_day, now()) == TodayCounts({}, False)
    assert other.north_star(DateRange.named("90", this_day)).rejections == 0


def test_first_rows_are_a_dozen_with_their_counts_beside(build, person) -> None:
    for _ in range(SHOWN + 3):
        said_no(build, person)
    silent = build.application(person, at=now() - timedelta(days=60))

    read = today(person).first(now())

    assert len(read) == SHOWN + 1
    assert read[-1].id == silent.id
    counts = today(person).counts(day_of(now(), person.zone), now())
    assert counts == TodayCounts({"send_letter": SHOWN + 3, "follow_up": 1}, True)


def test_every_row_is_read_once_page_by_page(build, person) -> None:
    ids = {said_no(build, person).id for _ in range(PAGE + 2)}

    first = today(person).further(LISTED, None)
    rest = today(person).further(LISTED, TodayCursor.at(first[PAGE - 1]))

    assert len(first) == PAGE + 1
    assert [row.id for row in first[:PAGE]] + [row.id for row in rest] == sorted(ids)


@pytest.mark.both_databases
def test_latest_no_stands_first(build, person) -> None:
    earlier = said_no(build, person, stage_since=now() - timedelta(days=5))
    latest = said_no(build, person, stage_since=now())

    assert [row.id for row in today(person).first(now())] == [latest.id, earlier.id]


def test_archived_and_deleted_cards_lose_their_place(build, person) -> None:
    card = said_no(build, person)
    with writing(person) as session:
        fresh = session.get_one(Application, card.id)
        assert fresh.today_place is not None
        fresh.archived_at = now()
        session.flush()
        assert fresh.today_place is None
        fresh.archived_at, fresh.deleted_at = None, now()
        session.flush()
        assert fresh.today_place is None


@pytest.mark.on("sqlite")
@pytest.mark.parametrize("statement", [FIRST, *FURTHER.values()])
def test_rows_are_read_by_the_index_and_never_sorted(app, statement) -> None:
    asked = str(statement.compile(db.engine))
    with db.engine.connect() as connection:
        plan = connection.connection.execute(
            f"EXPLAIN QUERY PLAN {asked}", [0] * asked.count("?")
        ).fetchall()
    told = " ".join(str(row[3]) for row in plan)

    assert "ix_applications_today" in told
    assert "SCAN applications" not in told
    assert "TEMP B-TREE" not in told


@pytest.mark.on("postgresql")
def test_rows_can_be_read_by_the_index_on_postgresql_too(build, person) -> None:
    said_no(build, person)
    session = db.session()
    session.execute(text("SET LOCAL enable_seqscan = off"))
    session.execute(text("SET LOCAL enable_sort = off"))
    plan = session.execute(
        text(
            "EXPLAIN SELECT id FROM applications WHERE user_id = 1 AND today_place >= 0"
            " AND today_place < 5 ORDER BY today_place, id LIMIT 12"
        )
    ).scalars()

    assert "ix_applications_today" in " ".join(plan)
