"""Where practice counts: Today, a plan and its proof, and the page before an interview."""

from datetime import timedelta

import pytest

from tests.browser import Browser
from tests.sent import form_of
from tracker.clock import now
from tracker.extensions import db
from tracker.models import Action, FeedbackPoint, Story
from tracker.values.days import day_of

GENERAL = "Your examples were too general."


@pytest.fixture
def point(browser: Browser, build) -> FeedbackPoint:
    card = build.application(browser.user, role="Cook", stage="feedback_received")
    build.rejection(card, on=day_of(now(), browser.user.zone) - timedelta(days=3))
    return build.point(build.feedback(card, GENERAL, specific=True), GENERAL)


def test_today_and_the_path_have_the_way_beside_the_point_to_pick(browser, point) -> None:
    assert f'href="/practice/new?point={point.id}">Practise' in browser.get("/today").text
    way = f'href="/practice/new?application={point.application_id}"'
    assert way in browser.get(f"/applications/{point.application_id}").text


def test_card_that_is_open_has_it_below_its_step(browser, build) -> None:
    card = build.application(browser.user, stage="interview")
    build.point(build.feedback(card, GENERAL, specific=True), GENERAL)

    assert f"/practice/new?application={card.id}" in browser.get(f"/applications/{card.id}").text


def test_plan_to_practise_has_it_as_its_step_and_what_was_done_as_its_proof(
    browser, build, point
) -> None:
    today = day_of(now(), browser.user.zone)
    action = build.action(browser.user, point, kind="interview_practice", due_on=today)
    way = f'href="/practice/new?action={action.id}"'
    for place in ("/today", "/actions", f"/actions/{action.id}"):
        assert way in browser.get(place).text, place
    sent = form_of(browser.get(f"/practice/new?action={action.id}").text, "/practice")
    browser.post("/practice", data=sent | {"run": "1", "seconds": "70"})
    assert "Practised once, last 1 min 10 s." in browser.get(f"/actions/{action.id}").text

    browser.post(f"/actions/{action.id}/completion", data={"key": "done"})
    page = browser.get(f"/actions/{action.id}").text
    kept = form_of(page, f"/actions/{action.id}/proof")
    browser.post(f"/actions/{action.id}/proof", data=kept)

    assert way not in page
    db.session.rollback()
    assert db.session.get_one(Action, action.id).proof == "Practised once, last 1 min 10 s"


def test_plan_of_another_kind_has_no_such_step(browser, build, point) -> None:
    today = day_of(now(), browser.user.zone)
    action = build.action(browser.user, point, kind="network", due_on=today)

    for place in ("/today", "/actions", f"/actions/{action.id}"):
        assert f"action={action.id}" not in browser.get(place).text, place


def test_story_becomes_a_plan_with_its_moment_filled_in(browser, build) -> None:
    story = build.story(browser.user, "What broke last week?")
    place = f"/actions/new?story={story.id}"
    assert form_of(browser.get(place).text, "/actions")["cue"] == "", "before what?"
    card = build.application(browser.user, stage="interview")
    build.interview(card, starts_at=now() + timedelta(days=3))
    sent = form_of(browser.get(place).text, "/actions")
    assert sent["cue"] == "The evening before my next interview"
    assert "What broke last week" in sent["what"]

    browser.post("/actions", data=sent)

    db.session.rollback()
    kept = db.session.get_one(Story, story.id)
    action = db.session.get_one(Action, kept.action_id)
    assert action.kind == "interview_practice"
    assert browser.get(f"/practice/new?action={action.id}").location == f"/practice/{story.id}"
    assert f'href="/actions/{action.id}"' in browser.get(f"/practice/{story.id}").text


@pytest.mark.both_databases
def test_page_before_an_interview_holds_three_questions_own_lines_and_own_sentences(
    browser, build, point
) -> None:
    with build.together():
        card = build.application(
            browser.user, role="Waiter", stage="interview", posting="Calm with angry customers."
        )
        build.interview(card, starts_at=now() + timedelta(hours=20))
        story = build.story(
            browser.user, slug="went-wrong", question="What went wrong?", did="I rang every guest."
        )
        build.run(story)
        build.line(browser.user, "One job, one day.")

    page = browser.get(f"/applications/{card.id}/interviews/coming").text

    assert GENERAL not in page and "Try this: " in page and "I rang every guest." in page
    assert "The posting says “customers”" in page
    assert "A question to begin with" in page
    assert "One job, one day." in page
    assert page.index("Three questions that matter") < page.index('name="preparation"')
    assert f'href="/practice/{story.id}"' in page
    assert f'href="/practice/new?application={card.id}&amp;question=' in page
