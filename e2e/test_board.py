"""Moving cards, as a person does it."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from e2e.conftest import DESK, LIVELY, PHONE, SHARP, until
from tests.builders import Build
from tracker.demo.hunt import hunt
from tracker.models import User


def test_two_taps_move_a_card_on_a_phone_and_one_takes_it_back(
    open_page: Callable[..., Page], person: User, build: Build
) -> None:
    build.application(person, role="Baker", company="Wattle & Co.")
    page = open_page(PHONE | LIVELY, user=person, path="/board")

    page.get_by_role("button", name="Move").tap()
    expect(page.get_by_role("dialog")).to_be_visible()
    expect(page.get_by_role("dialog").get_by_text("Shift")).not_to_be_visible()  # it has no keys
    page.get_by_role("dialog").get_by_role("button", name="Interview").tap()

    interview = page.get_by_role("region", name="Interview", exact=True)
    expect(interview.get_by_role("article", name="Baker, Wattle & Co.")).to_be_attached()
    expect(page.locator("#toast")).to_contain_text("moved to Interview.")
    expect(page.locator("#count-interview")).to_have_text("1")
    expect(page.locator("#count-applied")).to_have_text("0")

    page.locator("#toast").get_by_role("button", name="Undo").tap()

    applied = page.get_by_role("region", name="Applied", exact=True)
    expect(applied.get_by_role("article", name="Baker, Wattle & Co.")).to_be_visible()
    expect(page.locator("#toast")).to_contain_text("back in Applied.")
    page.reload()
    expect(applied.get_by_role("article", name="Baker, Wattle & Co.")).to_be_visible()


def test_card_is_dragged_to_another_column_with_a_mouse(
    open_page: Callable[..., Page], person: User, build: Build
) -> None:
    build.application(person, role="Baker", stage="interview")
    build.application(person, role="Carpenter")
    page = open_page(DESK | LIVELY, user=person, path="/board")
    card = page.get_by_role("article", name="Carpenter, Banksia Software")
    goal = page.get_by_role("article", name="Baker, Banksia Software")
    card.hover()
    until(page, "window.Sortable?.get(document.querySelector('.columns .column')) != null")
    card.hover()

    source, target = card.bounding_box(), goal.bounding_box()
    assert source and target
    with page.expect_response(lambda response: response.url.endswith("/stage")) as moved:
        page.mouse.move(source["x"] + 30, source["y"] + 10)
        page.mouse.down()
        page.mouse.move(target["x"] + 30, target["y"] + 60, steps=12)
        page.mouse.move(target["x"] + 30, target["y"] + target["height"] - 4, steps=6)
        page.mouse.up()

    assert moved.value.status == 200
    page.reload()
    interview = page.get_by_role("region", name="Interview", exact=True)
    expect(interview.get_by_role("article")).to_have_count(2)


def test_card_moves_and_is_taken_back_by_keyboard_alone(
    open_page: Callable[..., Page], person: User, build: Build
) -> None:
    build.application(person, role="Baker")
    page = open_page(DESK | LIVELY, user=person, path="/board")
    toast, card = page.locator("#toast"), page.locator("#column-interview [name=card]")

    # With Enter, on the sheet, which tells of the keys.
    page.get_by_role("button", name="Move").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog").get_by_text("Shift")).to_be_visible()
    page.get_by_role("dialog").get_by_role("button", name="Interview").focus()
    page.keyboard.press("Enter")
    interview = page.get_by_role("region", name="Interview", exact=True)
    expect(interview.get_by_role("article", name="Baker, Banksia Software")).to_be_visible()
    expect(interview.get_by_role("button", name="Move")).to_be_focused()

    # With an arrow; and back by keys from where one is.
    page.keyboard.press("Shift+ArrowRight")
    rejected = page.get_by_role("region", name="Rejected", exact=True)
    expect(rejected.get_by_role("article", name="Baker, Banksia Software")).to_be_visible()
    expect(toast).to_contain_text("moved to Rejected.")
    page.keyboard.press("Control+z")
    expect(toast).to_contain_text("back in Interview.")
    expect(page.locator("#column-interview article")).to_have_count(1)
    expect(card).to_be_focused()

    # Undo that is pressed in the toast leaves the focus on the card.
    page.keyboard.press("Shift+ArrowRight")
    expect(toast).to_contain_text("moved to Rejected.")
    toast.get_by_role("button", name="Undo").press("Enter")
    expect(toast).to_contain_text("back in Interview.")
    expect(card).to_be_focused()

    # In a field the keys of Undo are the field's own.
    page.keyboard.press("Shift+ArrowRight")
    expect(toast).to_contain_text("moved to Rejected.")
    page.get_by_role("searchbox").focus()
    page.keyboard.press("Control+z")
    expect(toast).to_contain_text("moved to Rejected.")
    expect(page.locator("#count-rejected")).to_have_text("1")


def test_card_moves_without_script(
    open_page: Callable[..., Page], person: User, build: Build
) -> None:
    build.application(person, role="Baker")
    page = open_page(PHONE, user=person, path="/board", java_script_enabled=False)

    page.get_by_role("button", name="Move").click()
    page.get_by_role("button", name="Interview").click()

    interview = page.get_by_role("region", name="Interview", exact=True)
    expect(interview.get_by_role("article").filter(has_text="Baker")).to_be_attached()
    page.locator("#toast").get_by_role("button", name="Undo").click()
    applied = page.get_by_role("region", name="Applied", exact=True)
    expect(applied.get_by_role("article").filter(has_text="Baker")).to_be_attached()


def test_move_without_a_connection_puts_the_card_back_and_can_be_tried_again(
    open_page: Callable[..., Page], person: User, build: Build
) -> None:
    build.application(person, role="Baker")
    page = open_page(PHONE, user=person, path="/board")
    page.context.set_offline(True)

    page.get_by_role("button", name="Move").tap()
    page.get_by_role("dialog").get_by_role("button", name="Interview").tap()

    applied = page.get_by_role("region", name="Applied", exact=True)
    expect(page.locator("#toast")).to_contain_text("No connection")
    expect(applied.get_by_role("article")).to_be_visible()
    expect(page.locator("#count-applied")).to_have_text("1")

    page.context.set_offline(False)
    page.get_by_role("button", name="Try again").tap()

    expect(page.locator("#toast")).to_contain_text("moved to Interview.")
    expect(page.locator("#count-interview")).to_have_text("1")
    page.reload()
    expect(page.locator("#column-interview article")).to_have_count(1)


def test_card_that_another_phone_moved_is_put_back_and_can_be_moved_all_the_same(
    open_page: Callable[..., Page], person: User, build: Build
) -> None:
    build.application(person, role="Baker")
    mine = open_page(PHONE, user=person, path="/board")
    other = open_page(PHONE, user=person, path="/board")
    other.get_by_role("button", name="Move").tap()
    other.get_by_role("dialog").get_by_role("button", name="Action taken").tap()
    expect(other.locator("#toast")).to_contain_text("moved to Action taken.")

    mine.get_by_role("button", name="Move").tap()
    mine.get_by_role("dialog").get_by_role("button", name="Interview").tap()

    expect(mine.locator("#toast")).to_contain_text("It was moved to Action taken meanwhile.")
    expect(mine.locator("#column-action_taken article")).to_have_count(1)
    expect(mine.locator("#column-interview article")).to_have_count(0)

    mine.get_by_role("button", name="Move it to Interview").tap()

    expect(mine.locator("#toast")).to_contain_text("moved to Interview.")
    expect(mine.locator("#column-interview article")).to_have_count(1)
    expect(mine.locator("#count-action_taken")).to_have_text("0")
    mine.locator("#toast").get_by_role("button", name="Undo").tap()
    expect(mine.locator("#column-action_taken article")).to_have_count(1)


def test_quick_moves_of_one_card_do_not_conflict_with_each_other(
    open_page: Callable[..., Page], person: User, build: Build
) -> None:
    build.application(person, role="Baker")
    page = open_page(DESK, user=person, path="/board")
    page.get_by_role("button", name="Move").focus()

    for _ in range(4):
        page.keyboard.press("Shift+ArrowRight")

    expect(page.locator("#column-action_taken article")).to_have_count(1)
    expect(page.locator("#toast")).to_contain_text("moved to Action taken.")
    page.reload()
    expect(page.locator("#column-action_taken article")).to_have_count(1)


def test_tab_of_a_stage_slides_to_its_column_and_its_address_can_be_kept(
    open_page: Callable[..., Page], person: User, build: Build
) -> None:
    build.application(person, role="Baker", stage="rejected")
    page = open_page(PHONE | LIVELY, user=person, path="/board")

    page.get_by_role("navigation", name="Stages").get_by_role("link", name="Rejected").tap()

    expect(page.get_by_role("article", name="Baker, Banksia Software")).to_be_in_viewport()
    assert page.url.endswith("#column-rejected")
    page.reload()
    expect(page.get_by_role("article", name="Baker, Banksia Software")).to_be_in_viewport()


def test_undo_of_a_deletion_brings_the_card_back_where_one_is_on_the_board(
    open_page: Callable[..., Page], person: User, build: Build
) -> None:
    build.application(person, role="Clerk")
    card = build.application(person, role="Baker")
    page = open_page(PHONE, user=person, path=f"/applications/{card.id}")
    page.get_by_role("button", name="Delete").tap()
    expect(page.locator("#count-applied")).to_have_text("1")

    page.locator("#toast").get_by_role("button", name="Undo").tap()

    expect(page.locator("#count-applied")).to_have_text("2")
    expect(page.get_by_role("article", name="Baker, Banksia Software")).to_be_visible()


def test_note_that_did_not_get_through_says_so_and_is_still_there(
    open_page: Callable[..., Page], person: User, build: Build
) -> None:
    card = build.application(person, role="Baker")
    page = open_page(PHONE, user=person, path=f"/applications/{card.id}")
    page.get_by_label("Note", exact=True).fill("They liked the sourdough.")
    page.context.set_offline(True)
    page.get_by_role("button", name="Save note").tap()

    expect(page.locator("#toast")).to_contain_text("No connection")
    expect(page.get_by_label("Note", exact=True)).to_have_value("They liked the sourdough.")

    page.context.set_offline(False)
    page.get_by_role("button", name="Try again").tap()
    expect(page.locator("#story")).to_contain_text("They liked the sourdough.")


def test_link_to_a_card_far_down_a_column_shows_it_on_a_phone(
    open_page: Callable[..., Page], person: User, build: Build
) -> None:
    cards = [build.application(person, role=f"Baker {n}", stage="rejected") for n in range(24)]
    page = open_page(PHONE, user=person, path="/board")
    last = page.locator("#column-rejected .card").last.get_attribute("id")
    assert last in {f"card-{card.id}" for card in cards}

    page.goto("/today")
    page.goto(f"/board#{last}")

    expect(page.locator(f"#{last}")).to_be_in_viewport()


def rows_of(person: User, build: Build, count: int) -> None:
    with build.together():
        for n in range(count):
            build.application(person, role=f"Role {n}", position=n)


TOP = "document.querySelector('{}').getBoundingClientRect().top"


@pytest.mark.parametrize(("device", "at_first"), [(PHONE, 12), (DESK, 30)])
def test_long_column_loads_more_as_it_is_reached_and_keeps_it_when_one_comes_back_or_looks_again(
    open_page: Callable[..., Page],
    person: User,
    build: Build,
    device: dict[str, object],
    at_first: int,
) -> None:
    rows_of(person, build, 80)
    page = open_page(device, user=person, path="/board")
    cards = page.locator("#column-applied article")
    expect(cards).to_have_count(at_first)
    for count in range(at_first + 15, 76, 15):
        cards.last.scroll_into_view_if_needed()
        expect(cards).to_have_count(count)

    # Back from a card far down, the board is where it was.
    card = page.get_by_role("article", name="Role 58, Banksia Software")
    card.scroll_into_view_if_needed()
    where = TOP.format(f"#{card.get_attribute('id')}")
    before = page.evaluate(where)
    card.get_by_role("link").click()
    expect(page.get_by_role("heading", name="Role 58")).to_be_visible()
    page.go_back()
    expect(card).to_be_in_viewport()
    until(page, f"Math.abs({where} - {before}) < 4")

    # Looked at again, it keeps the further cards.
    assert page.evaluate("document.querySelector('#column-applied').scrollTop") > 1000
    page.evaluate("board.refresh()")
    expect(page.locator("#count-applied")).to_have_text("80")
    assert cards.count() >= 60
    until(page, f"Math.abs({where} - {before}) < 4")

    so_far = cards.count()
    cards.last.scroll_into_view_if_needed()
    expect(cards).not_to_have_count(so_far)


def test_link_back_to_the_board_shows_a_card_far_down_its_column(
    open_page: Callable[..., Page], person: User, build: Build
) -> None:
    rows_of(person, build, 90)
    far = build.application(person, role="The one", position=60)
    for script in (True, False):
        page = open_page(user=person, path=f"/applications/{far.id}", java_script_enabled=script)

        page.get_by_role("link", name="Back to Board").tap()

        there = page.get_by_role("article").filter(has_text="The one")
        expect(there, f"with{'' if script else 'out'} script").to_be_in_viewport()


class Finger:
    """A finger on the glass, which Playwright itself can only tap with."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.session = page.context.new_cdp_session(page)

    def _send(self, kind: str, *points: dict[str, float]) -> None:
        sent = {"type": kind, "touchPoints": list(points)}
        self.session.send("Input.dispatchTouchEvent", sent)

    def take(self, card: Locator) -> None:
        """The first long press since the page was loaded: before it nothing is there that drags."""
        box = card.bounding_box()
        assert box
        assert self.page.evaluate("typeof Sortable") == "undefined"
        self.press(box["x"] + 60, box["y"] + 20)
        until(self.page, "document.querySelector('.sortable-chosen') != null")

    def press(self, x: float, y: float) -> None:
        """Touch the glass."""
        self.x, self.y = x, y
        self._send("touchStart", {"x": x, "y": y})

    def move(self, x: float, y: float) -> None:
        """In steps, as a finger does."""
        for n in range(1, 11):
            at = {"x": self.x + (x - self.x) * n / 10, "y": self.y + (y - self.y) * n / 10}
            self._send("touchMove", at)
            self.page.wait_for_timeout(20)
        self.x, self.y = x, y

    def let_go(self) -> None:
        self._send("touchEnd")


