"""Signing in by an account elsewhere, against a provider that runs beside the test."""

import warnings
from collections.abc import Callable, Iterator
from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest
import requests
from flask import Flask
from sqlalchemy import func, select, update
from werkzeug.test import TestResponse

from tests.browser import Browser
from tests.builders import Build
from tracker.config.misconfigured import Misconfigured
from tracker.config.settings import Settings, read_settings
from tracker.config.who_signs_in import SignInProvider
from tracker.database import writing
from tracker.extensions import db
from tracker.models import AccountEvent, Device, Identity, User

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    import oidc_provider_mock

SECONDS = 60


@pytest.fixture(scope="module")
def issuer() -> Iterator[str]:
    """A provider that lets anybody in as whom they like."""
    with oidc_provider_mock.run_server_in_thread() as server:
        yield f"http://localhost:{server.server_port}"


@pytest.fixture
def app(app: Flask, settings: Settings, issuer: str) -> Flask:
    """One whose keeper has named the provider."""
    app.config["ONWARD"] = replace(settings, provider=SignInProvider(issuer, "onward", "a secret"))
    return app


@pytest.fixture
def mia(visitor: Browser, build: Build, issuer: str) -> User:
    """Somebody who is joined with number 7 there."""
    user = build.user(email="mia@example.org")
    build.identity(user, issuer=issuer, subject="7")
    return user


def at_provider(asked: TestResponse, subject: str) -> str:
    """What somebody does there: say who they are; gives the address that they are sent back to."""
    sent = requests.post(
        asked.headers["Location"], data={"sub": subject}, allow_redirects=False, timeout=SECONDS
    )
    assert sent.status_code in (302, 303), sent.text
    back = urlsplit(sent.headers["Location"])
    return f"{back.path}?{back.query}"


def come_back(browser: Browser, subject: str) -> TestResponse:
    return browser.get(at_provider(browser.get("/login/provider"), subject))


def devices() -> int:
    return db.session.scalar(select(func.count()).select_from(Device)) or 0


def test_who_is_joined_is_signed_in_and_comes_to_where_they_were_going(
    visitor: Browser, mia: User
) -> None:
    assert visitor.get("/insights").headers["Location"] == "/login"
    assert "Sign in with localhost" in visitor.get("/login").text
    assert come_back(visitor, "7").headers["Location"] == "/insights"
    assert visitor.get("/insights").status_code == 200
    assert db.session.scalars(select(Device)).one().way == "oidc"
    assert db.session.scalars(select(AccountEvent.detail)).one() == "through an account elsewhere"


def test_the_question_carries_pkce_a_nonce_and_a_state_and_only_the_last_is_kept(
    visitor: Browser, mia: User
) -> None:
    """A forged host is not where one is sent back to."""
    assert "evil" not in visitor.get("/login/provider", base_url="http://evil.example").headers.get(
        "Location", ""
    )
    for _ in range(3):
        asked = urlsplit(visitor.get("/login/provider").headers["Location"])
    query = parse_qs(asked.query)
    assert query["code_challenge_method"] == ["S256"]
    assert query["response_type"] == ["code"]
    assert {"code_challenge", "nonce", "state"} <= set(query)
    assert query["redirect_uri"][0].endswith("/login/provider/answer")
    with visitor.session_transaction() as cookie:
        assert len([name for name in cookie if name.startswith("_state_")]) == 1


def test_somebody_elses_number_opens_nothing_whatever_address_it_has(
    visitor: Browser, mia: User
) -> None:
    assert come_back(visitor, "mia@example.org").headers["Location"] == "/login"
    assert "Nobody here is joined with that account yet" in visitor.get("/login").text
    assert devices() == 0
    assert db.session.scalar(select(func.count()).select_from(User)) == 2

    with writing() as session:
        session.execute(update(Identity).values(issuer="https://elsewhere.example"))
    assert come_back(visitor, "7").headers["Location"] == "/login"
    assert devices() == 0


def test_an_answer_that_does_not_fit_the_question_is_refused(visitor: Browser, mia: User) -> None:
    for spoil in ("state=made-up", "code=made-up", "error=access_denied", ""):
        back = urlsplit(at_provider(visitor.get("/login/provider"), "7"))
        query = {name: values[0] for name, values in parse_qs(back.query).items()}
        name, _, value = spoil.partition("=")
        query = query | {name: value} if spoil else {}
        answer = visitor.get(back.path, query_string=query)
        assert answer.headers["Location"] == "/login", spoil
        assert "didn’t say who you are" in visitor.get("/login").text, spoil
        assert devices() == 0, spoil


def test_an_answer_to_another_browser_and_one_sent_twice_are_refused(
    app: Flask, visitor: Browser, mia: User
) -> None:
    back = at_provider(visitor.get("/login/provider"), "7")
    assert Browser.of(app).get(back).headers["Location"] == "/login"
    assert devices() == 0
    visitor.get(back)
    assert devices() == 1
    visitor.post("/logout")
    assert visitor.get(back).headers["Location"] == "/login"
    assert devices() == 0


