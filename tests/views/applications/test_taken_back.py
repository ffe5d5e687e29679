"""An offer taken back after a yes: it rests, it is kind, it asks, and nobody reads "accepted"."""

from datetime import date, timedelta

import pytest

from tests.browser import Browser
from tests.sent import form_of, undo_of
from tests.stored import fresh
from tracker.backup.consistency import untrue_summaries
from tracker.clock import now
from tracker.extensions import db
from tracker.models import Application, Note, Offer, Rejection
from tracker.values.days import day_of

DAY = date(2026, 3, 2)


@pytest.fixture
def card(browser: Browser, build) -> Application:
    """Accepted, and put away with it, some time ago."""
    return build.application(
        browser.user,
        stage="interview",
        role="Baker",
        applied_on=DAY,
        offer_received_on=DAY,
        offer_decision="accepted",
        archived_at=now() - timedelta(days=20),
        outcome="offer_accepted",
    )


def place(card: Application) -> str:
    return f"/applications/{card.id}/rejection"


def took_it_back(browser: Browser, card: Application, **changes: str):
    page = browser.get(f"{place(card)}?taken_back=1").text
    sent = form_of(page, place(card)) | changes
    return browser.post(place(card), data=sent)


def test_which_one_it_was_and_whether_they_answered_is_not_asked(browser, card, build) -> None:
    other = build.application(browser.user, role="Cook", company=card.company)

    way = f"{place(card)}?taken_back=1"
    for page in (f"/applications/{card.id}", f"/applications/{card.id}/offer"):
        assert f'href="{way}"' in browser.get(page).text, "the way in"
    form = browser.get(way).text
    assert "They took it back" in form
    assert "You had said yes" in form
    assert "Which one is it about?" not in form
    assert "No answer came" not in form
    assert "By phone" in form

    sent = form_of(form, place(card))
    assert browser.post(place(card), data=sent | {"how": "silence"}).status_code == 422
    both = sent | {"about": str(other.id), "words": "No Cook, no Baker"}
    for _ in range(2):
        assert browser.post(place(card), data=both).status_code == 303
    assert len(db.session.scalars(Rejection.of(card)).all()) == 1
    assert fresh(card).offer_decision == "taken_back"
    assert fresh(other).stage == "applied"


def test_it_rests_and_asks_as_any_no(browser, card) -> None:
    answer = took_it_back(browser, card, words="The budget is gone")

    assert answer.headers["Location"] == f"/applications/{card.id}/after"
    kept = fresh(card)
    assert (kept.stage, kept.live, kept.outcome) == ("rejected", True, None)
    assert kept.offer_decision == "taken_back"
    assert kept.state_label == "Offer taken back"
    assert kept.rest_until > now()
    page = browser.get(f"/applications/{card.id}").text
    assert "Paused" in page
    assert "Congratulations" not in page
    assert "They took their offer back" in page
    assert "You accepted their offer" in page
    browser.post(f"/applications/{card.id}/rest", data={"look_again": "now"})
    assert "Ask for advice" in browser.get(f"/applications/{card.id}").text
    assert untrue_summaries(db.session(), now()) == []


def test_board_table_and_coach_say_that_it_was_taken_back(browser, card, build) -> None:
    _, token = build.link(browser.user)
    took_it_back(browser, card)

    for page in (f"/s/{token}/applications/{card.id}", "/board", "/board/table"):
        told = browser.get(page).text
        assert "Offer accepted" not in told, page
        assert "taken back" in told.lower(), page
    browser.post(f"/applications/{card.id}/archival", data={"outcome": "loop_closed"})
    assert "Offer taken back" in browser.get("/board/archived").text


