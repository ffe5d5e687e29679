"""A refused form: its words are still on the page, and its address leads back to where it stood."""

import re
import sqlite3
from typing import NoReturn

import pytest
from flask import Flask
from sqlalchemy.exc import OperationalError

from tests.browser import Browser
from tests.builders import Build
from tests.database.test_faults import held, impatient
from tests.views.test_routes import filled, routes
from tracker.config.settings import Settings
from tracker.extensions import db
from tracker.models import Device
from tracker.web.errors import nearest_page, refused_form, typed_text

WORDS = "They asked about <b>references</b>,\nand I had none at hand."
HASHES = '{"role": "28da01", "company": "9f1c22"}'


def test_opened_address_that_only_takes_forms_leads_to_a_page_of_ours(
    app: Flask, browser: Browser
) -> None:
    """All but a coach's: what is no page there reads as a link that is over."""
    everything = list(routes(app))
    pages = {rule.rule for method, rule in everything if method == "GET"}
    for method, rule in everything:
        address = filled(rule, {})
        if method == "GET" or rule.rule in pages or address.startswith("/s/"):
            continue
        answer = browser.get(address)
        assert answer.status_code == 303, address
        assert answer.location.startswith("/") and not answer.location.startswith("//")
        assert answer.location != address


@pytest.mark.on("sqlite")
def test_form_that_was_refused_is_found_again_at_its_address(browser: Browser) -> None:
    for address, page in (
        ("/applications", "/applications/new"),
        ("/applications/7/notes", "/applications/7/notes/new"),
        ("/applications/7/feedback", "/applications/7/feedback/new"),
        ("/applications/7/interviews", "/applications/7/interviews/new"),
        ("/applications/7/deletion/reversal", "/applications/7"),
        ("/coach/links", "/coach/links/new"),
        ("/people/cards/selection", "/people/cards"),
        ("/settings/devices/7/sign-out", "/settings"),
        ("/logout", "/"),
    ):
        answer = browser.get(address)
        assert (answer.status_code, answer.location) == (303, page), address


@pytest.mark.on("sqlite")
def test_nobody_is_led_to_another_host(app: Flask) -> None:
    with app.test_request_context():
        for path in ("//evil.example/applications", "/\\evil.example/notes", "///evil.example"):
            assert nearest_page(path) == "/"


@pytest.mark.on("sqlite")
def test_what_is_not_there_is_still_not_found(browser: Browser, build: Build) -> None:
    assert browser.get("/no-such-page").status_code == 404
    assert browser.get("/applications/99999/nothing-here").status_code == 404
    assert browser.get("/applications/99999/notes", follow_redirects=True).status_code == 404


@pytest.mark.on("sqlite")
def test_form_sent_to_a_page_that_takes_none_is_told_so(browser: Browser) -> None:
    assert browser.post("/today").status_code == 405


@pytest.mark.on("sqlite")
def test_page_of_an_error_has_the_way_on_for_who_is_signed_in(
    browser: Browser, visitor: Browser
) -> None:
    assert 'aria-label="Main"' in browser.get("/no-such-page").text
    assert 'aria-label="Main"' not in visitor.get("/no-such-page").text


def test_text_of_a_refused_form_is_kept_and_its_secrets_are_not(browser: Browser) -> None:
    answer = browser.post(
        "/applications/1/stage",
        data={
            "note": WORDS,
            "new_password": "plum gravel seven tins",
            "password_again": "plum gravel seven tins",
            "csrf_token": "x" * 60,
            "key": "7b0a6a4e-0000-4000-8000-000000000000",
            "stage": "applied",
        },
        headers={"Origin": "https://elsewhere.example"},
    )

    assert answer.status_code == 403
    assert "&lt;b&gt;references&lt;/b&gt;,\nand I had none at hand." in answer.text
    assert "<b>references" not in answer.text
    assert "plum gravel" not in answer.text
    assert "7b0a6a4e" not in answer.text
    assert "xxxxxx" not in answer.text


def test_several_texts_are_told_apart(app: Flask) -> None:
    fields = {"went_well": "The first part", "would_change": "The second part", "rating": "4"}
    with app.test_request_context("/", method="POST", data=fields):
        assert (
            typed_text(refused_form())
            == "Went well:\nThe first part\n\nWould change:\nThe second part"
        )


