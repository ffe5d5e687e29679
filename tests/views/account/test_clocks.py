"""Signing in holds while the server's clock goes wrong, and ends when it has to."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import itsdangerous.timed
import pytest
from flask import Flask
from sqlalchemy import select, update

from tests.browser import Browser
from tests.builders import Build
from tracker.clock import now
from tracker.database import writing
from tracker.extensions import db
from tracker.models import Device, FailedLogin
from tracker.models.device import LASTS

NEVER_SET = datetime(1970, 1, 1, 0, 5, tzinfo=UTC)


def moved(**times: datetime) -> None:
    """As if all devices had been signed in and seen at another time."""
    with writing() as session:
        session.execute(update(Device).values(**times))


def ended(browser: Browser) -> bool:
    return browser.get("/board").headers.get("Location") == "/login"


@pytest.mark.parametrize(
    "ahead", [timedelta(hours=-1), timedelta(hours=1), timedelta(days=1), timedelta(days=20_000)]
)
def test_a_cookie_signed_by_another_clock_still_holds(
    browser: Browser, monkeypatch: pytest.MonkeyPatch, ahead: timedelta
) -> None:
    real = itsdangerous.timed.TimestampSigner.get_timestamp
    with monkeypatch.context() as patch:
        patch.setattr(
            itsdangerous.timed.TimestampSigner,
            "get_timestamp",
            lambda self: max(real(self) + int(ahead.total_seconds()), 1),
        )
        with browser.session_transaction() as cookie:
            cookie["touched"] = True
    assert not ended(browser)


def test_a_forged_cookie_does_not_hold(app: Flask, browser: Browser) -> None:
    value = browser.get_cookie("onward")
    assert value is not None
    browser.set_cookie("onward", value.value[:-3] + "abc")
    assert ended(browser)


@pytest.mark.parametrize(
    "ahead", [timedelta(hours=1), timedelta(days=1), timedelta(days=20_000), timedelta(hours=-1)]
)
def test_a_clock_set_back_or_forth_signs_nobody_out(browser: Browser, ahead: timedelta) -> None:
    moved(created_at=now() + ahead, last_seen_at=now() + ahead)
    assert not ended(browser)


def test_who_signed_in_before_the_clock_was_set_stays_and_begins_their_time_then(
    browser: Browser,
) -> None:
    moved(created_at=NEVER_SET, last_seen_at=NEVER_SET)
    before = now()
    assert not ended(browser)
    device = db.session.get_one(Device, browser.device.id)
    assert before <= device.created_at <= now()
    assert device.proved_at is None
    assert not ended(browser)


def test_a_sign_in_ends_after_180_days_however_often_it_was_used(browser: Browser) -> None:
    moved(created_at=now() - LASTS + timedelta(hours=1))
    assert not ended(browser)
    moved(created_at=now() - LASTS - timedelta(seconds=1), last_seen_at=now())
    assert ended(browser)
    assert db.session.scalars(select(Device)).all() == []


def test_what_ended_stays_so_when_the_clock_is_set_back(
    browser: Browser, sign_in: Callable[..., Browser], build: Build
) -> None:
    moved(created_at=now() - LASTS - timedelta(seconds=1))
    assert ended(browser)
    moved(created_at=now())
    assert ended(browser)


def test_guesses_of_a_clock_that_was_ahead_keep_nobody_waiting(
    visitor: Browser, build: Build
) -> None:
    wrong: dict[str, Any] = {"email": "mia@example.org", "password": "wrong words here"}
    for _ in range(11):
        answer = visitor.post("/login", data=wrong)
    assert answer.status_code == 429
    with writing() as session:
        session.execute(update(FailedLogin).values(at=now() + timedelta(hours=1)))
    assert visitor.post("/login", data=wrong).status_code == 422
