"""Damaged and foreign files: `onward check` and `restore` answer with a sentence."""

import os
import random
import re
import sqlite3
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask

from tests.backup.test_backup import AT
from tests.builders import Build
from tracker import schema
from tracker.backup import BackupFailed, permissions, sqlite
from tracker.backup.backup import back_up
from tracker.backup.check import run_checks
from tracker.backup.listing import contents
from tracker.backup.restore import restore, restore_while_serving
from tracker.backup.trial import try_restore
from tracker.cli import main
from tracker.clock import now
from tracker.config.settings import Settings
from tracker.extensions import db

pytestmark = pytest.mark.on("sqlite")
ERRORS = re.compile(r"\b\w*(Error|Exception|Traceback|codec)\b")
PAGE = 4096


@pytest.fixture(scope="module")
def made_once() -> dict[str, bytes]:
    """What the first test of these made, for those that come after."""
    return {}


@pytest.fixture
def whole(app: Flask, build: Build, settings: Settings, made_once: dict[str, bytes]) -> bytes:
    """The bytes of a database with all kinds of rows; nobody has it open."""
    permissions.close(settings)
    assert settings.sqlite_file is not None
    if "whole" not in made_once:
        fill(build)
        db.session.remove()
        db.engine.dispose()
        sqlite.fold_wal(settings.sqlite_file)
        made_once["whole"] = settings.sqlite_file.read_bytes()
    settings.sqlite_file.write_bytes(made_once["whole"])
    return made_once["whole"]


def fill(build: Build) -> None:
    """All kinds of rows."""
    user = build.user()
    for number in range(30):
        card = build.application(user, role=f"Baker {number}", posting="An ad with words. " * 60)
        build.note(card, "Ärger? Nein, 田中 sagt: gut.")
        build.rejection(card)


