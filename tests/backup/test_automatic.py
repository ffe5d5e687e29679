"""Backups that are made by themselves: tried, copied, told of; and what becomes of a failure."""

import errno
import os
import shutil
import sqlite3
import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import text

from tests.backup.test_backup import AT, damage
from tests.builders import Build
from tracker.backup import BackupFailed, files, ping, record, retention, second_copy, trial
from tracker.backup.automatic import back_up_by_itself
from tracker.backup.backup import back_up
from tracker.backup.trial import CannotTry, try_restore
from tracker.clock import now
from tracker.config.settings import Settings
from tracker.extensions import db
from tracker.models import User
from tracker.tasks.backups import newest_automatic
from tracker.tasks.every_task import TASKS
from tracker.tasks.runner import run_due

BACKUP = [task for task in TASKS if task.name == "backup"]


@pytest.fixture
def keeper(build: Build) -> User:
    """Somebody to keep the server, with something to lose."""
    user = build.user(keeper=True)
    build.application(user)
    return user


def automatic(settings: Settings) -> list[str]:
    return [each.file.name for each in retention.dated(files.folder(settings))]


@pytest.mark.usefixtures("keeper")
def test_first_look_makes_one_and_then_one_comes_every_night(
    app: Flask, settings: Settings, database_kind: str
) -> None:
    nights = 2 if database_kind == "sqlite" else 1  # the days are counted above either database
    for minutes in range(0, 60 * 24 * nights, 120):
        run_due(app, AT + timedelta(minutes=minutes), BACKUP)

    assert len(automatic(settings)) == nights + 1
    known = record.read(settings)
    assert known["made"].file == known["tried"].file == automatic(settings)[-1]
    assert known["tried"].said == "1 application, 1 account"


def test_before_there_is_an_account_none_is_made(app: Flask, settings: Settings) -> None:
    assert run_due(app, AT, BACKUP) == []


@pytest.mark.usefixtures("keeper")
def test_one_is_made_at_once_where_none_is_young(app: Flask, settings: Settings) -> None:
    run_due(app, AT, BACKUP)
    for name in automatic(settings):
        (files.folder(settings) / name).unlink()

    assert run_due(app, AT + timedelta(minutes=1), BACKUP) == ["backup"]
    assert newest_automatic(settings, AT + timedelta(hours=1)) == AT + timedelta(minutes=1)


def test_backup_is_restored_for_a_trial_and_leaves_nothing(
    app: Flask, keeper: User, settings: Settings
) -> None:
    file = back_up(settings, None, AT).file

    found = try_restore(settings, file, AT)

    assert (found.applications, found.accounts) == (1, 1)
    assert record.read(settings)["tried"].at == AT
    assert [each.name for each in file.parent.iterdir()] == [file.name]


