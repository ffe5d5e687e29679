"""A yes on a phone: the whole page, the others closed in one step, and brought back by one Undo."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from e2e.pages.barriers import NARROW, barriers
from tests.builders import Build
from tracker.clock import now
from tracker.models import User
from tracker.values.days import day_of, days_after


def test_a_yes_is_a_page_from_which_the_others_are_closed_and_brought_back(
    open_page: Callable[..., Page], build: Build, person: User
) -> None:
    today = day_of(now(), person.zone)
    for ago in (30, 20):
        build.application(person, role=f"Baker {ago}", applied_on=days_after(today, -ago))
    card = build.application(
        person, role="Cook", stage="interview", applied_on=days_after(today, -9),
        offer_received_on=today, offer_note="Start in May",
    )  # fmt: skip
    page = open_page(NARROW, user=person)
    page.goto(f"/applications/{card.id}/offer")
    page.get_by_role("button", name="Accept the offer").click()

    expect(page.get_by_role("heading", name="You got it.")).to_be_visible()
    expect(page.get_by_text("30 days after the first application")).to_be_visible()
    expect(page.get_by_role("img", name="2 applications in a line")).to_be_visible()
    assert barriers(page) == []

    page.get_by_role("button", name="Close all 2").click()
    expect(page.get_by_role("heading", name="2 others are closed")).to_be_visible()
    page.goto("/board")
    expect(page.get_by_role("link", name="Baker 30")).to_have_count(0)
    page.go_back()
    page.get_by_role("button", name="Open all 2 again").click()
    expect(page.get_by_role("heading", name="2 others are still open")).to_be_visible()
    page.goto("/board")
    expect(page.get_by_role("link", name="Baker 30")).to_be_visible()

    page.goto(f"/applications/{card.id}")
    page.get_by_role("link", name="See how you got here").click()
    expect(page.get_by_role("heading", name="You got it.")).to_be_visible()
