"""Silence is an ending of its own, and comes alive again when they write after all."""

from datetime import date, timedelta

import pytest

from tests.browser import Browser
from tests.sent import form_of, undo_of
from tests.stored import fresh
from tracker.backup.consistency import untrue_summaries
from tracker.clock import now
from tracker.extensions import db
from tracker.models import Application, Rejection

DAY = date(2026, 3, 2)


@pytest.fixture
def card(browser: Browser, build) -> Application:
    """Closed without an answer, as the page of following up does it."""
    card = build.application(browser.user, role="Baker", applied_on=DAY)
    place = f"/applications/{card.id}/rejection"
    sent = form_of(browser.get(f"{place}?how=silence").text, place)
    assert browser.post(place, data=sent).status_code == 303
    return card


def rows(card: Application) -> list[Rejection]:
    return list(db.session.scalars(Rejection.of(card)))


def test_reply_on_anothers_application_is_not_found(browser, sign_in, build) -> None:
    theirs = build.application(sign_in().user, stage="rejected")
    build.rejection(theirs, how="silence")

    assert browser.get(f"/applications/{theirs.id}/reply").status_code == 404
    answer = browser.post(f"/applications/{theirs.id}/reply", data={"stage": "interview"})
    assert answer.status_code == 404


def test_every_screen_says_no_answer(browser, card, build) -> None:
    said_no = build.application(browser.user, stage="rejected", role="Cook")
    build.rejection(said_no, how="email")
    _, token = build.link(browser.user)

    for page in ("/board", "/board/table", f"/applications/{card.id}", f"/s/{token}"):
        assert "No answer" in browser.get(page).text, page
    story = browser.get(f"/s/{token}/applications/{card.id}").text
    assert "They said no" not in story.split("<main")[1]
    silent = browser.get("/board/table?stage=no_answer").text
    assert "Baker" in silent and "Cook" not in silent
    rejected = browser.get("/board/table?stage=rejected").text
    assert "Cook" in rejected and "Baker" not in rejected
    assert "They said no" not in browser.get(f"/applications/{card.id}/timeline").text
    browser.post(f"/applications/{card.id}/archival", data={"outcome": "loop_closed"})
    assert "No answer" in browser.get("/board/archived").text


def test_it_comes_alive_again_and_undo_closes_it(browser, card) -> None:
    place = f"/applications/{card.id}/reply"
    for stage in ("interview", "applied"):
        assert f'href="{place}"' in browser.get(f"/applications/{card.id}").text
        sent = form_of(browser.get(place).text, place) | {"stage": stage}

        for _ in range(2):
            assert browser.post(place, data=sent).status_code == 303

        alive = fresh(card)
        assert (alive.stage, alive.rejection_recorded, alive.ending) == (stage, False, None)
        assert untrue_summaries(db.session(), now()) == []

        browser.post(undo_of(browser.get(f"/applications/{card.id}").text))
        assert (fresh(card).stage, fresh(card).ending) == ("rejected", "no_answer"), stage
        assert untrue_summaries(db.session(), now()) == []


def test_words_on_it_stay_when_it_comes_alive(browser, card) -> None:
    browser.post(
        f"/applications/{card.id}/self-analysis", data={"went_well": "The letter", "key": "w"}
    )
    kept = rows(card)[0].went_well

    browser.post(f"/applications/{card.id}/reply", data={"stage": "interview"})

    assert fresh(card).stage == "interview"
    assert [row.went_well for row in rows(card)] == ([kept] if kept else [])


def test_their_no_takes_the_place_of_the_silence_and_rests(browser, card) -> None:
    (row,) = rows(card)
    place = f"/applications/{card.id}/rejection/{row.id}"
    assert f'href="{place}?wrote=1"' in browser.get(f"/applications/{card.id}/reply").text
    sent = form_of(browser.get(f"{place}?wrote=1").text, place)
    assert sent["how"] == ""

    browser.post(place, data=sent | {"words": "We chose another"})

    kept = fresh(card)
    assert (kept.no_said, kept.state_label) == (True, "Rejected")
    assert kept.rest_until > now()
    assert [each.words for each in rows(card)] == ["We chose another"]


def test_one_that_was_put_away_comes_back_too(browser, card) -> None:
    browser.post(f"/applications/{card.id}/archival", data={"outcome": "loop_closed"})

    browser.post(f"/applications/{card.id}/reply", data={"stage": "interview"})

    assert (fresh(card).live, fresh(card).stage) == (True, "interview")


def test_what_has_an_answer_is_not_asked_about(browser, build) -> None:
    card = build.application(browser.user, stage="rejected")
    build.rejection(card, how="email")
    place = f"/applications/{card.id}/reply"

    assert browser.get(place).headers["Location"] == f"/applications/{card.id}"
    assert browser.post(place, data={"stage": "interview"}).status_code == 409
    assert browser.post(place, data={"stage": "rejected"}).status_code == 422
    assert "They wrote after all" not in browser.get(f"/applications/{card.id}").text


def test_who_wrote_today_has_not_been_silent_since_one_applied(browser, build) -> None:
    card = build.application(browser.user, applied_on=DAY, at=now() - timedelta(days=300))
    browser.post(f"/applications/{card.id}/rejection", data={"how": "silence", "on": f"{DAY}"})

    browser.post(f"/applications/{card.id}/reply", data={"stage": "applied"})

    page = browser.get(f"/applications/{card.id}").text
    assert "Nothing heard since" not in page
    assert "Nothing to do before" in page


@pytest.mark.both_databases
def test_invited_back_and_then_silent_is_no_answer_too(browser, build) -> None:
    card = build.application(browser.user, applied_on=DAY, role="Baker")
    browser.post(f"/applications/{card.id}/rejection", data={"how": "email", "on": f"{DAY}"})
    version = str(fresh(card).version)
    move = {"stage": "interview", "version": version}
    assert browser.post(f"/applications/{card.id}/stage", data=move).status_code == 303
    browser.post(f"/applications/{card.id}/rejection", data={"how": "silence", "on": f"{DAY}"})

    for page in ("/board", f"/applications/{card.id}"):
        assert "No answer" in browser.get(page).text, page
    assert "Baker" in browser.get("/board/table?stage=no_answer").text
    assert "Baker" not in browser.get("/board/table?stage=rejected").text
    assert untrue_summaries(db.session(), now()) == []
