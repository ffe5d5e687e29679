"""The way back stands at the top of every page that comes after a no."""

from tests.views.test_routes import filled, routes, rows_of

AREAS = ("rejection", "ask", "feedback", "actions")
PLACES = {"/moments", "/actions"}
"""Reached from the bar."""


def test_every_page_after_a_no_leads_back_to_where_it_belongs(browser, build, app) -> None:
    numbers = rows_of(build, browser)
    role = f'<a class="back" href="/applications/{numbers["application_id"]}">'
    asked = 0
    for method, rule in routes(app):
        if method != "GET" or rule.endpoint.partition(".")[0] not in AREAS or rule.rule in PLACES:
            continue
        answer = browser.get(address := filled(rule, numbers))
        if answer.status_code == 200 and "<main" in answer.text:
            asked += 1
            assert (role if "/applications/" in rule.rule else 'class="back"') in answer.text, (
                address
            )

    assert asked > 15