def test_first_long_press_lifts_the_card_before_the_finger_moves_and_a_reorder_can_be_undone(
    open_page: Callable[..., Page], person: User, build: Build
) -> None:
    for n in range(3):
        build.application(person, role=f"Role {n}", position=n)
    page = open_page(PHONE | LIVELY, user=person)
    page.add_init_script("window.felt = []; navigator.vibrate = (time) => felt.push(time)")
    page.goto("/board")
    cards, finger = page.locator("#column-applied article"), Finger(page)

    finger.take(cards.first)

    assert page.evaluate("felt") == [10]
    until(page, "getComputedStyle(document.querySelector('.sortable-chosen')).scale === '1.03'")
    last = cards.last.bounding_box()
    assert last
    finger.move(200, last["y"] + last["height"] - 4)
    with page.expect_response(lambda response: response.url.endswith("/stage")):
        finger.let_go()
    expect(page.locator("#toast")).to_contain_text("Role 0 moved to 3 of 3.")

    page.get_by_role("button", name="Undo").tap()

    expect(page.locator("#toast")).to_contain_text("is back where it was.")
    expect(cards.first).to_have_attribute("aria-label", re.compile("Role 0"))
    page.reload()
    expect(cards.first).to_have_attribute("aria-label", re.compile("Role 0"))


