"""A code at sign-in: turned on, asked for, used once, and the ways out when the phone is gone."""

import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from html import unescape

import pytest
from flask import Flask
from sqlalchemy import func, select, update
from werkzeug.test import TestResponse

from tests.browser import Browser
from tests.builders import Build
from tracker.clock import now
from tracker.database import writing
from tracker.extensions import db
from tracker.models import (
    AccountEvent,
    Device,
    FailedLogin,
    PasswordReset,
    RecoveryCode,
    SecondStep,
    User,
)
from tracker.values import one_time_codes, passwords

pytestmark = pytest.mark.usefixtures("quick_hashing")
PASSWORD = "heron umbrella kettle"
SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


@pytest.fixture
def mia(visitor: Browser, build: Build) -> User:
    """Somebody with a password, on a server that somebody else keeps."""
    hashed = passwords.hash_password(PASSWORD)
    return build.user(email="mia@example.org", password_hash=hashed)


@pytest.fixture
def codes(mia: User) -> list[str]:
    """Their recovery codes: a code is asked for at sign-in."""
    with writing() as session:
        session.add(SecondStep(user_id=mia.id, secret=SECRET, last_counter=0, made_at=now()))
        return RecoveryCode.renew(session, mia.id)


def code(steps: int = 0, secret: str = SECRET) -> str:
    """What the app shows now, or shows so many half minutes later."""
    return one_time_codes.code_at(secret, one_time_codes.counter_at(now()) + steps)


def wrong_code() -> str:
    """One that fits at no half minute near now."""
    near = {code(steps) for steps in range(-3, 4)}
    return next(each for each in ("000000", "111111", "222222", "333333") if each not in near)


def hidden(answer: TestResponse, name: str) -> str:
    found = re.search(rf'name="{name}"[^>]*value="([^"]*)"', answer.text)
    return unescape(found[1]) if found else ""


def first_step(browser: Browser, **more: str) -> TestResponse:
    return browser.post("/login", data={"email": "mia@example.org", "password": PASSWORD} | more)


def second_step(browser: Browser, **form: str) -> TestResponse:
    return browser.post("/login/code", data={"half": hidden(first_step(browser), "half")} | form)


def devices() -> int:
    return db.session.scalar(select(func.count()).select_from(Device)) or 0


# Signing in


@pytest.mark.both_databases
def test_the_code_signs_in_and_is_worth_nothing_a_second_time(
    app: Flask, visitor: Browser, codes: list[str]
) -> None:
    """The password alone signs nobody in."""
    answer = first_step(visitor)
    assert answer.status_code == 200
    assert 'autocomplete="one-time-code"' in answer.text
    assert visitor.get("/board").headers["Location"] == "/login"
    assert devices() == 0

    shown = code()
    assert second_step(visitor, code=f"{shown[:3]} {shown[3:]}").status_code == 303
    assert visitor.get("/board").status_code == 200

    assert second_step(Browser.of(app), code=shown).status_code == 422
    assert devices() == 1


@pytest.mark.both_databases
def test_one_code_sent_at_once_from_two_places_signs_in_one(
    app: Flask, visitor: Browser, codes: list[str]
) -> None:
    browsers = [Browser.of(app) for _ in range(6)]
    halves = [hidden(first_step(browser), "half") for browser in browsers]
    shown = code()

    def send(number: int) -> int:
        form = {"half": halves[number], "code": shown}
        return browsers[number].post("/login/code", data=form).status_code

    with ThreadPoolExecutor(6) as pool:
        assert sorted(pool.map(send, range(6))) == [303] + [422] * 5


def test_the_code_before_and_after_fit_and_none_further(
    app: Flask, visitor: Browser, codes: list[str]
) -> None:
    at = now()
    mine = [(steps, one_time_codes.counter_at(at) + steps) for steps in (-3, -2, -1, 0, 1, 2, 3)]
    fits = [
        steps
        for steps, counter in mine
        if one_time_codes.counter_of(SECRET, one_time_codes.code_at(SECRET, counter), at) == counter
    ]
    assert fits == [-1, 0, 1]


def test_odd_codes_are_refused_as_wrong_ones_are(visitor: Browser, codes: list[str]) -> None:
    half = hidden(first_step(visitor), "half")
    for odd in (wrong_code(), "", "12345", "abcdef", "१२३४५६", "\x00", "9" * 5000):
        sent = {"half": half, "code": odd, "recovery": odd}
        answer = visitor.post("/login/code", data=sent)
        assert answer.status_code == 422, odd[:20]
        assert "That code doesn’t fit, or it was used." in answer.text, odd[:20]


