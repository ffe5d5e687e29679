"""A proxy in front says who is there: it alone, and only where the keeper said so."""

import ipaddress
from dataclasses import replace
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import func, select

from tests.browser import Browser
from tests.builders import Build
from tracker.config.settings import Settings
from tracker.extensions import db
from tracker.models import Device, User

PROXY = "10.1.0.7"


@pytest.fixture
def app(app: Flask, settings: Settings) -> Flask:
    """One that believes a proxy."""
    peers = (ipaddress.ip_network("10.1.0.0/28"), ipaddress.ip_network("fd00::7/128"))
    believing = replace(settings, trusted_user_header="Remote-Email", trusted_user_peers=peers)
    app.config["ONWARD"] = believing
    return app


@pytest.fixture
def mia(visitor: Browser, build: Build) -> User:
    """Somebody without a password, on a server that somebody else keeps."""
    return build.user(email="mia@example.org")


def come(browser: Browser, place: str = "/login", peer: str = PROXY, **more: Any) -> Any:
    headers = {"Remote-Email": "mia@example.org"} | more.pop("headers", {})
    environ = {"REMOTE_ADDR": peer} | more.pop("environ", {})
    return browser.get(place, headers=headers, environ_overrides=environ, **more)


def devices() -> int:
    return db.session.scalar(select(func.count()).select_from(Device)) or 0


def test_whom_the_proxy_names_is_signed_in_and_comes_to_where_they_were_going(
    visitor: Browser, mia: User
) -> None:
    assert come(visitor, "/insights").headers["Location"] == "/login"
    assert come(visitor).headers["Location"] == "/login/proxy"
    assert come(visitor, "/login/proxy").headers["Location"] == "/insights"
    assert come(visitor, "/insights").status_code == 200
    assert db.session.scalars(select(Device)).one().user_id == mia.id


@pytest.mark.parametrize("name", ["MIA@Example.org", " mia@example.org "])
def test_the_email_is_read_as_it_is_when_it_is_typed(
    visitor: Browser, mia: User, name: str
) -> None:
    come(visitor, "/login/proxy", headers={"Remote-Email": name})
    assert devices() == 1


def test_the_header_is_worth_nothing_from_anywhere_else(visitor: Browser, mia: User) -> None:
    for peer, headers, environ in (
        ("10.1.0.16", {}, {}),
        ("127.0.0.1", {}, {}),
        ("::1", {}, {}),
        ("", {}, {}),
        ("unix:", {}, {}),
        ("198.51.100.1", {"X-Forwarded-For": PROXY}, {}),
        ("198.51.100.1", {"X-Real-IP": PROXY, "Forwarded": f"for={PROXY}"}, {}),
        (PROXY, {}, {"werkzeug.proxy_fix.orig": {"REMOTE_ADDR": "198.51.100.1"}}),
    ):
        for place in ("/login", "/login/proxy", "/board"):
            answer = come(visitor, place, peer, headers=headers, environ=environ)
            assert answer.headers.get("Location", "/login") == "/login", (peer, headers, environ)
            assert "mia@example.org" not in answer.text, (peer, headers, environ)
        assert devices() == 0, (peer, headers, environ)


def test_behind_a_proxy_that_forwards_addresses_the_other_end_counts(
    visitor: Browser, mia: User
) -> None:
    through = {"werkzeug.proxy_fix.orig": {"REMOTE_ADDR": PROXY}}
    come(visitor, "/login/proxy", "198.51.100.1", environ=through)
    assert devices() == 1


@pytest.mark.parametrize("peer", ["::ffff:10.1.0.7", "fd00::7"])
def test_the_proxy_may_come_over_ipv6(visitor: Browser, mia: User, peer: str) -> None:
    come(visitor, "/login/proxy", peer)
    assert devices() == 1


def test_without_the_setting_the_header_is_not_read(
    app: Flask, visitor: Browser, mia: User, settings: Settings
) -> None:
    app.config["ONWARD"] = settings
    assert come(visitor, "/login/proxy").headers["Location"] == "/login"
    assert devices() == 0


@pytest.mark.parametrize(
    "name", ["", "nobody@example.org", "mia@example.org,keeper@example.org", "\x00", "é" * 300]
)
def test_who_has_no_account_gets_none_and_may_sign_in_as_ever(
    visitor: Browser, mia: User, name: str
) -> None:
    people = db.session.scalar(select(func.count()).select_from(User))
    named = {"Remote-Email": name.encode("utf-8", "replace").decode("latin-1")}
    answer = come(visitor, headers=named)
    assert answer.status_code == 200
    assert 'name="password"' in answer.text
    come(visitor, "/login/proxy", headers=named)
    assert devices() == 0
    assert db.session.scalar(select(func.count()).select_from(User)) == people


def test_the_session_holds_only_while_the_proxy_vouches_for_the_same_person(
    visitor: Browser, mia: User, build: Build
) -> None:
    build.user(email="sam@example.org")
    come(visitor, "/login/proxy")
    assert come(visitor, "/board").status_code == 200
    assert visitor.get("/board").headers["Location"] == "/login"
    assert come(visitor, "/board", "198.51.100.1").headers["Location"] == "/login"
    come(visitor, "/login/proxy")
    sam = {"Remote-Email": "sam@example.org"}
    assert come(visitor, "/board", headers=sam).headers["Location"] == "/login"


def test_who_signed_in_by_password_needs_no_proxy(app: Flask, browser: Browser) -> None:
    assert browser.get("/board").status_code == 200
    assert come(browser, "/board").status_code == 200


def test_signing_out_lasts_until_one_goes_on(visitor: Browser, mia: User) -> None:
    come(visitor, "/login/proxy")
    visitor.post(
        "/logout",
        headers={"Remote-Email": "mia@example.org"},
        environ_overrides={"REMOTE_ADDR": PROXY},
    )
    assert devices() == 0
    answer = come(visitor)
    assert answer.status_code == 200
    assert "Go on as" in answer.text
    visitor.post(
        "/login/proxy",
        headers={"Remote-Email": "mia@example.org"},
        environ_overrides={"REMOTE_ADDR": PROXY},
    )
    assert come(visitor, "/board").status_code == 200


def test_who_has_no_password_is_not_asked_for_it(visitor: Browser, mia: User) -> None:
    come(visitor, "/login/proxy")
    assert come(visitor, "/coach/links/new").status_code == 200
