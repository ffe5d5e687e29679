"""An offer: kept, answered, and the answer taken back."""

import re
from datetime import date, timedelta

import pytest

from tests.browser import Browser
from tests.sent import form_of, undo_of
from tests.stored import fresh
from tracker.backup.consistency import untrue_summaries
from tracker.clock import now
from tracker.extensions import db
from tracker.models import Application, Note, Offer
from tracker.values.days import day_of
from tracker.values.formatting import full_day, unbroken, without_this_year
from tracker.views.applications.story.timeline_presenter import UNDATED


@pytest.fixture
def card(browser: Browser, build) -> Application:
    return build.application(browser.user, stage="interview")


def place(card: Application) -> str:
    return f"/applications/{card.id}/offer"


def rounds(card: Application):
    return Offer.of(card.id)


def offered(browser: Browser, card: Application, **more: str) -> None:
    sent = form_of(browser.get(place(card)).text, place(card))
    sent |= {"received_on": "2026-03-02", "note": "65k, start in May"} | more
    assert browser.post(place(card), data=sent).status_code == 303


def test_offer_on_anothers_application_is_not_found(browser, sign_in, build) -> None:
    theirs = build.application(sign_in().user)

    for address in (place(theirs), f"{place(theirs)}/answer/reversal", f"{place(theirs)}/removal"):
        assert browser.post(address, data={"received_on": "2026-03-02"}).status_code == 404
    assert fresh(theirs).offer_received_on is None


def test_offer_without_a_day_is_an_offer(browser, card, build) -> None:
    _, token = build.link(browser.user)
    offered(browser, card, received_on="")

    kept = fresh(card)
    assert (kept.offer_open, kept.pinned, kept.had_offer) == (True, True, True)
    assert kept.offer_received_on is None
    page = browser.get(f"/applications/{card.id}").text
    assert "Answer the offer" in page and "Waiting for your answer" in page
    assert "They made an offer" in page and UNDATED in page
    assert ">They made an offer</a>" not in page
    assert "Day not known" in browser.get(place(card)).text
    assert "Answer the offer" in browser.get("/today").text
    assert 'class="flag due offer"' in browser.get("/board").text
    told = browser.get(f"/s/{token}").text
    assert "An offer to answer" in told
    assert "Offer to answer 1" in told.replace("\N{NO-BREAK SPACE}", " ")
    assert untrue_summaries(db.session(), now()) == []


def test_the_day_of_an_offer_can_be_taken_away_again(browser, card) -> None:
    offered(browser, card)
    assert "Leave it empty" in browser.get(place(card)).text
    sent = form_of(browser.get(place(card)).text, place(card)) | {"received_on": ""}

    assert browser.post(place(card), data=sent).status_code == 303
    assert (fresh(card).offer_received_on, fresh(card).offer_open) == (None, True)


def test_an_undated_offer_whose_answer_is_taken_back_waits_again(browser, card) -> None:
    offered(browser, card, received_on="", note="", answer="accept")
    browser.post(undo_of(browser.get(f"/applications/{card.id}").text), data={"key": "u"})

    assert (fresh(card).offer_open, fresh(card).live) == (True, True)
    browser.post(f"/applications/{card.id}/archival", data={"outcome": "offer_declined"})
    browser.post(f"/applications/{card.id}/archival/reversal")
    assert fresh(card).offer_open


def test_what_only_an_outcome_told_of_was_none_once_that_is_taken_back(browser, card) -> None:
    browser.post(f"/applications/{card.id}/archival", data={"outcome": "offer_accepted"})
    assert fresh(card).had_offer
    browser.post(f"/applications/{card.id}/archival/reversal")

    assert (fresh(card).had_offer, fresh(card).offer_open) == (False, False)


def test_an_open_offer_is_pinned_and_the_one_next_step_until_it_is_answered(browser, card) -> None:
    """Its facts and both answers stand before the form; each answer is taken back by Undo."""
    before = card.version
    offered(browser, card, note="**65k** <i>gross</i>\n\nstart in May")
    kept = fresh(card)
    assert kept.pinned
    assert kept.version > before
    assert answer_of(card) == (None, None)
    page = browser.get(f"/applications/{card.id}").text
    assert "Answer the offer" in page
    assert "start in May" in page
    page = browser.get(place(card)).text
    assert "<strong>65k</strong> &lt;i&gt;gross" in page
    assert page.index("<strong>65k") < page.index('value="accept"') < page.index("<details")
    assert page.index("<details") < page.index("</textarea>")
    assert page.count('value="accept"') == 1

    form = page.partition('value="accept"')[0].rpartition("<form")[2]
    assert "<button" in form, "a browser presses the first, and this one says no answer"
    assert 'name="answer"' not in form.rpartition("<button")[0]
    for _ in range(2):
        assert browser.post(place(card), data=form_of(page, place(card))).status_code == 303
    assert fresh(card).offer_open, "nor does Enter in the field of the day"

    for answer, decision, outcome in (
        ("accept", "accepted", "offer_accepted"),
        ("decline", "declined", "offer_declined"),
        ("keep", "declined", None),
    ):
        sent = form_of(browser.get(place(card)).text, place(card))
        browser.post(place(card), data=sent | {"answer": answer})
        kept = fresh(card)
        assert (kept.offer_decision, kept.outcome, kept.pinned) == (decision, outcome, False)
        assert kept.live is (outcome is None)
        page = browser.get(f"/applications/{card.id}").text
        assert ("Congratulations" in page) is (answer == "accept")

        browser.post(undo_of(page), data={"key": answer})
        kept = fresh(card)
        assert (kept.offer_open, kept.pinned, kept.live) == (True, True, True), answer