def test_a_day_before_their_offer_came_is_asked_about_and_the_usual_one_is_one_tap(
    browser, card
) -> None:
    way = f"{place(card)}?taken_back=1"
    today = day_of(now(), browser.user.zone)
    assert form_of(browser.get(way).text, place(card))["on"] == f"{today}"
    day = f"{DAY - timedelta(days=1)}"
    card_of_then = {"on": day, "sure": f"on:{day}"}

    answer = took_it_back(browser, card, on=day, applied_on="")

    assert answer.status_code == 422
    assert "Is it right?" in answer.text
    assert fresh(card).offer_decision == "accepted"
    assert took_it_back(browser, card, **card_of_then).status_code == 303
    assert fresh(card).rejection_on == DAY - timedelta(days=1)


def test_a_no_before_the_offer_that_it_ends_is_asked_about(browser, build) -> None:
    card = build.application(browser.user, stage="interview", offer_received_on=DAY)

    answer = browser.post(place(card), data={"on": f"{DAY - timedelta(days=1)}", "key": "k"})

    assert answer.status_code == 422
    assert "before their offer came" in answer.text


def test_undo_puts_it_away_as_it_was(browser, card) -> None:
    before = fresh(card).archived_at
    took_it_back(browser, card, words="The budget is gone")

    browser.post(undo_of(browser.get(f"/applications/{card.id}").text))

    assert "Back in your archive, and the no is removed." in browser.get("/today").text
    back = fresh(card)
    assert (back.stage, back.outcome, back.archived_at) == ("interview", "offer_accepted", before)
    assert back.offer_decision == "accepted"
    assert not back.rejection_recorded
    assert [each.body for each in db.session.scalars(Note.of(card))] == ["The budget is gone"]
    assert untrue_summaries(db.session(), now()) == []


def test_an_undo_that_names_no_day_that_was_is_refused(browser, card) -> None:
    took_it_back(browser, card)
    undo = undo_of(browser.get(f"/applications/{card.id}").text).partition("?")[0]

    for nonsense in ("soon", "2999-01-01T00:00:00+00:00", "2026-01-01"):
        answer = browser.post(undo, query_string={"at": nonsense})
        assert answer.status_code == 422
    assert fresh(card).offer_decision == "taken_back"


def test_an_accepted_card_without_an_offer_on_record_can_be_taken_back(browser, build) -> None:
    card = build.application(
        browser.user, stage="interview", outcome="offer_accepted", archived_at=now()
    )

    took_it_back(browser, card)

    assert fresh(card).offer_decision == "taken_back"


def test_what_was_never_accepted_has_an_ordinary_no(browser, build) -> None:
    card = build.application(browser.user, stage="interview")

    page = browser.get(f"{place(card)}?taken_back=1").text
    browser.post(place(card), data={"taken_back": "1"})

    assert "You had said yes" not in page
    assert fresh(card).offer_decision is None
    assert db.session.scalars(Offer.of(card.id)).all() == []


def test_a_no_to_an_offer_that_was_open_reads_as_taken_back(browser, build) -> None:
    card = build.application(browser.user, stage="interview", offer_received_on=DAY)

    browser.post(place(card), data={"on": f"{DAY}"})

    assert fresh(card).state_label == "Offer taken back"


def test_a_no_to_an_accepted_card_on_the_board_takes_it_back_too(browser, card) -> None:
    browser.post(f"/applications/{card.id}/archival/return")

    browser.post(place(card), data={"told": "now", "key": "tap"})
    assert fresh(card).offer_decision == "taken_back"

    browser.post(undo_of(browser.get("/board").text))
    back = fresh(card)
    assert (back.offer_decision, back.live, back.stage) == ("accepted", True, "interview")


def test_a_yes_to_a_job_that_ended_is_not_taken_back_by_a_later_no(browser, card) -> None:
    ending = f"/applications/{card.id}/ending"
    browser.post(ending, data=form_of(browser.get(ending).text, ending))
    browser.post(f"/applications/{card.id}/archival/return")

    browser.post(place(card), data={"told": "now", "key": "tap"})

    assert fresh(card).offer_decision == "accepted"