def test_a_tap_fetches_nothing_and_the_sheet_goes_down_with_the_finger(
    open_page: Callable[..., Page], person: User, build: Build
) -> None:
    build.application(person, role="Baker")
    page = open_page(PHONE | LIVELY, user=person, path="/board")
    page.wait_for_load_state("networkidle")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))

    page.get_by_role("button", name="Move").tap()
    sheet = page.get_by_role("dialog")
    expect(sheet).to_be_visible()
    resting = "document.getElementById('move-sheet').getAnimations().length === 0"
    until(page, resting)
    assert asked == []
    head = page.locator(".pull").bounding_box()
    assert head
    finger = Finger(page)
    with page.expect_response("**/pull*"):
        finger.press(200, head["y"] + 10)
    finger.move(200, head["y"] + 60)
    assert sheet.evaluate("sheet => sheet.style.translate") == "0px 50px"
    finger.let_go()
    until(page, "document.getElementById('move-sheet').style.translate === ''")
    until(page, resting)
    expect(sheet).to_be_visible()
    finger.press(200, head["y"] + 10)
    finger.move(200, head["y"] + 200)
    finger.let_go()

    expect(sheet).not_to_be_visible()
    assert [url.rpartition("/")[2].partition("-")[0] for url in asked] == ["pull"]