@pytest.mark.both_databases
@pytest.mark.usefixtures("keeper")
def test_backup_that_was_damaged_since_is_found_by_a_trial(app: Flask, settings: Settings) -> None:
    file = back_up(settings, None, AT).file
    whole = file.read_bytes()
    file.write_bytes(whole[: len(whole) // 2])

    with pytest.raises(BackupFailed, match=r"was tried: it is not whole"):
        try_restore(settings, file, AT)

    assert not record.read(settings)["tried failed"].well
    assert [each.name for each in file.parent.iterdir()] == [file.name]


@pytest.mark.both_databases
@pytest.mark.usefixtures("keeper")
def test_backup_that_does_not_come_back_takes_no_others_place(
    app: Flask, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    for day in range(1, 12):
        at = AT - timedelta(days=day)
        name = files.name(settings, files.AUTOMATIC, at)
        (files.folder(settings) / name).write_bytes(b"earlier")

    def broken(*_: object) -> None:
        raise BackupFailed("it is not whole")

    with monkeypatch.context() as patch:
        patch.setattr(trial, "_look", broken)
        back_up_by_itself(settings, AT, UTC)
    assert len(automatic(settings)) == 12

    back_up_by_itself(settings, AT + timedelta(seconds=1), UTC)
    assert len(automatic(settings)) < 12


@pytest.mark.usefixtures("keeper")
def test_what_can_be_put_right_is_nothing_against_a_backup(app: Flask, settings: Settings) -> None:
    with db.engine.begin() as connection:
        connection.execute(text("DROP INDEX ix_applications_wake"))
        connection.execute(text("UPDATE applications SET rejection_recorded = true"))

    made = back_up_by_itself(settings, AT, UTC)

    tried = record.read(settings)["tried"]
    assert (tried.file, tried.well) == (made.file.name, True)
    assert "index ix_applications_wake is missing" in tried.said
    assert "not so of 1 application" in tried.said


@pytest.mark.on("sqlite")
@pytest.mark.usefixtures("keeper")
def test_no_room_for_a_trial_is_said_and_is_nothing_against_the_backup(
    app: Flask, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(shutil, "copyfile", full)
    made = back_up_by_itself(settings, AT, UTC)

    assert made.file.exists()
    assert "No space left" in record.read(settings)["tried failed"].said
    with pytest.raises(CannotTry):
        try_restore(settings, made.file, AT)


@pytest.mark.on("sqlite")
@pytest.mark.usefixtures("keeper")
def test_backup_that_finds_no_room_leaves_nothing_and_says_so(
    app: Flask, settings: Settings
) -> None:
    earlier = back_up_by_itself(settings, AT, UTC)
    limit = sqlite3.connect

    def small(*given: object, **how: object) -> sqlite3.Connection:
        opened = limit(*given, **how)  # type: ignore[arg-type]
        if ".part" in str(given[0]):
            opened.execute("PRAGMA max_page_count = 2")
        return opened

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sqlite3, "connect", small)
        with pytest.raises(BackupFailed, match="There is no room for the backup"):
            back_up_by_itself(settings, AT + timedelta(days=1), UTC)

    assert [file.name for file in files.folder(settings).iterdir()] == [earlier.file.name]
    known = record.read(settings)
    assert known["made"].at == AT
    assert "no room" in known["made failed"].said


@pytest.mark.on("sqlite")
@pytest.mark.usefixtures("keeper")
def test_damaged_database_makes_no_backup_and_removes_none(
    app: Flask, build: Build, settings: Settings
) -> None:
    earlier = back_up_by_itself(settings, AT, UTC)
    user = build.user()
    for _ in range(30):
        build.application(user, posting="A long advertisement. " * 100)
    damage(app, settings)

    with pytest.raises(BackupFailed):
        back_up_by_itself(settings, AT + timedelta(days=1), UTC)

    assert automatic(settings) == [earlier.file.name]


@pytest.mark.usefixtures("keeper")
def test_second_copy_is_the_same_and_follows_the_same_rule(
    app: Flask, settings: Settings, tmp_path: Path
) -> None:
    for day in range(1, 12):
        name = files.name(settings, files.AUTOMATIC, AT - timedelta(days=day))
        for folder in (files.folder(settings), tmp_path):
            (folder / name).write_bytes(b"earlier")
    made = back_up_by_itself(replace(settings, backup_folder=tmp_path), AT, UTC)

    copies = sorted(file.name for file in tmp_path.iterdir())
    assert copies == automatic(settings)
    assert len(copies) < 12
    assert (tmp_path / made.file.name).read_bytes() == made.file.read_bytes()
    assert (tmp_path / made.file.name).stat().st_mode & 0o777 == 0o600
    assert record.read(settings)["copied"].at == AT


@pytest.mark.usefixtures("keeper")
def test_missing_second_folder_is_said_and_not_made(
    app: Flask, settings: Settings, tmp_path: Path
) -> None:
    gone = tmp_path / "not mounted"
    made = back_up_by_itself(replace(settings, backup_folder=gone), AT, UTC)

    assert made.file.exists()
    assert record.read(settings)["copied failed"].said == f"The folder {gone} is not there."
    assert not gone.exists()


@pytest.mark.usefixtures("keeper")
def test_copy_that_differs_is_thrown_away(
    app: Flask, settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def badly(source: Path, target: Path) -> None:
        target.write_bytes(source.read_bytes()[:-1] + b"?")

    made = back_up(settings, None, AT)
    monkeypatch.setattr(second_copy.shutil, "copyfile", badly)
    second_copy.copy_elsewhere(replace(settings, backup_folder=tmp_path), made.file, AT, UTC)

    assert list(tmp_path.iterdir()) == []
    assert "was not the same" in record.read(settings)["copied failed"].said


@pytest.fixture
def monitor() -> Iterator[tuple[str, list[str]]]:
    """A monitor on loopback, its address and what it was asked for; `/no` it refuses."""
    asked: list[str] = []

    class Monitor(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path + str(sorted(self.headers.keys())))
            self.send_response(500 if self.path == "/no" else 200)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Monitor)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}", asked
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.mark.on("sqlite")
@pytest.mark.usefixtures("keeper")
def test_monitor_is_told_after_a_good_backup_and_of_nothing_else(
    app: Flask, settings: Settings, monitor: tuple[str, list[str]]
) -> None:
    url, asked = monitor
    back_up_by_itself(replace(settings, backup_ping_url=f"{url}/abc"), AT, UTC)

    (one,) = asked
    assert one.startswith("/abc[") and "Cookie" not in one
    assert record.read(settings)["pinged"].at == AT


@pytest.mark.on("sqlite")
def test_monitor_that_refuses_or_is_not_there_is_only_remembered(
    app: Flask, settings: Settings, monitor: tuple[str, list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    url, _ = monitor
    for address, said in (
        (f"{url}/no", "It answered with status 500."),
        ("http://127.0.0.1:1/", "It can't be reached."),
    ):
        ping.ping(replace(settings, backup_ping_url=address), Path("automatic.db"), AT)
        assert record.read(settings)["pinged failed"].said == said

    monkeypatch.setattr(ping, "TIMEOUT", 0.05)
    monkeypatch.setattr(ping, "_ask", lambda url, said: threading.Event().wait(60))
    ping.ping(replace(settings, backup_ping_url=url), Path("automatic.db"), AT)
    assert record.read(settings)["pinged failed"].said == "It did not answer in time."


@pytest.mark.on("sqlite")
@pytest.mark.parametrize("rubbish", [b"", b"{", b"[]", b'{"made": 1}', b"\xff\xfe", b'{"made":{}}'])
def test_record_that_can_not_be_read_is_as_good_as_none(
    app: Flask, settings: Settings, rubbish: bytes
) -> None:
    (settings.instance / "backups.json").write_bytes(rubbish)

    assert record.read(settings) == {}
    record.note(settings, "made", now(), "a.db", "")
    assert list(record.read(settings)) == ["made"]


@pytest.mark.on("sqlite")
@pytest.mark.usefixtures("keeper")
def test_what_a_power_cut_left_half_made_goes_after_a_while(
    app: Flask, settings: Settings, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "other disk"
    elsewhere.mkdir()
    goes = [
        files.folder(settings) / ".before-restore-20260301-000000.db.0123abcd.part",
        settings.instance / ".onward.db.0123abcd.part-wal",  # of a restore that was killed
        elsewhere / ".automatic-20260301-000000.db.0123abcd.part",
    ]
    stays = [
        files.folder(settings) / ".mine.part",
        settings.instance / ".onward.db.4567abcd.part",  # younger
        elsewhere / ".letters.0123abcd.part",  # another program's
    ]
    for file in (*goes, *stays):
        file.write_bytes(b"half")
        age = timedelta(hours=1 if "4567" in file.name else 20)
        moment = (datetime.now(UTC) - age).timestamp()
        os.utime(file, (moment, moment))
    db.session.rollback()

    back_up_by_itself(replace(settings, backup_folder=elsewhere), datetime.now(UTC), UTC)

    assert [file for file in goes if file.exists()] == []
    assert [file for file in stays if not file.exists()] == []
