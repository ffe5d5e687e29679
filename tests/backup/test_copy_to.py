"""From SQLite to PostgreSQL and back: every row, every value, every number that was given out."""

import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import Connection, create_engine, select, text
from sqlalchemy.orm import Session
from sqlalchemy.pool import NullPool

from tests.browser import Browser
from tests.builders import Build
from tests.imported import added, brought
from tests.postgres import Cluster
from tests.views.test_routes import rows_of
from tracker.backup import BackupFailed, copy_rows, in_use, permissions
from tracker.backup.check import run_checks
from tracker.backup.copy_rows import digest
from tracker.backup.copy_to import copy_to as copy
from tracker.cli.demo import grow
from tracker.clock import now
from tracker.config.settings import Settings
from tracker.extensions import db
from tracker.models import Application, Base, User

pytestmark = pytest.mark.on("sqlite")
Copies = list[tuple[str, int]]


@pytest.fixture(scope="module")
def made_once() -> list[bytes]:
    """That database, once the first of these tests has made it: each has a file of its own."""
    return []


@pytest.fixture
def hunt(
    app: Flask,
    sign_in: Callable[..., Browser],
    build: Build,
    settings: Settings,
    made_once: list[bytes],
) -> Settings:
    """A database with a row in nearly every table, and a made-up hunt beside."""
    let_go()
    assert settings.sqlite_file is not None
    if made_once:
        settings.sqlite_file.write_bytes(made_once[0])
        permissions.close(settings)
        return settings
    owner = sign_in(build.user(email="ärztin@example.org", name="田中 \U0001f469‍⚕️ ‮x"))
    rows_of(build, owner)
    added(owner, "Company,Role,Status\nAcme,Clerk,Applied\nÖbb,Cook,Rejected\n")
    brought(owner, "Company,Role,Status\nWaits,Clerk,Applied\n")
    build.feed(owner.user)
    grow(build.user(), 1, 40)
    gone = build.application(owner.user)
    owner.post(
        f"/applications/{gone.id}/deletion", data={"key": "3f0c9b9e-1111-4222-8333-444455556666"}
    )
    owner.post(
        f"/bin/applications/{gone.id}/deletion",
        data={"key": "3f0c9b9e-1111-4222-8333-444455556667"},
    )
    permissions.close(settings)
    let_go()
    made_once.append(settings.sqlite_file.read_bytes())
    return settings


@pytest.fixture
def elsewhere(cluster: Cluster) -> Iterator[str]:
    """An empty database of PostgreSQL's."""
    url = cluster.create()
    yield url
    cluster.drop(url)


def let_go() -> None:
    db.session.remove()
    db.engine.dispose()


def looked_at(settings: Settings, look: Callable[[Connection], object]) -> object:
    engine = create_engine(settings.database_url, poolclass=NullPool)
    try:
        with engine.connect() as connection:
            return look(connection)
    finally:
        engine.dispose()


def digests(settings: Settings) -> object:
    return looked_at(
        settings,
        lambda connection: {
            table.name: digest(connection, table) for table in Base.metadata.sorted_tables
        },
    )


def numbers(settings: Settings) -> object:
    """The last number that was given out in each table."""
    return looked_at(
        settings,
        lambda connection: {
            table.name: copy_rows._last_number(connection, table)
            for table in Base.metadata.sorted_tables
            if "id" in table.columns
        },
    )