def test_nothing_is_shown_where_nothing_was_typed(app: Flask) -> None:
    nothing: tuple[dict[str, str], ...] = ({}, {"stage": "applied"}, {"note": "   "})
    for fields in (*nothing, {"was": HASHES}):
        with app.test_request_context("/", method="POST", data=fields):
            carried = refused_form()
            assert carried is None or typed_text(carried) is None, fields


@pytest.mark.on("sqlite")
def test_form_that_is_too_big_to_be_read_is_refused_all_the_same(browser: Browser) -> None:
    browser.application.config["MAX_CONTENT_LENGTH"] = 1000

    answer = browser.post("/applications/1/stage", data={"note": "word " * 1000})

    assert answer.status_code == 413
    assert "That is too big" in answer.text


@pytest.mark.on("sqlite")
def test_page_that_was_only_asked_for_shows_no_typed_text(browser: Browser) -> None:
    assert "What you typed" not in browser.get("/no-such-page").text


def torn(settings: Settings, table: str) -> None:
    """The page on which a table begins holds something else, as after a fault of the disk."""
    db.session.remove()
    db.engine.dispose()
    assert settings.sqlite_file is not None
    opened = sqlite3.connect(settings.sqlite_file)
    opened.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    statement = "SELECT rootpage FROM sqlite_master WHERE name = ?"
    (root,) = opened.execute(statement, (table,)).fetchone()
    (size,) = opened.execute("PRAGMA page_size").fetchone()
    opened.close()
    with settings.sqlite_file.open("r+b") as file:
        file.seek((root - 1) * size)
        file.write(b"\xa5" * size)


@pytest.mark.on("sqlite")
@pytest.mark.parametrize("table", ["devices", "users", "applications", "settings"])
def test_whatever_is_torn_the_answer_is_a_page_of_ours_with_the_words_kept(
    browser: Browser, build: Build, settings: Settings, table: str
) -> None:
    card = build.application(browser.user).id
    assert browser.get("/healthz").status_code == 200
    torn(settings, table)

    answer = browser.post(
        "/applications", data={"company": "Acme", "role": "Clerk", "location": "Bonn", "key": "k1"}
    )

    health = browser.get("/healthz")
    assert (health.status_code, health.json["status"]) == (503, "unavailable")
    if table == "settings":  # read once, and not again for every page
        return
    assert answer.status_code == 503
    assert answer.headers["Retry-After"] == "60"
    assert "The database can’t be read" in answer.text
    for word in ("Acme", "Clerk", "Bonn"):
        assert f'value="{word}"' in answer.text
        assert f":\n{word}" in answer.text
    assert browser.get(f"/applications/{card}").status_code == 503


@pytest.mark.on("sqlite")
def test_form_that_met_a_busy_database_is_sent_again_by_one_button(
    browser: Browser, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    impatient(monkeypatch)
    fields = {"company": "Acme", "role": "Clerk", "location": "Bonn", "pinned": "x", "key": "k1"}
    with held(settings.database_url, browser.user.id):
        refused = browser.post("/applications", data=fields)
    assert refused.status_code == 503

    again = dict(re.findall(r'type="hidden" name="([^"]+)" value="([^"]*)"', refused.text))

    assert again.items() >= fields.items()
    assert 'action="/applications"' in refused.text
    assert browser.post("/applications", data=again).status_code == 303


def test_passwords_are_never_put_on_a_page_to_be_sent_again(
    browser: Browser, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    impatient(monkeypatch)
    with held(settings.database_url, browser.user.id):
        refused = browser.post(
            "/settings/password",
            data={"password": "a b c", "new_password": "plum gravel", "name": "Mia Berg"},
        )
    assert "plum gravel" not in refused.text
    assert "Try again" not in refused.text


def test_server_of_the_database_that_is_gone_is_said_on_a_page(
    app: Flask, browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(*given: object, **named: object) -> NoReturn:
        raise OperationalError("SELECT", {}, sqlite3.OperationalError("gone"))

    monkeypatch.setattr(Device, "find", gone)

    answer = browser.post("/leads", data={"company": "Acme", "role": "Clerk"})

    assert answer.status_code >= 500
    assert 'value="Acme"' in answer.text
    assert "<title>" in answer.text
    assert browser.get("/healthz").status_code == 200
