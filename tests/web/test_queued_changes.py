"""A change from a phone's queue is carried out once, however often it comes, and says so."""

import uuid
from collections.abc import Callable
from datetime import timedelta
from typing import Any
from urllib.parse import unquote

import pytest
from sqlalchemy import func, select, update
from werkzeug.test import TestResponse

from tests.browser import Browser
from tests.builders import Build
from tracker.clock import now
from tracker.database import writing
from tracker.extensions import db
from tracker.models import (
    Application,
    Feedback,
    IdempotencyKey,
    Lead,
    Note,
    Rejection,
    StageChange,
)
from tracker.models.server.idempotency_key import QUEUED_RETENTION

NUMBER = "3f0c9b9e-1111-4222-8333-444455556666"
ADDED = {"company": "Blue Kettle", "role": "Cook", "applied_on": "2026-03-02", "stage": "applied"}


def count(model: Any) -> int:
    db.session.rollback()
    return db.session.scalar(select(func.count()).select_from(model)) or 0


def send(
    browser: Browser, url: str, data: dict[str, Any], number: str = NUMBER, **more: Any
) -> TestResponse:
    headers = {"Onward-Change": number, **more.pop("headers", {})}
    return browser.post(url, data=data, headers=headers, **more)


@pytest.fixture
def card(browser: Browser, build: Build) -> Application:
    return build.application(browser.user, role="Cook", stage="interview")


KINDS: dict[str, tuple[str, dict[str, str], Any]] = {
    "a move": ("/applications/{id}/stage", {"stage": "rejected", "version": "{v}"}, StageChange),
    "they said no": ("/applications/{id}/rejection", {"told": "now"}, Rejection),
    "a note": ("/applications/{id}/notes", {"body": "Called them"}, Note),
    "feedback": (
        "/applications/{id}/feedback",
        {"words": "Lovely answers", "received_on": "2026-03-09"},
        Feedback,
    ),
    "an application": ("/applications", ADDED, Application),
    "a lead": ("/leads", {"role": "Cook", "company": "Blue Kettle"}, Lead),
}


@pytest.mark.parametrize("kind", KINDS)
def test_what_comes_twice_is_carried_out_once_and_answered_as_done(
    browser: Browser, card: Application, kind: str
) -> None:
    shape, fields, model = KINDS[kind]
    url = shape.format(id=card.id)
    data = {name: value.format(v=card.version) for name, value in fields.items()}
    before = count(model)

    first, second = (send(browser, url, data) for _ in range(2))

    assert (first.status_code, second.status_code) == (200, 200), first.text
    assert first.headers["Onward-Done"] == second.headers["Onward-Done"] == NUMBER
    assert first.headers["Onward-Versions"] == second.headers["Onward-Versions"]
    assert "Location" not in first.headers
    assert count(model) == before + 1


def test_an_action_is_done_once_and_takes_its_card_along_once(
    browser: Browser, build: Build
) -> None:
    heard = build.application(browser.user, stage="rejected")
    build.rejection(heard)
    point = build.point(build.feedback(heard))
    action = build.action(browser.user, point)
    moved = count(StageChange)
    first, second = (send(browser, f"/actions/{action.id}/completion", {}) for _ in range(2))
    assert first.headers["Onward-Location"] == f"/actions/{action.id}"
    assert first.headers["Onward-Done"] == second.headers["Onward-Done"] == NUMBER
    assert count(StageChange) == moved + 1


def test_a_move_tells_from_which_version_to_which(browser: Browser, card: Application) -> None:
    url, before = f"/applications/{card.id}/stage", card.version
    told = send(browser, url, {"stage": "applied", "version": before}).headers["Onward-Versions"]
    after = card.version
    browser.post(url, data={"stage": "rejected", "version": after})
    again = send(browser, url, {"stage": "applied", "version": before})

    assert told == f"{card.id}:{before}:{after}"
    assert again.headers["Onward-Versions"] == told
    assert card.stage == "rejected"


