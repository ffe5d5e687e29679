"""Advice on an application that is still open: on its page, in its story, as its next step."""

from datetime import timedelta

import pytest

from tests.browser import Browser
from tests.sent import form_of
from tests.stored import fresh
from tracker.clock import now
from tracker.models import Application
from tracker.values.days import day_of


@pytest.fixture
def card(browser: Browser, build) -> Application:
    return build.application(browser.user, stage="interview")


def page_of(browser: Browser, card: Application) -> tuple[str, str]:
    """What stands above the story, and the story."""
    above, _, story = browser.get(f"/applications/{card.id}").text.partition('id="story"')
    return above, story


def test_advice_between_two_interviews_is_read_picked_from_and_acted_on(browser, card) -> None:
    place = f"/applications/{card.id}"
    assert f'href="{place}/feedback/new"' in browser.get(place).text
    sent = form_of(browser.get(f"{place}/feedback/new").text, f"{place}/feedback")
    sent.pop("said_no", None)
    browser.post(f"{place}/feedback", data=sent | {"words": "Your examples were too long."})

    above, story = page_of(browser, card)
    assert fresh(card).stage == "interview"
    assert above.count("Your examples were too long.") == 1
    assert "Your examples were too long." in story
    assert f'class="button main" href="{place}/points"' in above
    assert "Step by step" not in above


def test_point_and_action_of_an_open_card_are_its_next_step_when_their_time_has_come(
    browser, build, card
) -> None:
    today = day_of(now(), browser.user.zone)
    point = build.point(build.feedback(card, "Too long.", specific=True))
    assert "Pick one thing to act on" in page_of(browser, card)[0]

    sent = form_of(browser.get(f"/actions/new?point={point.id}").text, "/actions")
    browser.post("/actions", data=sent | {"what": "Three sentences", "due_on": f"{today}"})

    above, story = page_of(browser, card)
    assert "Do it or pick another day" in above
    assert "Three sentences" in above
    assert "Three sentences" in story
    todays = browser.get("/today").text
    assert todays.count(">Do it or pick another day<") == 1
    assert "Three sentences" in todays


def test_later_action_leaves_an_open_card_to_wait(browser, build, card) -> None:
    today = day_of(now(), browser.user.zone)
    build.action(browser.user, application_id=card.id, due_on=today + timedelta(days=5))

    above, _ = page_of(browser, card)

    assert "Practise two answers" in above
    assert "Do it or pick another day" not in above


def test_done_action_of_an_open_card_is_shown_and_ends_no_loop(browser, build, card) -> None:
    action = build.action(browser.user, application_id=card.id)

    browser.post(f"/actions/{action.id}/completion", data={"key": "k"})

    above, story = page_of(browser, card)
    assert "Done today" in above
    assert "Practise two answers" in story
    assert (fresh(card).stage, fresh(card).loop_ended) == ("interview", False)


def test_due_action_stands_by_itself_while_an_interview_is_to_be_prepared(
    browser, build, card
) -> None:
    today = day_of(now(), browser.user.zone)
    build.interview(card, starts_at=now() + timedelta(hours=2))
    build.action(browser.user, application_id=card.id, due_on=today, what="Three sentences")

    todays = browser.get("/today").text

    assert "Prepare" in todays
    assert todays.count(">Three sentences<") == 1
    assert "<p>Three sentences</p>" not in todays


def test_many_are_bounded_and_the_rest_is_in_the_story(browser, build, card) -> None:
    with build.together():
        for number in range(9):
            build.feedback(card, f"Said {number}.", specific=False)

    above, story = page_of(browser, card)

    assert above.count("What they said") == 5
    assert all(f"Said {number}." in story for number in range(9))


def test_what_was_done_without_advice_is_not_called_advice(browser, build, card) -> None:
    assert "Advice so far" not in page_of(browser, card)[0]

    action = build.action(browser.user, what="Answer them by noon", application_id=card.id)
    browser.post(f"/actions/{action.id}/completion", data={"key": "k"})
    above = page_of(browser, card)[0]
    assert "Answer them by noon" in above
    assert ">Actions</h2>" in above
    assert "Advice so far" not in above

    build.feedback(card, "Too long.")
    assert ">Advice so far</h2>" in page_of(browser, card)[0]
