"""From the no to a moment and out again, on a phone, without a word demanded."""

import re
from collections.abc import Callable
from datetime import timedelta
from itertools import pairwise

import pytest
from playwright.sync_api import Page, expect

from e2e.conftest import PHONE, until
from e2e.pages.barriers import NARROW, barriers
from tests.builders import Build
from tracker.clock import now
from tracker.models import Application, User


@pytest.fixture
def card(build: Build, person: User) -> Application:
    return build.application(person, role="Peer Support Worker", stage="interview")


@pytest.fixture
def rejected(build: Build, person: User) -> Application:
    card = build.application(person, role="Clerk", stage="rejected")
    build.rejection(card, on=now().date() - timedelta(days=2))
    return card


def test_two_taps_keep_the_no_and_one_undoes_them(
    open_page: Callable[..., Page], person: User, card: Application
) -> None:
    page = open_page(PHONE, user=person, path="/board#column-interview")

    page.locator(f"#card-{card.id}").get_by_role("button", name="Move").click()
    page.get_by_role("button", name="They said no").click()

    expect(page.get_by_text("Paused until tomorrow").first).to_be_visible()
    expect(page.get_by_role("link", name="Ask in this call")).to_be_visible()
    page.locator("#toast").get_by_role("button", name="Undo").click()
    expect(page.locator("#toast")).to_contain_text("Back in Interview")


def test_moment_is_told_by_keyboard_drafted_kept_and_seen_to_pass(
    open_page: Callable[..., Page], person: User, rejected: Application, build: Build
) -> None:
    build.check_in(rejected, before=8, created_at=now() - timedelta(days=1))
    page = open_page(PHONE, user=person, path=f"/applications/{rejected.id}")
    page.get_by_role("button", name="3", exact=True).click()
    expect(page.locator("#toast")).to_contain_text("It is lighter now")

    page.goto(f"/applications/{rejected.id}/check-in")
    dots = page.get_by_role("group", name="How bad do you feel?").get_by_role("radio")
    expect(dots.and_(page.locator(":checked"))).to_have_count(0)
    dots.and_(page.get_by_label("5", exact=True)).focus()
    page.keyboard.press("ArrowLeft")
    expect(page.get_by_label("4", exact=True)).to_be_checked()
    page.get_by_role("link", name="Next").press("Enter")
    expect(page.get_by_text("2 of 3")).to_be_visible()
    expect(dots).to_have_count(0)  # one question a screen
    page.get_by_label("A few words").fill("Better than I thought")
    page.reload()
    expect(page.get_by_label("A few words")).to_have_value("Better than I thought")
    page.get_by_role("link", name="Back", exact=True).click()
    expect(page.get_by_label("4", exact=True)).to_be_checked()
    for _ in range(2):
        page.get_by_role("link", name="Next").click()
    page.get_by_role("button", name="Save").click()
    expect(page.locator("#toast")).to_contain_text("Paused until tomorrow")

    page.goto("/moments")
    expect(page.get_by_text("It felt lighter when you came back")).to_be_visible()
    expect(page.get_by_text("How bad: 4 of 10")).to_be_visible()


def test_number_that_is_taken_back_is_none_and_any_question_may_be_the_last(
    open_page: Callable[..., Page], person: User, rejected: Application
) -> None:
    page = open_page(PHONE, user=person, path=f"/applications/{rejected.id}/check-in")
    expect(page.get_by_label("Clear")).to_be_hidden()
    page.get_by_label("9", exact=True).check()
    page.get_by_label("Clear").check()
    page.get_by_role("link", name="Next").click()
    page.get_by_label("A few words").fill("No number today")
    page.get_by_role("button", name="Save now").click()
    page.wait_for_url(re.compile("/today"))

    page.goto("/moments")
    page.get_by_text("What I wrote").click()
    expect(page.get_by_text("No number today")).to_be_visible()
    expect(page.get_by_text("of 10")).to_have_count(0)


def boxes_of(page: Page) -> list[tuple[float, float, float, float]]:
    """Left, top, right and bottom of each of the eleven numbers."""
    found = [page.get_by_label(f"{n}", exact=True).locator("xpath=..") for n in range(11)]
    each = [box for box in (one.bounding_box() for one in found) if box]
    return [(b["x"], b["y"], b["x"] + b["width"], b["y"] + b["height"]) for b in each]


def test_scale_is_one_line_without_gaps_and_next_keeps_the_page_and_its_buttons_in_place(
    open_page: Callable[..., Page], person: User, rejected: Application
) -> None:
    page = open_page(PHONE, user=person, path=f"/applications/{rejected.id}/check-in")
    boxes = boxes_of(page)
    assert {top for _, top, _, _ in boxes} == {boxes[0][1]}
    assert all(right >= left for (_, _, right, _), (left, *_) in pairwise(boxes))
    assert all(right - left > 32 and low - top >= 56 for left, top, right, low in boxes)
    low, high = (page.get_by_text(words).bounding_box() for words in ("0: fine", "10: very bad"))
    assert low and high and low["y"] == high["y"] >= boxes[0][3]
    assert abs(low["x"] - boxes[0][0]) < 1 > abs(high["x"] + high["width"] - boxes[10][2])

    place = page.get_by_role("link", name="Next").bounding_box()
    assert place and PHONE["viewport"]["height"] - 24 < place["y"] + place["height"]  # at the foot
    page.get_by_role("link", name="Next").click()
    expect(page.get_by_text("2 of 3")).to_be_visible()
    expect(page.get_by_role("heading", name="Take a moment")).to_be_in_viewport()
    assert page.get_by_role("link", name="Next").bounding_box() == place
    assert page.evaluate("scrollY") == 0


