from datetime import date

import pytest

from tests.browser import Browser
from tests.stored import fresh
from tracker.models import Application


@pytest.fixture
def application(browser: Browser, build) -> Application:
    return build.application(browser.user, stage="interview", role="Baker")


def put_away(browser: Browser, application: Application, outcome: str):
    return browser.post(f"/applications/{application.id}/archival", data={"outcome": outcome})


def test_another_persons_application_cant_be_put_away(browser: Browser, build) -> None:
    theirs = build.application(build.user())
    assert put_away(browser, theirs, "withdrawn").status_code == 404
    assert browser.get(f"/applications/{theirs.id}/archival").status_code == 404
    assert browser.post(f"/applications/{theirs.id}/archival/reversal").status_code == 404


@pytest.mark.parametrize("outcome", ["", "rejected", "x" * 500, "\0"])
def test_an_outcome_has_to_be_chosen(browser: Browser, application, outcome: str) -> None:
    answer = put_away(browser, application, outcome)
    assert answer.status_code == 422
    assert "How did it end?" in answer.text
    assert fresh(application).live


def test_put_away_meanwhile_with_another_outcome_is_said(browser: Browser, application) -> None:
    put_away(browser, application, "withdrawn")
    assert put_away(browser, application, "loop_closed").status_code == 409
    assert fresh(application).outcome == "withdrawn"


@pytest.mark.both_databases
def test_it_leaves_the_board_and_comes_back_on_top_of_its_stage(
    browser: Browser, build, application
) -> None:
    above = build.application(browser.user, stage="interview")
    answer = put_away(browser, application, "loop_closed")
    assert (answer.status_code, answer.location) == (303, "/board")
    board = browser.get("/board").text
    assert f'id="card-{application.id}"' not in board
    reversal = f"/applications/{application.id}/archival/reversal"
    assert reversal in board
    answer = browser.post(reversal)
    assert answer.location == f"/board#card-{application.id}"
    back = fresh(application)
    assert (back.stage, back.outcome, back.archived_at) == ("interview", None, None)
    assert back.position < above.position


def test_putting_away_twice_is_putting_away_once(browser: Browser, application) -> None:
    put_away(browser, application, "withdrawn")
    first = fresh(application).archived_at
    assert put_away(browser, application, "withdrawn").status_code == 303
    assert fresh(application).archived_at == first


def test_an_accepted_offer_is_put_away_with_warmth(browser: Browser, build) -> None:
    offered = build.application(browser.user, offer_received_on=date(2026, 3, 1))
    assert offered.pinned
    put_away(browser, offered, "offer_accepted")
    gone = fresh(offered)
    assert (gone.offer_decision, gone.pinned) == ("accepted", False)
    assert "Congratulations" in browser.get("/board").text
    browser.post(f"/applications/{offered.id}/archival/reversal")
    assert (fresh(offered).offer_decision, fresh(offered).pinned) == (None, True)


@pytest.mark.both_databases
def test_without_an_offer_on_record_it_can_be_accepted_all_the_same(browser, application) -> None:
    put_away(browser, application, "offer_accepted")
    assert fresh(application).offer_decision == "accepted"
