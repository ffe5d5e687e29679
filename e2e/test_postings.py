"""Putting a posting in, as a person does it with script: by a paste, and by a bookmark."""

import json
from collections.abc import Callable
from urllib.parse import quote

from playwright.sync_api import Page, expect

from e2e.conftest import PHONE
from e2e.pages.barriers import NARROW, barriers
from tests.postings.measure import labelled
from tracker.models import User

AD = next(case.content for case in labelled() if case.name == "ocr")
PASTE = """(words) => {
  const field = document.querySelector("textarea[name=ad]")
  field.value = words
  field.dispatchEvent(new ClipboardEvent("paste", { bubbles: true }))
}"""


def test_a_paste_fills_the_add_page_and_keeps_what_was_typed(
    open_page: Callable[..., Page], person: User
) -> None:
    page = open_page(PHONE, user=person, path="/applications/new")
    expect(page.get_by_label("Company")).to_be_focused()
    page.get_by_label("Location").fill("The yard, Newcastle")

    page.evaluate(PASTE, AD)

    expect(page.locator("#read")).to_contain_text("Onward read the role")
    expect(page.locator("#read")).to_be_focused()
    expect(page.get_by_label("Role")).to_have_value("Apprentice Plumber")
    expect(page.get_by_label("Location")).to_have_value("The yard, Newcastle")
    page.get_by_label("Role").press("Enter")  # saves, and reads nothing again
    expect(page.get_by_role("article", name="Apprentice Plumber")).to_be_visible()


def test_an_ad_that_is_pasted_where_a_name_belongs_is_read_and_a_name_stays_a_name(
    open_page: Callable[..., Page], person: User
) -> None:
    page = open_page(PHONE, user=person, path="/applications/new")
    paste = """(words) => {
      const data = new DataTransfer()
      data.setData("text/plain", words)
      const said = { clipboardData: data, bubbles: true, cancelable: true }
      const name = document.querySelector("[name=company]")
      return name.dispatchEvent(new ClipboardEvent("paste", said))
    }"""
    assert page.evaluate(paste, "Koala Plumbing")  # goes where it was pasted

    assert not page.evaluate(paste, AD)

    expect(page.locator("#read")).to_contain_text("Onward read the role")
    expect(page.get_by_label("Company")).to_have_value("Koala Plumbing Pty Ltd")


def test_a_bookmark_brings_a_page_that_is_looked_at_and_saved_by_one_tap(
    open_page: Callable[..., Page], person: User
) -> None:
    brought = {"title": "Jobs", "url": "https://jobs.example.org/7", "text": AD, "data": ""}
    page = open_page(NARROW, user=person, path="/today")
    page.goto(f"/postings/new#{quote(json.dumps(brought))}")

    expect(page.get_by_role("heading", name="Check what was read")).to_be_visible()
    assert barriers(page) == []
    expect(page.get_by_label("Link")).to_have_value("https://jobs.example.org/7")
    page.get_by_role("button", name="Save as a lead").click()
    expect(page).to_have_url("/leads")
    expect(page.get_by_role("link", name="Apprentice Plumber", exact=True)).to_be_visible()

    page.goto("/postings/new#https%3A%2F%2Fjobs.example.org%2F8")
    expect(page.locator("textarea[name=ad]")).to_have_value("https://jobs.example.org/8")
    assert barriers(page) == []
    page.goto("/postings/ways")
    page.get_by_text("On a computer").click()
    page.get_by_text("Without dragging").locator("visible=true").click()
    assert barriers(page) == []
