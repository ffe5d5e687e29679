"""A full disk, a busy database: a plain sentence, the typed text kept, and on it goes."""

import os
import shutil
import sqlite3
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import create_engine, text, update
from sqlalchemy.exc import DBAPIError
from werkzeug.test import TestResponse

from tests.browser import Browser
from tests.builders import Build
from tracker import create_app
from tracker.backup import BackupFailed
from tracker.backup.backup import back_up
from tracker.clock import now
from tracker.config.settings import Settings
from tracker.database import turn, writing
from tracker.database.faults import is_busy, is_full
from tracker.extensions import db
from tracker.models import Application, Device

pytestmark = pytest.mark.both_databases

WORDS = "They said the team was “lovely”, <b>but</b> the budget went.\nAsk again in March."
IMPATIENT = 0.3


@contextmanager
def held(url: str, user_id: int) -> Iterator[None]:
    """Somebody else writes, and takes their time."""
    engine = create_engine(url, connect_args={"isolation_level": None} if "sqlite" in url else {})
    with engine.connect() as other:
        if engine.dialect.name == "sqlite":
            other.exec_driver_sql("BEGIN IMMEDIATE")
        other.execute(text(f"UPDATE users SET revision = revision WHERE id = {user_id}"))
        try:
            yield
        finally:
            other.rollback()
    engine.dispose()