def test_a_recovery_code_works_once_however_it_is_typed(
    app: Flask, visitor: Browser, codes: list[str]
) -> None:
    typed = codes[3].upper().replace("-", " ")
    assert second_step(visitor, recovery=typed).status_code == 303
    assert second_step(Browser.of(app), recovery=codes[3]).status_code == 422
    assert second_step(Browser.of(app), recovery=codes[4]).status_code == 303
    assert db.session.scalar(RecoveryCode.left(db.session.scalar(select(SecondStep.user_id)))) == 8


def test_recovery_codes_are_kept_as_hashes_only(codes: list[str]) -> None:
    kept = set(db.session.scalars(select(RecoveryCode.code_hash)))
    assert len(kept) == len(set(codes)) == 10
    assert all(len(each) == 64 for each in kept)


def test_guesses_at_the_code_are_slowed_wherever_they_come_from(
    app: Flask, visitor: Browser, codes: list[str]
) -> None:
    half = hidden(first_step(visitor), "half")
    answers = []
    for number in range(11):
        visitor.environ_base["REMOTE_ADDR"] = f"198.51.100.{number}"
        answers.append(visitor.post("/login/code", data={"half": half, "code": wrong_code()}))
    assert [answer.status_code for answer in answers] == [422] * 10 + [429]
    assert "Retry-After" in answers[-1].headers
    assert visitor.post("/login/code", data={"half": half, "code": code()}).status_code == 429
    with writing() as session:
        session.execute(update(FailedLogin).values(at=now() - timedelta(minutes=15)))
    assert visitor.post("/login/code", data={"half": half, "code": code()}).status_code == 303


def test_without_the_right_password_no_code_is_looked_at(
    app: Flask, visitor: Browser, codes: list[str], mia: User
) -> None:
    for half in ("", "made.up.words", str(mia.id)):
        answer = visitor.post("/login/code", data={"half": half, "code": code()})
        assert answer.headers["Location"] == "/login"
    half = hidden(first_step(visitor), "half")
    with writing() as session:
        session.get_one(User, mia.id).password_hash = passwords.hash_password("another heron")
    answer = visitor.post("/login/code", data={"half": half, "code": code()})
    assert answer.headers["Location"] == "/login"
    assert devices() == 0


def test_what_was_typed_is_carried_through_both_steps(
    visitor: Browser, codes: list[str], mia: User
) -> None:
    carried = hidden(visitor.post("/leads", data={"company": "Banksia Software"}), "carried")
    asked = first_step(visitor, carried=carried)
    wrong = visitor.post(
        "/login/code",
        data={"half": hidden(asked, "half"), "carried": carried, "code": wrong_code()},
    )
    form = {"half": hidden(wrong, "half"), "carried": hidden(wrong, "carried"), "code": code()}
    answer = visitor.post("/login/code", data=form)
    assert "You are signed in again" in answer.text
    assert "Banksia Software" in answer.text


def test_wrong_codes_and_recovery_codes_stand_in_what_happened(
    app: Flask, visitor: Browser, codes: list[str]
) -> None:
    second_step(visitor, code=wrong_code())
    second_step(visitor, recovery=codes[0])
    kinds = list(db.session.scalars(select(AccountEvent.kind).order_by(AccountEvent.id)))
    assert kinds == ["code_refused", "code_used", "signed_in"]


# On and off


def turn_on(browser: Browser) -> tuple[str, TestResponse]:
    """The secret that the page tells, and the answer to a code made of it."""
    key = re.search(r'aria-label="Key">([A-Z2-7 ]+)<', browser.get("/settings/codes/new").text)
    assert key is not None
    secret = key[1].replace(" ", "")
    return secret, browser.post("/settings/codes", data={"code": code(secret=secret)})


def test_it_is_turned_on_by_a_code_and_shows_ten_codes_once(
    app: Flask, mia: User, sign_in: Callable[..., Browser]
) -> None:
    browser = sign_in(mia)
    secret, answer = turn_on(browser)
    shown = re.findall(r"[a-z2-7]{4}(?:-[a-z2-7]{4}){3}", answer.text)
    assert len(set(shown)) == 10
    assert answer.headers["Cache-Control"] == "private, no-store"
    page = browser.get("/settings/codes").text
    assert "It is on" in page
    assert "10 recovery codes left" in page
    assert secret not in page
    assert not any(each in page for each in shown)
    assert first_step(Browser.of(app)).status_code == 200
    assert browser.get("/settings/codes/new").headers["Location"] == "/settings/codes"


