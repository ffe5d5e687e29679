from collections.abc import Callable
from datetime import date

import pytest
from flask import Flask

from tracker.views.applications.application_form import ApplicationForm
from tracker.web.fields import text


@pytest.fixture
def ask() -> Callable[..., ApplicationForm]:
    """Fill the form of an application without an app around it."""
    app = Flask(__name__)

    def filled(**typed: object) -> ApplicationForm:
        with app.test_request_context(method="POST", data={"company": "A", "role": "B"} | typed):
            form = ApplicationForm()
            form.validate()
        return form

    return filled


@pytest.mark.parametrize(
    "link",
    [
        "javascript:alert(1)",
        "JAVASCRIPT:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "ftp://example.org/x",
        "https://",
        "//",
        "http://a b",
        'https://example.org/"x',
        "mailto:someone@example.org",
        "https://example.org/" + "x" * 2000,
    ],
)
def test_what_is_no_web_link_is_refused_and_kept_on_the_page(ask, link: str) -> None:
    form = ask(link=link)
    assert "link" in form.errors and form.status == 422
    assert form.link.data


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("example.org/job", "https://example.org/job"),
        ("example.org:8080/job", "https://example.org:8080/job"),
        (" http://example.org ", "http://example.org"),
        ("//example.org", "https://example.org"),
        ("", ""),
    ],
)
def test_a_link_without_a_scheme_gets_https(ask, typed: str, kept: str) -> None:
    form = ask(link=typed)
    assert (form.link.data, form.errors) == (kept, {})


def test_a_line_of_501_characters_is_refused_and_one_of_500_is_not(ask) -> None:
    assert "company" in ask(company="株" * 501).errors
    assert not ask(company="株" * 500).errors


def test_more_than_1_mb_of_words_is_too_long_and_1_mb_is_not(ask, monkeypatch) -> None:
    """A whole one is sent in `tests/views/applications/test_notes.py`."""
    assert text.LONGEST_WORDS == 1024 * 1024
    monkeypatch.setattr(text, "LONGEST_WORDS", 2_000)
    over = ask(posting="é" * 1_000 + "x")
    assert (over.status, len(over.posting.data)) == (413, 1_001)
    assert not ask(posting="é" * 1_000).errors


@pytest.mark.parametrize("typed", ["31 March", "2026-02-30", "0026-03-01", "3026-03-01", "1e9"])
def test_a_day_that_is_none_is_asked_about(ask, typed: str) -> None:
    assert "applied_on" in ask(applied_on=typed).errors


def test_a_day_may_be_left_empty_or_be_written_by_hand(ask) -> None:
    assert ask(applied_on=" ").applied_on.data is None
    assert ask(applied_on="31/03/2026").applied_on.data == date(2026, 3, 31)


def test_what_was_not_offered_is_refused(ask) -> None:
    for name in ("workplace", "employment", "excitement", "resume_id", "stage"):
        assert name in ask(**{name: "99"}).errors


def test_nul_and_lone_surrogates_never_reach_the_database(ask) -> None:
    form = ask(company="A\0B", posting="a\0\r\nb")
    assert (form.company.data, form.posting.data) == ("AB", "a\nb")
    with Flask(__name__).test_request_context(
        method="POST",
        data=b"role=%ED%A0%80x%00&company=%FF",
        content_type="application/x-www-form-urlencoded",
    ):
        form = ApplicationForm()
    assert f"{form.role.data}{form.company.data}".encode()
    assert "\0" not in form.role.data


def test_words_between_commas_are_kept_once_however_capitalised(ask) -> None:
    form = ask(sparks=["mentoring", "Coffee,  small  team、coffee", ""])
    assert form.sparks.data == ["mentoring", "Coffee", "small team"]


def test_a_word_with_a_box_is_not_in_the_line_as_well(ask) -> None:
    form = ask(sparks=["Mentoring", "coffee"])
    form.sparks.offered = ["mentoring"]
    assert form.sparks.ticked("mentoring")
    assert form.sparks._value() == "coffee"
