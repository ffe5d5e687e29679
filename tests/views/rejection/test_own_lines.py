"""My lines: one's own, none pushed."""

import pytest

from tests.sent import form_of, undo_of
from tracker.extensions import db
from tracker.models import OwnLine
from tracker.models.undo import Removal
from tracker.views.rejection.own_lines import READY


def lines(user) -> list[str]:
    return [row.text for row in db.session.scalars(OwnLine.of(user.id))]


def test_anothers_line_is_neither_seen_changed_nor_deleted(browser, sign_in, build) -> None:
    other = sign_in()
    row = build.line(other.user, "Their secret line")

    assert "Their secret line" not in browser.get("/lines").text
    assert browser.get(f"/lines/{row.id}").status_code == 404
    assert browser.post(f"/lines/{row.id}", data={"text": "Mine"}).status_code == 404
    assert browser.post(f"/lines/{row.id}/removal").status_code == 404
    assert lines(other.user) == ["Their secret line"]


def test_anothers_deleted_line_cannot_be_brought_back_or_forgotten(browser, sign_in, build) -> None:
    other = sign_in()
    row = build.line(other.user)
    other.post(f"/lines/{row.id}/removal")
    undo = undo_of(other.get("/lines").text)

    assert browser.post(undo, data={"key": "u"}).status_code == 404
    browser.post("/lines/removals/purge")
    assert other.post(undo, data={"key": "u"}).status_code == 303


@pytest.mark.both_databases
def test_undo_of_something_else_is_not_found_here(browser, build) -> None:
    removal = build.removal(build.application(browser.user))

    assert browser.post(f"/lines/removals/{removal.id}/reversal").status_code == 404
    browser.post("/lines/removals/purge")
    assert db.session.get(Removal, removal.id) is not None


def test_line_that_is_empty_or_too_long_is_asked_for_again(browser) -> None:
    for text in ("", "   ", "x" * 501):
        answer = browser.post("/lines", data={"text": text})

        assert answer.status_code == 422, text
        assert form_of(answer.text, "/lines")["text"] == text.strip(), text
        assert '<details class="write" open>' in answer.text, text
        assert lines(browser.user) == [], text


def test_ready_line_is_kept_by_one_tap_and_offered_no_more_and_none_is_kept_unasked(
    browser,
) -> None:
    page = browser.get("/lines").text
    assert all(f'value="{line}">Keep' in page for line in READY) and lines(browser.user) == []

    browser.post("/lines", data=form_of(page, "/lines?ready=1") | {"text": READY[1]})

    assert lines(browser.user) == [READY[1]]
    assert "a good friend" in page and '<details class="write">' in page
    page = browser.get("/lines").text
    assert f'<q dir="auto">{READY[1]}</q>' in page and "a good friend" not in page
    assert f'value="{READY[1]}"' not in page and f'value="{READY[0]}"' in page


def test_own_line_is_shown_when_a_moment_is_taken(browser, build) -> None:
    card = build.application(browser.user, stage="rejected")
    browser.post("/lines", data={"text": "I do hard things slowly.", "key": "k"})
    browser.post("/lines", data={"text": "I do hard things slowly.", "key": "k"})

    assert lines(browser.user) == ["I do hard things slowly."]
    for page in ("check-in", "after"):
        assert "I do hard things slowly." in browser.get(f"/applications/{card.id}/{page}").text


def test_line_is_changed_unless_another_tab_was_faster(browser, build) -> None:
    address = f"/lines/{build.line(browser.user, 'Old').id}"
    first = form_of(browser.get(address).text, address)
    browser.post(address, data=first | {"text": "From the phone"})
    assert lines(browser.user) == ["From the phone"]

    answer = browser.post(address, data=first | {"text": "From the laptop"})

    assert answer.status_code == 409
    assert form_of(answer.text, address)["text"] == "From the laptop"
    assert browser.post(address, data={"text": ""}).status_code == 422
    assert lines(browser.user) == ["From the phone"]


def test_deleted_line_comes_back_by_undo_until_it_is_forgotten(browser, build) -> None:
    row = build.line(browser.user, "Precious")
    browser.post(f"/lines/{row.id}/removal")
    page = browser.get("/lines").text
    assert lines(browser.user) == []
    assert "Precious" not in page

    browser.post(undo_of(page), data={"key": "u"})
    assert lines(browser.user) == ["Precious"]

    row = db.session.scalars(OwnLine.of(browser.user.id)).one()
    browser.post(f"/lines/{row.id}/removal")
    undo = undo_of(browser.get("/lines").text)
    browser.post("/lines/removals/purge")
    assert browser.post(undo, data={"key": "v"}).status_code == 404
    assert "Delete them for good now" not in browser.get("/lines").text


def test_opened_from_settings_it_leads_back_to_settings(browser):
    assert 'href="/lines?from=/settings"' in browser.get("/settings").text
    assert ">Back to </span>Settings</a>" in browser.get("/lines?from=/settings").text
    assert ">Back to </span>Moments</a>" in browser.get("/lines").text
