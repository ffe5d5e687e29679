"""Stepping back on a phone: from the quiet row on Today to a plan with a day on it."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from e2e.conftest import PHONE
from tests.builders import Build
from tracker.clock import now
from tracker.models import User
from tracker.values.days import day_of


@pytest.fixture
def page(open_page: Callable[..., Page], person: User, build: Build) -> Page:
    for ago in range(5):
        card = build.application(person, stage="rejected", role=f"Baker {ago}", source="SEEK")
        build.rejection(card, on=day_of(now(), person.zone) - timedelta(ago), how="silence")
    return open_page(PHONE, user=person)


def test_five_noes_lead_to_a_look_to_somebody_who_looks_and_to_a_plan(page: Page) -> None:
    page.goto("/today")
    page.get_by_role("link", name="A good time to look back: 10 minutes").click()
    page.get_by_role("button", name="Begin").click()
    expect(page.get_by_text("5 applications of the last 90 days.")).to_be_visible()

    page.locator("#fit").fill("I aim too high and too low")
    for step in ("What they keep saying", "Versions of the résumé", "Where I look"):
        page.get_by_role("button", name="Next").click()
        expect(page.get_by_role("heading", name=step)).to_be_visible()
    page.get_by_role("button", name="Next").click()
    page.locator("summary", has_text="LinkedIn").click()
    page.get_by_role("button", name="Ask someone to review: LinkedIn").click()
    page.get_by_label("Who?").fill("Ana")
    page.get_by_role("button", name="Write to them").click()
    expect(page.get_by_label("Message")).to_have_value(re.compile("^Hi Ana,"))
    page.get_by_label("Message").fill("Hi Ana, two minutes?")
    expect(page.get_by_role("link", name="Open in my mail app")).to_have_attribute(
        "href", re.compile("Hi%20Ana%2C%20two%20minutes%3F$")
    )
    page.get_by_role("button", name="I sent it").click()

    expect(page.get_by_text(re.compile(r"Ana\s·\sasked today"))).to_be_visible()
    page.get_by_role("button", name="Next").click()
    page.get_by_role("button", name="Search focus").click()
    page.get_by_label("I will").fill("Look at two councils")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("link", name="Look at two councils")).to_be_visible()
    page.get_by_role("button", name="Finish").click()
    expect(page.get_by_role("button", name="Finish")).to_have_count(0)
    expect(page.get_by_text("I aim too high and too low")).to_be_visible()

    page.goto("/today")
    expect(page.get_by_text("A good time to look back: 10 minutes")).to_have_count(0)


def test_words_typed_and_not_yet_kept_are_still_there_after_leaving(page: Page) -> None:
    page.goto("/step-back")
    page.get_by_role("button", name="Begin").click()
    page.wait_for_load_state()  # what keeps words is loaded last
    page.locator("#fit").fill("Half a thought")
    here = page.url
    page.goto("/board")
    page.goto(here)
    expect(page.locator("#fit")).to_have_value("Half a thought")


def test_not_now_takes_one_tap(page: Page) -> None:
    page.goto("/today")
    page.get_by_role("button", name="Not now: stepping back").click()
    expect(page.locator("#toast")).to_contain_text("OK, not now.")
    expect(page.get_by_text("A good time to look back: 10 minutes")).to_have_count(0)
