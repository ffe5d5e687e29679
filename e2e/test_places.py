"""Nobody who works by keys or by ear loses their place, or a message, whatever moves on a page."""

import re
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from e2e.conftest import DESK, until
from tests.builders import Build
from tests.views.today.test_today import said_no
from tracker.clock import now
from tracker.models import User
from tracker.paths import TEMPLATES

PLACE = """() => {
  const active = document.activeElement, box = active.getBoundingClientRect()
  const seen = box.width && box.right > 0 && box.left < innerWidth
    && box.bottom > 0 && box.top < innerHeight
  if (active === document.body) return 'nowhere'
  return seen ? 'here' : `off the screen: ${active.outerHTML.slice(0, 99)}`
}"""
SAID = """
addEventListener('DOMContentLoaded', () => {
  window.said = []
  for (const region of document.querySelectorAll('[role=status], [aria-live]'))
    new MutationObserver(() => said.push(region.textContent.trim())).observe(
      region, { childList: true, subtree: true, characterData: true })
})
"""
NARROW_KEYS: dict[str, Any] = {"viewport": {"width": 390, "height": 844}}


def place(page: Page) -> str:
    """Where the focus is: here, off the screen, or nowhere."""
    where: str = page.evaluate(PLACE)
    return where


def cards(person: User, build: Build, many: int = 4) -> None:
    for n in range(many):
        build.application(person, role=f"Role {n}", position=n)


def moved(page: Page, press: Callable[[], None]) -> None:
    """Press, and wait until the server has answered and the page shows it."""
    with page.expect_response(lambda response: response.url.endswith(("/stage", "/reversal"))):
        press()
    until(page, "!board.queues.size")


@pytest.mark.parametrize("width", [390, 1280])
def test_card_that_is_moved_by_keys_leaves_the_focus_on_the_screen(
    open_page: Callable[..., Page], person: User, build: Build, width: int
) -> None:
    cards(person, build)
    page = open_page({"viewport": {"width": width, "height": 844}}, user=person, path="/board")
    second = page.locator("#column-applied [name=card]").nth(1)

    second.press("Enter")
    expect(page.get_by_role("dialog")).to_have_accessible_description(re.compile("Role 1"))
    until(page, "document.activeElement.value === 'interview'")  # the first that does something
    moved(page, lambda: page.get_by_role("button", name="Feedback").press("Enter"))
    expect(page.locator("#toast")).to_contain_text("Role 1 moved to Feedback received.")

    assert place(page) == "here"
    there = "#column-feedback_received" if width == 1280 else "#column-applied"
    expect(page.locator(f"{there} [name=card]:focus")).to_have_count(1)
    if width < 1280:
        expect(page.locator(":focus")).to_have_accessible_name(re.compile("Move Role 2"))
        moved(page, lambda: page.keyboard.press("Shift+ArrowDown"))
        expect(page.locator("#toast")).to_contain_text("Role 2 moved to 3 of 3.")
        assert place(page) == "here"


def test_card_that_cannot_be_moved_keeps_the_focus(
    open_page: Callable[..., Page], person: User, build: Build
) -> None:
    cards(person, build)
    page = open_page(NARROW_KEYS, user=person, path="/board")
    other = open_page(NARROW_KEYS, user=person, path="/board")
    page.context.set_offline(True)
    page.locator("#column-applied [name=card]").nth(1).focus()

    page.keyboard.press("Shift+ArrowRight")
    expect(page.locator("#toast")).to_contain_text("No connection")
    assert place(page) == "here"

    page.context.set_offline(False)
    other.locator("#column-applied [name=card]").first.focus()
    moved(other, lambda: other.keyboard.press("Shift+ArrowRight"))
    page.locator("#column-applied [name=card]").first.focus()
    moved(page, lambda: page.keyboard.press("Shift+ArrowRight"))
    expect(page.locator("#toast")).to_contain_text("meanwhile")
    expect(page.locator("#column-interview article")).to_have_count(1)
    assert place(page) == "here"


def swaps() -> Iterator[tuple[str, str]]:
    """Each element of a template that makes htmx swap: its template, and what it asks for."""
    for file in sorted(Path(TEMPLATES).rglob("*.html")):
        for url in re.findall(r'"?hx-(?:get|post)"?[=:] ?"([^"]+)"', file.read_text()):
            yield str(file.relative_to(TEMPLATES)), url


