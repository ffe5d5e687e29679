"""Restoring: all of it or nothing, and only what is whole."""

import os
import signal
import sqlite3
import sys
from collections.abc import Callable
from pathlib import Path
from threading import Event, Thread

import pytest
from flask import Flask
from sqlalchemy import func, select, text

from tests.backup.test_backup import AT, damage
from tests.browser import Browser
from tests.builders import Build
from tests.later import one_ahead
from tracker import schema
from tracker.backup import BackupFailed, in_use, sqlite
from tracker.backup.backup import back_up
from tracker.backup.restore import restore, restore_while_serving
from tracker.cli import app_context
from tracker.cli.failure import Failure
from tracker.config.settings import Settings
from tracker.extensions import db
from tracker.models import Application, User
from tracker.models.search import holds


@pytest.fixture
def stopped(app: Flask, database_kind: str, request: pytest.FixtureRequest) -> Callable[[], None]:
    """Ends this program's own use of the database, as stopping the server does."""

    def stop() -> None:
        db.session.remove()
        db.engine.dispose()
        if database_kind == "postgresql":
            request.getfixturevalue("cluster").let_go()

    return stop


@pytest.fixture
def backup(app: Flask, build: Build, settings: Settings, stopped: Callable[[], None]) -> Path:
    """A backup with one application, Baker; then a second comes, Barista."""
    user = build.user(email="mia@example.org")
    build.application(user, role="Baker")
    made = back_up(settings, None, AT).file
    build.application(user, role="Barista")
    stopped()
    return made


def roles() -> list[str]:
    db.session.rollback()
    return sorted(db.session.scalars(select(Application.role)))


@pytest.mark.both_databases
def test_restore_brings_back_what_was_and_puts_the_rest_aside(
    backup: Path, settings: Settings, stopped: Callable[[], None]
) -> None:
    assert roles() == ["Baker", "Barista"]
    stopped()

    done = restore(settings, backup, AT)

    assert roles() == ["Baker"]
    assert done.aside is not None
    stopped()
    restore(settings, done.aside, AT)
    assert roles() == ["Baker", "Barista"]


@pytest.mark.both_databases
def test_restored_database_is_searched_and_written_as_before(
    backup: Path, settings: Settings, build: Build
) -> None:
    restore(settings, backup, AT)

    user = db.session.scalars(select(User)).one()
    build.application(user, role="Gardener")
    for word in ("Baker", "Gardener"):
        says = holds(db.session(), user.id, word)
        own = select(Application.role).where(Application.user_id == user.id, says)
        assert db.session.scalars(own).all() == [word]
    assert schema.state(db.engine) is schema.State.CURRENT


def test_restore_signs_everybody_out(
    app: Flask, build: Build, settings: Settings, stopped: Callable[[], None]
) -> None:
    browser = Browser.of(app)
    browser.sign_in(build.user())
    assert browser.get("/board").status_code == 200
    made = back_up(settings, None, AT).file
    stopped()

    restore(settings, made, AT)

    assert browser.get("/board").status_code != 200


def test_restore_outdates_what_browsers_have_kept(
    backup: Path, settings: Settings, stopped: Callable[[], None]
) -> None:
    before = newest()
    stopped()

    restore(settings, backup, AT)

    assert all(after > known + 1000 for after, known in zip(newest(), before, strict=True))


def newest() -> list[int]:
    return [
        db.session.scalar(select(func.max(column))) or 0
        for column in (User.revision, Application.version)
    ]


@pytest.mark.both_databases
def test_cut_off_backup_is_refused_and_the_database_stays(
    backup: Path, settings: Settings, stopped: Callable[[], None]
) -> None:
    whole = backup.read_bytes()
    stopped()

    for kept in (0, 100, int(0.4 * len(whole)), -1):
        backup.write_bytes(whole[:kept])
        with pytest.raises(BackupFailed, match="was not restored"):
            restore(settings, backup, AT)
        assert sorted(file.name for file in settings.instance.glob(".*part*")) == []

    assert roles() == ["Baker", "Barista"]


