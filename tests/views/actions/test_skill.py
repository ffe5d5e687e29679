"""An action for a skill: the form offers one's gaps, and its day moves the gap."""

import pytest

from tests.browser import Browser
from tests.sent import form_of, undo_of
from tracker.extensions import db
from tracker.models import Action, Skill


def level_of(skill: Skill) -> str | None:
    db.session.rollback()
    return db.session.get_one(Skill, skill.id, populate_existing=True).level


def test_gap_that_they_named_is_proposed_and_grows_when_it_is_done(browser: Browser, build) -> None:
    gap = build.skill(browser.user, "Excel", level="gap")
    build.skill(browser.user, level="core")
    quote = "Your Excel skills were not strong enough."
    point = build.point(build.feedback(build.application(browser.user), quote), quote)
    page = browser.get(f"/actions/new?point={point.id}").text
    sent = form_of(page, "/actions")
    assert sent["skill_id"] == str(gap.id) and ">SQL<" not in page
    browser.post("/actions", data=sent)
    db.session.rollback()
    action = db.session.query(Action).one()

    done = browser.post(f"/actions/{action.id}/completion", data={"key": "a"})
    page = browser.get(done.location).text

    assert "Excel: you’re learning it now." in page and level_of(gap) == "growing"
    again = form_of(browser.get(f"/actions/{action.id}").text, f"/actions/{action.id}")
    assert again["skill_id"] == str(gap.id)
    browser.post(undo_of(page))
    assert level_of(gap) == "gap"


def test_each_gap_among_ones_skills_leads_to_a_plan_for_it(browser: Browser, build) -> None:
    gap = build.skill(browser.user, "Excel", level="gap")
    assert f'href="/actions/new?skill={gap.id}"' in browser.get("/skills").text

    sent = form_of(browser.get(f"/actions/new?skill={gap.id}").text, "/actions")

    assert (sent["skill_id"], sent["kind"]) == (str(gap.id), "skill")
    assert "Excel" in sent["what"]


def test_form_asks_about_no_skill_where_there_is_no_gap(browser: Browser, build) -> None:
    build.skill(browser.user, level="core")

    assert "skill_id" not in browser.get("/actions/new").text


@pytest.mark.parametrize("given", ["other", "x"])
def test_another_persons_skill_and_no_skill_at_all_are_refused(
    browser: Browser, sign_in, build, given: str
) -> None:
    theirs = build.skill(sign_in().user, level="gap")
    named = str(theirs.id) if given == "other" else given

    answer = browser.post("/actions", data={"what": "Learn", "skill_id": named, "key": "k"})

    assert answer.status_code == (404 if given == "other" else 422)
    db.session.rollback()
    assert db.session.query(Action).count() == 0
