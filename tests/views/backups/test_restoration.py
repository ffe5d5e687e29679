"""Restoring from the page: behind the password, and the server goes on."""

import threading
from collections.abc import Callable

import pytest
from flask import Flask
from sqlalchemy import select

from tests.browser import Browser
from tests.builders import Build
from tests.views.backups.made import PASSWORD, made
from tracker.backup import files, record, restore
from tracker.backup.listing import listed
from tracker.clock import now
from tracker.config.settings import Settings
from tracker.extensions import db
from tracker.imports.steps import work
from tracker.models import Application, Device

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

    answer = keeper.post(url, data={"password": PASSWORD})

    assert answer.status_code == 200
    assert "Everybody signs in again" in answer.text
    assert roles() == ["Baker"]
    assert db.session.scalars(select(Device)).all() == []
    for browser in (keeper, member):
        assert browser.get("/today").headers["Location"].startswith("/login")
    signed_in = keeper.post("/login", data={"email": "keeper@example.org", "password": PASSWORD})
    assert signed_in.status_code == 303
    (aside,) = [each for each in listed(settings) if each.kind == files.RESTORE]
    assert "Baker" in keeper.get("/board").text
    keeper.post(f"/settings/backups/{aside.name}/restoration", data={"password": PASSWORD})
    assert roles() == ["Baker", "Barista"]
    assert record.read(settings)["restored"].file == aside.name


def test_wrong_password_restores_nothing(
    keeper: Browser,
    build: Build,
    settings: Settings,
) -> None:
    url = address(settings)
    build.application(keeper.user, role="Barista")

    for password in ("", "wrong"):
        assert keeper.post(url, data={"password": password}).status_code == 422

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
    answer = keeper.post(url, data={"password": PASSWORD})

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

    answer = keeper.post(url, data={"password": PASSWORD})

    assert answer.status_code == 409
    assert "An import is being read" in answer.text


def test_what_is_written_meanwhile_is_in_one_of_the_two(
    keeper: Browser,
    build: Build,
    app: Flask,
    settings: Settings,
) -> None:
    """Whoever writes while the present is put aside waits, and then writes to what came back."""
    url = address(settings)
    name = url.split("/")[3]
    began, wrote = threading.Event(), []
    put_aside = restore.put_aside

    def write() -> None:
        with app.app_context():
            began.set()
            wrote.append(build.application(keeper.user, role="Meanwhile").id)
            db.session.remove()

    writer = threading.Thread(target=write)

    def slowly(*given: object) -> object:
        done = put_aside(*given)  # type: ignore[arg-type]
        writer.start()
        assert began.wait(60)
        return done

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(restore, "put_aside", slowly)
        restore.restore_while_serving(settings, files.folder(settings) / name, now())
    writer.join(60)

    assert len(wrote) == 1
    assert "Baker" in roles()


@pytest.mark.on("postgresql")
def test_postgresql_says_which_commands_do_it(
    keeper: Browser,
    settings: Settings,
) -> None:
    url = address(settings)

    assert "onward restore" in keeper.get(url.rpartition("/")[0]).text
    for method in ("GET", "POST"):
        assert keeper.open(url, method=method, data={"password": PASSWORD}).status_code == 404
