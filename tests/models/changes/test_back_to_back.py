"""Invited back after a no: the no is story, nothing asks for it, and a second one begins afresh."""

from datetime import date, timedelta

import pytest

from tests.browser import Browser
from tests.sent import form_of, undo_of
from tests.stored import fresh
from tracker.backup.check import checks
from tracker.clock import now
from tracker.extensions import db
from tracker.models import Application, Rejection
from tracker.values.days import day_of


@pytest.fixture
def today(browser: Browser) -> date:
    return day_of(now(), browser.user.zone)


@pytest.fixture
def card(browser: Browser, build) -> Application:
    """Told no, asked about, answered, acted on."""
    card = build.application(browser.user, stage="interview")
    say_no(browser, card, "The first no.")
    first = latest(card)
    build.attempt(card, rejection_id=first.id, channel="email", result="answered")
    point = build.point(build.feedback(card, "Too long.", specific=True))
    build.action(browser.user, point, done_on=day_of(now(), browser.user.zone))
    return card


def latest(card: Application) -> Rejection:
    db.session.rollback()
    found = Rejection.latest(db.session(), fresh(card))
    assert found is not None
    return found


def say_no(browser: Browser, card: Application, words: str) -> None:
    place = f"/applications/{card.id}/rejection"
    sent = form_of(browser.get(place).text, place) | {"words": words, "how": "email"}
    assert browser.post(place, data=sent).status_code == 303


def move(browser: Browser, card: Application, stage: str) -> None:
    sent = {"stage": stage, "version": fresh(card).version}
    assert browser.post(f"/applications/{card.id}/stage", data=sent).status_code == 303


def well() -> bool:
    db.session.rollback()
    return all(part.well for part in checks(db.session(), now()) if part.about == "Summaries")


def test_invited_back_today_counts_no_rejection_and_nothing_asks_about_it(
    browser, build, card
) -> None:
    assert "Learnt something from 1 of 1" in browser.get("/insights?span=all").text

    move(browser, card, "interview")

    todays = browser.get("/today").text
    assert "learnt something" not in todays
    assert "asked for advice after" not in todays
    back = fresh(card)
    assert (back.rejection_recorded, back.rejection_on, back.ask_next) == (False, None, "none")
    page = browser.get(f"/applications/{card.id}").text
    assert "The first no." in page.partition('id="story"')[2]
    assert well()


def test_second_no_begins_afresh_and_the_first_stays_in_the_story(browser, card) -> None:
    first = latest(card)
    move(browser, card, "interview")

    say_no(browser, card, "The second no.")

    second = latest(card)
    assert second.id != first.id
    told = fresh(card)
    assert (told.rejection_recorded, told.loop_ended) == (True, False)
    assert told.ask_next in ("call", "write")
    assert "learnt something" not in browser.get("/today").text
    story = browser.get(f"/applications/{card.id}").text.partition('id="story"')[2]
    assert "The first no." in story
    assert "The second no." in story
    assert well()


def test_moved_by_hand_to_rejected_again_asks_what_they_said_this_time(browser, card) -> None:
    move(browser, card, "interview")

    move(browser, card, "rejected")

    assert fresh(card).rejection_recorded is False
    page = browser.get(f"/applications/{card.id}").text
    assert f'href="/applications/{card.id}/rejection"' in page.partition('class="toast')[2]
    form = browser.get(f"/applications/{card.id}/rejection").text
    assert "The first no." not in form


def test_undo_of_the_way_back_lets_the_no_count_again(browser, card) -> None:
    move(browser, card, "interview")

    browser.post(undo_of(browser.get(f"/applications/{card.id}").text), data={"key": "u"})

    told = fresh(card)
    assert (told.rejection_recorded, told.loop_ended) == (True, True)
    assert "Learnt something from 1 of 1" in browser.get("/insights?span=all").text
    assert well()


def test_what_is_done_about_the_second_no_closes_its_loop(browser, build, card, today) -> None:
    move(browser, card, "interview")
    say_no(browser, card, "The second no.")
    action = build.action(browser.user, application_id=card.id, due_on=today + timedelta(days=1))

    browser.post(f"/actions/{action.id}/completion", data={"key": "k"})

    assert fresh(card).loop_ended
    assert "Learnt something from 1 of 1" in browser.get("/insights?span=all").text


def test_an_invitation_back_elsewhere_changes_nothing_here(browser, build, card) -> None:
    other = build.application(browser.user, role="Elsewhere", stage="interview")
    say_no(browser, other, "A no elsewhere.")
    assert "Learnt something from 1 of 2" in browser.get("/insights?span=all").text

    move(browser, other, "interview")

    assert "Learnt something from 1 of 1" in browser.get("/insights?span=all").text
