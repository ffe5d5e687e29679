"""From nothing to the first moved card: the whole of a first evening."""

import re
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from e2e.conftest import LIVELY, PHONE, Server
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


def test_a_stranger_makes_an_account_brings_a_spreadsheet_and_moves_a_card(
    open_page: Callable[..., Page], server: Server
) -> None:
    page = open_page(PHONE | LIVELY)
    make_account(page)
    page.get_by_role("link", name="Bring your spreadsheet").click()
    page.get_by_label("Spreadsheet").set_input_files(SHEETS / "messy-spreadsheet.csv")
    page.get_by_role("button", name="Read it").click()
    page.get_by_role("button", name="Looks right").click()
    page.get_by_role("button", name=ADD).click()
    expect(page.get_by_role("heading", level=1, name="added")).to_be_visible()

    page.get_by_role("link", name="Board").first.click()
    page.get_by_role("button", name="Move").first.click()
    page.get_by_role("button", name="Interview", exact=True).click()

    expect(page.locator("#toast")).to_contain_text("moved to Interview.")