HOLD_THE_FOCUS = {
    *("actions/_done.html", "actions/_row.html", "applications/_short.html"),
    *("applications/_timeline.html", "applications/notes/_box.html", "board/_filters.html"),
    *("board/_more.html", "exports/_progress.html", "imports/_progress.html"),
    *("leads/_rows.html", "people/_list.html"),
    *("people/index.html", "rejection/choice.html", "search/index.html", "shared/_toast.html"),
    "today/_further.html",
}
"""Walked below. The other two swap what nobody is in: a form on its way, a line of counts."""


def test_every_swap_of_a_template_is_walked_here() -> None:
    walked = HOLD_THE_FOCUS | {"exports/show.html", "imports/mapping.html"}
    assert {file for file, _ in swaps()} == walked


def test_what_is_swapped_while_it_holds_the_focus_gives_it_back(
    open_page: Callable[..., Page], person: User, build: Build
) -> None:
    card = build.application(person, role="Baker", company="Wattle")
    with build.together():
        for n in range(60):
            build.contact(person, name=f"Person {n:02}")
            build.action(person, what=f"Done {n}", done_on=now().date())
            said_no(build, person, role=f"No {n}")
            build.note(card, body=f"Note {n}")
            build.application(
                person,
                role=f"Role {n}",
                position=n + 9,
                applied_on=now().date() - timedelta(days=90),
            )
    page = open_page(NARROW_KEYS, user=person)
    page.add_init_script(SAID)
    lost: list[str] = []

    def check(what: str) -> None:
        page.wait_for_timeout(150)  # long enough to lose it; losing it later would be found below
        if (where := place(page)) != "here":
            lost.append(f"{what}: {where}")

    for path, words in (
        ("/people", "Person 1"), ("/search", "Baker"), ("/board", "Baker"), ("/board/table", "Bak"),
        ("/rejections/new", "Baker"), ("/applications/new", "Wattle"),
    ):  # fmt: skip
        page.goto(path)
        adds = path == "/applications/new"
        field = page.get_by_label("Company") if adds else page.get_by_role("searchbox")
        with page.expect_response(lambda response: "=" in response.url):
            field.press_sequentially(words, delay=0)
        check(path)

    for path in ("/people", "/actions", f"/applications/{card.id}", "/today/further"):
        page.goto(path)
        if path == "/actions":  # what is done lies folded
            page.locator("main summary", has_text="Done").first.press("Enter")
        further = page.locator("[hx-get]", has_text=re.compile("Show"))
        if not further.count():
            lost.append(f"{path}: shows all at once")
            continue
        further.first.focus()
        with page.expect_response(lambda response: "?" in response.url):
            page.keyboard.press("Enter")
        check(path)

    page.goto(f"/applications/{card.id}")
    page.get_by_role("textbox", name="Note").fill("They liked it.")
    page.get_by_role("button", name="Save note").press("Enter")
    expect(page.locator("#toast")).to_contain_text("Note")
    check("a note")
    page.get_by_role("button", name="Save note").evaluate("button => button.form.noValidate = true")
    with page.expect_response(lambda response: response.status == 422):
        page.get_by_role("button", name="Save note").press("Enter")
    check("a note that is refused")

    build.action(person, what="Rewrite it")
    build.lead(person, role="Ranger", company="Fern")
    for path in ("/actions", "/leads"):
        page.goto(path)
        page.locator("button.tick").first.focus()
        for said in ("true", "false"):
            with page.expect_response(lambda response: response.request.method == "POST"):
                page.keyboard.press("Enter")
            ticked = page.locator("li.ticked")
            expect(ticked).to_have_count(1 if said == "true" else 0)
            check(f"{path}, ticked: {said}")

    page.goto("/board")
    page.locator("#column-applied [name=card]").first.focus()
    moved(page, lambda: page.keyboard.press("Shift+ArrowRight"))
    page.keyboard.press("F6")
    expect(page.get_by_role("button", name="Undo")).to_be_focused()
    page.keyboard.press("F6")
    check("F6 twice")
    page.keyboard.press("F6")
    moved(page, lambda: page.keyboard.press("Enter"))
    check("Undo")
    page.keyboard.press("F6")
    page.keyboard.press("Escape")
    expect(page.locator(".toast")).to_have_count(0)
    check("a message that is closed")
    page.evaluate("board.refresh()")
    check("the board anew")

    made, far = build.export(person, state="making", taken_at=now()), iter((30, 40, 80, 80))
    fragment = """<div id="how-far"
      hx-get="/exports/1/progress" hx-trigger="every 1s" hx-swap="outerHTML">
      <told-progress><label for="progress">Making it · {} %</label>
      <progress id="progress" value="{}" max="100"></progress></told-progress>
      <button name="wait">Wait</button></div>"""
    page.route("**/progress", lambda route: route.fulfill(
        body=fragment.format(*[next(far, 80)] * 2), content_type="text/html"
    ))  # fmt: skip
    page.goto(f"/exports/{made.id}")
    for quarter in (0, 25, 75):
        until(page, f"said.includes('Making it, {quarter} %')")
        if page.get_by_role("button", name="Wait").count():
            page.get_by_role("button", name="Wait").focus()
    with page.expect_response("**/progress"):
        pass
    check("a file that is being made")
    quarters: list[str] = page.evaluate("said")
    assert len(quarters) == len(set(quarters)), quarters

    brought = build.spreadsheet(person, state="staging", total=90)
    form = """<form id="work" hx-post="/imports/1/staging" hx-trigger="load delay:700ms, submit"
      hx-swap="outerHTML"><told-progress><label for="progress">Reading · {0} of 90</label>
      <progress id="progress" value="{0}" max="90"></progress></told-progress>
      <button class="main">Look again</button></form>"""
    page.route("**/staging", lambda route: route.fulfill(
        body=form.format(50), content_type="text/html"
    ))  # fmt: skip
    page.goto(f"/imports/{brought.id}")
    until(page, "said.includes('Reading, 50 %')")
    page.locator("#work button").focus()
    with page.expect_response("**/staging"):
        pass
    check("an import at work")

    assert not lost, "\n".join(lost)


