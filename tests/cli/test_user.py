"""`onward user`, as it is run in a terminal."""

import io
import re
import sys
from collections.abc import Callable
from contextvars import Context
from dataclasses import dataclass

import pytest

from tests.browser import Browser
from tracker import create_app
from tracker.cli import main
from tracker.config.settings import Settings
from tracker.extensions import db
from tracker.models import User
from tracker.values import passwords

pytestmark = pytest.mark.usefixtures("quick_hashing")
PASSWORD = "heron umbrella kettle"


@dataclass
class Said:
    """How a command ended, and what it said."""

    status: int
    out: str
    err: str


Run = Callable[..., Said]


@pytest.fixture
def run(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Run:
    """Runs `onward user ...` on the instance of this test, as its entry point does."""
    monkeypatch.setenv("ONWARD_INSTANCE", str(settings.instance))
    monkeypatch.setenv("ONWARD_DATABASE_URL", settings.database_url)

    def run(*words: str, stdin: str = "") -> Said:
        monkeypatch.setattr(sys, "argv", ["onward", "user", *words])
        monkeypatch.setattr(sys, "stdin", io.StringIO(stdin))
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            Context().run(main)
        said = capsys.readouterr()
        return Said(int(ended.value.code or 0), said.out, said.err)

    return run


def known(settings: Settings, email: str) -> User | None:
    """The account, read afresh."""
    app = create_app(settings)
    with app.app_context():
        user = db.session.scalar(User.by_email(email))
        db.session.remove()
        db.engine.dispose()
    return user


def refused(said: Said, words: str) -> None:
    """Status 1, and one line that says why."""
    assert said.status == 1
    assert words in said.err
    assert len(said.err.strip().splitlines()) == 1
    assert "Traceback" not in said.err


def test_what_can_not_be_added_is_said_in_one_line(run: Run) -> None:
    assert run("add", "mia@example.org", "--password-stdin", stdin=PASSWORD).status == 0
    refused(run("add", "MIA@example.org"), "There is an account for mia@example.org already.")
    refused(run("add", "mia"), "An email looks like")
    short = run("add", "zoe@example.org", "--password-stdin", stdin="short\n")
    refused(short, "Use at least 10 characters")
    refused(run("add", "zoe@example.org", "--password-stdin"), "Use at least 10 characters")
    refused(run("reset", "zoe@example.org"), "There is no account for zoe@example.org.")


def test_wrong_use_ends_with_two(run: Run) -> None:
    assert run("add").status == 2
    assert run("add", "mia@example.org", "--wrong").status == 2
    assert run("forget", "mia@example.org").status == 2


@pytest.mark.on("sqlite")
def test_a_database_from_a_newer_program_is_left_alone(run: Run, settings: Settings) -> None:
    import sqlite3

    with sqlite3.connect(settings.sqlite_file or "") as file:
        file.execute("UPDATE alembic_version SET version_num = '9999'")
    refused(run("list"), "newer Onward")


def test_a_person_is_added_with_a_password_and_listed(run: Run, settings: Settings) -> None:
    assert run("list").out == "No accounts yet.\n"
    first = run("add", "Kim@Example.org", "--password-stdin", stdin=f"{PASSWORD}\n")
    assert (first.status, first.out) == (0, "Added kim@example.org, an owner of this server.\n")
    second = run(
        "add", "mia@example.org", "--name", "Mia", "--password-stdin", stdin="walnut paper lagoon"
    )
    assert second.out == "Added mia@example.org.\n"
    listed = [line.split("\t") for line in run("list").out.splitlines()]
    assert listed == [
        ["kim@example.org", "keeper", "never seen", ""],
        ["mia@example.org", "member", "never seen", "Mia"],
    ]
    kim = known(settings, "kim@example.org")
    assert kim is not None
    assert passwords.verify_password(kim.password_hash, PASSWORD)


def test_another_keeper_can_be_added(run: Run, settings: Settings) -> None:
    run("add", "kim@example.org")
    run("add", "mia@example.org", "--keeper")
    mia = known(settings, "mia@example.org")
    assert mia is not None
    assert mia.is_keeper


def test_a_member_becomes_an_owner_and_stays_who_they_are(run: Run, settings: Settings) -> None:
    run("add", "kim@example.org")
    run("add", "mia@example.org", "--name", "Mia", "--password-stdin", stdin=f"{PASSWORD}\n")

    said = run("add", "mia@example.org", "--keeper")

    assert (said.status, said.out) == (0, "mia@example.org is an owner of this server now.\n")
    mia = known(settings, "mia@example.org")
    assert mia is not None
    assert (mia.is_keeper, mia.name) == (True, "Mia")
    assert passwords.verify_password(mia.password_hash, PASSWORD)
    refused(run("add", "mia@example.org", "--keeper"), "There is an account for mia@example.org")


def test_without_a_password_a_link_is_printed_that_sets_one(run: Run, settings: Settings) -> None:
    said = run("add", "kim@example.org")
    found = re.search(r"http://\S+(/reset/\S+)", said.out)
    assert found is not None
    app = create_app(settings)
    with app.app_context():
        browser = Browser.of(app)
        assert browser.post(found[1], data={"password": PASSWORD}).status_code == 303
        assert browser.get("/board").status_code == 200
        assert browser.get("/setup").status_code == 404
        db.session.remove()
        db.engine.dispose()


def test_a_reset_prints_a_link_or_sets_a_password_and_signs_out_everywhere(
    run: Run, settings: Settings
) -> None:
    run("add", "kim@example.org", "--password-stdin", stdin=PASSWORD)
    assert "/reset/" in run("reset", "kim@example.org").out
    app = create_app(settings)
    with app.app_context():
        browser = Browser.of(app)
        kim = db.session.scalars(User.by_email("kim@example.org")).one()
        browser.sign_in(kim)
        said = run("reset", "KIM@example.org", "--password-stdin", stdin="walnut paper lagoon")
        assert said.status == 0
        assert browser.get("/board").status_code == 303
        fresh = db.session.scalars(User.by_email("kim@example.org")).one()
        assert passwords.verify_password(fresh.password_hash, "walnut paper lagoon")
        db.session.remove()
        db.engine.dispose()
