"""Logs: enough to find a fault by, and nobody's affairs."""

import io
import json
import logging
import re
from collections.abc import Callable, Iterator
from math import inf

import pytest
from flask import Flask

from tests.browser import Browser
from tests.builders import Build
from tracker import create_app
from tracker.config.settings import Settings
from tracker.extensions import db
from tracker.web import logs
from tracker.web.logs import JsonLines, TextLines

SECRETS = ("mia@example.org", "Wattle", "Zookeeper", "salary", "q=", "?", "7777")


@pytest.fixture
def read_log(app: Flask, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], list[str]]]:
    """What was logged since, as lines of a style; nothing is slow, however busy this machine is."""
    monkeypatch.setattr(logs, "SLOW", inf)
    log, records = logging.getLogger("onward"), []

    class Keep(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            records.append((JsonLines().format(record), TextLines().format(record)))

    keep = Keep()
    log.addHandler(keep)
    yield lambda style: [json if style == "json" else text for json, text in records]
    log.removeHandler(keep)


@pytest.fixture
def visited(
    read_log: Callable[[str], list[str]], browser: Browser, build: Build, visitor: Browser
) -> Callable[[str], list[str]]:
    """The log of a round in which words are typed that nobody else is to read."""
    card = build.application(browser.user, company="Wattle Zoo", role="Zookeeper")
    browser.get("/board?q=Wattle+salary&source=Zookeeper")
    browser.get(f"/applications/{card.id}")
    browser.get("/mia@example.org/Wattle?q=Zookeeper")
    browser.get("/applications/7777")
    browser.post(f"/applications/{card.id}/stage", data={"stage": "rejected", "version": "1"})
    browser.post(f"/applications/{card.id}/stage", data={"stage": "Wattle", "note": "salary"})
    visitor.post("/login", data={"email": "mia@example.org", "password": "Wattle salary"})
    visitor.get("/board?q=Wattle", headers={"Referer": "http://localhost/?q=Zookeeper"})
    return read_log


@pytest.mark.parametrize("style", ["text", "json"])
def test_nothing_that_a_person_typed_or_is_called_stands_in_a_log(
    visited: Callable[[str], list[str]], style: str
) -> None:
    lines = visited(style)

    assert len(lines) >= 8
    for line in lines:
        facts = re.sub(r"\d{4}-\d\d-\d\dT?[ \d:,.+]*|ms\W+[\d.]+|request\W+[0-9a-f]{12}", "", line)
        assert not [secret for secret in SECRETS if secret in facts], line


def test_every_line_says_which_request_it_came_from(
    browser: Browser, read_log: Callable[[str], list[str]]
) -> None:
    answer = browser.get("/board")

    (line,) = map(json.loads, read_log("json"))
    assert line["request"] == answer.headers["X-Request-Id"]
    assert re.fullmatch("[0-9a-f]{12}", line["request"])
    assert line["route"] == "/board"
    assert (line["method"], line["status"], line["level"]) == ("GET", 200, "info")
    assert line["ms"] >= 0
    assert f"request={line['request']}" in read_log("text")[0]


def test_a_slow_answer_is_a_warning_that_names_its_route_and_how_long_it_took(
    browser: Browser,
    build: Build,
    read_log: Callable[[str], list[str]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    card = build.application(browser.user, company="Wattle Zoo")
    monkeypatch.setattr(logs, "SLOW", 0.0)
    browser.get(f"/applications/{card.id}?q=Wattle")

    (line,) = map(json.loads, read_log("json"))
    assert (line["level"], line["message"]) == ("warning", "slow request")
    assert line["route"] == "/applications/<id:application_id>"
    assert line["ms"] > 0
    assert "warning slow request" in read_log("text")[0]
    assert "Wattle" not in read_log("text")[0]


def test_routes_are_logged_and_not_addresses(
    browser: Browser, build: Build, read_log: Callable[[str], list[str]]
) -> None:
    card = build.application(browser.user)
    browser.get(f"/applications/{card.id}/stage")
    browser.get("/no/such/page")

    routes = [json.loads(line)["route"] for line in read_log("json")]
    assert routes == ["/applications/<id:application_id>/stage", "-"]


@pytest.mark.on("sqlite")
@pytest.mark.parametrize("style", ["text", "json"])
def test_fault_of_ours_is_traced_without_what_it_broke_on(
    settings: Settings, style: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(logs, "SLOW", inf)
    app = create_app(Settings(**{**vars(settings), "testing": False, "log_format": style}))
    said = io.StringIO()
    logging.getLogger("onward").handlers[0].setStream(said)  # type: ignore[attr-defined]

    @app.get("/break")
    def broken() -> None:
        raise ValueError("mia@example.org wants a salary")

    broken.onward_open = True  # type: ignore[attr-defined]
    with app.app_context():
        answer = app.test_client().get("/break?q=Wattle")
        db.session.remove()
        db.engine.dispose()

    assert answer.status_code == 500
    assert answer.headers["X-Request-Id"] in answer.text
    written = said.getvalue()
    assert "ValueError at " in written
    assert "test_logs.py:" in written
    assert written.count(answer.headers["X-Request-Id"]) == 2
    assert "mia@" not in written
    assert "salary" not in written
    assert "Wattle" not in written
    if style == "json":
        assert [json.loads(line)["level"] for line in written.splitlines()] == ["error", "info"]


@pytest.mark.on("sqlite")
def test_server_names_no_address_either(app: Flask, caplog: pytest.LogCaptureFixture) -> None:
    says = "Exception while serving %s"
    try:
        raise ValueError("mia@example.org wants a salary")
    except ValueError:
        logging.getLogger("waitress").exception(says, "/s/a-secret-token?q=Wattle")

    assert "ValueError at " in caplog.text
    for secret in ("a-secret-token", "Wattle", "mia@"):
        assert secret not in caplog.text