def test_what_a_page_brings_along_is_heard(
    open_page: Callable[..., Page], person: User, build: Build
) -> None:
    """A reader speaks what changes; what stands there from the start it never says."""
    card = build.application(person, role="Baker")
    cards(person, build, 2)
    build.contact(person, name="Mary")
    page = open_page(NARROW_KEYS, user=person)
    page.add_init_script(SAID)

    def heard(words: str) -> None:
        until(page, f"said.some((each) => each.includes({words!r}))")
        expect(page.locator("#toast")).to_contain_text(words)

    page.goto(f"/applications/{card.id}")
    page.get_by_role("button", name="Delete", exact=True).press("Enter")
    heard("in the bin")
    page.keyboard.press("F6")
    page.keyboard.press("Enter")
    heard("back on the board")
    page.goto("/people/new")
    page.get_by_label("Name").fill("Ann")
    page.get_by_role("button", name="Save").press("Enter")
    heard("Added to your contacts.")

    page.goto("/board")
    for path, some in (
        ("/board", "1 application"),
        ("/board/table", "1 application"),
        ("/people", "1 person"),
    ):
        page.goto(path)
        for words, found in (("Baker" if "board" in path else "Mary", some), ("zzzz", "fits that")):
            page.get_by_role("searchbox").fill(words)
            until(page, f"said.some((each) => each.includes({found!r}))")
        assert max(map(len, page.evaluate("said"))) < 60

    page.goto("/board")
    page.context.clear_cookies(name="onward")
    page.locator("#column-applied [name=card]").first.focus()
    page.keyboard.press("Shift+ArrowRight")
    expect(page.get_by_role("heading", name="sign in")).to_be_visible()
    heard("Nothing was moved.")


def test_message_waits_for_who_works_by_keys_and_can_be_closed(
    open_page: Callable[..., Page], person: User, build: Build
) -> None:
    cards(person, build)
    page = open_page(DESK, user=person, path="/board", patient=False)
    page.locator("#column-applied [name=card]").first.focus()
    moved(page, lambda: page.keyboard.press("Shift+ArrowRight"))
    toast = page.locator(".toast")
    assert toast.evaluate("toast => getComputedStyle(toast).animationName") == "none"
    page.get_by_role("button", name="Close").click()
    expect(toast).to_have_count(0)

    page.locator("#column-applied [name=card]").first.click()
    moved(page, lambda: page.get_by_role("button", name="Feedback").click())
    assert toast.evaluate("toast => getComputedStyle(toast).animationName") == "leave"
    toast.evaluate("toast => toast.getAnimations()[0].finish()")
    expect(toast).not_to_be_visible()
    moved(page, lambda: page.keyboard.press("Control+z"))
    expect(toast).to_contain_text("is back in Applied.")

    page.evaluate("board.say('Something to know.')")
    page.get_by_role("button", name="Close").click()
    expect(toast).to_have_count(0)

    page.goto("/accessibility")
    page.get_by_role("switch", name="Keep messages").click()
    page.goto("/board")
    page.locator("#column-applied [name=card]").first.click()
    moved(page, lambda: page.get_by_role("button", name="Feedback").click())
    assert toast.evaluate("toast => getComputedStyle(toast).animationName") == "none"
