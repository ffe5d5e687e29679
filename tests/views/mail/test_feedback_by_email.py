"""An email with their feedback is kept as that, and leads to what can be learnt from it."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from tests.browser import Browser
from tests.sent import form_of, undo_of
from tests.stored import fresh
from tracker.clock import now
from tracker.extensions import db
from tracker.models import Application, Feedback, Interview, MailProposal, Rejection

READ, KEEP = "/mail/read", "/mail/records"
LEARNT = "Your answers stayed general. A concrete example with a result would have helped."
MAIL = f"""From: Hannah Cole <hannah@banksia.example>
Subject: Your feedback
Date: Tue, 24 Nov 2026 22:30:00 +0000

Dear Mia,

Thank you for asking for feedback on the Tester role at Banksia Software. {LEARNT}

Kind regards
Hannah"""
WITH_A_NO = MAIL.replace(LEARNT, f"Unfortunately you were not successful this time. {LEARNT}")


@pytest.fixture
def card(browser: Browser, build) -> Application:
    card = build.application(
        browser.user, company="Banksia Software", role="Tester", stage="rejected"
    )
    build.rejection(card)
    return card


def read(browser: Browser, text: str = MAIL) -> str:
    return browser.post(READ, data={"text": text}, follow_redirects=True).text


def saved() -> Feedback:
    db.session.rollback()
    return db.session.scalars(select(Feedback)).one()


@pytest.mark.both_databases
def test_feedback_is_proposed_with_its_sentences_marked_and_kept_word_for_word(
    browser: Browser, card: Application
) -> None:
    page = read(browser)
    assert "<h1>This reads as their feedback</h1>" in page
    assert "<mark>Your answers stayed general.</mark>" in page
    assert "They said no at the same time" not in page

    answer = browser.post(KEEP, data=form_of(page, KEEP))

    row = saved()
    assert answer.location == f"/feedback/{row.id}/points?from=%2Fmail"
    assert (row.channel, row.received_on, row.giver) == ("email", date(2026, 11, 25), "Hannah Cole")
    assert LEARNT in row.words
    assert fresh(card).stage == "feedback_received"
    assert db.session.scalar(select(MailProposal)) is None
    points = browser.get(answer.location).text
    assert "Saved, and moved to Feedback received." in points
    assert 'href="/mail"' in points

    browser.post(undo_of(points))
    assert fresh(card).stage == "rejected"


def test_feedback_that_moves_no_card_goes_again_with_undo(browser: Browser, build) -> None:
    build.application(
        browser.user, company="Banksia Software", role="Tester", stage="feedback_received"
    )
    answer = browser.post(KEEP, data=form_of(read(browser), KEEP))

    browser.post(undo_of(browser.get(answer.location).text))

    assert db.session.scalars(select(Feedback)).all() == []


def test_whoever_has_that_address_said_it(browser: Browser, build, card: Application) -> None:
    contact = build.contact(browser.user, email="Hannah@Banksia.example")
    build.part(card, contact)

    browser.post(KEEP, data=form_of(read(browser), KEEP))

    assert (saved().contact_id, saved().giver) == (contact.id, "")


def test_a_second_no_with_reasons_is_feedback_where_they_said_no_before(
    browser: Browser, build, card: Application
) -> None:
    assert "This reads as their feedback" in read(browser, WITH_A_NO)

    build.application(browser.user, company="Wattle Works", role="Clerk")
    other = WITH_A_NO.replace("Tester", "Clerk").replace("Banksia Software", "Wattle Works")
    other = other.replace("Thank you for asking for feedback on", "Some feedback on")
    assert "This reads as a no" in read(browser, other.replace("banksia", "wattleworks"))


ASKED = """From: Leila Grant <leila.grant@banksia.example>
Subject: Re: Feedback on my application

Dear Mia,

Thanks for asking. Your cover letter was clear and warm. What was missing for us was hands-on SQL:
the examples you gave were all in Excel.

Please do apply again.

Leila Grant
Banksia Software"""


@pytest.mark.parametrize("subject", ["Re: Feedback on my application", "Your question"])
def test_what_answers_the_ask_is_no_second_no_whichever_application_it_is_about(
    browser: Browser, build, subject: str
) -> None:
    build.application(browser.user, company="Banksia Software", role="Tester")
    build.application(browser.user, company="Banksia Software", role="Clerk", stage="rejected")
    text = ASKED.replace("Re: Feedback on my application", subject)
    if "Feedback" not in subject:
        text = text.replace("Thanks for asking.", "Thanks for asking for feedback.")

    assert "<h1>This reads as their feedback</h1>" in read(browser, text)


def test_feedback_on_an_open_application_asks_whether_it_was_the_no(
    browser: Browser, build
) -> None:
    card = build.application(browser.user, company="Banksia Software", role="Tester")
    form = form_of(read(browser), KEEP)
    assert form["said_no"] == "y"

    browser.post(KEEP, data=form)

    assert fresh(card).stage == "feedback_received"
    assert db.session.scalars(select(Rejection.how)).all() == ["email"]


def test_feedback_between_two_interviews_ends_nothing_unless_it_is_ticked(
    browser: Browser, build
) -> None:
    card = build.application(
        browser.user, company="Banksia Software", role="Tester", stage="interview"
    )
    interview = build.interview(card, starts_at=now() + timedelta(days=3)).id
    form = form_of(read(browser), KEEP)
    assert "said_no" not in form

    browser.post(KEEP, data=form)
    assert fresh(card).stage == "interview"

    other = read(browser, MAIL.replace("general", "short"))
    browser.post(KEEP, data=form_of(other, KEEP) | {"said_no": "y"})
    assert fresh(card).stage == "feedback_received"
    assert db.session.scalars(select(Interview.id).where(Interview.stands())).all() == []
    assert interview


def test_any_email_can_be_said_to_be_feedback_and_keeps_its_words(
    browser: Browser, card: Application
) -> None:
    words = "Hi Mia, about the Tester role at Banksia Software: it was close. Hannah"
    form = form_of(read(browser, words), KEEP)
    assert form["kind"] == "none"

    page = browser.post(READ, data=form | {"as": "feedback"}, follow_redirects=True).text
    assert "<h1>This reads as their feedback</h1>" in page
    browser.post(KEEP, data=form_of(page, KEEP))

    assert saved().words == words


def test_it_is_among_the_emails_and_known_when_it_comes_a_second_time(
    browser: Browser, card: Application
) -> None:
    browser.post(KEEP, data=form_of(read(browser), KEEP))
    number = saved().id

    listed = browser.get("/mail").text
    assert f'href="/mail/feedback/{number}"' in listed
    assert ">Their feedback</b>" in listed
    page = browser.get(f"/mail/feedback/{number}").text
    assert f'href="/feedback/{number}/points?from=%2Fmail%2Ffeedback%2F{number}"' in page
    assert "<mark>Your answers stayed general.</mark>" in page
    again = read(browser)
    assert "You saved this email" in again
    assert f'href="/mail/feedback/{number}"' in again


def test_a_lesson_of_ones_own_and_anothers_feedback_have_no_such_page(
    browser: Browser, sign_in, build, card: Application
) -> None:
    own = build.feedback(card, "I spoke too fast.", channel="own").id
    assert browser.get(f"/mail/feedback/{own}").status_code == 404

    browser.post(KEEP, data=form_of(read(browser), KEEP))
    row = db.session.scalars(select(Feedback.id).where(Feedback.channel == "email")).one()
    assert sign_in(build.user()).get(f"/mail/feedback/{row}").status_code == 404