def test_where_eleven_do_not_fit_they_are_two_even_rows_that_a_thumb_hits(
    open_page: Callable[..., Page], person: User, rejected: Application
) -> None:
    page = open_page(NARROW, user=person, path=f"/applications/{rejected.id}/check-in")
    boxes = boxes_of(page)
    tops = [top for _, top, _, _ in boxes]
    assert tops == [tops[0]] * 6 + [tops[6]] * 5
    assert [left for left, *_ in boxes[6:]] == [left for left, *_ in boxes[:5]]
    assert all(right - left >= 42 and low - top >= 56 for left, top, right, low in boxes)


def test_quiet_timer_counts_and_stops_and_is_nothing_without_script(
    open_page: Callable[..., Page], person: User, rejected: Application
) -> None:
    page = open_page(PHONE, user=person, path=f"/applications/{rejected.id}/thoughts/new")
    page.get_by_role("button", name="10 quiet minutes").click()
    expect(page.get_by_text("0 of 10 minutes")).to_be_visible()
    page.get_by_role("button", name="Stop the timer").click()
    expect(page.get_by_role("button", name="10 quiet minutes")).to_be_focused()

    plain = open_page(
        PHONE, user=person, path=f"/applications/{rejected.id}/check-in", java_script_enabled=False
    )
    expect(plain.get_by_text("quiet minutes")).to_have_count(0)
    plain.get_by_label("6", exact=True).check()
    for _ in range(2):
        plain.get_by_role("link", name="Next").click()
    plain.get_by_role("button", name="Save").click()
    expect(plain.locator("#toast")).to_contain_text("Only you can see it")


@pytest.mark.parametrize("script", [True, False])
def test_worry_that_is_refused_stays_at_the_step_that_has_something_to_look_at(
    open_page: Callable[..., Page], person: User, rejected: Application, script: bool
) -> None:
    page = open_page(
        PHONE,
        user=person,
        path=f"/applications/{rejected.id}/thoughts/new",
        java_script_enabled=script,
    )
    page.get_by_label("What happened").fill("They wrote on Tuesday")
    for _ in range(4):
        page.get_by_role("link", name="Next").click()
    page.get_by_role("button", name="Make it a question for them").click()

    expect(page.get_by_text("Write the question first, or let it go.")).to_be_visible()
    expect(page.get_by_text("5 of 5")).to_be_visible()
    question = page.get_by_role("textbox", name="A question for them")
    expect(question).to_be_visible()
    expect(question).to_have_attribute("aria-invalid", "true")
    expect(question).to_be_focused()
    expect(page.get_by_label("What happened")).to_be_hidden()

    page.get_by_role("link", name="Back", exact=True).click()
    expect(page.get_by_text("4 of 5")).to_be_visible()
    expect(page.get_by_text("5 of 5")).to_be_hidden()
    page.get_by_role("link", name="Next").click()
    asks, lets_go = (
        page.get_by_role("button", name=name)
        for name in ("Make it a question for them", "Let it go")
    )
    filled = lets_go.evaluate("each => getComputedStyle(each).backgroundColor")
    expect(asks).not_to_have_css("background-color", filled)
    question.fill("Which answer was unclear?")
    expect(asks).to_have_css("background-color", filled)
    expect(lets_go).not_to_have_css("background-color", filled)
    asks.click()
    expect(page.locator("#toast")).to_contain_text("It will be in your email to them")


def test_signing_out_on_any_page_leaves_nothing_of_it_on_the_device(
    open_page: Callable[..., Page], person: User, rejected: Application
) -> None:
    page = open_page(PHONE, user=person, path=f"/applications/{rejected.id}/check-in#step-2")
    page.get_by_label("A few words").fill("It hurts")
    kept = "Object.keys(localStorage).map((name) => name.split(':')[0]).sort().join()"
    until(page, f"{kept} === 'draft'")

    page.goto("/board")
    page.get_by_role("button", name="More").click()
    page.get_by_role("button", name="Sign out").click()
    page.wait_for_url(re.compile("/login"))

    assert page.evaluate("localStorage.length") == 0


def test_pages_after_a_no_have_no_barrier(
    open_page: Callable[..., Page], person: User, card: Application, build: Build
) -> None:
    build.line(person)
    page = open_page(NARROW, user=person)
    page.goto(f"/applications/{card.id}/rejection")
    page.get_by_role("button", name="Save").click()
    page.wait_for_url(re.compile("/after$"))
    faults: list[str] = []
    for name in ("rejection", "check-in#step-3", "thoughts/new#step-5"):
        page.goto(f"/applications/{card.id}/{name}")
        for fold in page.locator("main details.fold > summary:visible").all():
            fold.click()
        faults += [f"{name}: {fault}" for fault in barriers(page)]

    assert not faults, "\n".join(faults)
