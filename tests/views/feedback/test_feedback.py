"""What they said: kept word for word, and the card moves with it."""

import re

import pytest
from sqlalchemy import func, select

from tests.browser import Browser
from tests.sent import form_of, undo_of
from tests.stored import fresh
from tracker.clock import now
from tracker.extensions import db
from tracker.models import (
    Action,
    Application,
    Feedback,
    FeedbackPoint,
    Rejection,
    StageChange,
    Theme,
)
from tracker.values.days import day_of, days_after

WORDS = "Your examples were too long.\n\nYou came across as warm."


@pytest.fixture
def card(browser: Browser, build) -> Application:
    card = build.application(browser.user, stage="rejected")
    build.rejection(card, on=day_of(now(), browser.user.zone))
    return card


def place(card: Application) -> str:
    return f"/applications/{card.id}/feedback"


def kept(card: Application) -> list[Feedback]:
    db.session.rollback()
    return list(db.session.scalars(Feedback.of(card)))


def test_feedback_on_anothers_application_is_not_found(browser, sign_in, build) -> None:
    theirs = build.application(sign_in().user, stage="rejected")

    assert browser.post(place(theirs), data={"words": "Mine"}).status_code == 404
    assert kept(theirs) == []


def test_the_day_of_their_no_is_no_matter_of_doubt_where_their_feedback_came_with_it(
    browser, build
) -> None:
    """As where somebody adds an application today, and then the email of yesterday."""
    today = day_of(now(), browser.user.zone)
    card = build.application(browser.user, stage="rejected", applied_on=today)
    build.rejection(card, on=days_after(today, -1))

    asked = {"words": WORDS, "received_on": f"{days_after(today, -2)}"}
    assert browser.post(place(card), data=asked).status_code == 422
    known = {"words": WORDS, "received_on": f"{days_after(today, -1)}"}
    assert browser.post(place(card), data=known).status_code == 303


def test_another_persons_contact_named_in_the_body_is_not_found(
    browser, sign_in, build, card
) -> None:
    theirs = build.contact(sign_in().user, name="Secret")

    answer = browser.post(place(card), data={"words": WORDS, "contact_id": theirs.id})

    assert answer.status_code == 404
    assert kept(card) == []


def test_contact_that_is_no_number_of_a_row_is_refused(browser, card) -> None:
    for contact in ("x", "0", "-1", str(2**70)):
        answer = browser.post(place(card), data={"words": WORDS, "contact_id": contact})

        assert answer.status_code in (404, 422), contact
        assert kept(card) == [], contact


def test_empty_words_are_asked_for_and_nothing_moves(browser, card) -> None:
    answer = browser.post(place(card), data={"words": " \n", "giver": "The panel", "key": "k"})

    assert answer.status_code == 422
    assert form_of(answer.text, place(card))["giver"] == "The panel"
    assert fresh(card).stage == "rejected"


def test_words_that_are_too_long_are_refused_and_kept(browser, card, monkeypatch) -> None:
    monkeypatch.setattr("tracker.web.fields.text.LONGEST_WORDS", 2_000)
    words = "Too long. " * 201

    answer = browser.post(place(card), data={"words": words})

    assert answer.status_code == 413
    assert words.rstrip() in answer.text


def test_words_are_kept_verbatim_with_today_as_their_day(browser, build, card) -> None:
    mary = build.contact(browser.user)
    build.part(card, mary)
    sent = form_of(browser.get(f"{place(card)}/new").text, place(card))

    answer = browser.post(
        place(card), data=sent | {"words": WORDS, "contact_id": mary.id, "channel": "call"}
    )

    feedback = kept(card)[0]
    assert answer.headers["Location"] == f"/feedback/{feedback.id}/points"
    assert (feedback.words, feedback.contact_id, feedback.channel) == (WORDS, mary.id, "call")
    assert feedback.received_on == day_of(now(), browser.user.zone)
    assert "Mary O’Connor" in browser.get(f"/feedback/{feedback.id}/points").text


def test_who_how_and_when_are_one_line_as_far_as_they_are_known(browser, build, card) -> None:
    assert '<span dir="auto">Today</span>' in browser.get(f"{place(card)}/new").text
    mary = build.contact(browser.user)
    build.part(card, mary)
    sent = {"channel": "call", "contact_id": mary.id, "received_on": ""}
    refused = browser.post(place(card), data=sent | {"words": " "}).text
    assert re.search(r"<span[^>]*>Mary O’Connor[^<]*, by phone</span>", refused)
    assert '<details class="fold" open>' not in refused

    refused = browser.post(place(card), data=sent | {"words": " ", "received_on": "soon"}).text
    assert '<details class="fold" open>' in refused


def test_card_moves_with_it_and_undo_of_the_move_keeps_the_words(browser, card) -> None:
    browser.post(place(card), data={"words": WORDS})
    assert fresh(card).stage == "feedback_received"
    page = browser.get(f"/applications/{card.id}/points").text
    assert "moved to Feedback received" in page

    browser.post(undo_of(page), data={"key": "u"})

    assert fresh(card).stage == "rejected"
    assert kept(card)[0].words == WORDS


