"""What comes back on an ask for advice: their advice, or that they would rather not say."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from tests.browser import Browser
from tests.sent import form_of, undo_of
from tests.stored import fresh
from tracker.clock import now
from tracker.extensions import db
from tracker.models import Application, Attempt, Feedback, Note, Rejection

READ, KEEP = "/mail/read", "/mail/records"
SUBJECT = "Re: Asking your advice on my application: Clerk"
ADVICE = """Hi Robin,

Thank you for your email. You interviewed well and your references were very good. To be honest, the
other person had more front of house experience. My advice: mention your volunteering.

All the best,
Graeme"""
REFUSAL = """Hi Robin, I'm afraid we can't give individual feedback, it's our policy. Good luck!

Graeme"""


@pytest.fixture
def card(browser: Browser, build) -> Application:
    card = build.application(browser.user, company="Yarra Theatre", role="Clerk", stage="rejected")
    build.rejection(card)
    contact = build.contact(browser.user, name="Graeme Iyer", email="graeme@yarra.example")
    build.part(card, contact)
    today = now().date()
    build.attempt(
        card,
        channel="email",
        result="sent",
        contact_id=contact.id,
        on=today - timedelta(days=3),
        follow_up_on=today + timedelta(days=9),
        subject="Asking your advice on my application: Clerk",
    )
    return card


def read(browser: Browser, words: str, subject: str = SUBJECT, sender: str = "graeme") -> str:
    text = f"From: Graeme Iyer <{sender}@yarra.example>\nSubject: {subject}\n\n{words}"
    return browser.post(READ, data={"text": text}, follow_redirects=True).text


def rows(model):
    db.session.rollback()
    return db.session.scalars(select(model)).all()


@pytest.mark.parametrize("subject", [SUBJECT, "Re: A quick question"])
def test_advice_is_their_feedback_whatever_else_it_says(
    browser: Browser, card: Application, subject: str
) -> None:
    page = read(browser, ADVICE, subject)
    assert "<h1>This reads as their feedback</h1>" in page
    assert "Nothing to do" not in page

    browser.post(KEEP, data=form_of(page, KEEP))

    assert fresh(card).stage == "feedback_received"
    assert len(rows(Feedback)) == 1


def test_a_colleague_who_answers_our_subject_is_known_by_it_and_so_is_the_application(
    browser: Browser, build, card: Application
) -> None:
    build.application(browser.user, company="Yarra Theatre", role="Usher", stage="applied")
    page = read(browser, ADVICE, sender="someone")
    assert "<h1>This reads as their feedback</h1>" in page
    assert form_of(page, KEEP)["about"] == str(card.id)


@pytest.mark.both_databases
def test_a_refusal_is_no_second_no_and_ends_the_waiting(
    browser: Browser, card: Application
) -> None:
    page = read(browser, REFUSAL)
    assert "<h1>They would rather not say</h1>" in page
    assert "hard to hear" not in page

    answer = browser.post(KEEP, data=form_of(page, KEEP))

    assert answer.location.startswith(f"/applications/{card.id}/ask")
    assert [each.result for each in rows(Attempt)] == ["declined"]
    assert [each.follow_up_on for each in rows(Attempt)] == [None]
    assert REFUSAL in rows(Note)[0].body
    assert len(rows(Rejection)) == 1
    shown = browser.get(answer.location).text
    assert "You asked, and that counts." in shown
    assert "Did they answer?" not in browser.get(f"/applications/{card.id}").text

    browser.post(undo_of(shown))
    assert [each.result for each in rows(Attempt)] == ["sent"]
    assert isinstance(rows(Attempt)[0].follow_up_on, date)
    assert rows(Note) == []


def test_a_refusal_of_an_ask_that_was_not_noted_is_noted_with_it(browser: Browser, build) -> None:
    card = build.application(browser.user, company="Yarra Theatre", role="Clerk", stage="rejected")
    build.rejection(card)

    answer = browser.post(KEEP, data=form_of(read(browser, REFUSAL), KEEP))
    assert [each.result for each in rows(Attempt)] == ["declined"]

    browser.post(undo_of(browser.get(answer.location).text))
    assert (rows(Attempt), rows(Note)) == ([], [])


def test_whoever_was_asked_may_still_invite_or_make_an_offer(
    browser: Browser, card: Application
) -> None:
    on = now() + timedelta(days=8)
    words = (
        "Hi Robin,\n\nGood news: another role came up and we would like to invite you to an "
        f"interview on {on.day} {on:%B %Y} at 10:00 am.\n\nGraeme"
    )
    assert "This reads as an invitation" in read(browser, words)
    offer = "Hi Robin,\n\nWe are delighted to offer you the position of Clerk.\n\nGraeme"
    assert "This reads as an offer" in read(browser, offer)


def test_advice_in_a_reply_about_one_that_is_over_is_no_receipt(browser: Browser, build) -> None:
    card = build.application(browser.user, company="Yarra Theatre", role="Clerk", stage="rejected")
    build.rejection(card)
    words = (
        "Hi Robin,\n\nThanks for your note, and sorry for the slow reply. Your answers were "
        "thoughtful, but they were long. Try to start with the result.\n\nGraeme\nYarra Theatre"
    )
    page = read(browser, words, "Re: A quick question", sender="someone")
    assert "<h1>This reads as their feedback</h1>" in page
