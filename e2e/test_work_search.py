"""The work-search log on a phone: add what was done, choose an agency, take the file along."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from e2e.conftest import PHONE
from tests.builders import Build
from tracker.clock import now
from tracker.models import User
from tracker.values.days import day_of


def test_a_fair_is_added_counted_and_taken_to_the_agency(
    open_page: Callable[..., Page], person: User, build: Build
) -> None:
    today = day_of(now(), person.zone)
    build.application(person, company="Acme", role="Baker", applied_on=today)
    page = open_page(PHONE, user=person)
    page.goto("/work-search?period=this_fortnight")
    expect(page.get_by_text("5 points, part of a month", exact=True)).to_be_visible()

    page.get_by_text("Add something else you did").click()
    page.get_by_label("What did you do?").fill("Careers fair")
    page.get_by_label("Kind").select_option("Job fair")
    page.get_by_label("Minutes", exact=True).fill("90")
    page.get_by_role("button", name="Add it").click()
    expect(page.locator("#toast")).to_contain_text("Added to your log.")
    expect(page.get_by_text("25 points, part of a month", exact=True)).to_be_visible()

    page.get_by_text("Who it is for").click()
    page.get_by_role("button", name="Jobcenter (Germany)").click()
    heading = page.get_by_role("heading", name="Nachweis über Eigenbemühungen")
    expect(heading).to_be_visible()
    expect(page.get_by_role("cell", name="Jobmesse")).to_be_visible()
    expect(page).to_have_url(re.compile("period=this_fortnight"))
    for kind, name in (("CSV", "CSV"), ("PDF", "Download PDF")):
        with page.expect_download() as download:
            page.get_by_role("link", name=name, exact=True).click()
        name = download.value.suggested_filename
        assert name == f"onward-work-search-log-{today}.{kind.lower()}"
