"""Signing in with a passkey, by Chromium's own authenticator for tests."""

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs

import pytest
from playwright.sync_api import CDPSession, Page, expect
from sqlalchemy import select, update

from e2e.conftest import PHONE, Server
from tests.builders import Build
from tracker.clock import now
from tracker.database import writing
from tracker.extensions import db
from tracker.models import Device, Passkey, SecondStep, User

OpenPage = Callable[..., Page]


@pytest.fixture
def sam(build: Build) -> User:
    """The keeper, whose password alone would not do."""
    sam = build.user(email="sam@example.org", keeper=True)
    with writing() as session:
        session.add(SecondStep(user_id=sam.id, secret="JBSWY3DP", last_counter=0, made_at=now()))
    return sam


@pytest.fixture
def page(open_page: OpenPage, server: Server, sam: User) -> Page:
    """A page at localhost, for which browsers have passkeys, with Sam signed in."""
    home = server.url.replace("127.0.0.1", "localhost")
    page = open_page(PHONE, base_url=home)
    cookie: Any = server.cookie(sam) | {"url": home}
    page.context.add_cookies([cookie])
    return page


def authenticator(page: Page, verified: bool = True) -> tuple[CDPSession, str]:
    """A device that says yes, by a finger that it knows or does not."""
    speaking = page.context.new_cdp_session(page)
    speaking.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": verified,
        "automaticPresenceSimulation": True,
    }
    made = speaking.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    return speaking, made["authenticatorId"]


def add(page: Page) -> None:
    page.goto("/settings/passkeys")
    page.get_by_role("link", name="Add a passkey").tap()
    page.get_by_label("What to call it").fill("My phone")
    page.get_by_role("button", name="Make it").tap()
    expect(page.locator("#toast")).to_contain_text("You can sign in with it")
    expect(page.get_by_text("My phone")).to_be_visible()


def sign_out(page: Page) -> None:
    page.goto("about:blank")  # a page that is open looks again by itself, and would come in between
    with writing() as session:
        session.execute(Device.__table__.delete())
    page.goto("/insights")
    expect(page.get_by_role("heading", name="Sign in")).to_be_visible()


def sign_in(page: Page) -> None:
    page.get_by_role("link", name="Sign in with a passkey").tap()
    page.get_by_role("button", name="Use a passkey").tap()


def test_a_passkey_is_added_and_signs_in_and_goes(page: Page, sam: User) -> None:
    authenticator(page)
    add(page)
    sign_out(page)
    sign_in(page)
    expect(page).to_have_url(re.compile("/insights$"))
    db.session.rollback()
    assert db.session.scalars(select(Device)).one().way == "passkey"
    assert db.session.scalars(select(Passkey)).one().used_at is not None

    page.goto("/settings/passkeys")
    page.get_by_role("button", name="Take away My phone").tap()
    expect(page.locator("#toast")).to_contain_text("It signs nobody in")
    sign_out(page)
    sign_in(page)
    expect(page.get_by_role("alert")).to_contain_text("isn’t known here")


def test_a_copy_of_a_passkey_is_refused(page: Page) -> None:
    authenticator(page)
    add(page)
    with writing() as session:
        session.execute(update(Passkey).values(counter=1_000))
    sign_out(page)
    sign_in(page)
    expect(page.get_by_role("alert")).to_contain_text("isn’t known here")


def test_an_answer_sent_twice_signs_in_once(page: Page) -> None:
    authenticator(page)
    add(page)
    sign_out(page)
    sent: list[str] = []
    page.on("request", lambda each: sent.append(each.post_data or "") if each.post_data else None)
    sign_in(page)
    expect(page).to_have_url(re.compile("/insights$"))
    assert any("answer=" in each for each in sent)
    sign_out(page)
    page.goto("/login/passkey")
    answer = next(parse_qs(each)["answer"][0] for each in sent if "answer=" in each)
    token = page.locator("input[name=csrf_token]").first.get_attribute("value") or ""
    again = page.request.post(
        "/login/passkey",
        form={"csrf_token": token, "answer": answer},
        headers={"Origin": page.url.partition("/login")[0]},
    )
    assert again.status == 422


def test_where_nobody_is_verified_no_passkey_comes_back(page: Page) -> None:
    speaking, which = authenticator(page)
    add(page)
    sign_out(page)
    unsure = {"authenticatorId": which, "isUserVerified": False}
    speaking.send("WebAuthn.setUserVerified", unsure)
    sign_in(page)
    expect(page.get_by_role("status").first).to_contain_text("No passkey came back")


def test_at_a_number_over_plain_http_the_page_says_why_not(open_page: OpenPage, sam: User) -> None:
    page = open_page(PHONE, user=sam, path="/settings/passkeys")
    expect(page.get_by_text("only for a name over HTTPS")).to_be_visible()
    expect(page.get_by_role("link", name="Add a passkey")).to_have_count(0)
