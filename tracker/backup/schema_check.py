"""Whether the database has the shape that the models say: tables, columns, indexes, constraints.

What others keep beside it in tables of their own is no fault.
"""

import warnings
from collections.abc import Iterator

from sqlalchemy import Connection, ForeignKeyConstraint, Table, UniqueConstraint, inspect, text
from sqlalchemy.engine import Inspector
from sqlalchemy.exc import SAWarning

from tracker.models import Base

INDEXES = {
    "sqlite": "SELECT name FROM sqlite_schema WHERE type = 'index'",
    "postgresql": "SELECT indexname FROM pg_indexes WHERE schemaname = current_schema()",
}
"""By name alone: SQLAlchemy reads none that is on an expression."""
REFERENCES = {
    "sqlite": 'SELECT "from", "table", on_delete FROM pragma_foreign_key_list(:name)',
    "postgresql": "SELECT a.attname, confrelid::regclass::text, CASE confdeltype"
    " WHEN 'c' THEN 'CASCADE' WHEN 'n' THEN 'SET NULL' ELSE 'NO ACTION' END"
    " FROM pg_constraint JOIN pg_attribute a ON a.attrelid = conrelid AND a.attnum = conkey[1]"
    " WHERE contype = 'f' AND conrelid = to_regclass(quote_ident(:name))",
}
"""Of the database itself: SQLAlchemy reads no options of a column that was added."""


def differences(connection: Connection) -> list[str]:
    """What is missing or other than it should be, in words."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", SAWarning)  # of indexes on expressions, looked up by name
        return list(_differences(connection))


def _differences(connection: Connection) -> Iterator[str]:
    inspector = inspect(connection)
    there = set(inspector.get_table_names())
    for table in Base.metadata.sorted_tables:
        if table.name not in there:
            yield f"table {table.name} is missing"
            continue
        yield from _columns(inspector, table)
        yield from _unique(inspector, table)
        yield from _references(connection, table)
    yield from (f"index {name} is missing" for name in missing_indexes(connection))


def missing_indexes(connection: Connection) -> list[str]:
    """Their names; those of a missing table are not told apart from it."""
    there = set(connection.scalars(text(INDEXES[connection.dialect.name])))
    tables = set(inspect(connection).get_table_names())
    return sorted(
        str(index.name)
        for table in Base.metadata.sorted_tables
        if table.name in tables
        for index in table.indexes
        if index.name not in there
    )


def make_indexes(connection: Connection) -> None:
    """Those that are missing."""
    wanted = set(missing_indexes(connection))
    for table in Base.metadata.sorted_tables:
        for index in table.indexes:
            if index.name in wanted:
                index.create(connection)


def _columns(inspector: Inspector, table: Table) -> Iterator[str]:
    there = {column["name"]: column for column in inspector.get_columns(table.name)}
    for column in table.columns:
        kept = there.pop(column.name, None)
        if kept is None:
            yield f"column {table.name}.{column.name} is missing"
        elif bool(kept["nullable"]) != bool(column.nullable) and not column.primary_key:
            may = "may" if kept["nullable"] else "may not"
            yield f"column {table.name}.{column.name} {may} be empty"
    yield from (
        f"column {table.name}.{name} is not known and must be filled"
        for name, kept in there.items()
        if not kept["nullable"] and kept["default"] is None
    )
    key = inspector.get_pk_constraint(table.name)["constrained_columns"]
    if sorted(key) != sorted(column.name for column in table.primary_key.columns):
        yield f"the key of {table.name} is another"


def _unique(inspector: Inspector, table: Table) -> Iterator[str]:
    there = {
        tuple(sorted(kept["column_names"])) for kept in inspector.get_unique_constraints(table.name)
    }
    there |= {
        tuple(sorted(filter(None, kept["column_names"])))
        for kept in inspector.get_indexes(table.name)
        if kept["unique"]
    }
    for constraint in table.constraints:
        if isinstance(constraint, UniqueConstraint):
            names = tuple(sorted(column.name for column in constraint.columns))
            if names not in there:
                yield f"{table.name} may hold {', '.join(names)} twice"


def _references(connection: Connection, table: Table) -> Iterator[str]:
    asked = text(REFERENCES[connection.dialect.name])
    there = {tuple(row) for row in connection.execute(asked, {"name": table.name})}
    for constraint in table.constraints:
        if isinstance(constraint, ForeignKeyConstraint):
            (key,) = constraint.elements
            said = (key.parent.name, key.column.table.name, key.ondelete or "NO ACTION")
            if said not in there:
                yield f"{table.name}.{key.parent.name} does not hold on to {key.column.table.name}"