def test_a_conflict_is_none_with_itself_and_leaves_the_number_unspent(
    browser: Browser, card: Application
) -> None:
    url, stale = f"/applications/{card.id}/stage", card.version
    browser.post(url, data={"stage": "applied", "version": stale})

    refused = send(browser, url, {"stage": "rejected", "version": stale, "from": "interview"})
    version, _, words = unquote(refused.headers["Onward-Meanwhile"]).partition(" ")
    assert refused.status_code == 409
    assert "Onward-Done" not in refused.headers
    assert words == "It was moved to Applied meanwhile."

    forced = send(browser, url, {"stage": "rejected", "version": version})
    assert forced.headers["Onward-Done"] == NUMBER
    assert card.stage == "rejected"


@pytest.mark.both_databases
def test_the_same_number_with_other_words_is_refused(browser: Browser, card: Application) -> None:
    url = f"/applications/{card.id}/notes"
    send(browser, url, {"body": "One"})
    answer = send(browser, url, {"body": "Another"})
    assert (answer.status_code, "Onward-Done" in answer.headers) == (422, False)
    assert count(Note) == 1


def test_another_person_with_the_same_number_does_a_thing_of_their_own(
    sign_in: Callable[..., Browser], build: Build
) -> None:
    for browser in (sign_in(), sign_in()):
        card = build.application(browser.user)
        answer = send(browser, "/leads", {"role": f"Cook {card.id}"})
        assert answer.headers["Onward-Done"] == NUMBER
    assert count(Lead) == 2


def test_what_is_refused_is_not_done(browser: Browser, card: Application) -> None:
    answer = send(browser, f"/applications/{card.id}/notes", {"body": ""})
    assert (answer.status_code, "Onward-Done" in answer.headers) == (422, False)
    assert count(IdempotencyKey) == 0


@pytest.mark.parametrize("number", ["x", "../../x", "1" * 37])
def test_a_number_that_is_none_is_refused(browser: Browser, card: Application, number: str) -> None:
    answer = send(browser, f"/applications/{card.id}/notes", {"body": "Hm"}, number)
    assert answer.status_code == 400
    assert count(Note) == 0


def test_a_route_that_cannot_wait_takes_no_notice_of_a_number(
    browser: Browser, card: Application
) -> None:
    answer = send(browser, f"/applications/{card.id}/deletion", {})
    assert answer.status_code == 303
    assert "Onward-Done" not in answer.headers


def test_a_number_is_known_for_half_a_year_and_a_forms_key_for_a_week(
    browser: Browser, card: Application
) -> None:
    url = f"/applications/{card.id}/notes"
    send(browser, url, {"body": "Waited"})
    browser.post(url, data={"body": "Sent at once", "key": str(uuid.uuid4())})
    days: list[int] = []
    for age in (timedelta(days=8), QUEUED_RETENTION + timedelta(days=1)):
        with writing() as session:
            session.execute(update(IdempotencyKey).values(at=now() - age))
            IdempotencyKey.forget(session, browser.user.id, now())
        days.append(count(IdempotencyKey))
    assert days == [1, 0]


def test_nobody_waits_for_the_message_of_what_is_sent_later(
    browser: Browser, card: Application
) -> None:
    send(browser, f"/applications/{card.id}/notes", {"body": "One"}, headers={"Onward-Later": "1"})
    assert "Note saved" not in browser.get("/today").text


def test_a_page_that_is_kept_for_later_takes_no_message_along(
    browser: Browser, card: Application
) -> None:
    browser.post(f"/applications/{card.id}/notes", data={"body": "One"})
    assert "Note saved" not in browser.get("/today", headers={"Onward-Ahead": "1"}).text
    assert "Note saved" in browser.get("/today").text


def test_a_stranger_spends_no_number(visitor: Browser) -> None:
    answer = send(visitor, "/leads", {"role": "Cook"})
    assert (answer.status_code, "Onward-Done" in answer.headers) == (401, False)
    assert count(IdempotencyKey) == 0
