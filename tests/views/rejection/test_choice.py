"""Which application said no: the way there from the home screen, two taps to the form."""

import re
from datetime import date
from html import unescape

from tests.browser import Browser
from tests.builders import Build
from tests.sent import queries
from tracker.clock import now


def listed(page: str) -> list[str]:
    """What can be chosen, from top to bottom."""
    return [unescape(each) for each in re.findall(r'/rejection" dir="auto">([^<]+)</a>', page)]


def test_only_what_an_answer_may_still_come_on_can_be_chosen_the_furthest_first(
    browser: Browser, sign_in, build: Build
) -> None:
    mine = browser.user
    with build.together():
        build.application(mine, company="Applied & Co", role="Baker")
        met = build.application(mine, company="Met", stage="interview")
        build.application(mine, company="", role="No company")
        build.application(mine, company="Said no", stage="rejected")
        build.application(mine, company="Archived", archived_at=now())
        build.application(mine, company="Deleted", deleted_at=now())
    build.application(sign_in().user, company="Another person’s")
    page = browser.get("/rejections/new").text

    assert listed(page)[0] == "Met"
    assert set(listed(page)) == {"Met", "Applied & Co", "No company"}
    assert browser.get(f"/applications/{met.id}/rejection").status_code == 200
    assert f'href="/applications/{met.id}/rejection"' in page

    found = browser.get("/rejections/new?q=bak", htmx=True).text
    assert listed(found) == ["Applied & Co"]
    assert 'data-found="1 application found"' in found
    assert "<html" not in found


def test_where_nothing_is_open_or_found_the_page_leads_on(browser: Browser, build: Build) -> None:
    assert "Nothing is open" in browser.get("/rejections/new").text
    build.application(browser.user)

    page = browser.get("/rejections/new?q=%22%00zz&").text
    assert "Nothing found" in page
    assert 'href="/search?q=%22zz"' in page


def test_ten_come_first_and_all_are_one_tap_away_cut_at_fifty(
    browser: Browser, build: Build
) -> None:
    browser.get("/rejections/new")
    one = queries(lambda: browser.get("/rejections/new"))
    with build.together():
        for number in range(51):
            build.application(browser.user, company=f"Galah {number}")
    page = browser.get("/rejections/new").text

    assert len(listed(page)) == 10
    assert 'href="/rejections/new?all=1">All of them</a>' in page
    page = browser.get("/rejections/new?all=1").text
    assert len(listed(page)) == len(listed(browser.get("/rejections/new?q=galah").text)) == 50
    assert "All of them" not in page
    assert "These are the first 50." in page
    assert queries(lambda: browser.get("/rejections/new")) == one


def test_two_of_one_name_are_told_apart_here_and_in_the_search(
    browser: Browser, build: Build
) -> None:
    alike = {"company": "Östberg", "role": "Assistant", "stage": "interview"}
    build.application(browser.user, **alike, applied_on=date(2024, 10, 2), location="Perth")
    build.application(browser.user, **alike, applied_on=date(2024, 10, 2), location="Cairns")
    build.application(browser.user, **alike, applied_on=date(2024, 11, 9))
    for path in ("/rejections/new", "/search?q=assistant"):
        page = browser.get(path).text
        rows = re.findall(r"<li\b.*?</li>", page[page.index('id="results"') :], re.DOTALL)
        said = {re.sub(r"<[^>]+>|\s+", " ", row) for row in rows}
        assert len(rows) == len(said) == 3, said
        assert all("2024" in row for row in said)
