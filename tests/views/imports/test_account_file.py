"""A whole account that comes back on the page: seen, said yes to once, all there."""

import json
from io import BytesIO

import pytest
from click.testing import CliRunner
from sqlalchemy import func, select

from tests.account_file.files import content_of, file_of, same, without_numbers
from tests.browser import Browser
from tests.builders import Build
from tracker.cli import app_context
from tracker.cli.import_file import import_
from tracker.extensions import db
from tracker.models import AccountEvent, Application, Import, ImportRow


@pytest.fixture
def content(build: Build) -> bytes:
    """Somebody's account."""
    person = build.user(email="old@example.org", name="Ana")
    with build.together():
        card = build.application(person, company="Banksia", role="Baker")
        build.note(card, "Marked-Note")
        build.check_in(card, words="Marked-Private")
        build.document(person, content=b"%PDF-1.4 resume")
    return content_of(person)


def upload(browser: Browser, content: bytes, name: str = "onward.json", key: str = "k") -> str:
    """Where the page goes on."""
    answer = browser.post("/imports", data={"file": (BytesIO(content), name), "key": key})
    assert answer.status_code == 303, answer.text
    return str(answer.headers["Location"])


def test_file_is_recognised_and_what_is_in_it_is_told_before_anything_is_kept(
    browser: Browser, content: bytes
) -> None:
    answer = browser.get(upload(browser, content))

    assert "Bring your account back?" in answer.text
    assert "1 application, 1 note, 1 document, 1 moment" in answer.text
    assert "old@example.org" in answer.text
    assert "Your private writing is in it" in answer.text
    assert "Marked-" not in answer.text
    assert "no-store" in answer.headers["Cache-Control"]
    assert db.session.scalars(Application.of(browser.user.id)).all() == []


def test_yes_brings_everything_back_and_lets_go_of_the_file(
    browser: Browser, content: bytes
) -> None:
    place = upload(browser, content)
    assert upload(browser, content) == place, "sent twice, it waits once"
    assert len(db.session.scalars(Import.of(browser.user.id)).all()) == 1
    answer = browser.post(f"{place}/account")

    assert answer.headers["Location"] == "/board"
    assert "Everything is back: 1 application" in browser.get("/board").text
    again = file_of(browser.user)
    assert again["tables"]["notes"][0]["body"] == "Marked-Note"
    assert again["user"]["name"] == "Ana"
    assert again["user"]["email"] != "old@example.org"
    assert again["tables"]["imports"] == []
    assert db.session.scalar(select(func.count()).select_from(ImportRow)) == 0
    assert browser.get(place).status_code == 404
    assert browser.post(f"{place}/account").status_code == 404
    assert len(db.session.scalars(Application.of(browser.user.id)).all()) == 1


def test_account_that_is_not_empty_is_told_so_and_left_alone(
    browser: Browser, content: bytes, build: Build
) -> None:
    place = upload(browser, content)
    build.application(browser.user)
    page = browser.get(place).text
    assert "There is something in this account already" in page
    assert "Bring it back</button>" not in page

    assert browser.post(f"{place}/account").status_code == 409
    assert len(db.session.scalars(Application.of(browser.user.id)).all()) == 1


def test_file_that_waits_is_in_the_list_and_can_be_let_go(browser: Browser, content: bytes) -> None:
    place = upload(browser, content)
    assert "a whole account" in browser.get("/imports").text
    assert file_of(browser.user)["tables"]["imports"] == []

    browser.post(f"{place}/deletion")
    assert db.session.scalar(select(func.count()).select_from(ImportRow)) == 0


def test_file_that_waits_is_no_sheet(browser: Browser, content: bytes) -> None:
    place = upload(browser, content)
    row = db.session.scalar(select(ImportRow.id).limit(1))

    assert browser.get(f"{place}/mapping").status_code == 409
    assert browser.post(f"{place}/landing").status_code == 303
    assert browser.get(f"{place}/rows/{row}").status_code == 404
    assert db.session.scalars(Application.of(browser.user.id)).all() == []


def test_sheet_is_no_account(browser: Browser, build: Build) -> None:
    sheet = build.spreadsheet(browser.user)

    assert browser.post(f"/imports/{sheet.id}/account").status_code == 404


def test_broken_file_is_refused_beside_the_field(browser: Browser, content: bytes) -> None:
    for name in ("onward.json", "jobs.csv"):
        sent = {"file": (BytesIO(content[:-20]), name), "key": "k"}
        answer = browser.post("/imports", data=sent)

        assert answer.status_code == 422, name
        assert "broken or cut short" in answer.text, name
        assert db.session.scalars(Import.of(browser.user.id)).all() == [], name


def test_other_peoples_json_is_no_account(browser: Browser) -> None:
    sent = {"file": (BytesIO(b'{"jobs": [{"company": "A"}]}'), "jobs.json"), "key": "k"}
    answer = browser.post("/imports", data=sent)

    assert answer.status_code == 422
    assert "no account from Onward" in answer.text


def test_large_file_is_kept_in_pieces_and_comes_back_whole(browser: Browser, build: Build) -> None:
    person = build.user()
    build.document(person, content=bytes(range(256)) * 5_000)
    large = content_of(person)
    assert len(large) > 1_500_000

    browser.post(f"{upload(browser, large)}/account")
    one, other = (
        file_of(each)["tables"]["documents"][0]["content"] for each in (person, browser.user)
    )
    assert one == other


def test_command_brings_an_account_back(app, content, build, monkeypatch, tmp_path) -> None:
    person = build.user(email="new@example.org")
    monkeypatch.setattr(app_context, "opened_app", app.app_context)
    file = tmp_path / "mine.json"
    file.write_bytes(content)
    options = [str(file), "--user", "new@example.org"]

    said = CliRunner().invoke(import_, [*options, "--dry-run"])
    assert said.output == "Would bring back 1 application, 1 note, 1 document, 1 moment.\n"
    said = CliRunner().invoke(import_, options)
    assert said.output == "Brought back 1 application, 1 note, 1 document, 1 moment.\n"
    said = CliRunner().invoke(import_, options)
    assert "There is something in this account already" in str(said.exception)
    assert [(each.user_id, each.kind) for each in db.session.scalars(select(AccountEvent))] == [
        (person.id, "account_file")
    ]
    mine, theirs = without_numbers(file_of(person)), without_numbers(json.loads(content))
    for document in theirs["tables"]["documents"]:
        document["sha256"] = mine["tables"]["documents"][0]["sha256"]
    same(mine, theirs)
