"""A contract ends, the hunt goes on: the yes stays, and so does the story."""

from datetime import date, timedelta

import pytest

from tests.browser import Browser
from tests.sent import form_of, undo_of
from tests.stored import fresh
from tracker.backup.consistency import untrue_summaries
from tracker.clock import now
from tracker.extensions import db
from tracker.models import Application, Interview
from tracker.values.formatting import full_day

DAY = date(2026, 3, 2)


@pytest.fixture
def card(browser: Browser, build) -> Application:
    return build.application(
        browser.user,
        stage="interview",
        role="Baker",
        offer_received_on=DAY,
        offer_decision="accepted",
        archived_at=now() - timedelta(days=200),
        outcome="offer_accepted",
    )


def ended(browser: Browser, card: Application, **changes: str):
    place = f"/applications/{card.id}/ending"
    return browser.post(place, data=form_of(browser.get(place).text, place) | changes)


def test_job_of_somebody_else_is_not_found(browser, sign_in, build) -> None:
    theirs = build.application(sign_in().user, outcome="offer_accepted", archived_at=now())
    mine = build.application(browser.user)

    for each in (theirs, mine):
        assert browser.get(f"/applications/{each.id}/ending").status_code == 404
        assert browser.post(f"/applications/{each.id}/ending").status_code == 404


@pytest.mark.both_databases
def test_the_acceptance_stays_and_a_new_hunt_begins(browser, card) -> None:
    answer = ended(browser, card, ended_on="2026-09-30")

    kept = fresh(card)
    assert kept.ended_on == date(2026, 9, 30)
    assert (kept.offer_decision, kept.outcome) == ("accepted", "offer_accepted")
    onward = browser.get(answer.headers["Location"]).text
    assert "You don’t start from zero" in onward
    assert 'href="/applications/new"' in onward
    page = browser.get(f"/applications/{card.id}").text
    assert f"This job ended on {full_day(kept.ended_on)}" in page
    assert "Congratulations" not in page
    assert 'id="end_of_job-0"' in page


def test_a_day_is_asked_for_and_what_was_typed_stays(browser, card) -> None:
    assert ended(browser, card, ended_on="").status_code == 422
    answer = ended(browser, card, ended_on="soon")

    assert answer.status_code == 422
    assert 'value="soon"' in answer.text
    assert fresh(card).ended_on is None


def test_it_goes_on_after_all(browser, card) -> None:
    ended(browser, card)
    browser.post(undo_of(browser.get("/board").text))

    assert fresh(card).ended_on is None
    assert "Congratulations" in browser.get(f"/applications/{card.id}").text


def test_back_on_the_board_it_keeps_its_story_and_has_undo(browser, card, build) -> None:
    ahead = build.interview(card, starts_at=now() + timedelta(days=3))
    before = fresh(card).archived_at

    browser.post(f"/applications/{card.id}/archival/return")

    back = fresh(card)
    assert (back.live, back.offer_decision, back.pinned) == (True, "accepted", False)
    page = browser.get(f"/applications/{card.id}").text
    assert "You accepted their offer" in page
    assert "Follow up" not in page
    assert untrue_summaries(db.session(), now()) == []

    browser.post(undo_of(page))
    again = fresh(card)
    assert (again.archived_at, again.outcome) == (before, "offer_accepted")
    assert db.session.get_one(Interview, ahead.id).outcome is None


def test_a_declined_one_put_back_is_still_declined(browser, build) -> None:
    card = build.application(
        browser.user, offer_received_on=DAY, offer_decision="declined",
        outcome="offer_declined", archived_at=now() - timedelta(days=3),
    )  # fmt: skip

    browser.post(f"/applications/{card.id}/archival/return")

    assert fresh(card).offer_decision == "declined"


def test_undo_of_putting_back_names_a_day_that_was(browser, card) -> None:
    browser.post(f"/applications/{card.id}/archival/return")
    place = f"/applications/{card.id}/archival/again"

    for at in ("soon", "2999-01-01T00:00:00+00:00", "2026-01-01"):
        answer = browser.post(place, query_string={"at": at, "outcome": "offer_accepted"})
        assert answer.status_code == 422
    assert browser.post(place).status_code == 303
    assert fresh(card).live
