"""The keeper's page of backups."""

import re
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import select

from tests.browser import Browser
from tests.builders import Build
from tests.views.backups.made import PASSWORD, made
from tracker.backup import files, record
from tracker.backup.automatic import back_up_by_itself
from tracker.backup.listing import listed
from tracker.clock import now
from tracker.config.settings import Settings
from tracker.extensions import db
from tracker.models import AccountEvent
from tracker.values.days import day_of
from tracker.values.formatting import bytes_size


def test_button_makes_one_that_is_listed_and_stays(keeper: Browser, settings: Settings) -> None:
    assert "None here yet" in keeper.get("/settings/backups").text

    answer = keeper.post("/settings/backups")

    assert answer.status_code == 303
    shown = keeper.get("/settings/backups").text
    (one,) = listed(settings)
    assert "Made and checked: 1 application" in shown
    assert f"/settings/backups/{one.name}" in shown
    assert "asked for" in shown
    told = re.search(r'<h2 id="last">[^<]+</h2>\s*<p>([^<]+)</p>', shown)
    assert told and told[1] == bytes_size(one.size)
    assert one.name.startswith("onward-")


def test_page_of_one_tells_what_it_is_and_tries_it(keeper: Browser, settings: Settings) -> None:
    name = made(settings)

    shown = keeper.get(f"/settings/backups/{name}").text
    assert name in shown
    keeper.post(f"/settings/backups/{name}/trial")

    assert "1 application, 1 account" in keeper.get(f"/settings/backups/{name}").text
    assert record.read(settings)["tried"].file == name
    assert "1 application, 1 account" in keeper.get("/settings/backups").text


@pytest.mark.on("sqlite")
def test_trial_of_a_damaged_one_says_what_is_wrong(keeper: Browser, settings: Settings) -> None:
    name = made(settings)
    file = files.folder(settings) / name
    file.write_bytes(file.read_bytes()[:9000])

    answer = keeper.post(f"/settings/backups/{name}/trial")

    assert answer.status_code == 422
    assert "it is not whole" in answer.text
    assert "The last trial" in keeper.get("/settings/backups").text


def test_download_asks_for_the_password_and_gives_the_very_file(
    keeper: Browser, settings: Settings
) -> None:
    name = made(settings)
    asked = keeper.post(f"/settings/backups/{name}/file")
    assert (asked.status_code, asked.headers["Location"]) == (303, "/again")
    for wrong in ("", "something else", PASSWORD.upper()):
        refused = keeper.post("/again", data={"password_again": wrong})
        assert refused.status_code == 422
    back = keeper.post("/again", data={"password_again": PASSWORD}).headers["Location"]
    assert back == f"/settings/backups/{name}"

    answer = keeper.post(f"/settings/backups/{name}/file")

    assert answer.data == (files.folder(settings) / name).read_bytes()
    assert answer.headers["Content-Disposition"] == f"attachment; filename={name}"
    assert "no-store" in answer.headers["Cache-Control"]
    (event,) = db.session.scalars(select(AccountEvent)).all()
    assert (event.user_id, event.kind) == (keeper.user.id, "exported"), "no wrong one stands there"
    assert "a backup of this server" in keeper.get("/settings/history").text


def test_guesses_at_the_password_are_slowed_down(keeper: Browser, settings: Settings) -> None:
    address = f"/settings/backups/{made(settings)}/file"
    guesses = [{"password_again": f"no {n}"} for n in range(11)]
    answers = [keeper.post(address, data=guess).status_code for guess in guesses]

    assert answers == [422] * 10 + [429]
    assert keeper.post(address, data={"password_again": PASSWORD}).status_code == 429


def test_no_other_file_is_ever_reached(keeper: Browser, settings: Settings) -> None:
    (files.folder(settings) / "letter.txt").write_text("Dear Mary")
    (files.folder(settings) / ".onward-20260101-000000.db.0123abcd.part").write_bytes(b"half")
    for path in (
        *("nothing.db", "..%2fonward.db", "..%2f..%2fonward.db", "onward.db"),
        *("onward-20260101-000000.db", "letter.txt", ".onward-20260101-000000.db.0123abcd.part"),
    ):
        for method, end in (("GET", ""), ("POST", "/file"), ("POST", "/trial")):
            address, proof = f"/settings/backups/{path}{end}", {"password_again": PASSWORD}
            answer = keeper.open(address, method=method, data=proof)
            assert answer.status_code == 404, (path, method)


