"""PostgreSQL's own programs: which of those on this machine fit, and running them."""

import os
import re
import shutil
import subprocess
from functools import cache
from pathlib import Path

from sqlalchemy import Connection, make_url, text

from tracker.backup import BackupFailed


def fitting(connection: Connection) -> Path:
    """The folder of PostgreSQL's programs that understand this server. Raises CannotKeep."""
    needed = int(connection.scalar(text("SHOW server_version_num")) or 0) // 10000
    new_enough = [folder for folder in folders() if major(folder / "pg_dump") >= needed]
    if not new_enough:
        raise BackupFailed(
            f"This needs PostgreSQL's own programs, version {needed} or later, which are not"
            f" installed here (Debian: apt install postgresql-client-{needed})."
        )
    return min(new_enough, key=lambda folder: major(folder / "pg_dump"))


def folders() -> list[Path]:
    """Where PostgreSQL's programs are; Debian keeps those of each version apart."""
    apart = [program.parent for program in Path("/usr/lib/postgresql").glob("*/bin/pg_dump")]
    on_path = shutil.which("pg_dump")
    return apart or ([Path(on_path).parent] if on_path else [])


@cache
def major(program: Path) -> int:
    """The version of a program, before the dot; 0 where it doesn't say."""
    said = subprocess.run([program, "--version"], capture_output=True, text=True, check=False)
    number = re.search(r"\(PostgreSQL\) (\d+)", said.stdout)
    return int(number.group(1)) if number else 0


def run(program: Path, arguments: list[str], database_url: str) -> None:
    """Run a program on the database; its password stays off the command line.

    Raises CannotKeep with the first thing that the program complained of.
    """
    done = subprocess.run(
        [program, *arguments],
        env=environment(database_url),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
    )
    if done.returncode:
        said = done.stderr.strip().splitlines() or [f"status {done.returncode}"]
        raise BackupFailed(f"{program.name}: {said[0].partition('error: ')[2] or said[0]}")


def environment(database_url: str) -> dict[str, str]:
    """How libpq's programs find the same database."""
    url = make_url(database_url)
    given = {
        "PGHOST": url.host,
        "PGPORT": str(url.port) if url.port else None,
        "PGUSER": url.username,
        "PGPASSWORD": url.password,
        "PGDATABASE": url.database,
    }
    for name, value in url.query.items():
        given[f"PG{name.upper()}"] = value if isinstance(value, str) else ",".join(value)
    return {**os.environ, **{name: value for name, value in given.items() if value}}
