"""What a refused form carried is still on the page, secrets apart."""

import pytest
from flask import Flask

from tests.browser import Browser
from tracker.web.typed_text import typed

WORDS = "They asked about <b>references</b>,\nand I had none at hand."
HASHES = '{"role": "28da01", "company": "9f1c22"}'


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
        assert typed() == "Went well:\nThe first part\n\nWould change:\nThe second part"


@pytest.mark.parametrize("fields", [{}, {"stage": "applied"}, {"note": "   "}, {"was": HASHES}])
def test_nothing_is_shown_where_nothing_was_typed(app: Flask, fields: dict[str, str]) -> None:
    with app.test_request_context("/", method="POST", data=fields):
        assert typed() is None


@pytest.mark.on("sqlite")
def test_form_that_is_too_big_to_be_read_is_refused_all_the_same(browser: Browser) -> None:
    browser.application.config["MAX_CONTENT_LENGTH"] = 1000

    answer = browser.post("/applications/1/stage", data={"note": "word " * 1000})

    assert answer.status_code == 413
    assert "That is too big" in answer.text


@pytest.mark.on("sqlite")
def test_page_that_was_only_asked_for_shows_no_typed_text(browser: Browser) -> None:
    assert "What you typed" not in browser.get("/no-such-page").text
