"""The keeper's pages of backups, on a narrow phone."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from e2e.pages.barriers import NARROW, barriers
from tests.builders import Build


def test_keeper_makes_a_backup_tries_it_and_sees_what_a_restore_would_replace(
    open_page: Callable[..., Page], build: Build
) -> None:
    page = open_page(NARROW, user=build.user(keeper=True), path="/settings/backups")
    page.get_by_role("button", name="Back up now").click()
    expect(page.locator("#toast")).to_contain_text("Made and checked")
    assert barriers(page) == []

    page.get_by_role("main").get_by_role("listitem").get_by_role("link").first.click()
    page.get_by_role("button", name="Try it").click()
    expect(page.locator("#toast")).to_contain_text("it is whole")
    assert barriers(page) == []

    page.get_by_role("link", name="See what would be replaced").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Restore this backup?")
    assert barriers(page) == []
