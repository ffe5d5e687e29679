"""The program on a server of its own, behind a line that can be cut."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import NamedTuple

from e2e.browser.wire import Wire
from tests.serving import serving
from tracker import create_app, schema
from tracker.cli.demo import grow, make_account
from tracker.config.settings import Settings

EMAIL, PASSWORD = "demo@example.org", "nine quiet herons"


class Served(NamedTuple):
    """Where it is, by way of the line; and what it has written down."""

    line: Wire
    database: Path

    def count(self, statement: str, *values: object) -> int:
        """What a `SELECT count(*)` finds."""
        with closing(sqlite3.connect(f"file:{self.database}?mode=ro", uri=True)) as rows:
            return int(rows.execute(statement, values).fetchone()[0])

    def change(self, statement: str, *values: object) -> None:
        """What somebody does elsewhere."""
        with closing(sqlite3.connect(self.database, timeout=60)) as rows, rows:
            rows.execute(statement, values)


@contextmanager
def served(folder: Path) -> Iterator[Served]:
    """A made-up hunt of sixty."""
    file = folder / "onward.db"
    database = f"sqlite:///{file}"
    schema.upgrade(database)
    app = create_app(Settings(instance=folder, database_url=database, secret_key="for one run" * 4))
    with app.app_context():
        grow(make_account(EMAIL, PASSWORD), 1, 60)
    with serving(app, 6, 30) as server:
        line = Wire(server.effective_port)
        try:
            yield Served(line, file)
        finally:
            line.stop()
