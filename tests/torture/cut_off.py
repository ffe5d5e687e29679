"""`kill -9` in the middle of an upgrade or a restore, from every schema that there ever was."""

import os
import shutil
import signal
import sqlite3
import sys
import warnings
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from sqlalchemy import Engine, event

from tests.test_released_migrations import SAID_NO, with_rows
from tests.torture.fault import Fault, Work, must
from tracker import schema
from tracker.backup import permissions, sqlite
from tracker.backup.check import run_checks
from tracker.backup.repair import settle_after_upgrade
from tracker.backup.restore import restore, restore_while_serving
from tracker.clock import now
from tracker.config.settings import Settings
from tracker.startup import prepare_database

POINTS = 20
SERVED = ("0001", "0006", schema.head())
"""Of these restores are tried under a server, too."""
TABLES = ("users", "applications", "stage_changes", "interviews", "rejections")
FILES = ("open", "os.rename", "os.remove", "os.link", "os.chmod", "sqlite3.connect")
Act = Callable[[], object]
Rows = tuple[int, ...]


def run(act: Act, kill_at: int = 0) -> tuple[int, int]:
    """Do it in a process that is killed at that step, a statement or a file; its status and steps.

    With 0 it is not killed.
    """
    out, into = os.pipe()
    child = os.fork()
    if child == 0:
        steps, status = 0, 1

        def count(*_: object) -> None:
            nonlocal steps
            steps += 1
            if steps == kill_at:
                os.kill(os.getpid(), signal.SIGKILL)

        event.listen(Engine, "before_cursor_execute", count)
        event.listen(Engine, "commit", count)
        sys.addaudithook(lambda name, _: count() if name in FILES else None)
        try:
            act()
            status = 0
        finally:
            os.write(into, str(steps).encode())
            os._exit(status)
    os.close(into)
    with os.fdopen(out) as told:
        said = told.read()
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), int(said or 0)


@dataclass
class Place:
    """An instance that is put back as it was as often as one likes."""

    settings: Settings
    kept: Path

    @classmethod
    def at(cls, folder: Path, revision: str) -> Self:
        """With a hunt in the schema of that day."""
        settings = Settings(folder, f"sqlite:///{folder / 'onward.db'}", "x" * 32)
        with_rows(settings, revision)
        if revision == schema.head():
            schema.upgrade(settings.database_url)  # as an upgrade does for all others: the search,
            settle_after_upgrade(settings.database_url, now())  # orders and what is summed up
        assert settings.sqlite_file is not None
        sqlite.fold_wal(settings.sqlite_file)
        kept = folder.with_name(f"{folder.name}.kept")
        shutil.copyfile(settings.sqlite_file, kept)
        return cls(settings, kept)

    def put_back(self) -> None:
        """As it was before anything was tried."""
        shutil.rmtree(self.settings.instance)
        self.settings.instance.mkdir(mode=0o700)
        assert self.settings.sqlite_file is not None
        shutil.copyfile(self.kept, self.settings.sqlite_file)

    def found(self) -> tuple[str, Rows]:
        """The schema and how many rows there are, of a whole database where no link opens."""
        assert self.settings.sqlite_file is not None
        must(open_links(self.settings.sqlite_file) == 0, "a link that was ended opens again")
        return found(self.settings.sqlite_file)

    def faults(self) -> list[str]:
        """What `onward check` would say is wrong."""
        permissions.close(self.settings)
        found = run_checks(self.settings, now())
        return [f"{part.about}: {part.said}" for part in found if not part.well]


def found(file: Path | None) -> tuple[str, Rows]:
    """The schema and how many rows there are, of a whole database."""
    assert file is not None
    with closing(sqlite3.connect(file)) as opened:
        must(opened.execute("PRAGMA integrity_check").fetchone() == ("ok",), "integrity")
        must(opened.execute("PRAGMA foreign_key_check").fetchall() == [], "orphans")
        (revision,) = opened.execute("SELECT version_num FROM alembic_version").fetchone()
        counts = (opened.execute(f"SELECT count(*) FROM {table}").fetchone() for table in TABLES)
        return revision, tuple(count for (count,) in counts)


LINK = (
    "INSERT INTO share_links (label, token_hash, choice, span, created_at, expires_at, opens,"
    " user_id, revoked_at) VALUES ('Ana', 'x', '{}', 'all', '2026-03-01 09:00:00.000000',"
    " '2099-03-01 09:00:00.000000', 0, 1, ?)"
)
ENDED = "2026-03-02 09:00:00.000000"