def test_an_answer_with_a_nonce_of_another_question_is_refused(visitor: Browser, mia: User) -> None:
    back = at_provider(visitor.get("/login/provider"), "7")
    with visitor.session_transaction() as cookie:
        (kept,) = [name for name in cookie if name.startswith("_state_onward_")]
        cookie[kept] = {**cookie[kept], "data": {**cookie[kept]["data"], "nonce": "another"}}
    assert visitor.get(back).headers["Location"] == "/login"
    assert devices() == 0


def test_a_provider_that_is_not_there_is_said_kindly(
    app: Flask, visitor: Browser, settings: Settings
) -> None:
    nobody = SignInProvider("http://127.0.0.1:9", "onward", "a secret")
    app.config["ONWARD"] = replace(settings, provider=nobody)
    assert visitor.get("/login/provider").headers["Location"] == "/login"
    assert "Try once more" in visitor.get("/login").text


def test_one_joins_an_account_by_saying_so_with_the_password_given_lately(
    app: Flask, sign_in: Callable[..., Browser], build: Build, issuer: str
) -> None:
    browser = sign_in(build.user(password_hash="unused"))
    assert come_back(browser, "42").headers["Location"] == "/settings/provider"
    assert db.session.scalars(select(Identity)).all() == []
    assert "42" in browser.get("/settings/provider").text
    with writing() as session:
        session.execute(update(Device).values(proved_at=None))
    assert browser.post("/settings/provider").status_code == 401
    with writing() as session:
        session.execute(update(Device).values(proved_at=Device.last_seen_at))

    assert browser.post("/settings/provider").status_code == 303

    joined = db.session.scalars(select(Identity)).one()
    assert (joined.issuer, joined.subject, joined.user_id) == (issuer, "42", browser.user.id)
    other = Browser.of(app)
    come_back(other, "42")
    assert other.get("/board").status_code == 200
    browser.post(f"/settings/provider/{joined.id}/ending")
    assert come_back(Browser.of(app), "42").headers["Location"] == "/login"


def test_who_has_no_password_shows_there_that_it_is_them(visitor: Browser, mia: User) -> None:
    come_back(visitor, "7")
    with writing() as session:
        session.execute(update(Device).values(proved_at=None))
    assert visitor.get("/coach/links/new").headers["Location"] == "/again"
    assert "You have no password here" in visitor.get("/again").text
    come_back(visitor, "8")
    assert visitor.get("/coach/links/new").headers["Location"] == "/again", "not them"
    asked = visitor.get("/login/provider")
    assert "prompt=login" in asked.headers["Location"]
    assert visitor.get(at_provider(asked, "7")).headers["Location"] == "/coach/links/new"
    assert visitor.get("/coach/links/new").status_code == 200

    with writing() as session:
        session.execute(update(Device).values(proved_at=None))
        session.execute(update(User).values(password_hash="unused"))
    come_back(visitor, "7")
    assert visitor.get("/coach/links/new").headers["Location"] == "/again", "it is asked for"


def test_an_account_that_is_joined_with_somebody_is_not_taken_over(
    mia: User, sign_in: Callable[..., Browser]
) -> None:
    browser = sign_in()
    come_back(browser, "7")
    browser.post("/settings/provider")
    assert "joined with another one here" in browser.get("/settings/provider").text
    assert db.session.scalars(select(Identity)).one().user_id == mia.id


def test_without_a_provider_there_are_no_such_pages(
    app: Flask, browser: Browser, settings: Settings
) -> None:
    app.config["ONWARD"] = settings
    for place in ("/login/provider", "/login/provider/answer", "/settings/provider"):
        assert browser.get(place).status_code == 404
    assert browser.post("/settings/provider").status_code == 404


ALL = {"ISSUER": "https://id.example.org/", "CLIENT_ID": "onward", "CLIENT_SECRET": "s"}


@pytest.mark.parametrize("left_out", sorted(ALL))
def test_a_provider_that_is_half_named_stops_the_start(tmp_path: object, left_out: str) -> None:
    given = {f"ONWARD_OIDC_{name}": ALL[name] for name in ALL if name != left_out}
    with pytest.raises(Misconfigured, match="ONWARD_OIDC_ISSUER must be like"):
        read_settings({"ONWARD_INSTANCE": str(tmp_path), **given})


def test_its_secret_may_stand_in_a_file(tmp_path: object) -> None:
    file = f"{tmp_path}/secret-of-provider"
    with open(file, "w") as made:  # noqa: PTH123
        made.write("from the file\n")
    given = {f"ONWARD_OIDC_{name}": ALL[name] for name in ("ISSUER", "CLIENT_ID")}
    given["ONWARD_OIDC_CLIENT_SECRET_FILE"] = file
    known = read_settings({"ONWARD_INSTANCE": f"{tmp_path}/instance", **given}).provider
    assert known == SignInProvider("https://id.example.org", "onward", "from the file")
