"""The page of insights: which time, what is drawn, what it lists, what it costs."""

import re
from datetime import timedelta

import pytest
from flask import Flask, get_template_attribute
from markupsafe import Markup

from tests.insights.hunts import a_hunt, sent
from tests.sent import queries
from tests.worlds import begun, signed_in_as
from tracker.clock import now
from tracker.insights.charts.chart import Chart
from tracker.values.days import day_of, days_after
from tracker.values.formatting import full_day


@pytest.fixture
def today(browser):
    return day_of(now(), browser.user.zone)


def a_hunt_begun(sign_in, build):
    browser = sign_in()
    a_hunt(build, browser.user, day_of(now(), browser.user.zone))
    return signed_in_as(browser)


@pytest.fixture
def hunter(app, sign_in, build):
    """Somebody with enough of everything for every chart."""
    return begun(app, a_hunt_begun, sign_in, build)


def page_of(browser, address: str = "/insights") -> str:
    answer = browser.get(address)
    assert answer.status_code == 200
    return answer.text


def test_empty_account_is_told_what_will_show(browser) -> None:
    page = page_of(browser)

    assert "Nothing to show for this time yet" in page
    assert "<dt>Rejections you learnt from</dt>" in page
    assert 'role="img"' not in page


def test_time_is_chosen_by_links_and_by_dates(browser, build, today) -> None:
    sent(build, browser.user, 60)
    sent(build, browser.user, 200)

    assert "1 application:" in page_of(browser)
    as_of = full_day(day_of(now(), browser.user.zone))
    assert f" · Last 90 days, as of {as_of}</p>" in page_of(browser)
    assert "2 applications:" in page_of(browser, "/insights?span=all")
    assert "Nothing to show" in page_of(browser, "/insights?span=30")
    first, last = days_after(today, -210), days_after(today, -190)
    dates = page_of(browser, f"/insights?span=dates&from={first}&to={last}")
    assert "1 application:" in dates
    assert f'name="from" value="{first}"' in dates
    assert 'aria-current="true">Two dates</a>' in dates
    assert dates.count('aria-current="true"') == page_of(browser).count('aria-current="true"')
    assert 'name="from"' not in page_of(browser)
    assert 'name="from" value=""' in page_of(browser, "/insights?span=dates")


@pytest.mark.both_databases
def test_odd_time_is_no_fault(browser, build) -> None:
    sent(build, browser.user, 5)

    for query in ("span=x", "span=dates&from=9999-12-31"):
        page_of(browser, f"/insights?{query}")


def test_one_sentence_opens_the_page_and_the_rest_is_folded(hunter, build) -> None:
    """A theme opens its quotes; who has waited beyond the usual is listed with a link."""
    late = sent(build, hunter.user, 30, role="Night baker")
    page = page_of(hunter)

    assert page.count('role="img"') == page.count("The figures") - 1 == 8
    assert "Learnt something from 12 of 12 rejections" in page.partition('class="findings"')[0]
    assert len(re.findall(r'<section class="chart"[^>]*>\s*<details class="fold">', page)) == 8
    assert "What will show here" not in page
    assert page.index('id="chart-loops"') < page.index('id="chart-way"')
    assert "Silent for more than 9 days · 13" in page
    assert f'<a href="/applications/{late.id}" dir="auto">Night baker</a>' in page
    assert "Examples for Banksia Software</span><b>12</b>" in page
    assert '<rect width="100%" height="100%"/>' in page.partition('id="chart-themes"')[2]
    assert page.count("Banksia Software wants examples.") == 1
    themes = page.partition('id="chart-themes"')[2].partition("</section>")[0]
    assert themes.count('href="/applications/') == 5
    assert "and 7 earlier" in page


def test_fewer_than_five_applications_are_a_sentence_and_no_diagram(browser, build) -> None:
    for count, diagram in ((4, False), (1, True)):
        for _ in range(count):
            sent(build, browser.user, 5)
        way = page_of(browser).partition('id="chart-way"')[2].partition("</section>")[0]
        assert "still open." in way
        assert ("The figures" in way) == ('role="img"' in way) == diagram


def test_page_that_has_not_changed_is_not_sent_again(browser, build) -> None:
    sent(build, browser.user, 5)
    same = {"If-None-Match": browser.get("/insights").headers["ETag"]}
    assert browser.get("/insights", headers=same).status_code == 304

    sent(build, browser.user, 4)

    assert browser.get("/insights", headers=same).status_code == 200


def test_number_of_queries_does_not_depend_on_how_much_there_is(hunter, build) -> None:
    hunter.get("/insights")
    once = queries(lambda: hunter.get("/insights"))
    a_hunt(build, hunter.user, day_of(now(), hunter.user.zone))
    sent(build, hunter.user, 85)
    hunter.get("/insights")

    assert queries(lambda: hunter.get("/insights")) == once == 14


def test_today_leads_here_where_there_is_something_to_see(browser, build, today) -> None:
    card = build.application(browser.user, stage="rejected")
    build.rejection(card, on=day_of(now() - timedelta(days=2), browser.user.zone), how="email")
    build.attempt(card)

    assert 'href="/insights">See how it goes' in browser.get("/today").text.partition("<main")[2]


def test_nothing_of_another_person_is_shown(browser, sign_in, build, today) -> None:
    sent(build, sign_in().user, 5, company="Not yours")

    assert "Not yours" not in page_of(browser, "/insights?span=all")


@pytest.mark.parametrize("name", ["chart", "finding"])
def test_how_to_read_a_drawing_is_said_once_and_beside_the_drawing_alone(
    app: Flask, name: str
) -> None:
    key = "Light bars are strengths."
    drawn = Chart("x", "X", f"Two came up. {key}", Markup("<svg></svg>"), key=key)
    with app.test_request_context():
        page = str(get_template_attribute("insights/_chart.html", name)(drawn))
    assert page.count(key) == 1
    assert f'<p class="drawn">{key}</p>' in page