def test_what_is_no_backup_is_refused(backup: Path, settings: Settings, tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear Mary, " * 1000)
    other = tmp_path / "other.db"
    with sqlite3.connect(other) as made:
        made.execute("CREATE TABLE bookmarks (id INTEGER PRIMARY KEY)")
    made.close()

    for file in (letter, other, tmp_path / "nothing.db", tmp_path):
        with pytest.raises(BackupFailed):
            restore(settings, file, AT)

    assert roles() == ["Baker", "Barista"]


@pytest.mark.both_databases
def test_backup_of_a_newer_onward_is_refused(
    app: Flask, build: Build, settings: Settings, stopped: Callable[[], None]
) -> None:
    build.application(build.user(), role="Baker")
    head = schema.head()
    with db.engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    newer = back_up(settings, None, AT).file
    with db.engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = :head"), {"head": head})
    stopped()

    with pytest.raises(BackupFailed, match=r"made by a newer Onward\. Install that version"):
        restore(settings, newer, AT)

    assert schema.state(db.engine) is schema.State.CURRENT


def test_older_backup_is_upgraded(
    backup: Path,
    settings: Settings,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    stopped: Callable[[], None],
) -> None:
    later = one_ahead(tmp_path, monkeypatch)

    assert restore(settings, backup, AT).revision < later

    assert schema.state(db.engine) is schema.State.CURRENT
    with db.engine.connect() as connection:
        assert connection.execute(text("SELECT role, made_up FROM applications")).all() == [
            ("Baker", 7)
        ]


@pytest.mark.both_databases
def test_backup_made_before_an_upgrade_brings_the_older_program_back(
    backup: Path,
    settings: Settings,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    stopped: Callable[[], None],
) -> None:
    with monkeypatch.context() as patch:
        one_ahead(tmp_path, patch)
        schema.upgrade(settings.database_url)
    assert schema.state(db.engine) is schema.State.NEWER
    stopped()

    restore(settings, backup, AT)

    assert schema.state(db.engine) is schema.State.CURRENT
    assert roles() == ["Baker"]


@pytest.mark.both_databases
def test_database_in_use_is_refused(
    backup: Path, app: Flask, settings: Settings, stopped: Callable[[], None]
) -> None:
    stopped()
    with db.engine.connect() as connection:
        connection.execute(text("SELECT count(*) FROM users"))
        with pytest.raises(BackupFailed, match="Stop it first"):
            restore(settings, backup, AT)

    assert roles() == ["Baker", "Barista"]


@pytest.mark.on("sqlite")
def test_server_that_has_not_opened_its_database_yet_is_in_use_too(
    backup: Path, settings: Settings
) -> None:
    with (
        in_use.shared_use(settings.sqlite_file),
        pytest.raises(BackupFailed, match="Stop it first"),
    ):
        restore(settings, backup, AT)


@pytest.mark.on("sqlite")
def test_start_waits_for_who_has_the_database_alone(settings: Settings) -> None:
    """Another start that upgrades it, or a restore, is over in a moment."""
    began, done = Event(), Event()

    def start() -> None:
        began.set()
        with in_use.shared_use(settings.sqlite_file, patience=60):
            done.set()

    waiting = Thread(target=start)
    with in_use.exclusive_use(settings.sqlite_file):
        waiting.start()
        assert began.wait(60)
        with pytest.raises(in_use.InUse), in_use.shared_use(settings.sqlite_file, patience=0.2):
            pass
        assert not done.is_set()
    waiting.join(60)

    assert done.is_set()


@pytest.mark.on("sqlite")
def test_start_during_a_long_restore_says_so(
    app: Flask, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(app_context, "PATIENCE", 0.1)

    with (
        in_use.exclusive_use(settings.sqlite_file),
        pytest.raises(Failure, match=r"is being restored\. Try again in a moment"),
        app_context.started_app(settings),
    ):
        pass


@pytest.mark.on("sqlite")
def test_server_that_was_killed_leaves_no_lock(backup: Path, settings: Settings) -> None:
    child = os.fork()
    if child == 0:
        held = in_use.shared_use(settings.sqlite_file)
        held.__enter__()
        os.kill(os.getpid(), signal.SIGKILL)
    os.waitpid(child, 0)

    restore(settings, backup, AT)

    assert roles() == ["Baker"]


@pytest.mark.on("sqlite")
def test_database_that_is_not_there_is_made(
    backup: Path, settings: Settings, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "new machine"
    elsewhere.mkdir(mode=0o700)
    fresh = Settings(elsewhere, f"sqlite:///{elsewhere / 'onward.db'}", "x" * 32)

    assert restore(fresh, backup, AT).aside is None

    assert (elsewhere / "onward.db").stat().st_mode & 0o777 == 0o600
    with sqlite3.connect(elsewhere / "onward.db") as opened:
        assert opened.execute("SELECT role FROM applications").fetchall() == [("Baker",)]


@pytest.mark.on("sqlite")
def test_damaged_database_is_kept_as_it_is(
    backup: Path, app: Flask, settings: Settings, stopped: Callable[[], None]
) -> None:
    damage(app, settings)
    assert settings.sqlite_file is not None
    rubbish = settings.sqlite_file.read_bytes()

    done = restore(settings, backup, AT)

    assert roles() == ["Baker"]
    assert done.aside is not None
    assert done.aside.name.startswith("damaged-")
    assert done.aside.read_bytes() == rubbish


@pytest.mark.on("sqlite")
def test_database_copied_by_hand_comes_back_with_its_log(
    app: Flask, build: Build, settings: Settings, tmp_path: Path, stopped: Callable[[], None]
) -> None:
    build.application(build.user(), role="Only in the log")
    assert settings.sqlite_file is not None
    for end in ("", "-wal"):
        source = settings.sqlite_file.with_name(f"onward.db{end}")
        (tmp_path / f"copy.db{end}").write_bytes(source.read_bytes())
    stopped()

    restore(settings, tmp_path / "copy.db", AT)

    assert roles() == ["Only in the log"]


@pytest.mark.on("sqlite")
def test_restore_killed_anywhere_leaves_the_old_or_the_new(
    backup: Path, settings: Settings, stopped: Callable[[], None]
) -> None:
    assert settings.sqlite_file is not None
    sqlite.fold_wal(settings.sqlite_file)
    old = settings.sqlite_file.read_bytes()
    stopped()
    seen = set()
    for steps in range(1, 400, 18):
        settings.sqlite_file.write_bytes(old)
        finished = killed_after(steps, lambda: restore(settings, backup, AT))
        with sqlite3.connect(settings.sqlite_file) as opened:
            found = opened.execute("SELECT role FROM applications ORDER BY role").fetchall()
            assert opened.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        opened.close()
        assert found in ([("Baker",)], [("Baker",), ("Barista",)])
        seen.add(len(found))
        if finished:
            break
    assert seen == {1, 2}


def killed_after(steps: int, work: Callable[[], object]) -> bool:
    """Do it in a process that is killed at a file it would open, link, rename or remove."""
    child = os.fork()
    if child == 0:
        left = [steps]

        def watch(name: str, arguments: object) -> None:
            if name in ("open", "os.rename", "os.remove", "sqlite3.connect", "os.chmod"):
                left[0] -= 1
                if left[0] == 0:
                    os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(watch)
        try:
            work()
        finally:
            os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


@pytest.mark.on("sqlite")
def test_restore_under_a_server_killed_anywhere_leaves_the_old_or_the_new(
    backup: Path, settings: Settings, stopped: Callable[[], None]
) -> None:
    assert settings.sqlite_file is not None
    sqlite.fold_wal(settings.sqlite_file)
    old = settings.sqlite_file.read_bytes()
    stopped()
    seen = set()
    for steps in range(1, 400, 24):
        for end in ("-wal", "-shm"):
            settings.sqlite_file.with_name(f"onward.db{end}").unlink(missing_ok=True)
        settings.sqlite_file.write_bytes(old)
        finished = killed_after(steps, lambda: restore_while_serving(settings, backup, AT))
        with sqlite3.connect(settings.sqlite_file) as opened:
            found = opened.execute("SELECT role FROM applications ORDER BY role").fetchall()
            assert opened.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        opened.close()
        assert found in ([("Baker",)], [("Baker",), ("Barista",)])
        seen.add(len(found))
        if finished:
            break
    assert seen == {1, 2}
