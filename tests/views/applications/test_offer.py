"""An offer: kept, answered, and the answer taken back."""

from datetime import date, timedelta

import pytest

from tests.browser import Browser
from tests.sent import form_of, undo_of
from tests.stored import fresh
from tracker.clock import now
from tracker.extensions import db
from tracker.models import Application, Note, Offer
from tracker.values.days import day_of
from tracker.values.formatting import full_day


@pytest.fixture
def card(browser: Browser, build) -> Application:
    return build.application(browser.user, stage="interview")


def place(card: Application) -> str:
    return f"/applications/{card.id}/offer"


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


@pytest.mark.both_databases
def test_a_further_offer_leaves_the_first_as_it_was(browser, card) -> None:
    offered(browser, card, pay_text="$65k", received_on="2026-03-02")
    rounds = f"{place(card)}/rounds"
    sent = form_of(browser.get(f"{rounds}/new").text, rounds)
    sent |= {"received_on": "2026-03-09", "pay_text": "$70k", "answer_by": "2026-03-16"}

    for _ in range(2):
        assert browser.post(rounds, data=sent).status_code == 303

    latest, first = db.session.scalars(Offer.of(card.id)).all()
    assert (first.pay_text, first.decision) == ("$65k", "countered")
    assert (latest.pay_text, latest.decision) == ("$70k", None)
    kept = fresh(card)
    assert (kept.offer_received_on, kept.offer_answer_by) == (date(2026, 3, 2), date(2026, 3, 16))
    assert kept.offer_open
    page = browser.get(place(card)).text
    assert page.index("$70k") < page.index("$65k")
    story = browser.get(f"/applications/{card.id}").text
    assert "$70k" in story and "$65k" in story


def test_an_earlier_round_can_be_corrected_and_stays_earlier(browser, card) -> None:
    offered(browser, card, pay_text="$65k")
    rounds = f"{place(card)}/rounds"
    browser.post(rounds, data={"received_on": "2026-03-09", "pay_text": "$70k", "key": "r"})
    latest, first = db.session.scalars(Offer.of(card.id)).all()

    assert browser.get(f"{place(card)}/{latest.id}").headers["Location"].endswith("/offer")
    one = f"{place(card)}/{first.id}"
    sent = form_of(browser.get(one).text, one)
    assert browser.post(one, data=sent | {"received_on": ""}).status_code == 422
    assert browser.post(one, data=sent | {"pay_text": "$66k"}).status_code == 303

    db.session.expire_all()
    assert [each.pay_text for each in db.session.scalars(Offer.of(card.id))] == ["$70k", "$66k"]


def test_taking_the_latest_away_leaves_the_one_before_open(browser, card) -> None:
    offered(browser, card, pay_text="$65k")
    browser.post(f"{place(card)}/rounds", data={"received_on": "2026-03-09", "key": "r"})

    browser.post(f"{place(card)}/removal")

    assert fresh(card).offer_open
    assert "$65k" in browser.get(place(card)).text


def test_the_day_to_answer_by_stands_where_one_looks(browser, card, build) -> None:
    _, token = build.link(browser.user)
    by = day_of(now(), browser.user.zone) + timedelta(days=4)
    offered(browser, card, answer_by=f"{by}")
    words = full_day(by)

    for page in ("/today", f"/applications/{card.id}", place(card)):
        assert words in browser.get(page).text, page
    assert words in browser.get(f"/s/{token}/applications/{card.id}").text


def test_the_sooner_answer_stands_first_on_today(browser, build) -> None:
    today = day_of(now(), browser.user.zone)
    for role, days in (("Later", 9), ("Sooner", 2)):
        build.application(
            browser.user, role=role, offer_received_on=today,
            offer_answer_by=today + timedelta(days=days),
        )  # fmt: skip

    page = browser.get("/today").text

    assert page.index("Sooner") < page.index("Later")


def test_a_day_that_is_none_is_refused_beside_the_field(browser, card) -> None:
    answer = browser.post(
        place(card), data={"received_on": "2026-03-02", "answer_by": "soon", "note": "65k"}
    )

    assert answer.status_code == 422
    assert form_of(answer.text, place(card))["note"] == "65k"