@pytest.mark.parametrize(("device", "most"), [(PHONE | SHARP, 8), (DESK, 11)])
def test_so_many_whole_cards_are_seen_at_once(
    open_page: Callable[..., Page], person: User, build: Build, device: dict[str, Any], most: int
) -> None:
    for n, made in enumerate(hunt(1, 60, date(2026, 11, 27)).applications[:14]):
        build.application(person, role=made.role, company=made.company, position=n)
    page = open_page(device, user=person, path="/board")

    whole = page.evaluate("""() => {
      const bar = document.querySelector('.nav').getBoundingClientRect().top || innerHeight
      return [...document.querySelectorAll('#column-applied .card')].filter((card) => {
        const { top, bottom } = card.getBoundingClientRect()
        return top >= 0 && bottom <= bar
      }).length
    }""")

    assert whole >= most


def test_a_page_is_read_no_further_than_its_head_before_its_style_is_there(
    open_page: Callable[..., Page], person: User, build: Build
) -> None:
    build.application(person, role="Baker")
    page = open_page(PHONE, user=person)
    held: list[Route] = []
    page.route("**/*.css", lambda route: held.append(route))
    with page.expect_response("**/js/first/*.js"):
        page.goto("/board", wait_until="commit")
    until(page, "document.querySelector('head > script[src*=first]') !== null")

    assert held
    assert page.evaluate("document.body") is None  # else all of it is laid out twice

    for sheet in held:
        sheet.continue_()
    expect(page.get_by_role("article", name="Baker, Banksia Software")).to_be_visible()


