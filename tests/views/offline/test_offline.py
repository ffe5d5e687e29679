"""The worker's script, a fresh token, and the page in the place of one that can't be reached."""

import json
import re

import pytest
from flask import Flask

from tests.browser import Browser
from tracker.web.queued_changes import queueable_routes

WAITS = {
    ("applied", "/leads/1/application"),
    ("action", "/actions/1/completion"),
    ("application", "/applications"),
    ("feedback", "/applications/1/feedback"),
    ("lead", "/leads"),
    ("mail", "/mail/records"),
    ("move", "/applications/1/stage"),
    ("note", "/applications/1/notes"),
    ("rejection", "/applications/1/rejection"),
}


def told(text: str) -> dict[str, object]:
    facts: dict[str, object] = json.loads(
        re.findall(r"^const ONWARD = (.*);$", text, re.MULTILINE)[0]
    )
    return facts


def test_the_worker_comes_under_a_policy_of_its_own_and_is_asked_for_each_time(
    visitor: Browser,
) -> None:
    answer = visitor.get("/sw.js")
    assert answer.mimetype == "text/javascript"
    assert answer.headers["Cache-Control"] == "no-cache"
    assert answer.headers["Content-Security-Policy"] == "default-src 'none'; connect-src 'self'"
    again = visitor.get("/sw.js", headers={"If-None-Match": answer.headers["ETag"]})
    assert again.status_code == 304
    assert "Set-Cookie" not in answer.headers


def test_pages_are_asked_for_beside_the_worker_and_forms_by_it(visitor: Browser) -> None:
    text = visitor.get("/sw.js").text
    [route] = re.findall(r"const RACE = ({[^;]*});", text)
    assert 'source: "race-network-and-fetch-handler"' in route
    assert 'requestMode: "navigate", requestMethod: "GET"' in route
    assert "addRoutes?.(RACE)" in text


def test_every_file_that_the_worker_fetches_is_there(visitor: Browser) -> None:
    facts = told(visitor.get("/sw.js").text)
    files = [*facts["files"], *facts["style"], facts["script"], *facts["parts"]]  # type: ignore[misc]
    assert {visitor.get(str(file)).status_code for file in files} == {200}


def test_what_can_wait_is_what_has_a_place_to_go_back_to(app: Flask) -> None:
    with app.test_request_context():
        routes = queueable_routes()
    assert {
        (kind, re.sub(r"\(.*?\)", "1", shape.strip("^$"))) for kind, shape, _ in routes
    } == WAITS


@pytest.mark.both_databases
def test_a_token_is_given_to_whoever_is_signed_in_and_says_whose_it_is(
    browser: Browser, visitor: Browser
) -> None:
    told = browser.get("/csrf")
    assert told.json["person"] == str(browser.user.id)  # type: ignore[index]
    assert told.json["token"]  # type: ignore[index]
    assert told.headers["Cache-Control"] == "no-store"
    assert visitor.get("/csrf").status_code == 401


def test_the_page_without_a_connection_is_the_same_for_everybody(
    browser: Browser, visitor: Browser
) -> None:
    page = browser.get("/offline")
    assert page.text == visitor.get("/offline").text
    assert "data-person" not in page.text
