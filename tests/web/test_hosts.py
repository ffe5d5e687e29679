"""Which names are answered, however the server was started."""

from collections.abc import Callable

import pytest
from flask import Flask

from tests.browser import Browser
from tests.builders import Build
from tracker.cli import accounts
from tracker.database import writing
from tracker.extensions import db
from tracker.models import User
from tracker.models.server.setting import BASE_URL, Setting
from tracker.values import passwords
from tracker.web.security import forget_base_url

pytestmark = pytest.mark.usefixtures("quick_hashing")
PASSWORD = "heron umbrella kettle"
EVIL = "http://evil.example"


@pytest.fixture
def kim(app: Flask) -> User:
    """A keeper whose account was made in the terminal: nobody confirmed an address.

    The forgery token of the test's browser is for localhost alone, so it is left out here.
    """
    app.config["WTF_CSRF_ENABLED"] = False
    return accounts.add("kim@example.org", "Kim", True, PASSWORD)


def sign_in(browser: Browser, email: str, at: str = "http://localhost") -> int:
    form = {"email": email, "password": PASSWORD}
    return browser.post("/login", data=form, base_url=at, headers={"Origin": at}).status_code


def pinned() -> str | None:
    db.session.rollback()
    return Setting.read(db.session(), BASE_URL)


def test_the_first_sign_in_of_the_keeper_settles_the_address(app: Flask, kim: User) -> None:
    browser = Browser.of(app)
    assert sign_in(browser, "kim@example.org", "https://jobs.example.org") == 303
    assert pinned() == "https://jobs.example.org"
    answer = browser.get("/today", base_url="https://jobs.example.org")
    assert "Links" not in answer.text, "no toast of the server stands over the first greeting"
    settings = browser.get("/settings", base_url="https://jobs.example.org").text
    assert "Links begin with https://jobs.example.org" in settings

    assert browser.get("/login", base_url=EVIL).status_code == 400
    sent = browser.post("/leads", data={"company": "X"}, base_url=EVIL, headers={"Origin": EVIL})
    assert sent.status_code in (400, 403)
    assert browser.get("/healthz", base_url=EVIL).status_code == 200


def test_by_number_or_localhost_the_address_in_the_network_is_settled(
    app: Flask, kim: User
) -> None:
    browser = Browser.of(app)
    sign_in(browser, "kim@example.org")
    assert (pinned() or "").startswith("http://")
    assert "evil" not in (pinned() or "")
    assert browser.get("/today", base_url=EVIL).status_code == 400
    assert browser.get("/today", base_url="http://192.0.2.7:8000").status_code != 400


def test_until_then_another_name_is_good_for_signing_in_and_no_more(
    app: Flask, kim: User, build: Build
) -> None:
    build.user(email="mia@example.org", password_hash=passwords.hash_password(PASSWORD))
    browser = Browser.of(app)
    assert sign_in(browser, "mia@example.org", EVIL) == 303
    assert pinned() is None

    answer = browser.get("/today", base_url=EVIL)

    assert answer.status_code == 400
    assert "know this address yet" in answer.text
    headers = {"Origin": EVIL}
    assert browser.post("/calendar", base_url=EVIL, headers=headers).status_code == 400
    assert browser.get("/login", base_url=EVIL).status_code == 303


def test_what_another_process_learnt_is_read_before_anything_is_refused(
    app: Flask, kim: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    browser = Browser.of(app)
    home = "https://jobs.example.org"
    assert browser.get("/login", base_url=home).status_code == 200  # remembered: none yet
    sign_in(browser, "kim@example.org", home)
    forget_base_url()
    app.extensions["base_url"] = (float("inf"), None)
    assert browser.get("/today", base_url=home).status_code == 200


def test_an_address_that_is_known_is_left_as_it_is(
    app: Flask, kim: User, sign_in: Callable[..., Browser]
) -> None:
    with writing() as session:
        Setting.write(session, BASE_URL, "https://jobs.example.org")
    form = {"email": "kim@example.org", "password": PASSWORD}
    assert Browser.of(app).post("/login", data=form).status_code == 303
    assert pinned() == "https://jobs.example.org"


def test_a_reset_link_of_the_terminal_settles_it_too(app: Flask) -> None:
    app.config["WTF_CSRF_ENABLED"] = False
    keeper = accounts.add("kim@example.org", "Kim", True, None)
    path = accounts.reset_link(keeper).partition("/reset/")[2]
    home = "https://jobs.example.org"
    sent = Browser.of(app).post(
        f"/reset/{path}",
        data={"password": PASSWORD},
        base_url=home,
        headers={"Origin": home},
    )
    assert sent.status_code == 303
    assert pinned() == home