def test_others_do_not_learn_that_the_page_exists(
    keeper: Browser, sign_in: Callable[..., Browser], settings: Settings
) -> None:
    name, member = made(settings), sign_in()
    for method, path in (
        *(("GET", ""), ("POST", ""), ("GET", f"/{name}"), ("POST", f"/{name}/file")),
        *(("POST", f"/{name}/trial"), ("GET", f"/{name}/restoration")),
        ("POST", f"/{name}/restoration"),
    ):
        answer = member.open(
            f"/settings/backups{path}", method=method, data={"password_again": PASSWORD}
        )
        assert answer.status_code == 404, (method, path)
    assert "/settings/backups" not in member.get("/settings").text
    assert "/settings/backups" in keeper.get("/settings").text


@pytest.mark.on("sqlite")
def test_no_room_is_said_and_leaves_nothing(
    keeper: Browser, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    connect = sqlite3.connect

    def small(*given: object, **how: object) -> sqlite3.Connection:
        opened = connect(*given, **how)  # type: ignore[arg-type]
        if ".part" in str(given[0]):
            opened.execute("PRAGMA max_page_count = 2")
        return opened

    monkeypatch.setattr(sqlite3, "connect", small)
    answer = keeper.post("/settings/backups")

    assert answer.status_code == 507
    assert "There is no room for the backup" in answer.text
    assert list(files.folder(settings).iterdir()) == []


def test_missing_second_folder_is_said_until_a_copy_goes_well(
    keeper: Browser, app: Flask, settings: Settings, tmp_path: Path
) -> None:
    away = replace(settings, backup_folder=tmp_path / "away")
    app.config["ONWARD"] = away
    back_up_by_itself(away, now() - timedelta(hours=1), keeper.user.zone)
    assert f"The folder {tmp_path / 'away'} is not there." in keeper.get("/settings/backups").text

    (tmp_path / "away").mkdir()
    back_up_by_itself(away, now(), keeper.user.zone)

    shown = keeper.get("/settings/backups").text
    assert "is not there" not in shown
    assert "This is the same disk." in shown


def test_keeper_without_any_backup_is_told_after_two_days(
    sign_in: Callable[..., Browser], build: Build
) -> None:
    browser = sign_in(build.user(keeper=True, created_at=now() - timedelta(days=3)))

    assert "No backup yet" in browser.get("/today").text


def test_address_of_the_monitor_is_shown_by_its_host_alone(
    keeper: Browser, app: Flask, settings: Settings
) -> None:
    app.config["ONWARD"] = replace(
        settings, backup_ping_url="https://hc.example.org/4f1c-secret-token"
    )

    shown = keeper.get("/settings/backups").text

    assert "hc.example.org" in shown
    assert "secret-token" not in shown


def test_today_tells_the_keeper_alone_of_an_old_backup(
    keeper: Browser, sign_in: Callable[..., Browser], build: Build, settings: Settings
) -> None:
    member = sign_in(build.user())
    assert "old-backup" not in keeper.get("/today").text  # the server is new

    back_up_by_itself(settings, now() - timedelta(hours=47), keeper.user.zone)
    young = keeper.get("/today")
    assert "old-backup" not in young.text
    until = int(young.headers["ETag"].rstrip('"').rpartition("-")[2])
    assert until <= (now() + timedelta(hours=1)).timestamp(), "such a page is kept no longer"
    for file in files.folder(settings).iterdir():
        file.unlink()
    (settings.instance / "backups.json").unlink()
    made, zone = now() - timedelta(hours=49), keeper.user.zone
    back_up_by_itself(settings, made, zone)

    told = keeper.get("/today")
    days = (day_of(now(), zone) - day_of(made, zone)).days
    assert f"The last backup was made {days} days ago" in told.text
    assert 'href="/settings/backups"' in told.text
    assert "old-backup" not in member.get("/today").text
    keeper.post("/settings/backups")
    again = keeper.get("/today", headers={"If-None-Match": told.headers["ETag"]})
    assert again.status_code == 200
    assert "old-backup" not in again.text
