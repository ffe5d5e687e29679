"""Onward as an app: what Chromium makes of its manifest, the icon's number, a phone's edges."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from e2e.conftest import PHONE, SHARP, Server
from tests.builders import Build
from tracker.clock import now
from tracker.models import User
from tracker.values.days import day_of

LANDSCAPE = {**PHONE, **SHARP, "viewport": {"width": 844, "height": 430}}
LEFT, RIGHT, BOTTOM = 47, 47, 21
"""What a phone with a notch and a line at its foot keeps for itself."""
PIXELS = """async (src) => {
  const image = new Image()
  image.src = src
  await image.decode()
  const size = image.naturalWidth, canvas = document.createElement("canvas")
  canvas.width = canvas.height = size
  const context = canvas.getContext("2d")
  context.drawImage(image, 0, 0)
  const { data } = context.getImageData(0, 0, size, size), middle = (size - 1) / 2
  let far = 0, clear = 0, tinted = 0
  for (let at = 0; at < data.length; at += 4) {
    const x = (at / 4) % size, y = Math.floor(at / 4 / size)
    if ([0, 1, 2, 3].some((part) => data[at + part] !== data[part])) {
      far = Math.max(far, Math.hypot(x - middle, y - middle))
    }
    if (data[at + 3] < 255) clear++
    if (data[at + 3] > 128 && Math.min(data[at], data[at + 1], data[at + 2]) < 250) tinted++
  }
  return { far: far / size, clear, tinted }
}"""
FLUSH = 16
"""The padding of a button without a frame, by which it stands out so that its words do not."""
BEYOND = f"""(within) => [...document.querySelector(within)
  .querySelectorAll("a, button, input, select, textarea, summary, h1, h2")]
  .map((each) => [each, each.getBoundingClientRect()])
  .filter(([each, box]) => box.width > 2 && box.height > 2 && each.checkVisibility())
  .filter(([, box]) => box.left < {LEFT - FLUSH} || box.right > innerWidth - {RIGHT - FLUSH})
  .filter(([, box]) => box.right > 0 && box.left < innerWidth)
  .filter(([each]) => !each.closest(".column ~ .column, .skip, .tabs"))
  .map(([each]) => each.outerHTML.slice(0, 90))"""
BADGES = """{
window.badges = []
navigator.setAppBadge = async (count) => void badges.push(count)
navigator.clearAppBadge = async () => void badges.push(0)
}"""


def test_chromium_would_install_it_and_no_phone_cuts_its_icon(
    open_page: Callable[..., Page], person: User
) -> None:
    page = open_page(user=person, path="/today")
    browser = page.context.new_cdp_session(page)
    told = browser.send("Page.getAppManifest")

    assert told["errors"] == []
    assert told["manifest"]["startUrl"].endswith("/today")
    assert len(told["manifest"]["shortcuts"]) == 3
    assert told["manifest"]["shareTarget"]["action"].endswith("/share")
    assert browser.send("Page.getInstallabilityErrors") == {"installabilityErrors": []}
    for icon in told["manifest"]["icons"]:
        seen = page.evaluate(PIXELS, icon["url"])
        if "maskable" in icon["url"]:
            assert seen["clear"] == 0
            assert 0.25 < seen["far"] <= 0.4, icon
        if "monochrome" in icon["url"]:
            assert seen["tinted"] == 0
    assert page.evaluate(PIXELS, "/apple-touch-icon.png")["clear"] == 0


def test_icon_has_the_number_that_is_due_until_one_signs_out(
    open_page: Callable[..., Page], build: Build, person: User
) -> None:
    today = day_of(now(), person.zone)
    build.action(person, what="Learn joins", due_on=today)
    build.action(person, what="Practise aloud", due_on=today)
    page = open_page(user=person)
    page.context.add_init_script(BADGES)
    page.goto("/today")

    assert page.evaluate("badges") == [2]
    page.goto("/more")
    page.get_by_role("main").get_by_role("button", name="Sign out").click()
    page.wait_for_url("**/login")
    assert page.evaluate("badges") == [0]


def test_install_button_is_there_where_the_browser_offers_it(
    open_page: Callable[..., Page], server: Server, person: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(server.app.extensions, "base_url", (float("inf"), "https://onward.example"))
    page = open_page(user=person, path="/settings/phone")
    button = page.get_by_role("button", name="Install Onward")
    expect(button).to_be_hidden()

    page.evaluate(
        """() => {
          const offer = new Event("beforeinstallprompt", { cancelable: true })
          offer.prompt = async () => void (document.title = "Asked")
          dispatchEvent(offer)
        }"""
    )
    button.click()
    expect(page).to_have_title("Asked")
    expect(button).to_be_hidden()


def test_nothing_lies_below_a_notch(
    open_page: Callable[..., Page], build: Build, person: User
) -> None:
    card = build.application(person, company="Galah")
    page = open_page(LANDSCAPE, user=person)
    insets = {"left": LEFT, "right": RIGHT, "bottom": BOTTOM}
    page.context.new_cdp_session(page).send(
        "Emulation.setSafeAreaInsetsOverride",
        {"insets": insets | {f"{side}Max": size for side, size in insets.items()}},
    )
    for path in ("/today", "/board", "/applications/new", f"/applications/{card.id}"):
        page.goto(path)
        assert page.evaluate(BEYOND, "body") == [], path
    page.goto("/board")
    bar = page.locator(".nav").bounding_box()
    link = page.locator(".nav > a").first.bounding_box()
    assert bar and link
    assert bar["y"] + bar["height"] == 430
    assert link["y"] + link["height"] <= 430 - BOTTOM
    page.locator(".card button").first.click()
    expect(page.locator("#move-sheet")).to_be_visible()
    assert page.evaluate(BEYOND, "#move-sheet") == []


def test_a_form_on_another_sites_page_shares_nothing_in(
    open_page: Callable[..., Page], server: Server, person: User
) -> None:
    page = open_page(user=person)
    page.goto(
        f"data:text/html,<form method=post enctype=multipart/form-data action={server.url}/share>"
        "<input name=title value=Odd><button>Go</button></form>"
    )
    with page.expect_navigation() as gone:
        page.get_by_role("button").click()

    assert gone.value is not None
    assert gone.value.status in (401, 403)
    assert "Odd" not in page.locator("input[value=Odd]").all_text_contents()
