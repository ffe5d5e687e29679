"""Whose pages a browser may show stands in a cookie that tells no more than that."""

import pytest
from flask import Flask

from tests.browser import Browser
from tests.builders import Build
from tracker.models import User
from tracker.values import passwords

pytestmark = pytest.mark.usefixtures("quick_hashing")
PASSWORD = "heron umbrella kettle"


@pytest.fixture
def mia(visitor: Browser, build: Build) -> User:
    """Somebody with a password."""
    hashed = passwords.hash_password(PASSWORD)
    return build.user(email="mia@example.org", password_hash=hashed)


def whose(browser: Browser) -> str | None:
    cookie = browser.get_cookie("onward-person")
    return cookie.value if cookie else None


def test_it_comes_with_signing_in_and_goes_with_signing_out(visitor: Browser, mia: User) -> None:
    visitor.post("/login", data={"email": "mia@example.org", "password": PASSWORD})
    assert whose(visitor) == str(mia.id)
    assert f'data-person="{mia.id}"' in visitor.get("/today").text
    visitor.post("/logout")
    assert whose(visitor) is None


def test_who_was_signed_in_before_gets_it_with_the_next_page_and_once(browser: Browser) -> None:
    assert whose(browser) is None
    cookies = browser.get("/today").headers.getlist("Set-Cookie")
    assert any(cookie.startswith("onward-person=") for cookie in cookies)
    assert whose(browser) == str(browser.user.id)
    assert "Set-Cookie" not in browser.get("/today").headers


def test_one_that_somebody_made_up_opens_nothing(app: Flask, visitor: Browser, mia: User) -> None:
    visitor.set_cookie("onward-person", str(mia.id))
    assert visitor.get("/board").headers["Location"] == "/login"
    assert whose(visitor) is None


def test_a_page_for_a_coach_neither_reads_nor_sets_it(browser: Browser, build: Build) -> None:
    browser.get("/today")
    _, token = build.link(browser.user)
    answer = browser.get(f"/s/{token}")
    assert answer.status_code == 200
    assert "Set-Cookie" not in answer.headers
