"""A phone that several people use: what one has seen, the next one does not."""

import re
import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserType, Page, expect

from e2e.conftest import PATIENCE, PHONE, QUIET, Server, until
from tests.builders import Build
from tracker.models import User

SECRET = "Marked Secret Company"


@pytest.fixture(scope="module")
def keeping(browser_type: BrowserType) -> Iterator[Browser]:
    """Chromium as it is for people: without windows, or as Playwright has it, it keeps no page."""
    found = filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome")))
    browser = browser_type.launch(
        executable_path=next(found, None)
        or pytest.skip("only Chromium whole keeps pages for Back"),
        args=QUIET,
        ignore_default_args=["--disable-back-forward-cache"],
    )
    yield browser
    browser.close()


@pytest.fixture
def phone(keeping: Browser, server: Server, person: User) -> Iterator[Page]:
    """A page on which Sam is signed in."""
    context = keeping.new_context(base_url=server.url, **PHONE)
    context.set_default_timeout(PATIENCE * 1000)
    context.add_cookies([server.cookie(person)])  # type: ignore[list-item]
    yield context.new_page()
    context.close()


def back(page: Page, by: int = -1) -> None:
    """Once the script has ended: the page that it ran in goes out of sight as it is."""
    page.evaluate(f"void setTimeout(() => history.go({by}))")


def sign_out(page: Page) -> None:
    page.goto("/settings")
    page.evaluate("document.querySelector('form[action=\"/logout\"]').requestSubmit()")
    expect(page).to_have_url(re.compile("/login$"))


def test_back_shows_nothing_private_after_signing_out(
    phone: Page, build: Build, person: User
) -> None:
    card = build.application(person, company=SECRET)
    places = ("board", f"applications/{card.id}", f"applications/{card.id}/check-in")
    for place in places:
        phone.goto(f"/{place}")
        expect(phone.get_by_text(SECRET).first).to_be_attached()
    sign_out(phone)

    for _ in ("settings", *places):
        phone.evaluate("window.left = false")
        back(phone)
        until(phone, "window.left === undefined")
        expect(phone.get_by_role("heading", name="Sign in")).to_be_visible()
        expect(phone.get_by_text(SECRET)).to_have_count(0)


def test_a_page_that_was_kept_is_shown_at_once_while_one_is_signed_in(
    phone: Page, build: Build, person: User
) -> None:
    build.application(person, company=SECRET)
    phone.goto("/board")
    expect(phone.get_by_text(SECRET).first).to_be_visible()
    phone.evaluate("window.kept = true")
    phone.goto("/settings")
    expect(phone.get_by_role("heading", name="Settings", exact=True)).to_be_visible()

    back(phone)

    expect(phone.get_by_text(SECRET).first).to_be_visible()
    until(phone, "window.kept === true")


def test_the_next_person_sees_their_own(
    phone: Page, server: Server, build: Build, person: User
) -> None:
    build.application(person, company=SECRET)
    phone.goto("/board")
    sign_out(phone)
    phone.context.add_cookies([server.cookie(build.user(name="Kim"))])  # type: ignore[list-item]
    phone.goto("/settings")
    expect(phone.get_by_role("heading", name="Settings", exact=True)).to_be_visible()

    back(phone, -3)
    until(phone, "location.pathname === '/board' && document.readyState === 'complete'")

    expect(phone.locator("body[data-person]")).to_be_visible()
    expect(phone.get_by_text(SECRET)).to_have_count(0)
