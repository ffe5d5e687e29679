"""Restoring from the page: behind the password, and the server goes on."""

import sqlite3
import threading
from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import select

from tests.browser import Browser
from tests.builders import Build
from tests.views.backups.made import PASSWORD, made
from tracker.backup import files, record, restore, sqlite
from tracker.backup.backup import NoRoom
from tracker.backup.listing import listed
from tracker.clock import now
from tracker.config.settings import Settings
from tracker.extensions import db
from tracker.imports.steps import work
from tracker.models import Application, Device, Setting

pytestmark = pytest.mark.on("sqlite")


def roles() -> list[str]:
    db.session.rollback()
    db.session.expire_all()
    return sorted(db.session.scalars(select(Application.role)))


def address(settings: Settings) -> str:
    return f"/settings/backups/{made(settings)}/restoration"


def test_page_tells_what_would_be_replaced(
    keeper: Browser,
    build: Build,
    settings: Settings,
) -> None:
    url = address(settings)
    build.application(keeper.user, role="Barista")
    build.user()

    shown = keeper.get(url).text

    assert "2 applications, 2 accounts" in shown
    assert "1 application, 1 account" in shown
    assert "What was ended since the backup stays ended" in shown


def test_restore_puts_the_present_aside_and_the_server_goes_on(
    keeper: Browser,
    sign_in: Callable[..., Browser],
    build: Build,
    settings: Settings,
) -> None:
    url = address(settings)
    build.application(keeper.user, role="Barista")
    member = sign_in(build.user())
    assert member.get("/today").status_code == 200

    answer = keeper.post(url, data={"password_again": PASSWORD})

    assert answer.status_code == 200
    assert "What was ended since the backup stays ended" in answer.text
    assert roles() == ["Baker"]
    assert db.session.scalars(select(Device)).all() == []
    for browser in (keeper, member):
        assert browser.get("/today").headers["Location"].startswith("/login")
    signed_in = keeper.post("/login", data={"email": "keeper@example.org", "password": PASSWORD})
    assert signed_in.status_code == 303
    (aside,) = [each for each in listed(settings) if each.kind == files.RESTORE]
    assert "Baker" in keeper.get("/board").text
    keeper.post(f"/settings/backups/{aside.name}/restoration", data={"password_again": PASSWORD})
    assert roles() == ["Baker", "Barista"]
    assert record.read(settings)["restored"].file == aside.name


def test_wrong_password_restores_nothing(
    keeper: Browser,
    build: Build,
    settings: Settings,
) -> None:
    url = address(settings)
    build.application(keeper.user, role="Barista")

    asked = keeper.post(url)
    assert asked.status_code == 401
    assert f'action="{url}"' in asked.text
    for password in ("", "wrong"):
        assert keeper.post(url, data={"password_again": password}).status_code == 422

    assert roles() == ["Baker", "Barista"]
    assert keeper.get("/today").status_code == 200


def test_damaged_backup_is_refused_and_all_stays(
    keeper: Browser,
    build: Build,
    settings: Settings,
) -> None:
    url = address(settings)
    build.application(keeper.user, role="Barista")
    (one,) = listed(settings)
    file = files.folder(settings) / one.name
    file.write_bytes(file.read_bytes()[:20000] + b"rubbish!" * 4096)

    assert keeper.get(url).status_code == 200
    answer = keeper.post(url, data={"password_again": PASSWORD})

    assert answer.status_code == 422
    assert "was not restored" in answer.text
    assert roles() == ["Baker", "Barista"]
    assert keeper.get("/today").status_code == 200
    assert [file.name for file in settings.instance.glob(".*part*")] == []


def test_while_an_import_is_read_it_waits(
    keeper: Browser,
    settings: Settings,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    url = address(settings)
    monkeypatch.setattr(work, "is_any_running", lambda: True)

    answer = keeper.post(url, data={"password_again": PASSWORD})

    assert answer.status_code == 409
    assert "An import is being read" in answer.text


def test_what_is_written_meanwhile_is_in_one_of_the_two(
    keeper: Browser,
    settings: Settings,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Another program writes just before the database is locked, and then tries again and again
    from when the present has been put aside.
    """
    name = address(settings).split("/")[3]
    put_aside, overwrite, refused = restore.put_aside, sqlite.overwrite, threading.Event()

    def write(what: str) -> None:
        with sqlite.opened(settings.sqlite_file, timeout=0) as other:  # type: ignore[arg-type]
            while True:
                try:
                    other.execute("INSERT INTO settings (name, value) VALUES (?, '1')", (what,))
                    return
                except sqlite3.OperationalError:
                    refused.set()

    writer = threading.Thread(target=write, args=("late",))

    def write_then_overwrite(*given: Any) -> None:
        write("early")
        overwrite(*given)

    def put_aside_then_write(*given: Any) -> Any:
        done = put_aside(*given)
        writer.start()
        assert refused.wait(60)
        return done

    monkeypatch.setattr(restore, "put_aside", put_aside_then_write)
    monkeypatch.setattr(sqlite, "overwrite", write_then_overwrite)
    done = restore.restore_while_serving(settings, files.folder(settings) / name, now())
    writer.join(60)

    assert roles() == ["Baker"]
    assert Setting.read(db.session(), "late") == "1"
    with sqlite.opened(done.aside) as aside:  # type: ignore[arg-type]
        assert aside.execute("SELECT value FROM settings WHERE name = 'early'").fetchall()


def test_one_that_can_not_be_put_aside_leaves_all_as_it_was(
    keeper: Browser,
    build: Build,
    settings: Settings,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    url = address(settings)
    build.application(keeper.user, role="Barista")

    def no_room(*given: object) -> None:
        raise NoRoom("There is no room for the backup.")

    monkeypatch.setattr(restore, "put_aside", no_room)
    answer = keeper.post(url, data={"password_again": PASSWORD})

    assert answer.status_code == 507
    assert "There is no room" in answer.text
    assert roles() == ["Baker", "Barista"]


@pytest.mark.on("postgresql")
def test_postgresql_says_which_commands_do_it(
    keeper: Browser,
    settings: Settings,
) -> None:
    url = address(settings)

    assert "onward restore" in keeper.get(url.rpartition("/")[0]).text
    for method in ("GET", "POST"):
        assert keeper.open(url, method=method, data={"password_again": PASSWORD}).status_code == 404
