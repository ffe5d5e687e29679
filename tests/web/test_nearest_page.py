"""An address that only takes forms leads to its page when it is opened."""

import pytest
from flask import Flask

from tests.browser import Browser
from tests.builders import Build
from tests.views.test_routes import filled, routes
from tracker.web.nearest_page import nearest


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
@pytest.mark.parametrize(
    ("address", "page"),
    [
        ("/applications", "/applications/new"),
        ("/applications/7/notes", "/applications/7/notes/new"),
        ("/applications/7/feedback", "/applications/7/feedback/new"),
        ("/applications/7/interviews", "/applications/7/interviews/new"),
        ("/applications/7/deletion/reversal", "/applications/7"),
        ("/coach/links", "/coach/links/new"),
        ("/people/cards/selection", "/people/cards"),
        ("/settings/devices/7/sign-out", "/settings"),
        ("/logout", "/"),
    ],
)
def test_form_that_was_refused_is_found_again_at_its_address(
    browser: Browser, address: str, page: str
) -> None:
    answer = browser.get(address)
    assert (answer.status_code, answer.location) == (303, page)


@pytest.mark.on("sqlite")
def test_nobody_is_led_to_another_host(app: Flask) -> None:
    with app.test_request_context():
        for path in ("//evil.example/applications", "/\\evil.example/notes", "///evil.example"):
            assert nearest(path) == "/"


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
