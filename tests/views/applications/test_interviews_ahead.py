"""An interview still ahead when an application ends: asked about once, and off everywhere."""

from datetime import timedelta

import pytest

from tests.browser import Browser
from tests.sent import form_of, undo_of
from tracker.clock import now
from tracker.exports.work_search.entries import read_entries
from tracker.extensions import db
from tracker.loop.facts import SILENT_FOR
from tracker.models import Application, Interview
from tracker.models.reads.standing import as_of
from tracker.sharing.reader import RecordReader
from tracker.sharing.redaction import Redaction
from tracker.sharing.selection import Selection
from tracker.values.date_range import DateRange
from tracker.values.days import day_of
from tracker.values.formatting import full_day

COMES = "Interview with Banksia Software"
"""Among what comes, on Today."""


@pytest.fixture
def card(browser: Browser, build) -> Application:
    return build.application(browser.user, stage="interview", role="Baker")


@pytest.fixture
def ahead(card: Application, build) -> Interview:
    return build.interview(card, starts_at=now() + timedelta(days=5))


def outcome(row: Interview) -> str | None:
    db.session.rollback()
    return db.session.get_one(Interview, row.id, populate_existing=True).outcome


def question(browser: Browser, row: Interview) -> str:
    assert row.starts_at is not None
    day = full_day(day_of(row.starts_at, browser.user.zone))
    return f"Mark your interview on {day} as cancelled"


def said(browser: Browser, card: Application, **changes: object) -> dict[str, object]:
    place = f"/applications/{card.id}/rejection"
    return form_of(browser.get(place).text, place) | changes


def test_a_no_asks_about_the_interview_ahead_and_calls_it_off(browser, card, ahead) -> None:
    place = f"/applications/{card.id}/rejection"
    assert question(browser, ahead) in browser.get(place).text
    assert COMES in browser.get("/today").text

    browser.post(place, data=said(browser, card))

    assert outcome(ahead) == "cancelled"
    assert COMES not in browser.get("/today").text
    assert "Interview scheduled" not in browser.get("/board").text


def test_an_interview_that_still_takes_place_stays_in_sight(browser, card, ahead) -> None:
    sent = said(browser, card)
    sent.pop("cancels")

    browser.post(f"/applications/{card.id}/rejection", data=sent)

    assert outcome(ahead) is None
    assert COMES in browser.get("/today").text


def test_nothing_is_asked_where_nothing_lies_ahead(browser, card, build) -> None:
    build.interview(card, starts_at=now() - timedelta(days=5))

    for place in ("rejection", "archival", "feedback/new"):
        assert 'name="cancels"' not in browser.get(f"/applications/{card.id}/{place}").text


def test_several_ahead_are_one_question(browser, card, ahead, build) -> None:
    build.interview(card, starts_at=now() + timedelta(days=9))

    page = browser.get(f"/applications/{card.id}/rejection").text

    assert "Mark your 2 interviews from" in page
    assert page.count('name="cancels"') == 1


def test_a_no_of_one_tap_calls_it_off_and_undo_brings_it_back(browser, card, ahead) -> None:
    browser.post(f"/applications/{card.id}/rejection", data={"told": "now", "key": "tap"})
    assert outcome(ahead) == "cancelled"

    browser.post(undo_of(browser.get("/board").text))

    assert outcome(ahead) is None
    assert COMES in browser.get("/today").text


def test_undo_of_the_move_brings_it_back_too(browser, card, ahead) -> None:
    browser.post(f"/applications/{card.id}/rejection", data=said(browser, card, words="No"))

    browser.post(undo_of(browser.get("/board").text))

    assert outcome(ahead) is None


def test_what_they_called_off_themselves_before_stays_off_after_undo(
    browser, card, ahead, build
) -> None:
    earlier = now() - timedelta(days=1)
    off = build.interview(
        card, starts_at=now() + timedelta(days=2), outcome="cancelled", updated_at=earlier
    )
    browser.post(f"/applications/{card.id}/rejection", data=said(browser, card))

    browser.post(undo_of(browser.get("/board").text))

    assert (outcome(off), outcome(ahead)) == ("cancelled", None)


def test_putting_away_asks_and_undo_brings_it_back(browser, card, ahead) -> None:
    place = f"/applications/{card.id}/archival"
    page = browser.get(place).text
    assert question(browser, ahead) in page
    assert 'name="cancels" value="y" checked>' in page

    browser.post(place, data={"outcome": "withdrawn", "cancels": "y"})
    assert outcome(ahead) == "cancelled"

    browser.post(undo_of(browser.get("/board").text))
    assert outcome(ahead) is None


def test_an_answer_that_brings_a_no_asks_too(browser, card, ahead) -> None:
    place = f"/applications/{card.id}/feedback"
    page = browser.get(f"{place}/new").text
    assert question(browser, ahead) in page
    sent = form_of(page, place) | {"words": "Another was stronger."}

    browser.post(place, data=sent | {"key": "advice"})
    assert outcome(ahead) is None

    browser.post(place, data=sent | {"said_no": "y", "key": "no"})
    assert outcome(ahead) == "cancelled"


def test_a_cancelled_interview_is_neither_prepared_nor_reviewed(browser, card, build) -> None:
    for days in (-2, 1):
        build.interview(card, starts_at=now() + timedelta(days=days), outcome="cancelled")

    page = browser.get(f"/applications/{card.id}").text

    assert "Prepare" not in page
    assert "How did it go?" not in page


def test_a_coach_and_the_calendar_see_it_off(browser, card, ahead, build) -> None:
    _, token = build.link(browser.user)
    assert "Interviews coming" in browser.get(f"/s/{token}").text

    browser.post(f"/applications/{card.id}/rejection", data=said(browser, card))

    page = browser.get(f"/s/{token}").text
    assert "Interviews coming" not in page
    assert "Still ahead" not in page
    entry = browser.get(f"/applications/{card.id}/interviews/{ahead.id}.ics").text
    assert "STATUS:CANCELLED" in entry


def test_a_card_moved_by_hand_hides_it_until_it_is_asked_about(browser, card, ahead, build) -> None:
    _, token = build.link(browser.user)
    sent = {"stage": "rejected", "version": card.version, "key": "move"}
    browser.post(f"/applications/{card.id}/stage", data=sent)

    assert outcome(ahead) is None
    assert COMES not in browser.get("/today").text
    assert "Interviews coming" not in browser.get(f"/s/{token}").text
    assert question(browser, ahead) in browser.get(f"/applications/{card.id}/rejection").text


def test_one_that_was_cancelled_is_no_entry_of_an_agencys_log(browser, card, build) -> None:
    with_one = build.application(browser.user, role="Cook")
    build.interview(with_one, starts_at=now() - timedelta(hours=1))
    build.interview(card, starts_at=now() - timedelta(hours=1), outcome="cancelled")

    every, names = DateRange(), Redaction(None, None)
    moment = as_of(now(), browser.user.zone, SILENT_FOR)
    desk = RecordReader(db.session(), browser.user, Selection(), every, names, moment)
    entries = read_entries(desk, now())

    assert [each.position for each in entries if each.kind == "interview"] == ["Cook"]