def test_a_column_out_of_sight_is_left_out_of_the_first_frame_and_the_one_in_sight_is_not(
    open_page: Callable[..., Page], person: User, build: Build
) -> None:
    build.application(person, role="Baker")
    page = open_page(PHONE, user=person, path="/board")

    left_out = "getComputedStyle(column).contentVisibility"
    seen = page.evaluate(f"[...document.querySelectorAll('.column')].map((column) => {left_out})")

    assert seen == ["visible", *["auto"] * 4]


def test_a_step_on_a_card_takes_a_tap_of_44_pixels_between_two_cards(
    open_page: Callable[..., Page], person: User, build: Build
) -> None:
    for n in range(3):
        card = build.application(person, role="Baker", stage="feedback_received", position=n)
        build.feedback(card)
    page = open_page(PHONE | SHARP, user=person, path="/board#column-feedback_received")
    page.locator("button.flag").nth(1).wait_for()

    high = page.evaluate("""() => {
      const flag = document.querySelectorAll('button.flag')[1]
      const { x, y, width } = flag.getBoundingClientRect()
      const hits = [...Array(90).keys()].filter((n) =>
        document.elementFromPoint(x + width / 2, y - 30 + n) === flag)
      return hits.length
    }""")

    assert high >= 44


@pytest.mark.parametrize("device", [PHONE | SHARP, DESK])
def test_a_company_takes_a_line_on_a_phone_and_two_at_most_on_a_desk_however_long_it_is_called(
    open_page: Callable[..., Page], person: User, build: Build, device: dict[str, Any]
) -> None:
    made = {
        stage: [
            build.application(person, role="Baker", company=company, stage=stage)
            for company in ("Ash", "The Association of Associations of Southern Bakers " * 3)
        ]
        for stage in ("applied", "rejected")
    }
    page = open_page(device, user=person, path="/board")
    for stage, cards in made.items():
        page.goto(f"/board#column-{stage}")
        lines = [page.locator(f"#card-{card.id} .meta > p").bounding_box() for card in cards]
        assert lines[0] and lines[1] and lines[0]["height"] < 24
        assert lines[1]["height"] == lines[0]["height"] * (2 if device == DESK else 1)