def torn(whole: bytes, seed: int) -> bytes:
    """Some of its pages overwritten, as failing disks and broken copies do it."""
    chance = random.Random(seed)
    damaged = bytearray(whole)
    pages = len(whole) // PAGE
    for _ in range(chance.randint(1, 5)):
        page = chance.randrange(0 if seed % 3 == 0 else 1, pages)
        begin = page * PAGE + (chance.randrange(PAGE // 2) if seed % 2 else 0)
        size = chance.choice((1, 16, 700, PAGE))
        kind = chance.randrange(4)
        rubbish = (
            chance.randbytes(size)
            if kind == 0
            else bytes(size)
            if kind == 1
            else b"\xff" * size
            if kind == 2
            else whole[chance.randrange(pages) * PAGE :][:size]
        )
        damaged[begin : begin + size] = rubbish
    return bytes(damaged[: len(whole)])


def text_torn(whole: bytes, seed: int) -> bytes:
    """Single bytes within words: no torn page, but no text any more either."""
    chance = random.Random(seed)
    damaged = bytearray(whole)
    for found in re.finditer(rb"Baker|Nein|applied|2026-|CREATE TABLE|user_id", whole):
        if chance.random() < 0.2:
            damaged[found.start() + chance.randrange(4)] = chance.choice((0xFF, 0x00, 0xC3, 0x28))
    return bytes(damaged)


def plain(said: str) -> None:
    assert said.strip()
    assert not ERRORS.search(said), said


def answers(settings: Settings, damaged: bytes, tmp_path: Path) -> None:
    """Whatever is asked of it: a sentence, and nothing left behind."""
    assert settings.sqlite_file is not None
    for end in ("-wal", "-shm", "-journal"):
        settings.sqlite_file.with_name(f"onward.db{end}").unlink(missing_ok=True)
    settings.sqlite_file.write_bytes(damaged)
    backup = tmp_path / "backup.db"
    backup.write_bytes(damaged)
    for part in run_checks(settings, now()):
        plain(part.said)
    for act in (
        lambda: back_up(settings, tmp_path / "made.db", AT),
        lambda: try_restore(settings, backup, AT),
        lambda: restore(settings, backup, AT),
        lambda: contents(backup),
    ):
        try:
            act()
        except BackupFailed as error:
            plain(str(error))
    assert list(settings.instance.glob(".*.part*")) == []
    assert list((settings.instance / "backups").glob(".*.part*")) == []


@pytest.mark.parametrize("seed", range(5))
def test_torn_pages(whole: bytes, settings: Settings, tmp_path: Path, seed: int) -> None:
    answers(settings, torn(whole, seed), tmp_path)


@pytest.mark.parametrize("seed", range(2))
def test_broken_words(whole: bytes, settings: Settings, tmp_path: Path, seed: int) -> None:
    answers(settings, text_torn(whole, seed), tmp_path)


@pytest.mark.parametrize("kept", [16, 5000, -1])
def test_cut_off(whole: bytes, settings: Settings, tmp_path: Path, kept: float) -> None:
    size = int(kept * len(whole)) if isinstance(kept, float) else kept
    answers(settings, whole[:size], tmp_path)


def another_programs(file: Path, ours: bool = False) -> None:
    with sqlite3.connect(file) as made:
        made.execute("CREATE TABLE bookmarks (id INTEGER PRIMARY KEY, words TEXT)")
        if ours:
            made.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
    made.close()


def with_an_empty_revision(file: Path) -> None:
    another_programs(file, ours=True)
    with sqlite3.connect(file) as made:
        made.execute("CREATE TABLE alembic_version (version_num TEXT)")
    made.close()


def zipped(file: Path) -> None:
    with zipfile.ZipFile(file, "w") as made:
        made.writestr("onward.db", b"SQLite format 3\0")


def sparse(file: Path) -> None:
    with file.open("wb") as made:
        made.write(b"SQLite format 3\0")
        made.truncate(64 * PAGE)


KINDS: dict[str, Callable[[Path], object]] = {
    "another program's": another_programs,
    "ours by its mark alone": lambda file: another_programs(file, ours=True),
    "without a revision": with_an_empty_revision,
    "nothing": lambda file: file.write_bytes(b""),
    "text": lambda file: file.write_text("Dear Mary, " * 1000),
    "JSON": lambda file: file.write_text('{"format": "onward", "tables": {}}'),
    "another magic": lambda file: file.write_bytes(b"SQLite format 2\0" + bytes(9000)),
    "the magic alone": lambda file: file.write_bytes(b"SQLite format 3\0"),
    "zeros": lambda file: file.write_bytes(bytes(9000)),
    "zip": zipped,
    "sparse": sparse,
    "PostgreSQL's": lambda file: file.write_bytes(b"PGDMP" + bytes(500)),
    "a folder": lambda file: file.mkdir(),
    "a link to nothing": lambda file: file.symlink_to("nowhere"),
    "a link to itself": lambda file: file.symlink_to(file.name),
    "a pipe": lambda file: os.mkfifo(file),
}


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_no_backup(whole: bytes, settings: Settings, tmp_path: Path, kind: str) -> None:
    file = tmp_path / "file.db"
    KINDS[kind](file)

    for act in (restore, restore_while_serving, try_restore):
        with pytest.raises(BackupFailed) as refused:
            act(settings, file, AT)
        plain(str(refused.value))

    assert settings.sqlite_file is not None
    assert settings.sqlite_file.read_bytes() == whole


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_no_database(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], kind: str
) -> None:
    instance = tmp_path / "instance"
    instance.mkdir(mode=0o700)
    monkeypatch.setenv("ONWARD_INSTANCE", str(instance))
    monkeypatch.delenv("ONWARD_DATABASE_URL", raising=False)
    KINDS[kind](instance / "onward.db")

    for words in (["check"], ["check", "--repair"], ["user", "list"], ["backup"]):
        monkeypatch.setattr("sys.argv", ["onward", *words])
        with pytest.raises(SystemExit) as ended:
            main()
        said = capsys.readouterr()
        assert ended.value.code == 1, (words, said)
        assert said.err.count("\n") == 1, said.err
        plain(said.err)


@pytest.mark.parametrize("name", ["a\0b.db", "x" * 300, "~nobody-here/x.db", "no/folder.db"])
def test_names_that_can_not_be(whole: bytes, settings: Settings, tmp_path: Path, name: str) -> None:
    for given in (Path(name), tmp_path / name):
        for act in (restore, restore_while_serving, try_restore, back_up):
            with pytest.raises(BackupFailed) as refused:
                act(settings, given, AT)
            plain(str(refused.value))
            assert "\0" not in str(refused.value)
