"""`onward serve`, as it is really started."""

import re
import signal
import socket
import sqlite3
import subprocess
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from flask import Flask

from tests.bench.serving import AS_BIN_SERVE
from tests.cli.served import (
    PATIENCE,
    ROOT,
    Client,
    Here,
    Prepared,
    Server,
    onward,
)
from tests.postgres import Cluster
from tracker import schema
from tracker.cli.serve import greet
from tracker.database import writing
from tracker.models.server.setting import BASE_URL, Setting
from tracker.web.network import lan_address
from tracker.web.security import forget_base_url


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Here:
    """The command, in this process."""
    return Here(monkeypatch, capsys)


def mode(file: Path) -> int:
    return file.stat().st_mode & 0o777


def refused(done: subprocess.CompletedProcess[str]) -> str:
    """The one line of a refusal."""
    assert done.returncode == 1, (done.stdout, done.stderr)
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1
    assert done.stderr.startswith("onward: ")
    return done.stderr


def test_first_start_makes_everything_privately_and_says_where_it_is(tmp_path: Path) -> None:
    instance = tmp_path / "new" / "instance"

    with Server.running(instance) as server:
        assert f"http://localhost:{server.port}" in server.greeting
        assert "make your account with the code" in server.greeting
        assert server.healthy()
        assert Client(server.port).get("/setup")[0] == 200
        files = {file.name: mode(file) for file in instance.iterdir() if file.is_file()}
        database = {"onward.db", "onward.db-wal", "onward.db-shm"}
        assert files.keys() >= {"secret", *database}
        assert set(files.values()) == {0o600}
        assert mode(instance) == 0o700


@pytest.mark.parametrize(
    ("host", "address", "shown"),
    [
        ("0.0.0.0", "", f"http://{lan_address()}:8000"),
        ("0.0.0.0", "http://localhost:8000", f"http://{lan_address()}:8000"),
        ("127.0.0.1", "https://jobs.example.org", "https://jobs.example.org"),
        ("127.0.0.1", "", ""),
        ("127.0.0.1", "http://localhost:8000", ""),
    ],
)
def test_terminal_shows_a_phone_an_address_and_a_code_to_scan_where_it_can_come(
    app: Flask, capsys: pytest.CaptureFixture[str], host: str, address: str, shown: str
) -> None:
    if address:
        with writing() as session:
            Setting.write(session, BASE_URL, address)
        forget_base_url()

    greet(app, 8000, host)

    said = capsys.readouterr().out
    found = re.search(r"On your phone: +(\S+)", said)
    assert (found[1] if found else "") == shown
    assert ("█" in said) == bool(shown)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_stopping_keeps_what_was_acknowledged(tmp_path: Path, number: int) -> None:
    prepared = Prepared.at(tmp_path)
    (card,) = prepared.cards
    with Server.running(tmp_path) as server:
        status, _ = prepared.client(server).post(
            f"/applications/{card}/stage", stage="rejected", version=version(tmp_path, card)
        )
        assert status == 303
        assert server.stop(number) == 0

    assert stage(tmp_path, card) == "rejected"
    assert not (tmp_path / "onward.db-wal").exists()


def test_change_on_its_way_is_answered_before_the_server_stops(tmp_path: Path) -> None:
    prepared = Prepared.at(tmp_path)
    (card,) = prepared.cards
    known, answers, sent = version(tmp_path, card), [], threading.Event()
    with Server.running(tmp_path) as server:
        other = sqlite3.connect(tmp_path / "onward.db", isolation_level=None)
        other.execute("BEGIN IMMEDIATE")

        def send() -> None:
            body = f"stage=rejected&version={known}"
            path = f"/applications/{card}/stage"
            answers.append(prepared.client(server).send("POST", path, body, sent.set))

        sending = threading.Thread(target=send)
        sending.start()
        assert sent.wait(PATIENCE)
        assert server.healthy()  # as it takes requests in turn, it has begun that one by now
        server.process.send_signal(signal.SIGTERM)
        time.sleep(0.3)
        other.execute("ROLLBACK")
        other.close()
        sending.join()
        assert server.process.wait(PATIENCE) == 0

    assert [status for status, _ in answers] == [303]
    assert stage(tmp_path, card) == "rejected"


def test_two_first_starts_at_once_share_one_instance(here: Here, tmp_path: Path) -> None:
    def start(number: int) -> subprocess.CompletedProcess[str]:
        return onward("user", "add", f"person{number}@example.org", instance=tmp_path)

    with ThreadPoolExecutor(2) as both:
        said = list(both.map(start, range(2)))

    assert [each.returncode for each in said] == [0, 0], said
    assert len((tmp_path / "secret").read_text()) >= 32
    assert [file.name for file in tmp_path.glob(".*")] == []
    assert here("check", instance=tmp_path).stdout.endswith("All is well.\n")