ONE_PAUSE = """
const repeat = setInterval
window.setInterval = (act, pause) => pause === 700 ? setTimeout(act, pause) : repeat(act, pause)
"""
"""A slow machine holds the finger at the edge for longer than one pause; the second never comes."""


def test_card_held_at_the_edge_of_a_phone_goes_one_column_on_and_no_further(
    open_page: Callable[..., Page], person: User, build: Build
) -> None:
    build.application(person, role="Carpenter")
    page = open_page(PHONE | LIVELY, user=person)
    page.add_init_script(ONE_PAUSE)
    page.goto("/board")
    finger = Finger(page)

    finger.take(page.get_by_role("article", name="Carpenter, Banksia Software"))
    finger.move(200, 400)
    finger.move(375, 400)
    until(page, "document.querySelector('.columns').scrollLeft > 380")
    finger.move(200, 420)
    with page.expect_response(lambda response: response.url.endswith("/stage")):
        finger.let_go()

    expect(page.locator("#column-interview article")).to_have_count(1)
    expect(page.locator("#column-interview article")).to_be_in_viewport()
    expect(page.locator("#toast")).to_contain_text("moved to Interview.")


def test_card_is_dropped_on_the_tab_of_a_stage(
    open_page: Callable[..., Page], person: User, build: Build
) -> None:
    build.application(person, role="Carpenter")
    build.application(person, role="Baker", stage="rejected")
    page = open_page(PHONE | LIVELY, user=person, path="/board")
    tab = page.get_by_role("navigation", name="Stages").get_by_role("link", name="Rejected")
    box = tab.bounding_box()
    assert box
    finger = Finger(page)

    finger.take(page.get_by_role("article", name="Carpenter, Banksia Software"))
    finger.move(box["x"] + box["width"] / 2, box["y"] + 20)
    expect(tab).to_have_class("on")
    with page.expect_response(lambda response: response.url.endswith("/stage")):
        finger.let_go()

    expect(page.locator("#column-rejected article")).to_have_count(2)
    expect(page.locator("#count-rejected")).to_have_text("2")
    expect(page.locator("#count-applied")).to_have_text("0")
    expect(page.locator(".tabs .on")).to_have_count(0)


