"""The orders in which applications are listed, each with an index, so that a page costs the same
however many there are.
"""

from sqlalchemy import Connection, Index, text

from tracker.loop.stage import Stage
from tracker.values.currency import CODES

IN_A_YEAR = {
    "hour": 38 * 52,
    "day": 260,
    "week": 52,
    "fortnight": 26,
    "month": 12,
    "year": 1,
}
RANK = {code: number for number, code in enumerate(reversed(CODES.split("|")), 1)}
"""Of currencies: the likelier, the higher."""


def _case(column: str, numbers: dict[str, int]) -> str:
    known = " ".join(f"WHEN '{word}' THEN {number}" for word, number in numbers.items())
    return f"(CASE {column} {known} END)"


A_YEAR = f"({_case('pay_period', IN_A_YEAR)} * coalesce(pay_min, pay_max))"
"""Pay for a year of full-time work, at the lower end; NULL where amount or period are not known."""
CURRENCY = f"(CASE WHEN {A_YEAR} IS NOT NULL THEN coalesce({_case('pay_currency', RANK)}, 0) END)"
"""Amounts of two currencies are not compared: each stands among its own."""
SORTS = {
    "role": ("lower(role)",),
    "company": ("lower(company)",),
    "stage": (_case("stage", {stage: number for number, stage in enumerate(Stage)}),),
    "since": ("stage_since",),
    "applied": ("applied_on",),
    "location": ("lower(location)",),
    "source": ("source",),
    "pay": (CURRENCY, A_YEAR),
    "changed": ("updated_at",),
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
            *map(text, compared),
            "id",
            "archived_at",
            sqlite_where=text(KEPT),
        )
        for name, compared in SORTS.items()
    ]


def recreate(connection: Connection) -> None:
    """Make them anew: one may compare something else now, or be lost.

    Alembic leaves out most of them when it rebuilds the table.
    """
    where = f"WHERE {KEPT}" if connection.dialect.name == "sqlite" else ""
    for name, compared in SORTS.items():
        index = f"ix_applications_by_{name}"
        connection.exec_driver_sql(f"DROP INDEX IF EXISTS {index}")
        connection.exec_driver_sql(
            f"CREATE INDEX {index} ON applications"
            f" (user_id, {', '.join(compared)}, id, archived_at) {where}"
        )