def test_port_that_is_taken_is_said(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = onward("serve", "--host", "127.0.0.1", "--port", port, instance=tmp_path)

    assert f"Port {port} on 127.0.0.1 can't be used" in refused(done)
    assert not (tmp_path / "onward.db").exists()


@pytest.mark.parametrize("where", ["/proc/onward", "/dev/null/onward"])
def test_folder_that_cannot_be_written_is_said(here: Here, where: str) -> None:
    done = here("serve", "--port", 0, instance=Path(where))

    assert f"The folder {where} can't be written to." in refused(done)


def test_database_of_a_newer_onward_is_said_and_left_as_it_is(here: Here, tmp_path: Path) -> None:
    Prepared.at(tmp_path)
    with sqlite3.connect(tmp_path / "onward.db") as database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
    database.close()
    before = (tmp_path / "onward.db").read_bytes()

    assert "made by a newer Onward" in refused(here("serve", "--port", 0, instance=tmp_path))

    assert (tmp_path / "onward.db").read_bytes() == before


def test_file_that_is_no_database_is_said(here: Here, tmp_path: Path) -> None:
    (tmp_path / "onward.db").write_text("Dear Mary, " * 1000)

    assert "can't be opened" in refused(here("serve", "--port", 0, instance=tmp_path))


@pytest.mark.parametrize("file", ["bin/serve", "deploy/onward.service", "deploy/Containerfile"])
def test_threads_share_one_heap_however_it_is_served(file: str) -> None:
    text = (ROOT / file).read_text()

    assert all(f"{name}={kept}" in text for name, kept in AS_BIN_SERVE.items())


def test_wrong_setting_stops_the_start_with_its_name(here: Here, tmp_path: Path) -> None:
    done = here("serve", instance=tmp_path, ONWARD_DATABSE_URL="sqlite:////tmp/x.db")

    assert "ONWARD_DATABSE_URL is not a setting that Onward knows." in refused(done)


def test_database_that_is_not_there_is_said(here: Here, tmp_path: Path) -> None:
    url = "postgresql://127.0.0.1:9/none"

    done = here("serve", "--port", 0, instance=tmp_path, ONWARD_DATABASE_URL=url)

    assert "The database can't be opened" in refused(done)


def test_several_workers_on_sqlite_are_refused_with_the_reason(here: Here, tmp_path: Path) -> None:
    assert "Several workers need PostgreSQL" in refused(
        here("serve", "--workers", 2, instance=tmp_path)
    )


@pytest.mark.parametrize(
    "words", [["serve", "--port", "many"], ["restore"], ["backup", "a", "b"], ["what"]]
)
def test_wrong_use_is_status_2(here: Here, tmp_path: Path, words: list[str]) -> None:
    done = here(*words, instance=tmp_path)

    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_backup_restore_and_check_beside_a_server(here: Here, tmp_path: Path) -> None:
    prepared = Prepared.at(tmp_path / "one")
    elsewhere = tmp_path / "two"
    with Server.running(prepared.instance) as server:
        made = onward("backup", tmp_path / "copy", instance=prepared.instance)
        assert made.returncode == 0, made.stderr
        assert made.stdout.splitlines()[0] == str(tmp_path / "copy")
        assert "Stop it first" in refused(
            here("restore", tmp_path / "copy", instance=prepared.instance)
        )
        assert server.healthy()

    done = here("restore", tmp_path / "copy", instance=elsewhere)

    assert done.returncode == 0, done.stderr
    assert "Everybody signs in again" in done.stdout
    assert here("check", instance=elsewhere).stdout.endswith("All is well.\n")
    assert stage(elsewhere, prepared.cards[0]) == "applied"


def test_check_that_finds_something_is_status_1_and_repairs_it(here: Here, tmp_path: Path) -> None:
    prepared = Prepared.at(tmp_path)
    with sqlite3.connect(tmp_path / "onward.db") as database:
        database.execute("UPDATE applications SET rejection_recorded = 1")
    database.close()

    found = here("check", instance=tmp_path)

    assert found.returncode == 1
    assert f"WRONG: not so of 1 application: {prepared.cards[0]}" in found.stdout
    assert found.stderr == "onward: Not well: summaries.\n"
    repaired = here("check", "--repair", instance=tmp_path)
    assert repaired.returncode == 0, repaired.stdout
    assert repaired.stdout.endswith("All is well.\n")


def test_backup_and_restore_of_postgresql(here: Here, cluster: Cluster, tmp_path: Path) -> None:
    url = cluster.create(template="template_onward")
    plain = url.replace("postgresql+psycopg://", "postgresql://")
    try:
        made = here("backup", instance=tmp_path, ONWARD_DATABASE_URL=plain)
        assert made.returncode == 0, made.stderr
        file = made.stdout.splitlines()[0]
        assert file.endswith(".dump")
        done = here("restore", file, instance=tmp_path, ONWARD_DATABASE_URL=plain)
        assert done.returncode == 0, done.stderr
        checked = here("check", instance=tmp_path, ONWARD_DATABASE_URL=plain)
        assert checked.stdout.endswith("All is well.\n"), checked
        assert f"Schema       {schema.head()}" in checked.stdout
    finally:
        cluster.drop(url)


def version(instance: Path, card: int) -> int:
    return int(fact(instance, card, "version"))


def stage(instance: Path, card: int) -> str:
    return fact(instance, card, "stage")


def fact(instance: Path, card: int, column: str) -> str:
    with sqlite3.connect(instance / "onward.db") as database:
        row = database.execute(
            f"SELECT {column} FROM applications WHERE id = ?", (card,)
        ).fetchone()
    database.close()
    return str(row[0])