def test_what_is_no_answer_or_no_day_is_refused_beside_the_field(browser, card) -> None:
    for odd in ({"answer": "haggle"}, {"answer_by": "soon"}):
        sent = {"received_on": "2026-03-02", "note": "65k"} | odd
        answer = browser.post(place(card), data=sent)

        assert answer.status_code == 422, odd
        assert form_of(answer.text, place(card))["note"] == "65k"
        assert fresh(card).offer_received_on is None


def test_an_answer_that_only_an_outcome_told_is_taken_back_and_the_offer_waits(
    browser, card
) -> None:
    browser.post(f"/applications/{card.id}/archival", data={"outcome": "offer_accepted"})
    assert "You accepted it." in browser.get(place(card)).text
    browser.post(f"{place(card)}/answer/reversal")

    assert (fresh(card).offer_open, fresh(card).live) == (True, True)
    assert "Answer the offer" in browser.get(f"/applications/{card.id}").text


def answer_of(card: Application) -> tuple[str | None, date | None]:
    db.session.expire_all()
    row = db.session.scalars(Offer.of(card.id)).first()
    return row.decision, row.decided_on


def test_the_day_of_an_answer_is_today_unless_another_is_said(browser, card) -> None:
    today = day_of(now(), browser.user.zone)
    offered(browser, card, received_on=f"{today - timedelta(days=9)}")
    sent = form_of(browser.get(place(card)).text, place(card))
    assert sent["decided_on"] == f"{today}"

    browser.post(place(card), data=sent | {"answer": "accept"})
    assert answer_of(card)[1] == today

    browser.post(f"{place(card)}/answer/reversal")
    assert answer_of(card) == (None, None)
    day = today - timedelta(days=2)
    sent = form_of(browser.get(place(card)).text, place(card))
    browser.post(place(card), data=sent | {"answer": "decline", "decided_on": f"{day}"})
    assert answer_of(card)[1] == day
    story = browser.get(f"/applications/{card.id}").text
    assert story.index("their offer") < story.index("They made an offer")


def test_the_day_of_an_answer_may_not_be_known_and_can_be_told_later(browser, card) -> None:
    offered(browser, card)
    sent = form_of(browser.get(place(card)).text, place(card))
    browser.post(place(card), data=sent | {"answer": "accept", "decided_on": ""})
    assert answer_of(card) == ("accepted", None)

    sent = form_of(browser.get(place(card)).text, place(card))
    browser.post(place(card), data=sent | {"decided_on": "2026-03-05"})
    assert answer_of(card) == ("accepted", date(2026, 3, 5))
    assert "answered Thu 5 Mar" in browser.get(place(card)).text


def test_a_day_of_an_answer_that_can_hardly_be_right_is_asked_about(browser, card) -> None:
    today = day_of(now(), browser.user.zone)
    offered(browser, card, received_on=f"{today - timedelta(days=9)}")
    sent = form_of(browser.get(place(card)).text, place(card))
    for days, words in ((-10, "before their offer came"), (3, "still ahead")):
        day = f"{today + timedelta(days=days)}"
        sent |= {"answer": "decline", "decided_on": day}

        answer = browser.post(place(card), data=sent)

        assert answer.status_code == 422
        assert words in answer.text and "Yes, that is right" in answer.text
        assert form_of(answer.text, place(card))["decided_on"] == day
        assert fresh(card).offer_open
    sure = sent | {"sure": f"decided_on:{day}"}
    assert browser.post(place(card), data=sure).status_code == 303
    assert answer_of(card) == ("declined", date.fromisoformat(day))


def test_an_offer_moved_past_its_answer_is_asked_about(browser, card) -> None:
    offered(browser, card)
    sent = form_of(browser.get(place(card)).text, place(card))
    browser.post(place(card), data=sent | {"answer": "keep", "decided_on": "2026-03-05"})
    sent = form_of(browser.get(place(card)).text, place(card))

    assert browser.post(place(card), data=sent | {"note": "x"}).status_code == 303
    answer = browser.post(place(card), data=sent | {"received_on": "2026-03-09"})
    assert answer.status_code == 422
    assert "before their offer came" in answer.text


def test_the_only_offer_goes_and_its_words_stay_as_a_note_until_undo(browser, card) -> None:
    offered(browser, card)

    browser.post(f"{place(card)}/removal")

    assert fresh(card).offer_received_on is None
    assert not fresh(card).pinned
    assert [note.body for note in db.session.scalars(Note.of(card))] == ["65k, start in May"]
    browser.post(undo_of(browser.get(f"/applications/{card.id}").text), data={"key": "u"})
    assert fresh(card).offer_open
    assert db.session.scalars(Note.of(card)).all() == []


