"""A PostgreSQL server for the tests, from the system's own package, never run as root."""

import os
import shutil
import signal
import subprocess
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

import psycopg
import pytest

SETTINGS = (
    *("-c", "max_connections=60"),
    *("-c", "max_wal_size=64MB"),
    *("-c", "min_wal_size=32MB"),
    *("-c", "full_page_writes=off"),
    *("-c", "autovacuum=off"),
    *("-c", "synchronous_commit=off"),
    *("-c", "wal_level=minimal"),
    *("-c", "max_wal_senders=0"),
    *("-c", "track_counts=off"),
    *("-c", "jit=off"),  # compiling a plan takes longer than any of them
    *("-c", "max_parallel_workers_per_gather=0"),
)
PATIENCE = 120  # seconds
MISSING = "PostgreSQL is not installed (Debian: apt-get install postgresql)"


def program(name: str) -> str | None:
    """A program of the newest PostgreSQL on this machine."""
    homes = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda p: float(p.parent.name))
    for folder in reversed(homes):
        if (folder / name).exists():
            return str(folder / name)
    return shutil.which(name)


@dataclass
class Cluster:
    """A running server, reached through a socket in its own folder."""

    folder: Path
    kept: dict[str, tuple[psycopg.Connection, object]] = field(default_factory=dict)
    """A connection to each database that is used again, and how that looked when it was made."""

    @classmethod
    @contextmanager
    def running(cls, folder: Path) -> Iterator[Self]:
        """Start one, and stop it afterwards. Missing is a failure in CI, a skip elsewhere."""
        initdb, server = program("initdb"), program("postgres")
        if initdb is None or server is None:
            if os.environ.get("CI"):
                pytest.fail(MISSING)
            pytest.skip(MISSING)
        user = "postgres" if os.geteuid() == 0 else None
        temp = os.environ.get("PYTEST_DEBUG_TEMPROOT", "/tmp")  # a socket's path must be short
        home = Path(temp) / f"onward-pg-{uuid.uuid4().hex[:8]}"
        home.mkdir(mode=0o700)
        if user:
            shutil.chown(home, user)
        data = home / "data"
        subprocess.run(
            [initdb, "-D", data, "-U", "onward", "-A", "trust", "-E", "UTF8", "--no-locale", "-N"],
            check=True,
            user=user,
            stdout=subprocess.DEVNULL,
            cwd=home,
        )
        process = subprocess.Popen(
            [server, "-D", data, "-k", home, "-h", "", "-F", *SETTINGS],
            user=user,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd=home,
        )
        try:
            cluster = cls(home)
            cluster.wait()
            yield cluster
        finally:
            process.send_signal(signal.SIGINT)  # at once, whoever is still connected
            process.wait(PATIENCE)
            shutil.rmtree(home, ignore_errors=True)

    def connect(self, database: str = "postgres") -> psycopg.Connection:
        """A connection on which each statement is a transaction."""
        return psycopg.connect(
            host=str(self.folder), user="onward", dbname=database, autocommit=True
        )

    def wait(self) -> None:
        """Until it answers."""
        give_up = time.monotonic() + PATIENCE
        while True:
            try:
                self.connect().close()
                return
            except psycopg.OperationalError:
                if time.monotonic() > give_up:
                    pytest.fail("PostgreSQL did not start")
                time.sleep(0.05)

    def create(self, name: str | None = None, template: str = "template0") -> str:
        """A database of its own; the address for SQLAlchemy."""
        name = name or f"onward_{uuid.uuid4().hex[:12]}"
        with self.connect() as connection:
            connection.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
        return f"postgresql+psycopg://onward@/{name}?host={self.folder}"

    def emptied(self, name: str, template: str) -> str:
        """The database of this name with nothing in it: emptied if as its template, else made anew.

        Making one takes a third of a second; emptying it, some milliseconds.
        """
        url = f"postgresql+psycopg://onward@/{name}?host={self.folder}"
        try:
            connection, as_made = self.kept[name]
            if connection.closed:
                connection = prepare(self.connect(name))
                self.kept[name] = connection, as_made
            if described(connection) == as_made:
                empty(connection)
                return url
        except (KeyError, psycopg.Error):
            pass
        self.drop(url)
        self.create(name, template)
        connection = prepare(self.connect(name))
        self.kept[name] = connection, described(connection)
        return url

    def let_go(self) -> None:
        """Close what is kept open: for programs that must be alone with a database."""
        for connection, _ in self.kept.values():
            connection.close()

    def drop(self, url: str) -> None:
        """Gone."""
        name = url.partition("?")[0].rpartition("/")[2]
        with self.connect() as connection:
            connection.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


def described(connection: psycopg.Connection) -> object:
    """Its tables, columns, indexes and revision: what a test of migrations may have changed."""
    return connection.execute(DESCRIBED).fetchall()


def prepare(connection: psycopg.Connection) -> psycopg.Connection:
    """Let it know how to empty its database: planned once, and not for each test."""
    ((steps,),) = connection.execute(STEPS).fetchall()
    connection.execute(EMPTYING.format(steps=steps))
    return connection


def empty(connection: psycopg.Connection) -> None:
    """Nothing in any table, and every number begins again at 1."""
    connection.execute("SELECT pg_temp.emptied()")


DESCRIBED = """
SELECT c.relname, c.relkind, version_num, CASE relkind WHEN 'r' THEN (
    SELECT string_agg(attname || atttypid, ',' ORDER BY attnum) FROM pg_attribute
    WHERE attrelid = c.oid AND attnum > 0 AND NOT attisdropped) END
FROM pg_class c, alembic_version WHERE c.relnamespace = 'public'::regnamespace ORDER BY 1
"""
EMPTYING = """
SET lock_timeout = '2s';
SET session_replication_role = replica;
CREATE FUNCTION pg_temp.emptied() RETURNS void LANGUAGE plpgsql AS $$ BEGIN {steps} END $$
"""
STEPS = """
SELECT string_agg(format(CASE relkind
    WHEN 'r' THEN 'IF EXISTS (SELECT FROM %1$I) THEN DELETE FROM %1$I; END IF;'
    ELSE 'IF pg_sequence_last_value(%1$L) IS NOT NULL THEN PERFORM setval(%1$L, 1, false); END IF;'
END, relname), ' ' ORDER BY relname) FROM pg_class
WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'S')
    AND relname <> 'alembic_version'
"""