def test_the_code_that_turned_it_on_does_not_sign_in(
    app: Flask, mia: User, sign_in: Callable[..., Browser]
) -> None:
    secret, _ = turn_on(sign_in(mia))
    step = db.session.get_one(SecondStep, mia.id)
    used = one_time_codes.code_at(secret, step.last_counter)
    assert second_step(Browser.of(app), code=used).status_code == 422


def test_the_database_alone_makes_no_codes_and_another_key_sends_to_the_recovery_codes(
    app: Flask, mia: User, sign_in: Callable[..., Browser]
) -> None:
    secret, answer = turn_on(sign_in(mia))
    recovery = re.findall(r"[a-z2-7]{4}(?:-[a-z2-7]{4}){3}", answer.text)
    later = code(1, secret)
    step = db.session.get_one(SecondStep, mia.id)
    assert step.secret == ""
    assert secret not in (step.salt, step.key_mark)

    app.config["SECRET_KEY"] = "another server, with a key of its own"
    asked = first_step(Browser.of(app))
    refused = second_step(Browser.of(app), code=later)
    assert refused.status_code == 422
    for page in (asked.text, refused.text):
        assert "no code from your phone fits any more" in page
        assert '<details class="fold" open>' in page
    elsewhere = Browser.of(app)
    assert second_step(elsewhere, recovery=recovery[0]).status_code == 303
    assert "Turn it off and on again" in elsewhere.get("/settings/codes").text


def test_one_that_was_turned_on_before_secrets_were_derived_goes_on_and_says_so(
    visitor: Browser, codes: list[str]
) -> None:
    assert second_step(visitor, code=code()).status_code == 303
    assert "Backups of this server hold the secret" in visitor.get("/settings/codes").text


def test_a_wrong_code_turns_nothing_on_and_keeps_the_key(
    mia: User, sign_in: Callable[..., Browser]
) -> None:
    browser = sign_in(mia)
    before = browser.get("/settings/codes/new").text
    answer = browser.post("/settings/codes", data={"code": "abc"})
    assert answer.status_code == 422
    key = re.search(r'aria-label="Key">([A-Z2-7 ]+)<', before)
    assert key is not None and key[1] in answer.text
    assert db.session.get(SecondStep, mia.id) is None


def test_it_is_turned_off_and_codes_made_anew_behind_the_password(
    app: Flask, mia: User, codes: list[str], sign_in: Callable[..., Browser]
) -> None:
    browser = sign_in(mia)
    with writing() as session:
        session.execute(update(Device).values(proved_at=None))
    for place in ("/settings/codes/ending", "/settings/codes/recovery"):
        assert browser.post(place).status_code == 401
    assert db.session.get(SecondStep, mia.id) is not None

    proof = {"password_again": PASSWORD}
    assert codes[0] not in browser.post("/settings/codes/recovery", data=proof).text
    assert second_step(Browser.of(app), recovery=codes[0]).status_code == 422
    assert browser.post("/settings/codes/ending").status_code == 303
    assert first_step(Browser.of(app)).status_code == 303
    assert db.session.scalars(select(RecoveryCode)).all() == []


# The phone is gone


@pytest.mark.parametrize("ends", [False, True])
def test_a_link_to_a_new_password_ends_the_code_only_if_it_was_said(
    app: Flask, mia: User, codes: list[str], sign_in: Callable[..., Browser], ends: bool
) -> None:
    keeper = sign_in(db.session.scalars(User.by_email("keeper@example.org")).one())
    assert "also turns off their code" in keeper.get("/settings/members").text
    form = {"ends_second_step": "y"} if ends else {}
    keeper.post(f"/settings/members/{mia.id}/password-reset", data=form)
    page = keeper.get("/settings/members").text
    address = re.search(r"/reset/[\w-]+", page)
    assert address is not None
    assert first_step(Browser.of(app)).status_code == 200  # nothing ends before it is used

    other = Browser.of(app)
    answer = other.post(address[0], data={"password": "kettle umbrella heron"})

    if ends:
        assert answer.headers["Location"] == "/today"
        assert db.session.get(SecondStep, mia.id) is None
    else:
        assert other.get("/board").headers["Location"] == "/login"
        form = {"half": hidden(answer, "half"), "code": code()}
        assert other.post("/login/code", data=form).status_code == 303


@pytest.mark.parametrize("no_code", [False, True])
def test_the_terminal_ends_it_only_if_it_was_said(
    mia: User, codes: list[str], no_code: bool
) -> None:
    from tracker.cli import accounts

    accounts.reset_link(mia, no_code)
    assert db.session.scalars(select(PasswordReset)).one().ends_second_step is no_code
    accounts.set_password(mia, "kettle umbrella heron", no_code)
    db.session.expire_all()
    assert (db.session.get(SecondStep, mia.id) is None) is no_code
