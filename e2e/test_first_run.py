"""From nothing to the first moved card: the whole of a first evening."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from e2e.conftest import DESK, LIVELY, PHONE, Server
from tracker import setup_code

SHEETS = Path(__file__).parent.parent / "tests" / "data"
ADD = re.compile(r"^Add [\d,]+ rows?$")
PASSWORD = "seven purple kettles in a row"


def make_account(page: Page) -> None:
    page.goto(f"/setup?code={setup_code.ensure()}")
    page.get_by_label("Name").fill("Sam")
    page.get_by_label("Email").fill("sam@example.org")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Make my account").click()
    page.wait_for_url("**/today")


def bring(page: Page, sheet: str, script: bool = True) -> None:
    page.get_by_role("link", name="Bring your spreadsheet").click()
    page.get_by_label("Spreadsheet").set_input_files(SHEETS / sheet)
    page.get_by_role("button", name="Read it").click()
    page.get_by_role("button", name="Looks right").click()
    add = page.get_by_role("button", name=ADD)
    go_on(page, add, script)
    add.click()
    go_on(page, heading(page, "added"), script)


def heading(page: Page, words: str) -> Locator:
    return page.get_by_role("heading", level=1).filter(has_text=words)


def go_on(page: Page, then: Locator, script: bool = True) -> None:
    """Without script each further part of the work is a tap; with it the page goes on by itself."""
    button = page.get_by_role("button", name="Go on", exact=True)
    while not script:
        expect(button.or_(then)).to_be_visible()
        if then.is_visible():
            break
        with page.expect_navigation():
            button.click()
    expect(then).to_be_visible()


@pytest.mark.parametrize("script", [True, False])
def test_a_stranger_makes_an_account_brings_a_spreadsheet_and_moves_a_card(
    open_page: Callable[..., Page], server: Server, script: bool
) -> None:
    page = open_page(PHONE | LIVELY, java_script_enabled=script)
    make_account(page)
    bring(page, "messy-spreadsheet.csv", script)

    page.get_by_role("link", name="Board").first.click()
    page.get_by_role("button", name="Move").first.click()
    page.get_by_role("button", name="Interview", exact=True).click()

    expect(page.locator("#toast")).to_contain_text("moved to Interview.")


def test_the_whole_import_is_taken_back(open_page: Callable[..., Page], server: Server) -> None:
    page = open_page(DESK)
    make_account(page)
    bring(page, "jobsync-export.csv")

    page.get_by_role("button", name="Undo the import").click()
    go_on(page, heading(page, "Import undone"))

    page.goto("/board")
    expect(page.get_by_role("link", name="Bring your spreadsheet")).to_be_visible()
