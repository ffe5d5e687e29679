"""The oldest browsers that Onward promises, made of a new one by taking away what they lack."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, Route, expect

from e2e.conftest import DESK, PHONE, until
from e2e.pages.barriers import AXE, CONTRAST, VIOLATIONS
from e2e.pages.paper import has_two_columns, printed
from tests.web.floor.table import known
from tracker.cli.demo import grow
from tracker.models import User

LACKING = [feature for feature, row in known().items() if "safari 16.4" in row.too_new]
LACKING += [("function", "light-dark"), ("function", "anchor"), ("property", "position-area")]
GONE = """{
delete URLSearchParams.prototype.size
const { prototype } = HTMLElement
for (const name of Object.keys(Object.getOwnPropertyDescriptors(prototype))) {
  if (name.endsWith("opover")) delete prototype[name]
}
delete Document.prototype.startViewTransition
delete Document.parseHTMLUnsafe
Object.defineProperty(window, "navigation", { value: undefined })
delete Element.prototype.moveBefore
Object.defineProperty(window, "PublicKeyCredential", { value: undefined })
}"""
BARE = """() => [...document.querySelectorAll(
  "input, select, textarea, .button, .card, .nav, .toast, dialog[open]"
)]
  .filter((part) => part.checkVisibility({ visibilityProperty: true }))
  .filter((part) => !part.matches("[type=hidden], [type=checkbox], [type=radio], .quiet, .danger"))
  .filter((part) => getComputedStyle(part).backgroundColor === "rgba(0, 0, 0, 0)")
  .map((part) => part.outerHTML.slice(0, 90))"""
"""What lies over a page, or is to be typed into or pressed, and has no ground of its own."""


BLIND: dict[str, Callable[[str, str], str]] = {
    "property": lambda style, name: re.sub(rf"(?<![-\w]){name}(?=\s*:)", f"x{name}", style),
    "value": lambda style, name: re.sub(
        r"(?<![-\w])({}:[^;{{}}]*?)\b{}\b".format(*name.split(": ")), r"\1x-unknown", style
    ),
    "selector": lambda style, name: re.sub(rf"(?<![:\w]){name}\b", f"{name}-x", style),
    "function": lambda style, name: style.replace(f"{name}(", f"x-{name}("),
    "media": lambda style, name: style.replace(f"({name}:", f"(x-{name}:"),
}
"""How a stylesheet is made to hold a name that no browser knows in the place of each of them."""


def as_an_older_one(route: Route) -> None:
    """Hands on a page or a stylesheet as a browser of the floor reads it."""
    answer = route.fetch(max_redirects=0)
    kind, text = answer.headers.get("content-type", ""), ""
    if kind.startswith("text/css"):
        text = re.sub(r"selector\([^)]*\)", "selector(:x-unknown)", answer.text())
        for feature, name in LACKING:
            text = BLIND[feature](text, name) if feature in BLIND else text
    elif kind.startswith("text/html"):
        text = answer.text()
    if text:
        route.fulfill(response=answer, body=re.sub(r"\bpopover(?=[target=> ])", "xpopover", text))
    else:
        route.fulfill(response=answer)


@pytest.fixture
def older(open_page: Callable[..., Page]) -> Iterator[Callable[..., Page]]:
    """Opens a page in such a browser."""
    pages = []

    def opened(path: str, user: User | None = None) -> Page:
        page = open_page(PHONE, user=user, color_scheme="light")
        page.add_init_script(GONE)
        page.route(re.compile(r"."), as_an_older_one)
        pages.append(page)
        page.goto(path)
        return page

    yield opened
    for page in pages:
        page.unroute_all(behavior="ignoreErrors")  # what is still on its way is nobody's


@pytest.fixture
def hunting(person: User) -> User:
    """Somebody with something on every page."""
    grow(person, 1, 25)
    return person


def unreadable(page: Page) -> list[str]:
    """What cannot be read or told apart on this page, in the light and in the dark."""
    if page.evaluate("typeof axe === 'undefined'"):
        page.evaluate(AXE)
    found: list[str] = page.evaluate(BARE)
    for scheme in ("dark", "light"):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        found += page.evaluate(VIOLATIONS, CONTRAST)
    return found


def test_every_screen_can_be_read_in_an_older_browser(
    older: Callable[..., Page], hunting: User
) -> None:
    assert unreadable(older("/login")) == []

    page = older("/board", hunting)
    card = page.locator(".card").first
    assert card.evaluate("(card) => getComputedStyle(card).contentVisibility") == "visible"
    card.locator("[name=card]").tap()
    sheet = page.get_by_role("dialog")
    expect(sheet).to_be_visible()
    assert unreadable(page) == []
    sheet.get_by_role("button", name="Interview").tap()
    expect(page.locator("#toast")).to_contain_text("Interview")
    assert page.evaluate(BARE) == []
    for path in ("/today", "/applications/new", "/more"):
        page.goto(path)
        assert page.evaluate(BARE) == [], path
    page.goto("/insights")
    assert unreadable(page) == []


def test_more_is_a_page_where_a_browser_has_no_popover(
    older: Callable[..., Page], person: User
) -> None:
    page = older("/today", person)
    expect(page.locator("#nav-more")).to_be_hidden()
    in_menu = page.locator("#nav-more a").evaluate_all("(all) => all.map((each) => each.href)")
    page.get_by_role("navigation").get_by_role("link", name="More").tap()
    expect(page.get_by_role("heading", name="More", level=1)).to_be_visible()

    on_page = page.locator("main li a").evaluate_all("(all) => all.map((each) => each.href)")

    assert len(on_page) > 8
    assert on_page == in_menu
    page.locator("main").get_by_role("button", name="Sign out").tap()
    expect(page.get_by_role("heading", name="Sign in")).to_be_visible()


def test_more_closes_by_a_tap_beside_it_where_the_browser_leaves_it_open(
    open_page: Callable[..., Page], person: User
) -> None:
    page = open_page(PHONE, user=person, path="/today")
    menu = page.locator("#nav-more")
    menu.evaluate("(menu) => menu.popover = 'manual'")
    page.get_by_role("button", name="More").tap()
    expect(menu).to_be_visible()

    page.get_by_role("heading", level=1).tap()

    expect(menu).to_be_hidden()


def test_a_filter_stays_in_the_address_in_an_older_browser(
    older: Callable[..., Page], hunting: User
) -> None:
    page = older("/board", hunting)

    page.get_by_role("searchbox").fill("data")

    until(page, "location.search === '?q=data'")
    until(page, "document.querySelectorAll('.card').length < 20")


def test_paper_is_white_and_no_chart_is_cut_for_somebody_who_has_it_dark(
    open_page: Callable[..., Page], hunting: User
) -> None:
    page = open_page(PHONE, user=hunting, path="/insights", color_scheme="dark")
    page.emulate_media(media="print")

    ground = "getComputedStyle(document.querySelector('{}')).backgroundColor"
    assert page.evaluate(ground.format("html")) == "rgb(255, 255, 255)"
    assert page.evaluate(ground.format("body")) in ("rgba(0, 0, 0, 0)", "rgb(255, 255, 255)")
    ways = page.locator(".chart > .fold:not(.figures)").evaluate_all(
        "(all) => all.map((finding) => getComputedStyle(finding).display)"
    )
    assert set(ways) == {"inline-block"}  # a line is never cut


def test_insights_fill_two_sheets_and_no_paper_has_the_arrows_of_folds(
    open_page: Callable[..., Page], hunting: User
) -> None:
    page = open_page(DESK, user=hunting, path="/insights")
    sheets = printed(page)
    assert len(sheets) == 2
    assert has_two_columns(sheets[0])

    page.emulate_media(media="print")
    drawn = page.locator('.chart > .fold svg[role="img"]').first.bounding_box()
    assert drawn and drawn["width"] / 340 * 12 * 0.75 >= 7.4  # points of the smallest words
    for path in ("/insights", "/work-search"):
        page.goto(path)
        assert page.locator("summary").count()
        assert (
            page.locator("summary").evaluate_all(
                """(all) => all.flatMap((row) => ["::before", "::after"]
              .map((side) => getComputedStyle(row, side).content))
              .filter((arrow) => arrow !== "none")"""
            )
            == []
        )
