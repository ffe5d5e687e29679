"""Searching and filtering, as a person does it."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from e2e.conftest import DESK, PHONE
from tests.builders import Build
from tracker.models import User


def test_results_come_while_typing_and_reload_keeps_them(
    open_page: Callable[..., Page], person: User, build: Build
) -> None:
    card = build.application(person, role="Baker", company="Wattle & Co.")
    build.note(card, "They asked about <b>sourdough</b> at length.")
    build.application(person, role="Carpenter")
    page = open_page(PHONE, user=person, path="/search")
    box = page.get_by_role("searchbox")

    box.press_sequentially("sourd", delay=20)

    expect(page.get_by_role("link", name="Baker")).to_be_visible()
    expect(page.locator("#found")).to_have_text("1 result")  # what the first letters found is gone
    expect(page.locator("mark")).to_have_text("sourd")
    expect(page.get_by_text("<b>sourdough</b>")).to_be_visible()
    expect(box).to_be_focused()
    expect(page).to_have_url("/search?q=sourd")

    page.reload()
    expect(page.get_by_role("link", name="Baker")).to_be_visible()

    page.get_by_role("link", name="Baker").tap()
    expect(page).to_have_url(f"/applications/{card.id}?from=%2Fsearch%3Fq%3Dsourd")
    page.go_back()
    expect(page.get_by_role("navigation", name="Main")).to_be_visible()
    expect(page.get_by_role("link", name="Baker")).to_be_visible()


def test_a_result_on_a_phone_has_one_line_of_what_was_found_and_a_desk_has_all(
    open_page: Callable[..., Page], person: User, build: Build
) -> None:
    card = build.application(person, role="Clerk")
    build.part(card, build.contact(person, "Priya Rao"))
    build.note(card, "Priya rang at ten.")
    for size, lines in ((PHONE, 1), (DESK, 2)):
        page = open_page(size, user=person, path="/search?q=priya")
        expect(page.get_by_role("heading", level=2)).to_have_text(["People 1", "Applications 1"])
        row = page.get_by_role("listitem").filter(has=page.get_by_role("link", name="Clerk"))
        expect(row.locator("mark").filter(visible=True)).to_have_count(lines)


def test_board_is_filtered_while_typing_and_moves_keep_the_filter(
    open_page: Callable[..., Page], person: User, build: Build
) -> None:
    build.application(person, role="Baker")
    build.application(person, role="Baker", stage="interview")
    build.application(person, role="Carpenter")
    page = open_page(DESK, user=person, path="/board")
    box = page.get_by_role("searchbox")

    box.press_sequentially("bak", delay=20)

    expect(page.get_by_role("article")).to_have_count(2)
    expect(page.locator("#count-applied")).to_have_text("1")
    expect(box).to_be_focused()
    expect(box).to_have_value("bak")
    expect(page).to_have_url("/board?q=bak")

    applied = page.get_by_role("region", name="Applied", exact=True)
    applied.get_by_role("button", name="Move").click()
    page.get_by_role("dialog").get_by_role("button", name="Interview").click()

    expect(page.locator("#toast")).to_contain_text("moved to Interview.")
    expect(page.locator("#count-interview")).to_have_text("2")
    expect(page.locator("#count-applied")).to_have_text("0")

    box.fill("")
    expect(page.get_by_role("article")).to_have_count(3)
    expect(page).to_have_url("/board")


def test_empty_column_of_a_filtered_board_leads_to_one_that_is_not(
    open_page: Callable[..., Page], person: User, build: Build
) -> None:
    build.application(person, role="Baker", stage="rejected")
    build.application(person, role="Carpenter")
    page = open_page(PHONE, user=person, path="/board?q=baker")

    page.get_by_role("link", name="See Rejected").first.tap()

    expect(page.get_by_role("article", name="Baker, Banksia Software")).to_be_in_viewport()


def test_table_is_filtered_while_typing_and_stays_sorted(
    open_page: Callable[..., Page], person: User, build: Build
) -> None:
    for role in ("Baker", "Carpenter", "Bank teller"):
        build.application(person, role=role, company="Wattle")
    page = open_page(DESK, user=person, path="/board/table?sort=-role")

    page.get_by_role("searchbox").press_sequentially("ba", delay=20)

    expect(page.get_by_role("rowheader")).to_have_text(["Bank teller", "Baker"])
    expect(page).to_have_url("/board/table?q=ba&sort=-role")


def test_a_very_long_name_takes_three_lines_of_the_table_and_no_more(
    open_page: Callable[..., Page], person: User, build: Build
) -> None:
    for name in ("Baker" * 90, "A word " * 70):
        build.application(person, role=name, company=name)
    for size in (PHONE, DESK):
        page = open_page(size, user=person, path="/board/table")
        for row in page.locator("tbody tr").all():
            box = row.bounding_box()
            assert box is not None and box["height"] < 130
        assert page.evaluate("document.documentElement.scrollWidth") == size["viewport"]["width"]


def test_recent_searches_stay_on_the_device_and_go_when_one_signs_out(
    open_page: Callable[..., Page], person: User, build: Build
) -> None:
    card = build.application(person, role="Baker")
    page = open_page(DESK, user=person, path="/search")
    recent = page.locator("recent-searches")
    expect(recent).not_to_be_visible()

    page.get_by_role("searchbox").press_sequentially("bake", delay=0)
    page.get_by_role("link", name="Baker").click()
    expect(page).to_have_url(f"/applications/{card.id}?from=%2Fsearch%3Fq%3Dbake")
    page.goto("/search")
    page.get_by_role("searchbox").fill("zebra")
    page.get_by_role("searchbox").press("Enter")
    expect(page.get_by_text("Nothing found").first).to_be_attached()
    page.goto("/search")

    expect(recent.get_by_role("link")).to_have_text(["zebra", "bake"])
    recent.get_by_role("link", name="bake").click()
    expect(page.get_by_role("link", name="Baker")).to_be_visible()
    expect(recent).not_to_be_visible()
    page.goto("/search")
    page.get_by_role("button", name="Sign out").first.click()
    expect(page.get_by_role("button", name="Sign in")).to_be_visible()
    assert page.evaluate("Object.keys(localStorage)") == []
