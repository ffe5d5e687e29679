"""What keys do, and that they do nothing where one types."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from e2e.conftest import DESK
from tests.builders import Build
from tracker.models import User

FOCUSED = "document.activeElement.closest('.card')?.querySelector('h3').textContent.trim()"


def test_arrows_go_from_card_to_card_and_with_shift_they_move_it(
    open_page: Callable[..., Page], person: User, build: Build
) -> None:
    for stage, many in (("applied", 3), ("rejected", 1)):
        for n in range(many):
            build.application(person, role=f"{stage} {n}", stage=stage, position=n)
    page = open_page(DESK, user=person, path="/board")

    walked = []
    for key in ("Down", "Down", "Down", "Right", "Left", "Down", "Down", "Up"):
        page.keyboard.press(f"Arrow{key}")
        walked.append(page.evaluate(FOCUSED))

    assert walked == [
        *("applied 0", "applied 1", "applied 2", "rejected 0", "applied 0"),
        *("applied 1", "applied 2", "applied 1"),
    ]
    for held in ("Control", "Alt", "Meta"):
        page.keyboard.press(f"{held}+Shift+ArrowDown")
    page.keyboard.press("Control+ArrowDown")
    assert page.evaluate(FOCUSED) == "applied 1"
    expect(page.locator(".toast")).to_have_count(0)

    page.keyboard.press("Shift+ArrowDown")
    expect(page.locator("#toast")).to_contain_text("applied 1 moved to 3 of 3.")
    page.keyboard.press("Control+z")
    expect(page.locator("#toast")).to_contain_text("applied 1 is back where it was.")
    expect(page.locator("#column-applied article").nth(1)).to_have_attribute(
        "aria-label", re.compile("applied 1")
    )
    assert page.evaluate(FOCUSED) == "applied 1"
    page.keyboard.press("Shift+ArrowRight")
    expect(page.locator("#column-interview article")).to_have_count(1)
    link = page.locator("#column-interview article a")
    expect(link).to_be_focused()


def test_single_keys_find_add_and_tell_the_keys_but_not_in_a_field_or_when_turned_off(
    open_page: Callable[..., Page], person: User, build: Build
) -> None:
    build.application(person, role="Baker")
    page = open_page(DESK, user=person, path="/board")
    field, dialog = page.get_by_role("searchbox"), page.get_by_role("dialog")

    page.keyboard.press("/")
    expect(field).to_be_focused()
    page.keyboard.type("n?/")
    expect(field).to_have_value("n?/")
    assert page.url.partition("?")[0].endswith("/board")
    field.fill("")
    expect(page).to_have_url(re.compile("/board$"))

    page.locator(".card a").first.focus()
    for held in ("Control", "Alt", "Meta"):
        page.keyboard.press(f"{held}+n")
    page.keyboard.press("?")
    expect(dialog).to_contain_text("Add an application")
    page.keyboard.press("n")  # nothing below what lies over the page
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    expect(page.locator(".card a").first).to_be_focused()

    page.get_by_role("link", name="Keys").click()
    dialog.get_by_role("switch", name="Use").press("Space")
    dialog.get_by_role("button", name="Close").click()
    for key in ("n", "/", "?"):
        page.keyboard.press(key)
    expect(dialog).to_have_count(0)
    expect(field).not_to_be_focused()
    page.goto("/today")
    page.keyboard.press("n")
    page.goto("/board/keys")  # without a dialog: the page of the same
    page.get_by_role("switch", name="Use").press("Space")
    page.get_by_role("link", name="Board").first.focus()
    page.keyboard.press("n")
    expect(page.get_by_role("heading", name=re.compile("Add"))).to_be_visible()

    page.goto("/today")
    page.keyboard.press("/")
    expect(page.get_by_role("searchbox")).to_be_focused()
    assert page.url.endswith("/search")
