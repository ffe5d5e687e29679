"""The way back stands at the top of every page that comes after a no."""

from tests.views.test_routes import walked

AREAS = ("rejection", "ask", "feedback", "actions")
PLACES = {"/moments", "/actions"}
"""Reached from the bar."""


def test_every_page_after_a_no_leads_back_to_where_it_belongs(browser, build, app) -> None:
    walk = walked(app, browser, build)
    role = f'<a class="back" href="/applications/{walk.numbers["application_id"]}">'
    after_a_no = {
        rule.rule
        for rule in app.url_map.iter_rules()
        if rule.endpoint.partition(".")[0] in AREAS and rule.rule not in PLACES
    }
    asked = 0
    for rule in after_a_no & walk.answers.keys():
        answer = walk.answers[rule][0]
        if answer.status_code == 200 and "<main" in answer.text:
            asked += 1
            assert (role if "/applications/" in rule else 'class="back"') in answer.text, rule

    assert asked > 15