def test_an_offer_that_was_taken_away_comes_back_as_it_was(browser, card) -> None:
    offered(browser, card, pay_text="$65k")
    browser.post(f"{place(card)}/rounds", data={"received_on": "", "pay_text": "$70k", "key": "r"})
    before = [(each.id, each.pay_text, each.decision) for each in db.session.scalars(rounds(card))]
    browser.post(f"{place(card)}/removal", data={"key": "gone"})
    assert db.session.scalar(rounds(card).limit(1)).pay_text == "$65k"
    assert fresh(card).offer_open
    undo = undo_of(browser.get(f"/applications/{card.id}").text)

    browser.post(undo, data={"key": "back"})

    db.session.expire_all()
    after = [(each.id, each.pay_text, each.decision) for each in db.session.scalars(rounds(card))]
    assert after == before
    assert db.session.scalars(Note.of(card)).all() == []
    assert untrue_summaries(db.session(), now()) == []


def test_of_no_offer_none_is_taken_away(browser, card) -> None:
    assert browser.post(f"{place(card)}/removal", data={"key": "k"}).status_code == 404


def test_answer_alone_keeps_every_word_of_the_offer(browser, card) -> None:
    note = '65k "gross" & more\n\nstart <in> May\n'
    offered(browser, card, note=note)
    sent = form_of(browser.get(place(card)).text, place(card))
    before = fresh(card).offer_note
    browser.post(place(card), data=sent | {"answer": "decline"})

    assert (fresh(card).offer_note, fresh(card).offer_decision) == (before, "declined")
    assert '65k "gross" &amp; more' not in before and '65k "gross" & more' in before


def test_offer_that_changed_on_another_device_is_not_accepted_unseen(browser, card) -> None:
    offered(browser, card)
    sent = form_of(browser.get(place(card)).text, place(card))
    browser.post(place(card), data=sent | {"note": "Only 50k after all"})
    answer = browser.post(place(card), data=sent | {"answer": "accept"})

    assert answer.status_code == 409
    assert "Only 50k after all" in answer.text
    assert fresh(card).offer_decision is None


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
    assert browser.post(one, data=sent | {"pay_text": "$66k"}).status_code == 303

    db.session.expire_all()
    assert [each.pay_text for each in db.session.scalars(Offer.of(card.id))] == ["$70k", "$66k"]


def test_the_day_to_answer_by_stands_where_one_looks(browser, card, build) -> None:
    _, token = build.link(browser.user)
    today = day_of(now(), browser.user.zone)
    by = today + timedelta(days=4)
    offered(browser, card, answer_by=f"{by}")
    words = full_day(by).rpartition(" ")[0]  # the year only where it is another

    for page in (f"/applications/{card.id}", place(card)):
        assert words in browser.get(page).text, page
    assert unbroken(f"Answer by {without_this_year(words, today)}.") in browser.get("/today").text
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


def test_an_offer_says_by_when_to_answer_and_whom_to_tell(browser, card, build) -> None:
    build.part(card, build.contact(browser.user, name="Noor Faleolo", email="noor@example.org"))
    by = day_of(now(), browser.user.zone) + timedelta(days=8)
    offered(browser, card, answer_by=f"{by}")

    when = without_this_year(full_day(by), day_of(now(), browser.user.zone))
    page = browser.get(place(card)).text
    assert re.search(rf"<h2>Answer by {when}</h2>", page)
    tell = page.partition("Tell them yourself")[2]
    assert "Noor Faleolo" in tell and 'href="mailto:noor@example.org"' in tell
    assert page.index("Decline and archive") < page.index(">They made another offer</a>")

    shown = browser.get(f"/applications/{card.id}").text
    assert '<h2 id="next">They made an offer</h2>' in shown
    assert f"<p>Answer by {when}.</p>" in shown
    ways = re.findall(r">(Add interview|Another offer|They [a-z ]+)</a>", shown)
    assert (ways[-2], ways[-1]) == ("Another offer", "They said no")


def test_an_offer_without_a_day_to_answer_by_says_that_one_can_ask_for_it(browser, card) -> None:
    offered(browser, card)

    page = browser.get(place(card)).text

    assert "<h2>Your answer is open</h2>" in page
    assert "they named no day to answer by" in page


def test_whoever_signed_the_offer_is_the_first_to_be_told(browser, build) -> None:
    card = build.application(browser.user, stage="interview")
    for name in ("Abe Larsen", "Priya Raman"):
        person = build.contact(browser.user, name=name, email=f"{name[:4].strip()}@firm.example")
        build.part(card, person)
    note = "By email\n\nAbe Larsen and I would like to offer you the role.\n\nPriya Raman"
    build.offer(card, note=note)

    page = browser.get(f"/applications/{card.id}/offer").text
    told = page.split('id="tell-head"')[1]
    assert told.index("Priya Raman") < told.index("Abe Larsen")
