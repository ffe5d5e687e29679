"""A day that can hardly be right is asked about beside its field, and kept if it is said to be."""

import re
from datetime import date, timedelta

import pytest

from tests.browser import Browser
from tests.sent import form_of
from tracker.clock import now
from tracker.extensions import db
from tracker.models import Application, Attempt, Feedback, Interview, Rejection
from tracker.models.action import Action
from tracker.values.days import day_of

DAY = timedelta(days=1)


@pytest.fixture
def today(browser: Browser) -> date:
    return day_of(now(), browser.user.zone)


@pytest.fixture
def card(browser: Browser, build, today) -> Application:
    return build.application(browser.user, applied_on=today - 30 * DAY)


def ticket(page: str) -> str:
    found = re.search(r'name="sure" value="([^"]+)"', page)
    assert found, "nothing is asked"
    return found[1]


FORMS = {
    "rejection": ("rejection", {"words": "No", "how": "email"}, "on", Rejection.on),
    "interview": ("interviews", {"clock": "10:00"}, "day", Interview.starts_at),
    "feedback": ("feedback", {"words": "Long."}, "received_on", Feedback.received_on),
    "offer": ("offer", {"note": "65k"}, "received_on", Application.offer_received_on),
}


BEFORE, AHEAD = (-31, "before you applied"), (500, "ahead")


@pytest.mark.parametrize(
    ("form", "days", "words"),
    [(form, *kind) for form, kind in zip(FORMS, (BEFORE, AHEAD, BEFORE, AHEAD), strict=True)],
)
def test_day_before_applying_or_far_ahead_is_asked_about_and_kept_when_it_is_right(
    browser, card, today, form: str, days: int, words: str
) -> None:
    place, typed, name, column = FORMS[form]
    address = f"/applications/{card.id}/{place}"
    page = browser.get(f"{address}{'/new' if form in ('interview', 'feedback') else ''}").text
    sent = form_of(page, address) | typed | {name: f"{today + days * DAY}"}
    assert "Yes, that is right" not in page

    answer = browser.post(address, data=sent)

    assert answer.status_code == 422
    assert words in answer.text
    assert "Nothing is lost" in answer.text
    assert "Yes, that is right" in answer.text
    assert db.session.scalar(db.select(column)) is None
    again = form_of(answer.text, address)
    assert again[name] == sent[name]
    assert browser.post(address, data=again | {"sure": ticket(answer.text)}).status_code == 303
    kept = db.session.scalar(db.select(column))
    assert kept is not None


def test_tick_for_one_day_says_nothing_about_another(browser, card, today) -> None:
    address = f"/applications/{card.id}/rejection"
    first = browser.post(address, data={"on": f"{today + DAY}"})

    answer = browser.post(
        address, data={"on": f"{today + 2 * DAY}", "sure": ticket(first.text), "key": "k"}
    )

    assert answer.status_code == 422
    assert "sure" not in form_of(answer.text, address)


def test_tick_stays_while_something_else_needs_another_look(browser, card, today) -> None:
    address = f"/applications/{card.id}/feedback"
    sent = {"received_on": f"{today + DAY}", "sure": f"received_on:{today + DAY}", "words": ""}

    answer = browser.post(address, data=sent)

    assert answer.status_code == 422
    assert form_of(answer.text, address)["sure"] == sent["sure"]


def test_day_that_was_kept_is_not_asked_about_again(browser, build, card, today) -> None:
    row = build.rejection(card, on=today + 9 * DAY)
    address = f"/applications/{card.id}/rejection/{row.id}"
    page = browser.get(address).text
    assert "Yes, that is right" not in page

    assert browser.post(address, data=form_of(page, address) | {"words": "x"}).status_code == 303
    later = form_of(browser.get(address).text, address) | {"on": f"{today + 10 * DAY}"}
    assert browser.post(address, data=later).status_code == 422


def test_two_taps_are_never_asked_about(browser, build, today) -> None:
    card = build.application(browser.user, applied_on=today + 9 * DAY)

    answer = browser.post(f"/applications/{card.id}/rejection", data={"told": "1"})

    assert answer.status_code == 303


def test_day_of_applying_is_asked_about_where_something_came_back_before(
    browser, build, card, today
) -> None:
    build.rejection(card, on=today - 20 * DAY)
    address = f"/applications/{card.id}"
    sent = form_of(browser.get(f"{address}/edit").text, address)
    sent["applied_on"] = f"{today - 10 * DAY}"

    answer = browser.post(address, data=sent)

    assert answer.status_code == 422
    assert "Something came back before that" in answer.text
    answer = browser.post(address, data=sent | {"sure": ticket(answer.text)})
    assert answer.status_code == 303


def test_new_application_of_a_day_still_ahead_is_asked_about(browser, today) -> None:
    sent = {"company": "Acme", "role": "Baker", "applied_on": f"{today + DAY}", "key": "k"}

    answer = browser.post("/applications", data=sent)

    assert answer.status_code == 422
    assert "still ahead" in answer.text
    sure = sent | {"sure": ticket(answer.text)}
    assert browser.post("/applications", data=sure).status_code == 303


def test_attempt_and_plan_are_asked_about_too(browser, build, card, today) -> None:
    build.rejection(card, on=today)
    attempt = build.attempt(card, on=today)
    address = f"/applications/{card.id}/attempts/{attempt.id}"
    sent = form_of(browser.get(address).text, address) | {"on": f"{today + DAY}"}

    assert browser.post(address, data=sent).status_code == 422
    plan = {"what": "Practise", "due_on": f"{today + 800 * DAY}", "key": "k"}
    assert browser.post("/actions", data=plan).status_code == 422
    assert db.session.scalar(db.select(Action.id)) is None
    assert db.session.scalar(db.select(Attempt.on)) == today