def test_sent_twice_is_one_answer_and_one_move_still_with_its_undo(browser, card) -> None:
    for _ in range(2):
        browser.post(place(card), data={"words": WORDS, "key": "k"})

    moves = select(func.count()).where(
        StageChange.application_id == card.id, StageChange.after == "feedback_received"
    )
    assert len(kept(card)) == 1
    assert db.session.scalar(moves) == 1
    assert undo_of(browser.get(f"/applications/{card.id}").text)


def test_changed_after_it_was_saved_is_asked_about_and_kept(browser, card) -> None:
    browser.post(place(card), data={"words": WORDS, "key": "k"})

    answer = browser.post(place(card), data={"words": WORDS + " More.", "key": "k"})

    assert answer.status_code == 409
    assert f"/feedback/{kept(card)[0].id}" in answer.text
    again = form_of(answer.text, place(card))
    assert (again["words"], again["key"] != "k") == (WORDS + " More.", True)


def test_an_answer_moves_no_card_that_is_further_on_archived_or_between_two_interviews(
    browser, build
) -> None:
    for facts in (
        {"stage": "interview"},
        {"stage": "action_taken"},
        {"stage": "rejected", "archived_at": now(), "outcome": "withdrawn"},
    ):
        card = build.application(browser.user, **facts)
        browser.post(place(card), data={"words": WORDS})

        assert fresh(card).stage == facts["stage"], facts
        assert db.session.scalar(Rejection.of(card)) is None, facts
        assert len(kept(card)) == 1, facts


def test_no_that_came_with_it_is_recorded_too(browser, build) -> None:
    card = build.application(browser.user, stage="interview")
    browser.post(
        place(card),
        data={"words": WORDS, "said_no": "y", "channel": "call", "received_on": "2026-03-02"},
    )

    no = db.session.scalars(Rejection.of(card)).one()
    assert (no.how, f"{no.on}", no.stage_reached) == ("phone", "2026-03-02", "interview")
    assert fresh(card).stage == "feedback_received"
    assert fresh(card).feedback_unread == 1


def test_first_answer_brings_the_themes_to_start_from_once(browser, card) -> None:
    for words in ("One", "Two"):
        browser.post(place(card), data={"words": words})

    slugs = list(db.session.scalars(select(Theme.slug).where(Theme.user_id == browser.user.id)))
    assert "answers.examples" in slugs
    assert len(slugs) == len(set(slugs))


def test_answer_is_changed_and_its_version_grows(browser, build, card) -> None:
    feedback = build.feedback(card, WORDS)
    address = f"/feedback/{feedback.id}"
    sent = form_of(browser.get(address).text, address)

    assert browser.post(address, data=sent | {"giver": "The panel"}).status_code == 303
    assert (kept(card)[0].giver, kept(card)[0].version) == ("The panel", 2)


def test_deleted_answer_comes_back_with_its_points_and_what_answered_them(
    browser, build, card
) -> None:
    feedback = build.feedback(card, WORDS)
    point = build.point(feedback, "Your examples were too long.")
    build.action(browser.user, point, application_id=card.id)
    assert fresh(card).points_open == 0
    browser.post(f"/feedback/{feedback.id}/removal")
    assert kept(card) == []
    assert db.session.scalar(select(func.count(FeedbackPoint.id))) == 0
    assert db.session.scalar(select(func.count(Action.id))) == 1

    undo = undo_of(browser.get(f"/applications/{card.id}").text)
    for _ in range(2):
        assert browser.post(undo, data={"key": "u"}).status_code == 303

    assert kept(card)[0].words == WORDS
    assert (fresh(card).points_open, fresh(card).feedback_unread) == (0, 0)


def test_undo_follows_the_answer_to_a_new_number(browser, build, card) -> None:
    feedback = build.feedback(card, WORDS)
    build.point(feedback, "Your examples were too long.")
    browser.post(f"/feedback/{feedback.id}/removal")
    undo = undo_of(browser.get(f"/applications/{card.id}").text)
    other = build.feedback(build.application(browser.user, role="Baker"), "Other words")

    browser.post(undo, data={"key": "u"})

    back = kept(card)[0]
    points = db.session.scalars(FeedbackPoint.of(back)).all()
    assert [each.quote for each in points] == ["Your examples were too long."]
    assert (
        not db.session.scalars(
            select(FeedbackPoint).where(FeedbackPoint.feedback_id == other.id)
        ).all()
        or back.id == other.id
    )


def test_what_they_said_is_shown_as_text_and_never_as_markup(browser, card) -> None:
    browser.post(place(card), data={"words": "<script>alert(1)</script> was long."})

    page = browser.get(f"/applications/{card.id}/points").text

    assert "<script>alert" not in page
    assert "&lt;script&gt;" in page


def test_whoever_answered_last_and_how_stand_in_the_form_already(browser, build, card) -> None:
    mary = build.contact(browser.user)
    build.part(card, mary, "interviewer")
    today = day_of(now(), browser.user.zone)
    build.attempt(card, on=today, channel="email", contact_id=mary.id, result="answered")
    sent = form_of(browser.get(f"{place(card)}/new").text, place(card))
    assert (sent["contact_id"], sent["channel"]) == (str(mary.id), "email")

    build.attempt(card, on=today, channel="call", result="left_message")
    sent = form_of(browser.get(f"{place(card)}/new").text, place(card))
    assert (sent["contact_id"], sent["channel"]) == ("", "")
