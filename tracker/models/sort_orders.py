"""The orders in which applications are listed, each with an index, so that a page costs the same
however many there are.
"""

from sqlalchemy import Connection, Index, text

from tracker.loop.stage import Stage

SORTS = {
    "role": "lower(role)",
    "company": "lower(company)",
    "stage": "(CASE stage "
    + " ".join(f"WHEN '{stage}' THEN {number}" for number, stage in enumerate(Stage))
    + " END)",
    "since": "stage_since",
    "applied": "applied_on",
    "location": "lower(location)",
    "source": "source",
    "changed": "updated_at",
}
"""What each order compares, in SQL: the index and the query have to say the very same."""

KEPT = "deleted_at IS NULL"


def indexes() -> list[Index]:
    """One for each order; archived_at stands in it so that skipping rows need not read them.

    They leave the bin out on SQLite only: to name a condition for PostgreSQL loads all that
    SQLAlchemy knows of it, 2 MB and 25 ms, into every start.
    """
    return [
        Index(
            f"ix_applications_by_{name}",
            "user_id",
            text(compared),
            "id",
            "archived_at",
            sqlite_where=text(KEPT),
        )
        for name, compared in SORTS.items()
    ]


def create(connection: Connection) -> None:
    """Make those that are missing: Alembic leaves out most of them when it rebuilds the table."""
    for name, compared in SORTS.items():
        connection.exec_driver_sql(
            f"CREATE INDEX IF NOT EXISTS ix_applications_by_{name} ON applications"
            f" (user_id, {compared}, id, archived_at) WHERE {KEPT}"
        )
