"""The indexes that tables are sorted by."""

import pytest
from alembic.migration import MigrationContext
from alembic.operations import Operations
from flask import Flask
from sqlalchemy import Column, Connection, Integer, inspect, text

from tracker.extensions import db
from tracker.models import Application, search
from tracker.models.lists import sort_orders


@pytest.mark.on("sqlite")
@pytest.mark.filterwarnings("ignore:.*expression-based index")
def test_indexes_come_back_after_the_table_was_rebuilt(app: Flask) -> None:
    made = {index.name for index in inspect(Application).local_table.indexes}
    with db.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA foreign_keys = OFF")
        before = index_sql(connection)
        search.drop(connection)
        operations = Operations(MigrationContext.configure(connection))
        with operations.batch_alter_table("applications", recreate="always") as table:
            table.add_column(Column("made_up", Integer))
        sort_orders.recreate(connection)
        search.create(connection)
        after = index_sql(connection)
        connection.rollback()

    assert set(before) == set(after) == made
    for name in before:
        if name.startswith("ix_applications_by_"):
            assert flat(before[name]) == flat(after[name])


def index_sql(connection: Connection) -> dict[str, str]:
    """How each index of the table was made."""
    rows = connection.execute(
        text(
            "SELECT name, sql FROM sqlite_master"
            " WHERE type = 'index' AND tbl_name = 'applications' AND sql IS NOT NULL"
        )
    )
    return {row.name: row.sql for row in rows}


def flat(sql: str) -> str:
    """A statement without what may differ in how it is written."""
    return "".join(sql.split()).replace('"', "").replace("IFNOTEXISTS", "")
