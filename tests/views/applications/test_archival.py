from datetime import date, timedelta

import pytest

from tests.browser import Browser
from tests.sent import form_of, undo_of
from tests.stored import fresh
from tracker.backup.consistency import untrue_summaries
from tracker.clock import now
from tracker.extensions import db
from tracker.models import Application
from tracker.values.days import day_of


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


def test_an_outcome_has_to_be_chosen(browser: Browser, application) -> None:
    for outcome in ("", "rejected", "x" * 500, "\0"):
        answer = put_away(browser, application, outcome)
        assert answer.status_code == 422, outcome
        assert "How did it end?" in answer.text, outcome
        assert fresh(application).live, outcome


def test_put_away_meanwhile_with_another_outcome_is_said(browser: Browser, application) -> None:
    put_away(browser, application, "withdrawn")
    assert put_away(browser, application, "loop_closed").status_code == 409
    assert fresh(application).outcome == "withdrawn"


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


def test_withdrawing_is_no_rejection(browser: Browser, application) -> None:
    put_away(browser, application, "withdrawn")
    assert "The path" not in browser.get(f"/applications/{application.id}").text
    today = browser.get("/today").text
    assert "Nothing needs you today." in today
    assert "rejection" not in today.partition("<main")[2]


def test_an_accepted_offer_is_put_away_with_warmth(browser: Browser, build) -> None:
    offered = build.application(browser.user, offer_received_on=date(2026, 3, 1))
    assert offered.pinned
    answer = put_away(browser, offered, "offer_accepted")
    gone = fresh(offered)
    assert (gone.offer_decision, gone.pinned) == ("accepted", False)
    assert "Congratulations" in browser.get(answer.headers["Location"]).text
    browser.post(f"/applications/{offered.id}/archival/reversal")
    assert (fresh(offered).offer_decision, fresh(offered).pinned) == (None, True)


def test_without_an_offer_on_record_it_can_be_accepted_all_the_same(browser, application) -> None:
    put_away(browser, application, "offer_accepted")
    assert fresh(application).offer_decision == "accepted"


def days_ago(browser: Browser, days: int) -> date:
    return day_of(now(), browser.user.zone) - timedelta(days=days)


def test_it_ended_today_unless_another_day_is_told(browser: Browser, application) -> None:
    page = browser.get(f"/applications/{application.id}/archival").text
    today = days_ago(browser, 0)
    assert f'value="{today}"' in page
    assert "It was another day" in page

    put_away(browser, application, "withdrawn")
    assert fresh(application).archived_on == today


def test_day_that_is_told_is_read_everywhere_and_kept_by_undo(browser, build) -> None:
    card = build.application(browser.user, applied_on=days_ago(browser, 40))
    on = days_ago(browser, 9)
    sent = {"outcome": "role_closed", "archived_on": f"{on}"}
    assert browser.post(f"/applications/{card.id}/archival", data=sent).status_code == 303
    assert (fresh(card).archived_on, fresh(card).state_label) == (on, "Role closed")
    assert untrue_summaries(db.session(), now()) == []

    browser.post(f"/applications/{card.id}/archival/return")
    assert (fresh(card).archived_on, fresh(card).live) == (None, True)
    browser.post(undo_of(browser.get("/board").text))
    assert (fresh(card).archived_on, fresh(card).outcome) == (on, "role_closed")


def test_day_that_nobody_knows_stays_unknown_and_undo_keeps_that(browser, application) -> None:
    sent = {"outcome": "loop_closed", "archived_on": ""}
    browser.post(f"/applications/{application.id}/archival", data=sent)
    assert (fresh(application).archived, fresh(application).archived_on) == (True, None)
    assert "Add the day" in browser.get(f"/applications/{application.id}").text

    browser.post(f"/applications/{application.id}/archival/return")
    browser.post(undo_of(browser.get("/board").text))
    assert (fresh(application).archived, fresh(application).archived_on) == (True, None)


@pytest.mark.parametrize(("days", "words"), [(-3, "still ahead"), (41, "before you applied")])
def test_day_that_can_hardly_be_right_is_asked_about_once(browser, build, days, words) -> None:
    card = build.application(browser.user, applied_on=days_ago(browser, 40))
    place, on = f"/applications/{card.id}/archival", days_ago(browser, days)
    sent = {"outcome": "withdrawn", "archived_on": f"{on}"}

    asked = browser.post(place, data=sent)
    assert asked.status_code == 422
    assert words in asked.text
    assert f'value="{on}"' in asked.text
    assert fresh(card).live

    assert browser.post(place, data=sent | {"sure": f"archived_on:{on}"}).status_code == 303
    assert fresh(card).archived_on == on


def test_what_is_no_day_is_refused_and_kept(browser, application) -> None:
    sent = {"outcome": "withdrawn", "archived_on": "soon"}
    refused = browser.post(f"/applications/{application.id}/archival", data=sent)
    assert refused.status_code == 422
    assert 'value="soon"' in refused.text
    assert fresh(application).live


def test_day_of_what_is_put_away_can_be_told_better(browser, application) -> None:
    place = f"/applications/{application.id}/archival"
    assert browser.post(f"{place}/day", data={"archived_on": "2026-03-02"}).status_code == 404
    put_away(browser, application, "withdrawn")
    sent = form_of(browser.get(place).text, f"{place}/day")
    on = days_ago(browser, 5)

    assert browser.post(f"{place}/day", data=sent | {"archived_on": f"{on}"}).status_code == 303
    assert fresh(application).archived_on == on
    outdated = browser.post(f"{place}/day", data=sent | {"archived_on": ""})
    assert outdated.status_code == 409
    assert fresh(application).archived_on == on


def test_role_that_they_closed_is_said_to_be_no_silence(browser, build) -> None:
    card = build.application(browser.user, role="Baker")
    put_away(browser, card, "role_closed")
    assert "They closed it; that says nothing about you." in browser.get("/board").text
    assert "Role closed" in browser.get(f"/applications/{card.id}").text
