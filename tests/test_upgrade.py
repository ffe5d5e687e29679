"""The database of the release before opens in this one, with every row that was in it."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
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

from tests.postgres import Cluster
from tracker import schema
from tracker.config import Settings
from tracker.models import Base, search
from tracker.models.search.index import FACTS
from tracker.startup import prepare_database

RELEASED = "0006"
"""The schema of 0.1.0. What a released migration makes is never edited, so these are its tables."""
MADE_FROM_OTHERS = {"offers"}
"""Tables that came since, and hold what stood elsewhere before."""
UNSEEN = ("alembic_version", "application_search", "search_")
"""Tables that no model is of."""


@pytest.fixture
def url(database_kind: str, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[str]:
    """Where a database is to be made that is not of this release's template."""
    if database_kind == "sqlite":
        yield f"sqlite:///{tmp_path / 'onward.db'}"
        return
    cluster: Cluster = request.getfixturevalue("cluster")
    made = cluster.create()
    yield made
    cluster.drop(made)


@pytest.fixture
def released(url: str, tmp_path: Path) -> Settings:
    """A database as 0.1.0 left it, a row in every table."""
    schema.upgrade(url, RELEASED)
    engine = create_engine(url, poolclass=NullPool)
    tables = MetaData()
    tables.reflect(engine)
    with engine.begin() as connection:
        if set(FACTS) <= {*tables.tables["applications"].columns.keys()}:
            search.create(connection)  # while it reads no column that came since
        for table in tables.sorted_tables:
            if not table.name.startswith(UNSEEN):
                row = {column.name: value(column) for column in table.columns}
                connection.execute(insert(table).values(row))
    return Settings(tmp_path, url, "x" * 32)


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
    assert before == {name: 1 for name in every if name not in MADE_FROM_OTHERS}

    assert prepare_database(released) is schema.State.OLDER

    assert schema.state(engine) is schema.State.CURRENT
    assert counts(engine) == every
    with Session(engine) as session:
        for mapper in Base.registry.mappers:
            assert session.scalars(select(mapper.class_)).all()
        if engine.dialect.name == "sqlite":
            assert session.execute(text("PRAGMA foreign_key_check")).all() == []
    assert prepare_database(released) is schema.State.CURRENT
