"""What happened to an account stands where its owner can read it, and says nothing private."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select, update

from tests.browser import Browser
from tests.builders import Build
from tracker.cli import accounts
from tracker.clock import now
from tracker.database import writing
from tracker.extensions import db
from tracker.models import AccountEvent
from tracker.models.account_event import KEPT, Happened
from tracker.models.device import Device
from tracker.values import passwords
from tracker.views.account.history import WORDS

pytestmark = pytest.mark.usefixtures("quick_hashing")
PASSWORD = "heron umbrella kettle"
PLACE = "/settings/history"


@pytest.fixture
def mia(build: Build, sign_in: Callable[..., Browser]) -> Browser:
    """A keeper with a password, signed in."""
    hashed = passwords.hash_password(PASSWORD)
    return sign_in(build.user(email="mia@example.org", keeper=True, password_hash=hashed))


def kinds() -> list[str]:
    return list(db.session.scalars(select(AccountEvent.kind).order_by(AccountEvent.id)))


def lines(browser: Browser) -> list[str]:
    """The lines of the page, without their marks."""
    found = re.findall(r"<li>\s*<div>\s*<b>.*?</li>", browser.get(PLACE).text, re.DOTALL)
    return [" ".join(re.sub(r"<[^>]+>", "", line).split()) for line in found]


def test_every_kind_of_event_has_its_words() -> None:
    assert set(WORDS) == set(Happened)


def test_signing_in_stands_there_with_browser_and_address(app: Flask, mia: Browser) -> None:
    form = {"email": "mia@example.org", "password": PASSWORD}
    agent = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
    Browser.of(app).post("/login", data=form, headers={"User-Agent": agent})

    (line,) = lines(mia)

    assert line.startswith("Signed in")
    assert line.endswith("Firefox on Linux · 127.0.0.1")


def test_the_sign_in_of_the_device_at_hand_is_told_apart(app: Flask, mia: Browser) -> None:
    form = {"email": "mia@example.org", "password": PASSWORD}
    here, there = Browser.of(app), Browser.of(app)
    there.post("/login", data=form)
    earlier = now() - timedelta(hours=1)
    with writing() as session:
        session.execute(update(AccountEvent).values(at=earlier))
        session.execute(update(Device).values(created_at=earlier))
    here.post("/login", data=form)

    assert [" · this device" in line for line in lines(here)] == [True, False]
    assert [" · this device" in line for line in lines(there)] == [False, True]


def test_wrong_passwords_are_one_line_that_counts_them(app: Flask, mia: Browser) -> None:
    for _ in range(3):
        wrong = {"email": "Mia@example.org", "password": "wrong words here"}
        assert Browser.of(app).post("/login", data=wrong).status_code == 422

    (line,) = lines(mia)

    assert line.startswith("A wrong password was typed with your email · 3 times")
    with writing() as session:
        session.execute(update(AccountEvent).values(at=now() - timedelta(hours=2)))
    Browser.of(app).post("/login", data=wrong)
    assert len(lines(mia)) == 2


def test_a_wrong_password_for_nobody_is_written_nowhere(app: Flask, mia: Browser) -> None:
    wrong = {"email": "nobody@example.org", "password": "wrong words here"}
    assert Browser.of(app).post("/login", data=wrong).status_code == 422
    assert kinds() == []


def test_what_leaves_an_account_or_guards_it_stands_there(mia: Browser, build: Build) -> None:
    link, _ = build.link(mia.user)
    mia.post(f"/coach/links/{link.id}/revocation")
    mia.post(f"/coach/links/{link.id}/revocation/reversal")
    mia.post("/coach/links", data={"label": "Secret-Name", "parts": "applications", "lasts": "7"})
    mia.post("/calendar")
    mia.post("/calendar/ending")
    mia.post("/exports", data={"format": "ics"})
    mia.post("/settings/other-devices/sign-out")
    mia.post(f"/settings/members/{mia.user.id}/password-reset")
    profile = {"email": "mia2@example.org", "time_zone": "Europe/Berlin", "country": "DE"}
    profile |= {"state": "", "first_weekday": "0", "morning_hour": "9", "letter_language": "en"}
    mia.post("/settings/profile", data=profile)
    new = {"current_password": PASSWORD, "password": "kettle umbrella heron"}
    mia.post("/settings/password", data=new)

    assert kinds() == [
        "link_ended",
        "link_reopened",
        "link_made",
        "calendar_made",
        "calendar_ended",
        "exported",
        "device_ended",
        "reset_link",
        "email_changed",
        "password_changed",
    ]
    assert len(lines(mia)) == 10
    assert "Secret-Name" not in mia.get(PLACE).text
    assert "A file to take away was made · Calendar file" in " ".join(lines(mia))


def test_nobody_reads_what_happened_to_another(
    mia: Browser, sign_in: Callable[..., Browser]
) -> None:
    mia.post("/calendar")
    assert len(lines(mia)) == 1
    assert lines(sign_in()) == []


def test_it_is_kept_180_days(mia: Browser) -> None:
    mia.post("/calendar")
    with writing() as session:
        session.execute(update(AccountEvent).values(at=now() - KEPT))
    assert lines(mia) == []
    mia.post("/calendar/ending")
    assert kinds() == ["calendar_ended"]


def test_the_terminal_leaves_its_line_too(app: Flask, mia: Browser) -> None:
    accounts.reset_link(mia.user)
    accounts.note_export(mia.user, "json")
    assert [line.rpartition("· ")[2] for line in lines(mia)] == ["On the server itself"] * 2


def test_what_happens_to_the_server_stands_with_everybody(mia: Browser, build: Build) -> None:
    build.user()
    accounts.note_restored()
    assert kinds() == ["restored", "restored"]
    assert lines(mia)[0].startswith("This Onward was restored from a backup")
