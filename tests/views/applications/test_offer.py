"""An offer: kept, answered, and the answer taken back."""

import pytest

from tests.browser import Browser
from tests.sent import form_of, undo_of
from tracker.extensions import db
from tracker.models import Application, Note


@pytest.fixture
def card(browser: Browser, build) -> Application:
    return build.application(browser.user, stage="interview")


def place(card: Application) -> str:
    return f"/applications/{card.id}/offer"


def fresh(card: Application) -> Application:
    db.session.rollback()
    return db.session.get_one(Application, card.id, populate_existing=True)


def offered(browser: Browser, card: Application, **more: str) -> None:
    sent = form_of(browser.get(place(card)).text, place(card))
    sent |= {"received_on": "2026-03-02", "note": "65k, start in May"} | more
    assert browser.post(place(card), data=sent).status_code == 303


def test_offer_on_anothers_application_is_not_found(browser, sign_in, build) -> None:
    theirs = build.application(sign_in().user)

    for address in (place(theirs), f"{place(theirs)}/answer/reversal", f"{place(theirs)}/removal"):
        assert browser.post(address, data={"received_on": "2026-03-02"}).status_code == 404
    assert fresh(theirs).offer_received_on is None


def test_offer_without_a_day_is_asked_for_again_with_the_text_kept(browser, card) -> None:
    answer = browser.post(place(card), data={"received_on": "", "note": "65k"})

    assert answer.status_code == 422
    assert form_of(answer.text, place(card))["note"] == "65k"
    assert not fresh(card).pinned


def test_unheard_of_answer_is_refused(browser, card) -> None:
    sent = {"received_on": "2026-03-02", "answer": "haggle"}

    assert browser.post(place(card), data=sent).status_code == 422
    assert fresh(card).offer_received_on is None


def test_open_offer_is_pinned_and_the_one_next_step(browser, card) -> None:
    before = card.version
    offered(browser, card)

    assert fresh(card).pinned
    assert fresh(card).version > before
    page = browser.get(f"/applications/{card.id}").text
    assert "Answer the offer" in page
    assert "65k, start in May" in page


def test_accepted_offer_is_put_away_with_warmth(browser, card) -> None:
    offered(browser, card, answer="accept")

    kept = fresh(card)
    assert (kept.offer_decision, kept.outcome, kept.pinned) == ("accepted", "offer_accepted", False)
    assert kept.archived_at is not None
    page = browser.get(f"/applications/{card.id}").text
    assert "Congratulations" in page


@pytest.mark.parametrize(("answer", "away"), [("decline", True), ("keep", False)])
def test_declined_offer_is_put_away_or_kept_on_the_board(
    browser, card, answer: str, away: bool
) -> None:
    offered(browser, card, answer=answer)

    kept = fresh(card)
    assert kept.offer_decision == "declined"
    assert kept.live is not away
    assert kept.outcome == ("offer_declined" if away else None)
    assert not kept.pinned


@pytest.mark.both_databases
@pytest.mark.parametrize("answer", ["accept", "decline", "keep"])
def test_answer_is_taken_back_by_undo(browser, card, answer: str) -> None:
    offered(browser, card, answer=answer)

    browser.post(undo_of(browser.get(f"/applications/{card.id}").text), data={"key": "u"})

    kept = fresh(card)
    assert kept.offer_open
    assert kept.pinned
    assert kept.live


def test_offer_changed_in_two_tabs_shows_both_versions(browser, card) -> None:
    offered(browser, card)
    first = form_of(browser.get(place(card)).text, place(card))
    browser.post(place(card), data=first | {"note": "From the phone"})

    answer = browser.post(place(card), data=first | {"note": "From the laptop", "answer": "accept"})

    assert answer.status_code == 409
    assert "From the phone" in answer.text
    assert form_of(answer.text, place(card))["note"] == "From the laptop"
    assert fresh(card).offer_decision is None


def test_offer_sent_twice_is_no_conflict(browser, card) -> None:
    sent = form_of(browser.get(place(card)).text, place(card)) | {"note": "65k"}

    assert [browser.post(place(card), data=sent).status_code for _ in range(2)] == [303, 303]


@pytest.mark.both_databases
def test_offer_that_was_none_goes_and_its_words_stay_as_a_note(browser, card) -> None:
    offered(browser, card)

    browser.post(f"{place(card)}/removal")

    assert fresh(card).offer_received_on is None
    assert not fresh(card).pinned
    assert [note.body for note in db.session.scalars(Note.of(card))] == ["65k, start in May"]


def test_open_offer_shows_its_facts_and_both_answers_before_the_form(browser, card) -> None:
    offered(browser, card, note="**65k** <i>gross</i>\n\nstart in May")
    page = browser.get(place(card)).text

    assert "<strong>65k</strong> &lt;i&gt;gross" in page
    assert page.index("<strong>65k") < page.index('value="accept"') < page.index("<details")
    assert page.index("<details") < page.index("</textarea>")
    assert page.count('value="accept"') == 1


def test_answer_alone_keeps_every_word_of_the_offer(browser, card) -> None:
    note = '65k "gross" & more\n\nstart <in> May\n'
    offered(browser, card, note=note)
    sent = form_of(browser.get(place(card)).text, place(card))
    before = fresh(card).offer_note
    browser.post(place(card), data=sent | {"answer": "decline"})

    assert (fresh(card).offer_note, fresh(card).offer_decision) == (before, "declined")
    assert '65k "gross" &amp; more' not in before and '65k "gross" & more' in before


@pytest.mark.both_databases
def test_offer_that_changed_on_another_device_is_not_accepted_unseen(browser, card) -> None:
    offered(browser, card)
    sent = form_of(browser.get(place(card)).text, place(card))
    browser.post(place(card), data=sent | {"note": "Only 50k after all"})
    answer = browser.post(place(card), data=sent | {"answer": "accept"})

    assert answer.status_code == 409
    assert "Only 50k after all" in answer.text
    assert fresh(card).offer_decision is None
