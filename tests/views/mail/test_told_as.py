"""A row of the list and its page call an email by the same words, and these are what it says."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from tests.browser import Browser
from tests.sent import form_of, undo_of
from tests.stored import fresh
from tracker.clock import now
from tracker.extensions import db
from tracker.models import Action, Application, Interview, Offer, Rejection
from tracker.values.days import day_of

READ, KEEP = "/mail/read", "/mail/records"
ON = date(2026, 12, 8)


@pytest.fixture
def card(browser: Browser, build) -> Application:
    return build.application(
        browser.user, company="Banksia Software", role="Tester", stage="applied"
    )


def day_of_test(browser: Browser) -> date:
    return day_of(now(), browser.user.zone) + timedelta(days=4)


def read(browser: Browser, words: str, subject: str = "Your application as Tester") -> str:
    text = (
        f"From: Kim Lau <kim@banksia.example>\nSubject: {subject}\n\nHi Robin,\n\nabout the Tester "
        f"role at Banksia Software. {words}\n\nKind regards\nKim Lau"
    )
    return browser.post(READ, data={"text": text}, follow_redirects=True).text


@pytest.mark.parametrize(
    ("words", "head", "row"),
    [
        (
            "I have to cancel your interview on 8 December 2026 at 10:00 am, at short notice. I "
            "will be in touch with a new time.",
            "They cancelled the interview",
            "They cancelled the interview",
        ),
        (
            "We need to move your interview to 9 December 2026 at 11:00 am.",
            "They name a new time",
            "They name a new time",
        ),
        (
            "We would like to invite you to an interview on 8 December 2026 at 10:00 am.",
            "This reads as an invitation",
            "Reads as an invitation",
        ),
        (
            "Unfortunately the position has been cancelled due to a change in budget, so we won't "
            "be filling it. It was nothing to do with your application.",
            "They closed the role",
            "They closed the role",
        ),
        (
            "Unfortunately we have chosen another candidate.",
            "This reads as a no",
            "Reads as a no",
        ),
    ],
)
def test_page_and_row_say_the_same(
    browser: Browser, card: Application, words: str, head: str, row: str
) -> None:
    assert f"<h1>{head}</h1>" in read(browser, words)
    assert f">{row}</b>" in browser.get("/mail").text


@pytest.mark.parametrize(
    "words",
    [
        "Please do the online assessment at any time until {day}:\n\n{link}",
        "You're invited to record a one-way video interview. The link expires on {day} at 11:59 pm."
        "\n\nStart here: {link}",
        "Please complete this skills test by {day}, 5 pm: {link}",
        "Bitte bearbeiten Sie unseren Online-Test bis zum {german}: {link}. Vielen Dank.",
    ],
)
def test_a_test_to_do_by_a_day_has_its_day_its_link_and_a_reminder(
    browser: Browser, card: Application, words: str
) -> None:
    by, link = day_of_test(browser), "https://assess.example.com/t/9f3a"
    said = words.format(day=f"{by:%A} {by.day} {by:%B %Y}", german=f"{by:%d.%m.%Y}", link=link)
    page = read(browser, said)
    assert "<h1>This asks you to do a test</h1>" in page
    assert f"Remind me to do it by {by:%a} {by.day} {by:%b}" in page
    assert ">Asks you to do a test</b>" in browser.get("/mail").text

    browser.post(KEEP, data=form_of(page, KEEP))
    row = db.session.scalars(select(Interview)).one()
    action = db.session.scalars(select(Action)).one()
    assert (row.kind, row.on, row.place) == ("assessment", by, link)
    assert action.due_on == by


def test_the_hour_by_which_a_test_is_wanted_stands_with_its_day(
    browser: Browser, card: Application
) -> None:
    by = day_of_test(browser)
    page = read(
        browser,
        f"Please complete this skills test by {by:%A} {by.day} {by:%B}, 5 pm: "
        "https://skills.example.com/1",
    )
    browser.post(KEEP, data=form_of(page, KEEP))
    action = db.session.scalars(select(Action)).one()
    shown = browser.get(f"/actions/{action.id}").text
    assert f"They want it done by {by:%a} {by.day} {by:%b}, 17:00." in shown


def test_an_interview_that_was_cancelled_is_not_offered_again(
    browser: Browser, build, card: Application
) -> None:
    build.interview(card, starts_at=now() + timedelta(days=3))
    at = now() + timedelta(days=3)
    words = (
        f"I have to cancel your interview on {at.day} {at:%B %Y}, at short notice. I will be in "
        "touch next week with a new time."
    )
    page = read(browser, words)
    assert "Mark as cancelled" in page
    browser.post(KEEP, data=form_of(page, KEEP) | {"instead": "y"})

    again = read(browser, words.replace("short notice", "very short notice"))
    assert "<h1>They cancelled the interview</h1>" in again
    assert "Add the interview" not in again


def test_a_role_that_is_closed_says_nothing_about_whoever_applied(
    browser: Browser, card: Application
) -> None:
    page = read(
        browser,
        "Unfortunately the position has been cancelled due to a change in budget, so we won't be "
        "filling it this year.",
    )
    assert "hard to hear" not in page

    answer = browser.post(KEEP, data=form_of(page, KEEP))
    after = browser.get(answer.location).text
    assert "They closed the role." in after
    assert "hard one" not in after
    assert "Most people who apply" not in after
    assert db.session.scalars(select(Rejection.role_cancelled)).all() == [True]

    browser.post(undo_of(after))
    assert fresh(card).stage == "applied"
    assert db.session.scalars(select(Rejection)).all() == []


def test_the_day_by_which_an_offer_wants_an_answer_is_said_and_kept(
    browser: Browser, card: Application
) -> None:
    by = day_of_test(browser)
    page = read(
        browser,
        "We are delighted to offer you the position. Please let us know your decision by "
        f"{by:%A} {by.day} {by:%B}.",
    )
    assert f"ask for your answer by {by:%a} {by.day} {by:%b}." in page

    browser.post(KEEP, data=form_of(page, KEEP))
    assert db.session.scalars(select(Offer.answer_by)).all() == [by]


def test_a_new_time_of_one_that_nobody_noted_is_added_where_it_was(browser, card) -> None:
    on = day_of_test(browser)
    words = f"We need to move your interview to {on:%A} {on.day} {on:%B} at 11 am. Same place."
    page = read(browser, words)

    assert "<h1>They name a new time</h1>" in page
    assert "This moves your interview" not in page
    assert "Same place as before" in page
    assert "Not known yet" not in page
    browser.post(KEEP, data=form_of(page, KEEP))
    db.session.rollback()
    assert db.session.scalars(select(Interview.place)).all() == [""]


def test_a_company_that_the_email_does_not_name_is_asked_for_before_it_is_saved(browser) -> None:
    text = "Von: Anna <anna@gmx.de>\nBetreff: Gespräch\n\nwir laden Sie zum Gespräch ein.\n\nAnna"
    page = browser.post(READ, data={"text": text}, follow_redirects=True).text

    assert page.count("Not named in it: write it here") == 2


def test_a_plan_of_whom_they_will_invite_offers_no_interview(
    browser: Browser, card: Application
) -> None:
    page = read(
        browser,
        "The panel meets on Thursday 10 December to shortlist. Those shortlisted will be invited "
        "to interview on 17 December.",
        "Vacancy 4471",
    )
    assert "<h1>They have your application</h1>" in page
    assert "Add the interview" not in page