def test_to_postgresql_and_back_every_value_is_the_same_and_the_copy_is_used(
    hunt: Settings, elsewhere: str, tmp_path: Path
) -> None:
    told: Copies = []
    before, given_out = digests(hunt), numbers(hunt)
    there = replace(hunt, database_url=elsewhere)
    back = replace(hunt, database_url=f"sqlite:///{tmp_path / 'back.db'}")

    done = copy(hunt, elsewhere, lambda table, rows: told.append((table, rows)))
    copy(there, str(tmp_path / "back.db"), lambda *_: None)

    assert isinstance(before, dict)
    assert len(told) == done.tables == len(before)
    assert done.rows == sum(each.rows for each in before.values()) > 400
    empty = {name for name, each in before.items() if not each.rows}
    assert empty <= {
        "account_events",
        "identities",
        "mail_proposals",
        "mailboxes",
        "passkeys",
        "recovery_codes",
        "reminder_channels",
        "reminder_deliveries",
        "reminder_settings",
        "reminders",
        "second_steps",
        "task_runs",
        "settings",
        "failed_logins",
        "password_resets",
        "action_uses",
        "import_files",
        "idempotency_keys",
    }
    for copied in (there, back):
        assert digests(copied) == before
        assert numbers(copied) == given_out
        assert [part for part in run_checks(copied, now()) if not part.well] == []
    assert (tmp_path / "back.db").stat().st_mode & 0o777 == 0o600
    assert [file.name for file in tmp_path.iterdir() if "back" in file.name] == ["back.db"]
    goes_on(elsewhere)


def goes_on(url: str) -> None:
    """It is used like any other database."""
    engine = create_engine(url, poolclass=NullPool)
    with Session(engine) as session, engine.connect() as connection:
        highest = session.scalar(select(Application.id).order_by(Application.id.desc()))
        number = connection.scalar(text("SELECT nextval('applications_id_seq')"))
        assert number > (highest or 0)
        deferred = text("SELECT count(*) FROM pg_constraint WHERE condeferrable")
        assert connection.scalar(deferred) == 0
    engine.dispose()


def test_target_with_anything_in_it_is_refused(
    hunt: Settings, elsewhere: str, tmp_path: Path
) -> None:
    file = tmp_path / "theirs.db"
    file.write_bytes(b"theirs")
    engine = create_engine(elsewhere, poolclass=NullPool)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE theirs (id INTEGER)"))
    engine.dispose()

    for target in (str(file), elsewhere, str(hunt.sqlite_file), "mysql://x/y", "sqlite:///x"):
        with pytest.raises(BackupFailed):
            copy(hunt, target, lambda *_: None)

    assert file.read_bytes() == b"theirs"


def test_database_that_is_served_is_not_copied(hunt: Settings, elsewhere: str) -> None:
    with (
        in_use.shared_use(hunt.sqlite_file),
        pytest.raises(BackupFailed, match="Stop it first"),
    ):
        copy(hunt, elsewhere, lambda *_: None)

    assert looked_at(replace(hunt, database_url=elsewhere), tables) == []


def tables(connection: Connection) -> list[str]:
    return list(
        connection.scalars(text("SELECT tablename FROM pg_tables WHERE schemaname = 'public'"))
    )


def test_row_that_the_target_refuses_leaves_nothing_there(hunt: Settings, elsewhere: str) -> None:
    assert hunt.sqlite_file is not None
    with sqlite3.connect(hunt.sqlite_file) as opened:
        opened.execute("UPDATE notes SET body = 'a' || char(0) || 'b'")
    opened.close()

    with pytest.raises(BackupFailed, match="A row of notes can't be kept there"):
        copy(hunt, elsewhere, lambda *_: None)

    assert looked_at(replace(hunt, database_url=elsewhere), tables) == []


def test_value_that_differs_is_noticed_and_nothing_is_left(
    hunt: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parts = copy_rows._copy_table

    def badly(source: Connection, target: Connection, table: object) -> int:
        rows = parts(source, target, table)  # type: ignore[arg-type]
        if table is User.__table__:
            target.execute(text("UPDATE users SET name = 'x' WHERE id = 1"))
        return rows

    monkeypatch.setattr(copy_rows, "_copy_table", badly)
    with pytest.raises(BackupFailed, match="The rows of users were not the same"):
        copy(hunt, str(tmp_path / "copy.db"), lambda *_: None)

    assert not [file for file in tmp_path.iterdir() if "copy" in file.name]
