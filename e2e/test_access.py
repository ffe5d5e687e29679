"""What a person needs who sees little, hears the page, or has nothing but keys."""

import re
from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page, expect

from e2e.conftest import DESK, until
from tests.builders import Build
from tracker.models import User

NARROW: dict[str, Any] = {"viewport": {"width": 390, "height": 844}}
UNMARKED = """() => [...document.querySelectorAll('main [required]')]
  .filter((field) => field.labels?.length && !field.closest('[hidden]'))
  .filter((field) => !getComputedStyle(field.labels[0], '::after').content.includes('needed'))
  // Where all of a form is needed, as to sign in, no field is told from the others.
  .filter((field) => [...field.form.elements].some((other) => other.labels?.length
    && !other.required && other.type !== 'checkbox' && !other.closest('[hidden]')))
  .map((field) => `${location.pathname} ${field.name}`)"""
EDGED = """(selector) => {
  const style = getComputedStyle(document.querySelector(selector))
  return ['Top', 'Right', 'Bottom', 'Left'].map((side) => style[`border${side}Width`]).join(' ')
}"""


def cards(person: User, build: Build) -> None:
    for stage in ("applied", "rejected"):
        for n in range(4):
            build.application(person, role=f"{stage} {n}", stage=stage, position=n)


def test_refused_form_says_so_in_its_title_and_has_the_focus_on_what_is_wrong(
    open_page: Callable[..., Page], person: User
) -> None:
    page = open_page(NARROW, user=person)
    unmarked: list[str] = []
    for path, submit in (
        ("/applications/new", "Save"),
        ("/settings/password", "Change"),
        ("/imports", "Read it"),
        ("/login", "Sign in"),
    ):
        if path == "/login":
            page.context.clear_cookies(name="onward")
        page.goto(path)
        unmarked += page.evaluate(UNMARKED)
        button = page.locator("main").get_by_role("button", name=submit).first
        button.evaluate("button => button.form.noValidate = true")
        with page.expect_response(lambda response: response.status == 422):
            button.press("Enter")

        expect(page).to_have_title(re.compile("^Error: "))
        expect(page.locator("#errors")).to_be_focused()
        expect(page.locator("#errors")).to_be_in_viewport()
        link = page.locator("#errors a").first
        if path != "/login":
            link.press("Enter")
            until(page, "document.activeElement.matches('input, textarea, select')")
            top = page.evaluate("document.activeElement.labels[0].getBoundingClientRect().top")
            assert top >= 0, path
    assert not unmarked


def test_tab_of_a_stage_takes_the_focus_along_and_menus_close_behind_it(
    open_page: Callable[..., Page], person: User, build: Build
) -> None:
    cards(person, build)
    page = open_page(NARROW, user=person, path="/board")

    page.locator(".tabs").get_by_role("link", name="Rejected").press("Enter")
    expect(page.get_by_role("region", name="Rejected", exact=True)).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator("#column-rejected .card a").first).to_be_focused()

    view, opened = page.get_by_text("View", exact=True), page.locator("details.menu[open]")
    view.press("Enter")
    page.get_by_label("Source").focus()
    page.keyboard.press("Escape")
    expect(opened).to_have_count(0)
    expect(view).to_be_focused()
    view.press("Enter")
    expect(opened).to_have_count(1)
    page.locator(".tabs a").first.focus()
    expect(opened).to_have_count(0)

    more = page.get_by_role("button", name="More")
    more.press("Enter")
    expect(page.locator("#nav-more")).to_be_visible()
    page.get_by_role("button", name="Sign out").focus()
    page.keyboard.press("Tab")
    expect(page.locator("#nav-more")).not_to_be_visible()


def test_names_of_buttons_tell_them_apart(
    open_page: Callable[..., Page], person: User, build: Build
) -> None:
    cards(person, build)
    page = open_page(DESK, user=person, path="/board")
    expect(page.locator(".card button:not([aria-label])")).to_have_count(0)

    names = page.evaluate(
        "[...document.querySelectorAll('.card button')].map((button) => button.ariaLabel)"
    )

    assert len(names) == len(set(names)) >= 8
    assert "Move applied 1, Banksia Software" in names
    words = page.locator(".card button").all_inner_texts()
    assert all(name.startswith(word.strip()) for name, word in zip(names, words, strict=True))


def test_chosen_ones_and_what_lies_on_top_have_edges_in_colours_of_ones_own(
    open_page: Callable[..., Page], person: User, build: Build
) -> None:
    cards(person, build)
    page = open_page(NARROW, user=person, forced_colors="active", path="/board")

    def border(selector: str) -> str:
        found: str = page.evaluate(
            f"getComputedStyle(document.querySelector({selector!r})).borderBlockEndColor"
        )
        return found

    until(page, "document.querySelector('.tabs [aria-current]') !== null")
    assert border(".tabs a[aria-current]") != border(".tabs a:not([aria-current])")
    page.locator("[name=card]").first.press("Enter")
    page.evaluate("board.say('Something to know.')")
    for selector in (".sheet", ".toast", ".menu > div", ".nav-more"):
        assert page.evaluate(EDGED, selector) == "1px 1px 1px 1px", selector
    page.goto("/insights")
    assert border(".chip.on") != border(".chip:not(.on)")


def test_at_great_zoom_bars_leave_the_window_to_the_page(
    open_page: Callable[..., Page], person: User, build: Build
) -> None:
    cards(person, build)
    small = {"viewport": {"width": 320, "height": 256}, "reduced_motion": "reduce"}
    page = open_page(small, user=person, path="/applications/new")
    standing = """[...document.querySelectorAll('body *')].filter((node) =>
      ['fixed', 'sticky'].includes(getComputedStyle(node).position) && node.checkVisibility()
      && node.id !== 'toast').map((node) => node.className)"""
    assert page.evaluate(standing) == []

    page.goto("/board")
    assert page.evaluate(standing) == []
    page.locator("[name=card]").nth(1).focus()
    page.keyboard.press("Shift+ArrowDown")
    expect(page.locator(".toast")).to_be_visible()
    covered = """() => { const box = document.activeElement.getBoundingClientRect()
      const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2)
      return !document.activeElement.contains(top) && document.activeElement.outerHTML }"""
    for _ in range(8):
        page.keyboard.press("Tab")
        assert page.evaluate(covered) is False


def test_end_of_the_quiet_time_is_heard_and_its_minutes_are_not(
    open_page: Callable[..., Page], person: User, build: Build
) -> None:
    card = build.application(person, stage="rejected")
    page = open_page(NARROW, user=person)
    page.clock.install()
    page.goto(f"/applications/{card.id}/thoughts/new")
    timer = page.locator("quiet-timer")
    timer.get_by_role("button", name="10 quiet").click()
    page.clock.run_for("03:00")
    expect(timer).to_contain_text("3 of 10 minutes")
    expect(timer.get_by_role("status")).to_have_text("")
    page.clock.run_for("07:10")
    expect(timer.get_by_role("status")).to_contain_text("A good place to end")

    page.goto(f"/applications/{card.id}/check-in")
    dot = page.get_by_role("radio", name="5", exact=True)
    dot.press(" ")
    expect(dot).to_be_checked()
    page.evaluate("location.hash = 'before'")  # as a word about what is wrong leads there
    expect(dot).to_be_visible()