def has_links(opened: sqlite3.Connection) -> bool:
    """Whether there were any in the schema of that day."""
    named = "SELECT 1 FROM sqlite_schema WHERE name = 'share_links'"
    return opened.execute(named).fetchone() is not None


def open_links(file: Path) -> int:
    """How many lead a coach in."""
    with closing(sqlite3.connect(file)) as opened:
        counted = "SELECT count(*) FROM share_links WHERE revoked_at IS NULL"
        return int(opened.execute(counted).fetchone()[0]) if has_links(opened) else 0


def kill_everywhere(place: Place, act: Act, points: int, ends: Sequence[tuple[str, Rows]]) -> int:
    """At so many points; how often it was the new already. At some of them it is then done anew."""
    old, new = ends
    place.put_back()
    status, steps = run(act)
    must(status == 0 and steps > points and place.found() == new, f"{steps} steps to {new}")
    finished = 0
    for point in range(points):
        place.put_back()
        at = 1 + point * steps // points
        status, _ = run(act, at)
        seen = place.found()
        must(status == -signal.SIGKILL, f"status {status} at step {at} of {steps}")
        must(seen in (old, new), f"killed at step {at} of {steps}: {seen}, neither {old} nor {new}")
        finished += seen == new != old
        if point % 10 == 9:
            must(run(act)[0] == 0 and place.found() == new, f"not finished after step {at}")
    must(run(act)[0] == 0, f"not finished in the end: {old} to {new}")
    must(place.faults() == [], f"not well in the end: {old} to {new}, {place.faults()}")
    return finished


def upgrade(work: Work) -> str:
    """As a start does it: a copy aside, the migrations, what is summed up."""
    points, kills, finished = work.times(POINTS, 2), 0, 0
    before = schema.revisions()[:-1]
    for revision in before:
        place = Place.at(work.new_folder(), revision)
        old = place.found()
        act = lambda place=place: prepare_database(place.settings)  # noqa: E731
        finished += kill_everywhere(place, act, points, (old, (schema.head(), old[1])))
        kills += points
        for copy in (place.settings.instance / "backups").glob("before-upgrade-*.db"):
            must(found(copy)[1] == old[1], f"the copy aside of {revision} is another")
    return (
        f"{kills} kills on the way from {len(before)} schemas: {kills - finished} left the old, "
        f"{finished} the new; the next start came to its end, with every row, and all was well"
    )


def bring_back(work: Work) -> str:
    """By the command, and under a server that goes on."""
    points, kills, finished = work.times(POINTS, 2), 0, 0
    place = Place.at(work.new_folder(), schema.head())
    with closing(sqlite3.connect(place.kept)) as opened, opened:
        opened.execute("DELETE FROM applications WHERE id = 4")  # with what hangs on it
        for table in TABLES[2:]:
            opened.execute(f"DELETE FROM {table} WHERE application_id = 4")
        opened.execute(LINK, (ENDED,))
    with_link = 0
    for revision in schema.revisions():
        file = Place.at(work.new_folder(), revision).kept
        with closing(sqlite3.connect(file)) as opened, opened:
            if has_links(opened):
                opened.execute(LINK, (None,))
        with_link += open_links(file)
        for way in (restore, restore_while_serving) if revision in SERVED else (restore,):
            act = lambda file=file, way=way: way(place.settings, file, SAID_NO)  # noqa: E731
            ends = found(place.kept), (schema.head(), found(file)[1])
            finished += kill_everywhere(place, act, points, ends)
            kills += points
    return (
        f"{kills} kills with backups of {len(schema.revisions())} schemas, of {len(SERVED)} "
        f"under a server, too: {kills - finished} left what was there, {finished} the backup; the "
        f"next restore came to its end, and all was well; in {with_link} a link was open that had "
        "been ended since: it opened after none"
    )


def quietly(happen: Callable[[Work], str]) -> Callable[[Work], str]:
    """Without what reflecting old tables warns of."""

    def told(work: Work) -> str:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return happen(work)

    return told


GATE = "the old or the new, never between; the next one comes to its end; all rows are there"
FAULTS = [
    Fault(
        "10", f"an upgrade from every schema, `kill -9` at {POINTS} points", GATE, quietly(upgrade)
    ),
    Fault(
        "10",
        f"a restore from every schema, `kill -9` at {POINTS} points",
        GATE,
        quietly(bring_back),
    ),
]
