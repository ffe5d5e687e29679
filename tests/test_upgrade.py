"""The database of the release before opens in this one, with every row that was in it."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    DateTime,
    Engine,
    Integer,
    LargeBinary,
    MetaData,
    create_engine,
    func,
    insert,
    inspect,
    select,
    text,
)
from sqlalchemy.orm import Session
from sqlalchemy.pool import NullPool

from tracker import schema
from tracker.config import Settings
from tracker.models import Application, Base, Interview, Offer, User, search
from tracker.models.search.index import FACTS
from tracker.startup import prepare_database

RELEASED = "0006"
"""The schema of 0.1.0. What a released migration makes is never edited, so these are its tables."""
NEW_AND_EMPTY = {"import_files"}
"""Tables that nothing of the release before goes into."""
MADE_FROM_OTHERS = {"offers"}
"""Tables that came since, and hold what stood elsewhere before."""
UNSEEN = ("alembic_version", "application_search", "search_")
"""Tables that no model is of."""


@pytest.fixture
def released(bare_database: str, tmp_path: Path) -> Settings:
    """A database as 0.1.0 left it, a row in every table."""
    schema.upgrade(bare_database, RELEASED)
    engine = create_engine(bare_database, poolclass=NullPool)
    tables = MetaData()
    tables.reflect(engine)
    with engine.begin() as connection:
        if set(FACTS) <= {*tables.tables["applications"].columns.keys()}:
            search.create(connection)  # while it reads no column that came since
        for table in tables.sorted_tables:
            if not table.name.startswith(UNSEEN):
                row = {column.name: value(column) for column in table.columns}
                connection.execute(insert(table).values(row))
    return Settings(tmp_path, bare_database, "x" * 32)


def value(column: Column[Any]) -> Any:
    """Something that the column can hold; every row that another one names is the first."""
    if column.primary_key or column.foreign_keys:
        return 1
    kind = column.type
    for kinds, made in (
        (Boolean, True),
        (Integer, 5),
        (DateTime, datetime(2026, 3, 2, 9, tzinfo=UTC)),
        (Date, date(2026, 3, 2)),
        (LargeBinary, b"%PDF"),
        (JSON, {}),
    ):
        if isinstance(kind, kinds):
            return made
    return column.name


def counts(engine: Engine) -> dict[str, int]:
    there = inspect(engine).get_table_names()
    with engine.connect() as connection:
        return {
            name: connection.scalar(select(func.count()).select_from(table)) or 0
            for name, table in Base.metadata.tables.items()
            if name in there
        }


@pytest.mark.filterwarnings("ignore:.*expression-based index")
def test_database_of_the_release_before_opens_with_its_rows(released: Settings) -> None:
    engine = create_engine(released.database_url, poolclass=NullPool)
    before = counts(engine)
    every = dict.fromkeys(Base.metadata.tables, 1)
    later = {*MADE_FROM_OTHERS, *NEW_AND_EMPTY}
    assert before == {name: 1 for name in every if name not in later}

    assert prepare_database(released) is schema.State.OLDER

    assert schema.state(engine) is schema.State.CURRENT
    assert counts(engine) == every | dict.fromkeys(NEW_AND_EMPTY, 0)
    with Session(engine) as session:
        for mapper in Base.registry.mappers:
            rows = session.scalars(select(mapper.class_)).all()
            assert rows or mapper.local_table.name in NEW_AND_EMPTY
        if engine.dialect.name == "sqlite":
            assert session.execute(text("PRAGMA foreign_key_check")).all() == []
    assert prepare_database(released) is schema.State.CURRENT


@pytest.mark.filterwarnings("ignore:.*expression-based index")
@pytest.mark.parametrize(
    ("kept", "expected"),
    [
        ({"uk": {"target": 35, "columns": ["on"]}}, {"uk": {"columns": ["on"]}}),
        ({"preset": "au", "au": {"target": 100}}, {"preset": "au", "au": {}}),
        (
            {"uk": {"target": 16}, "au": {"target": 60}},
            {"uk": {"target": 16}, "au": {"target": 60}},
        ),
        ({"us": {"target": 35}, "odd": [1]}, {"us": {"target": 35}, "odd": [1]}),
        ({}, {}),
    ],
)
def test_a_number_to_reach_that_nobody_typed_is_asked_for_anew(
    released: Settings, kept: dict[str, Any], expected: dict[str, Any]
) -> None:
    engine = create_engine(released.database_url, poolclass=NullPool)
    users = MetaData()
    users.reflect(engine, only=["users"])
    with engine.begin() as connection:
        connection.execute(users.tables["users"].update().values(log_choice=kept))

    prepare_database(released)

    with Session(engine) as session:
        assert session.scalars(select(User.log_choice)).one() == expected


SOON = datetime.now(UTC) + timedelta(days=9)


def rows_before_offers(connection: Any, tables: MetaData) -> None:
    """Applications that tell of their offers themselves, and interviews ahead of an end."""

    def add(name: str, **facts: Any) -> None:
        empty = {
            column.name: value_of_nothing(column)
            for column in tables.tables[name].columns
            if not column.nullable and column.name not in ("id", *facts)
        }
        connection.execute(insert(tables.tables[name]).values(empty | facts))

    made, later = datetime(2026, 3, 2, 9, tzinfo=UTC), datetime(2026, 3, 9, 9, tzinfo=UTC)
    add("users", id=1, time_zone="Australia/Sydney", created_at=made)
    ahead = {"next_interview_at": SOON}
    every: list[dict[str, Any]] = [
        {"stage": "interview", "offer_received_on": date(2026, 3, 2), "offer_note": "65k"},
        {"stage": "interview", "offer_decision": "accepted"},
        {"stage": "interview", "outcome": "offer_declined", "archived_at": later},
        {"stage": "rejected"} | ahead,
        {"stage": "interview", "outcome": "withdrawn", "archived_at": later} | ahead,
        {"stage": "interview"} | ahead,
    ]
    for number, facts in enumerate(every, 1):
        add("applications", id=number, user_id=1, created_at=made, updated_at=made, **facts)
        add(
            "stage_changes", user_id=1, application_id=number, after=facts["stage"],
            recorded_at=made,
        )  # fmt: skip
    add("rejections", user_id=1, application_id=4, created_at=later)
    for number, written in ((4, made), (4, later + timedelta(days=1)), (5, made), (6, made)):
        add("interviews", user_id=1, application_id=number, starts_at=SOON, created_at=written)


def value_of_nothing(column: Column[Any]) -> Any:
    kind = column.type
    if isinstance(kind, Boolean):
        return False
    if isinstance(kind, Integer):
        return 1
    if isinstance(kind, JSON):
        return {}
    return datetime(2026, 3, 2, tzinfo=UTC) if isinstance(kind, DateTime) else ""


@pytest.mark.filterwarnings("ignore:.*expression-based index")
def test_what_old_rows_tell_of_offers_and_of_interviews_called_off(bare_database: str) -> None:
    schema.upgrade(bare_database, "0008")
    engine = create_engine(bare_database, poolclass=NullPool)
    tables = MetaData()
    tables.reflect(engine)
    with engine.begin() as connection:
        rows_before_offers(connection, tables)

    schema.upgrade(bare_database)

    with Session(engine) as session:
        offers = session.scalars(select(Offer).order_by(Offer.application_id)).all()
        assert [(each.application_id, each.received_on, each.decision) for each in offers] == [
            (1, date(2026, 3, 2), None),
            (2, None, "accepted"),
            (3, None, "declined"),
        ]
        assert (offers[0].note, offers[0].was_accepted) == ("65k", False)
        assert session.get_one(Application, 3).offer_decision == "declined"
        called_off = session.scalars(select(Interview.outcome).order_by(Interview.id)).all()
        assert called_off == ["cancelled", None, "cancelled", None]
        coming = select(Application.id).where(Application.next_interview_at.is_not(None))
        assert session.scalars(coming.order_by(Application.id)).all() == [4, 6]
