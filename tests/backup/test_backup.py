"""Backups: whole, complete, private, and never in the way."""

import sqlite3
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import insert

from tests.builders import Build
from tracker.backup import BackupFailed, files, postgresql, postgresql_programs, sqlite
from tracker.backup.backup import back_up, before_upgrade
from tracker.clock import now
from tracker.config.settings import Settings
from tracker.database import writing
from tracker.extensions import db
from tracker.models import Note

AT = datetime(2026, 11, 23, 9, 33, 5, tzinfo=UTC)


def notes_in(settings: Settings, file: Path, tmp_path: Path) -> int:
    """How many notes a backup holds, by reading it as a restore would."""
    if settings.sqlite_file is not None:
        with sqlite3.connect(file) as opened:
            found: int = opened.execute("SELECT count(*) FROM notes").fetchone()[0]
        return found
    script = tmp_path / "script.sql"
    postgresql.judge(file, script, settings.database_url)
    return postgresql.read(script)[0]["notes"]


@pytest.mark.both_databases
def test_backup_made_while_people_write_is_whole_and_complete(
    app: Flask, build: Build, settings: Settings, tmp_path: Path
) -> None:
    application = build.application(build.user())
    facts = {
        "user_id": application.user_id,
        "application_id": application.id,
        "body": "Two at a time: a backup must never hold one without the other. " * 20,
        "private": False,
        "created_at": now(),
        "updated_at": now(),
    }
    saved, enough = [0], threading.Event()

    def write() -> None:
        with app.app_context():
            while not enough.is_set():
                with writing() as session:
                    session.execute(insert(Note), [facts])
                    session.execute(insert(Note), [facts])
                saved[0] += 2
            db.session.remove()

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for _ in range(2):
            before = saved[0]
            backup = back_up(settings, None, now())
            after = saved[0] + 2
            held = notes_in(settings, backup.file, tmp_path)
            assert held % 2 == 0
            assert before <= held <= after
    finally:
        enough.set()
        writer.join()
    assert saved[0] > 2


def test_backup_says_where_it_is_and_only_its_owner_may_read_it(
    app: Flask, build: Build, settings: Settings
) -> None:
    user = build.user()
    build.application(user)
    build.application(user)

    backup = back_up(settings, None, AT)

    assert backup.file.parent == settings.instance / "backups"
    assert backup.file.stem == "onward-20261123-093305"
    assert backup.applications == 2
    assert backup.size == backup.file.stat().st_size > 0
    assert backup.file.stat().st_mode & 0o777 == 0o600
    assert backup.file.parent.stat().st_mode & 0o777 == 0o700
    assert [file.name for file in backup.file.parent.iterdir()] == [backup.file.name]


@pytest.mark.on("sqlite")
def test_two_backups_in_one_second_are_two_files(app: Flask, settings: Settings) -> None:
    first, second = back_up(settings, None, AT), back_up(settings, None, AT)

    assert first.file != second.file
    assert second.file.stem.endswith("-093305-2")


def test_backup_goes_into_a_folder_that_is_named(
    app: Flask, settings: Settings, tmp_path: Path
) -> None:
    folder = tmp_path / "elsewhere"
    folder.mkdir()

    assert back_up(settings, folder, AT).file.parent == folder


def test_backup_takes_the_place_of_an_earlier_one(
    app: Flask, settings: Settings, tmp_path: Path
) -> None:
    file = tmp_path / "last-night"
    back_up(settings, file, AT)

    assert back_up(settings, file, AT).file == file


def test_backup_takes_the_place_of_nothing_else(
    app: Flask, settings: Settings, tmp_path: Path
) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear Mary")

    with pytest.raises(BackupFailed, match="is there already and is no backup"):
        back_up(settings, letter, AT)
    with pytest.raises(BackupFailed, match="There is no folder"):
        back_up(settings, tmp_path / "nowhere" / "file", AT)

    assert letter.read_text() == "Dear Mary"


@pytest.mark.on("sqlite")
def test_backup_never_replaces_the_database_itself(app: Flask, settings: Settings) -> None:
    with pytest.raises(BackupFailed, match="is the database itself"):
        back_up(settings, settings.sqlite_file, AT)


@pytest.mark.on("sqlite")
def test_backup_is_one_file_that_any_sqlite_opens(app: Flask, settings: Settings) -> None:
    backup = back_up(settings, None, AT)

    with sqlite3.connect(f"file:{backup.file}?mode=ro&immutable=1", uri=True) as opened:
        assert opened.execute("PRAGMA journal_mode").fetchone() == ("delete",)
        assert opened.execute("PRAGMA integrity_check").fetchone() == ("ok",)


@pytest.mark.on("sqlite")
def test_backup_of_a_damaged_database_is_thrown_away_and_said(
    app: Flask, build: Build, settings: Settings
) -> None:
    user = build.user()
    for _ in range(30):
        build.application(user, posting="A long advertisement. " * 100)
    damage(app, settings)

    with pytest.raises(BackupFailed, match=r"thrown away again|can't be read"):
        back_up(settings, None, AT)

    assert list(files.folder(settings).iterdir()) == []


def test_backup_without_a_database_says_so(tmp_path: Path) -> None:
    instance = tmp_path / "instance"
    instance.mkdir()
    settings = Settings(instance, f"sqlite:///{instance / 'onward.db'}", "x" * 32)

    with pytest.raises(BackupFailed, match="There is no database yet"):
        back_up(settings, None, AT)


def test_copies_put_aside_make_room_but_never_those_that_were_asked_for(
    app: Flask, settings: Settings
) -> None:
    asked = back_up(settings, None, AT).file
    folder = files.folder(settings)
    named = folder / f"before-upgrade-mine{asked.suffix}"
    back_up(settings, named, AT)
    for day in range(1, 12):
        name = files.name(settings, files.UPGRADE, AT - timedelta(days=day))
        (folder / name).write_bytes(b"an old one")

    newest = before_upgrade(settings).file

    left = sorted(file for file in folder.iterdir() if file not in (asked, named))
    assert len(left) == files.MOST_KEPT == 10
    assert newest in left
    assert asked.exists()
    assert named.exists()
    assert not (folder / files.name(settings, files.UPGRADE, AT - timedelta(days=10))).exists()


@pytest.mark.on("postgresql")
def test_missing_programs_of_postgresql_are_named(
    app: Flask, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(postgresql_programs, "folders", list)

    with pytest.raises(BackupFailed, match=r"apt install postgresql-client-\d+"):
        back_up(settings, None, AT)


def test_password_of_the_database_stays_off_the_command_line() -> None:
    given = postgresql_programs.environment(
        "postgresql+psycopg://me:p%40ss@db.example.org:5433/jobs?sslmode=require"
    )

    assert given["PGPASSWORD"] == "p@ss"
    assert (given["PGHOST"], given["PGPORT"], given["PGDATABASE"]) == (
        "db.example.org",
        "5433",
        "jobs",
    )
    assert given["PGSSLMODE"] == "require"


def damage(app: Flask, settings: Settings) -> None:
    """Turn pages in the middle of the database into rubbish, as a failing disk does."""
    db.session.remove()
    db.engine.dispose()
    assert settings.sqlite_file is not None
    sqlite.fold_wal(settings.sqlite_file)
    size = settings.sqlite_file.stat().st_size
    with settings.sqlite_file.open("r+b") as file:
        for page in range(size // 4096 // 3, size // 4096 - 1, 7):
            file.seek(page * 4096)
            file.write(b"rubbish!" * 512)