def test_view_opens_within_a_phones_screen(
    open_page: Callable[..., Page], person: User, build: Build
) -> None:
    build.application(person, role="Baker")
    page = open_page(PHONE, user=person)
    for width in (320, 390):
        page.set_viewport_size({"width": width, "height": 844})
        for path in ("/board", "/board/table"):
            page.goto(path)
            page.get_by_text("View", exact=True).tap()

            box = page.get_by_label("Source").locator("xpath=ancestor::details/div").bounding_box()
            assert box, f"{path}, {width} px"
            assert 8 <= box["x"] <= box["x"] + box["width"] <= width - 8, f"{path}, {width} px"


def test_stage_of_each_application_is_seen_in_the_table_on_a_phone(
    open_page: Callable[..., Page], person: User, build: Build
) -> None:
    build.application(
        person, role="Administration officer", company="Internationalisation Partners"
    )
    page = open_page(PHONE, user=person, path="/board/table")

    expect(page.get_by_role("heading", name="All applications")).to_be_visible()
    expect(page.get_by_role("cell", name="Applied")).to_be_in_viewport(ratio=1)


def test_toast_that_comes_with_a_page_covers_nothing_of_it(
    open_page: Callable[..., Page], person: User, build: Build
) -> None:
    build.application(person, role="Baker")
    page = open_page(PHONE, user=person, path="/board")
    page.get_by_role("button", name="Move").tap()
    page.get_by_role("dialog").get_by_role("button", name="They said no").tap()
    page.wait_for_url("**/after")
    expect(page.locator(".toast")).to_be_visible()

    toast = page.locator(".toast").bounding_box()
    heading = page.get_by_role("heading", level=1).bounding_box()

    assert toast
    assert heading
    assert toast["y"] >= 0
    assert toast["y"] + toast["height"] <= heading["y"]


def test_message_above_a_page_leaves_no_hole_and_keeps_its_undo(
    open_page: Callable[..., Page], person: User, build: Build
) -> None:
    card = build.application(person, role="Baker")
    note = "Rang at ten.\n\n" * 20
    build.note(card, note)
    form = f"/applications/{card.id}/interviews/new"
    page = open_page(PHONE, user=person, path=form, patient=False)
    page.get_by_role("button", name="Save").tap()
    undo, top = page.locator("#toast").get_by_role("button", name="Undo"), "scrollTo(0, 0)"
    expect(undo).to_be_visible()
    page.evaluate("scrollTo(0, 600)")
    expect(undo).to_be_in_viewport()

    # Its time is over: it lies over nothing any more, and where it came with the page it still is.
    over = "document.getElementById('toast').getAnimations()[0].finish()"
    page.evaluate(over)
    expect(undo).not_to_be_in_viewport()
    page.evaluate(top)
    expect(undo).to_be_in_viewport()

    # What is said later is in sight from the start.
    page.evaluate("scrollTo(0, 600)")
    page.evaluate("board.say('Something to know.')")
    expect(page.get_by_text("Something to know.")).to_be_in_viewport()
    page.evaluate(over)
    page.evaluate(top)
    page.get_by_role("button", name="Close").tap()
    heading = page.get_by_role("heading", level=1).bounding_box()
    assert heading
    assert heading["y"] < 100


def test_toast_covers_neither_the_heading_nor_a_bar_that_stays_in_reach(
    open_page: Callable[..., Page], person: User
) -> None:
    page = open_page(PHONE, user=person, path="/applications/new")
    page.evaluate("board.say('Something to know.')")

    toast, bar = page.locator(".toast").bounding_box(), page.locator(".sticky").bounding_box()
    heading = page.get_by_role("heading", level=1).bounding_box()

    assert toast
    assert bar
    assert heading
    assert 0 <= toast["y"] <= toast["y"] + toast["height"] <= heading["y"]
    assert toast["y"] + toast["height"] <= bar["y"]