def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Writers wait a moment only, so that the test does too."""
    monkeypatch.setattr(turn, "BUSY_SECONDS", IMPATIENT)


def move(browser: Browser, card: Application, **more: str) -> TestResponse:
    return browser.post(
        f"/applications/{card.id}/stage",
        data={"stage": "interview", "version": str(card.version), **more},
    )


def test_writer_gives_up_before_a_person_does() -> None:
    assert turn.BUSY_SECONDS < 5


def test_locked_for_two_seconds_is_waited_for(
    browser: Browser, build: Build, settings: Settings
) -> None:
    card = build.application(browser.user)
    released, user_id = threading.Event(), browser.user.id

    def hold() -> None:
        with held(settings.database_url, user_id):
            released.set()
            time.sleep(2)

    other = threading.Thread(target=hold)
    other.start()
    released.wait()

    response = move(browser, card)

    other.join()
    assert response.status_code == 303


def test_locked_for_long_is_said_within_five_seconds_and_the_text_kept(
    browser: Browser, build: Build, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    card = build.application(browser.user)
    impatient(monkeypatch)

    with held(settings.database_url, browser.user.id):
        began = time.monotonic()
        response = move(browser, card, note=WORDS)
        took = time.monotonic() - began
        assert browser.get("/board").status_code == 200

    assert response.status_code == 503
    assert response.headers["Retry-After"] == "5"
    assert took < 5
    assert "Busy for a moment" in response.text
    assert "&lt;b&gt;but&lt;/b&gt; the budget went.\nAsk again in March." in response.text
    assert move(browser, card).status_code == 303


def test_while_many_wait_for_the_database_a_further_writer_gives_up_and_readers_read(
    app: Flask,
    browser: Browser,
    build: Build,
    settings: Settings,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(turn, "AT_ONCE", 0.1)
    cards = [build.application(browser.user) for _ in range(turn.MOST_WAITING + 3)]
    moves = [(f"/applications/{card.id}/stage", str(card.version)) for card in cards]
    phones = [Browser.of(app) for _ in cards]
    for phone in phones:
        phone.sign_in(browser.user)
    answers: dict[int, int] = {}

    def send(index: int) -> None:
        path, version = moves[index]
        data = {"stage": "interview", "version": version}
        answers[index] = phones[index].post(path, data=data).status_code

    first, later = range(turn.MOST_WAITING), range(turn.MOST_WAITING, len(cards))
    waiters = [threading.Thread(target=send, args=(index,)) for index in first]
    with held(settings.database_url, browser.user.id):
        for waiter in waiters:
            waiter.start()
        while len(turn.queue_of(db.engine).turns) < turn.MOST_WAITING:
            time.sleep(0.005)
        while turn.queue_of(db.engine).turns[0].waited() <= turn.AT_ONCE:
            time.sleep(0.005)
        for index in later:
            send(index)
        assert browser.get("/board").status_code == 200
        before_the_others = dict(answers)
    for waiter in waiters:
        waiter.join()

    assert before_the_others == dict.fromkeys(later, 503)
    assert set(answers) == set(range(len(cards)))
    assert {answers[index] for index in first} <= {303, 503}


def test_locked_database_spoils_no_page_that_would_note_a_device_or_wake_a_card(
    browser: Browser, build: Build, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    card = build.application(browser.user)
    with writing() as session:
        session.execute(update(Device).values(last_seen_at=now() - timedelta(hours=2)))
        session.execute(update(Application).values(wake_at=now() - timedelta(hours=2)))
    impatient(monkeypatch)

    with held(settings.database_url, browser.user.id):
        board = browser.get("/board")

    assert board.status_code == 200
    assert f"card-{card.id}" in board.text


def test_notice_for_htmx_leaves_the_form_as_it_is(
    browser: Browser, build: Build, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    card = build.application(browser.user)
    impatient(monkeypatch)

    with held(settings.database_url, browser.user.id):
        response = browser.post(
            f"/applications/{card.id}/stage",
            data={"stage": "interview", "version": str(card.version)},
            htmx=True,
        )

    assert response.status_code == 503
    assert 'hx-target="#toast"' in response.text
    assert "Busy for a moment" in response.text


@pytest.mark.on("postgresql")
@pytest.mark.parametrize(
    ("state", "full", "busy"),
    [
        ("53100", True, False),
        ("53300", False, True),
        ("55P03", False, True),
        ("40P01", False, True),
        ("57P01", False, True),
        ("22012", False, False),
        ("58030", False, False),
    ],
)
def test_postgresql_is_understood_by_its_states(
    app: Flask, state: str, full: bool, busy: bool
) -> None:
    with pytest.raises(DBAPIError) as caught:
        db.session.execute(text(f"DO $$ BEGIN RAISE EXCEPTION USING ERRCODE = '{state}'; END $$"))

    assert (is_full(caught.value), is_busy(caught.value)) == (full, busy)


def test_server_that_is_not_there_is_busy() -> None:
    engine = create_engine("postgresql+psycopg://onward@127.0.0.1:9/none")

    with pytest.raises(DBAPIError) as caught:
        engine.connect()

    assert is_busy(caught.value)
    assert not is_full(caught.value)


# The disk: a file system of 8 MB in memory, never the real one.


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system that is soon full; root alone may mount one."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=8m,mode=700", "onward-test", str(folder)]
    if (
        os.name == "nt"
        or os.geteuid() != 0
        or subprocess.run(mount, capture_output=True).returncode
    ):
        pytest.skip("only root may mount a small file system")
    yield folder
    subprocess.run(["umount", "--lazy", str(folder)], check=True)


@pytest.fixture
def on_small_disk(small_disk: Path, sqlite_template: Path) -> Iterator[Flask]:
    shutil.copy(sqlite_template, small_disk / "onward.db")
    app = create_app(
        Settings(
            instance=small_disk,
            database_url=f"sqlite:///{small_disk / 'onward.db'}",
            secret_key="a secret that is long enough for tests",
            testing=True,
        )
    )
    app.test_client_class = Browser
    with app.app_context():
        yield app
        db.session.remove()
        db.engine.dispose()


def fill(disk: Path) -> Path:
    """Until not a byte more fits."""
    filler = disk / "filler"
    with filler.open("wb", buffering=0) as file:
        for size in (65536, 4096, 512, 1):
            try:
                while file.write(b"\0" * size) == size:
                    pass
            except OSError:
                continue
    return filler


def until_full(send: Callable[[], TestResponse]) -> TestResponse:
    """The log of the database has a little room left over from before; then there is none."""
    for _ in range(300):
        response = send()
        if response.status_code != 303:
            return response
    pytest.fail("the disk never filled")


def test_full_disk_is_said_the_text_kept_and_reading_goes_on(
    on_small_disk: Flask, small_disk: Path
) -> None:
    build, browser = Build(), Browser.of(on_small_disk)
    user = build.user()
    browser.sign_in(user)
    cards = [build.application(user) for _ in range(5)]
    moved: dict[int, str] = {}
    filler = fill(small_disk)

    def send(stage: str = "rejected") -> TestResponse:
        card = cards[len(moved) % 5]
        db.session.rollback()
        fresh = db.session.get_one(Application, card.id, populate_existing=True)
        other = "applied" if fresh.stage == stage else stage
        response = browser.post(
            f"/applications/{card.id}/stage",
            data={"stage": other, "version": str(fresh.version), "note": WORDS},
        )
        if response.status_code == 303:
            moved[card.id] = other
        return response

    response = until_full(send)

    assert response.status_code == 507
    assert "The server’s disk is full" in response.text
    assert "the budget went.\nAsk again in March." in response.text
    assert response.headers["Cache-Control"] == "no-store"
    board = browser.get("/board")
    assert board.status_code == 200
    assert all(f"card-{card.id}" in board.text for card in cards)
    assert browser.get("/healthz").status_code == 200

    filler.unlink()

    assert send().status_code == 303
    db.session.rollback()
    stages = {row.id: row.stage for row in db.session.query(Application)}
    assert {card_id: stages[card_id] for card_id in moved} == moved
    assert db.session.execute(text("PRAGMA integrity_check")).scalar() == "ok"


def test_backup_on_a_full_disk_leaves_nothing_behind(
    on_small_disk: Flask, small_disk: Path
) -> None:
    fill(small_disk)

    with pytest.raises(BackupFailed, match="There is no room for the backup"):
        back_up(on_small_disk.config["ONWARD"], None, now())

    assert list((small_disk / "backups").iterdir()) == []


def test_upload_that_finds_no_room_is_a_full_disk() -> None:
    assert is_full(OSError(28, "No space left on device"))
    assert not is_full(OSError(13, "Permission denied"))
    assert not is_full(sqlite3.OperationalError("no such table: x"))
