"""A test that an email asks for, to be done alone by a day: it is no meeting."""

import re
from datetime import timedelta

import pytest
from sqlalchemy import select

from tests.sent import form_of
from tests.views.mail.test_mail import KEEP, button_of, card, read
from tracker.clock import now
from tracker.extensions import db
from tracker.models import Action, Interview
from tracker.values.days import day_of

__all__ = ["card"]
LINK = "https://tests.example.com/abc"


def test_it_is_said_as_one_with_its_day_and_link_and_the_action_leads_there(browser, card) -> None:
    by = day_of(now(), browser.user.zone) + timedelta(days=4)
    words = f"{by:%a} {by.day} {by:%b}"
    text = (
        "From: Kim Lau <kim@banksia.example>\nSubject: Next step at Banksia Software\n\nHi,\n\nThe "
        f"next step is an online assessment. Please complete it by {by:%A} {by.day} {by:%B} at "
        f"{LINK}. It takes about 40 minutes.\n\nKim Lau\n"
    )

    page = read(browser, text).text
    assert "This asks you to do a test" in page
    assert "like to meet you" not in page
    assert f"Remind me to do it by {words}" in page
    assert "Assessment, 40 min, tests.example.com" in page
    assert button_of(page) == f"Add the test, {words}"

    browser.post(KEEP, data=form_of(page, KEEP))
    row = db.session.scalars(select(Interview)).one()
    action = db.session.scalars(select(Action)).one()
    assert (row.kind, row.on, row.place, row.minutes) == ("assessment", by, LINK, 40)
    assert (action.what, action.due_on) == ("Do the test for Banksia Software", by)

    shown = browser.get(f"/actions/{action.id}").text
    assert re.search(rf'class="button main full" href="{LINK}"[^>]*>Open the test</a>', shown)
    assert f"Test by {words}" in shown
    assert f"They want it done by {words}." in shown
    assert "mailto:" not in shown


@pytest.mark.parametrize(
    ("asks", "days"),
    [
        ("Please complete the assessment at {} within 5 days.", 5),
        ("You are invited to a skills test: {}\n\nThe link expires in 7 days.", 7),
        ("We would like you to do a short skills test at {}\n\nYou have 72 hours.", 3),
    ],
)
def test_one_that_is_open_for_some_days_has_its_day(browser, card, asks: str, days: int) -> None:
    by = day_of(now(), browser.user.zone) + timedelta(days=days)
    text = (
        f"From: Kim <kim@banksia.example>\nSubject: Next step\n\nHi,\n\n{asks.format(LINK)}\n\nKim"
    )

    page = read(browser, text).text
    assert "This asks you to do a test" in page
    assert button_of(page) == f"Add the test, {by:%a} {by.day} {by:%b}"
    browser.post(KEEP, data=form_of(page, KEEP))
    row = db.session.scalars(select(Interview)).one()
    assert (row.kind, row.on, row.place) == ("assessment", by, LINK)
    assert db.session.scalars(select(Action)).one().due_on == by


def test_without_a_link_it_is_done_and_no_letter_confirms_an_appointment(browser, card) -> None:
    by = day_of(now(), browser.user.zone) + timedelta(days=4)
    text = (
        "From: Kim Lau <kim@banksia.example>\nSubject: Your skills test\n\nHi,\n\nThe task is in "
        "the attachment. Please complete the skills test and return your solution no later than "
        f"{by:%A} {by.day} {by:%B}.\n\nKim Lau\n"
    )
    browser.post(KEEP, data=form_of(read(browser, text).text, KEEP))
    action = db.session.scalars(select(Action)).one()
    assert action.what == "Do the test for Banksia Software"

    shown = browser.get(f"/actions/{action.id}").text

    assert '<button class="main full" form="done">Done</button>' in shown
    assert re.search(
        r'class="button soft full" data-mail href="mailto:[^"]*">Email Kim Lau</a>', shown
    )
    assert "I have attached my answers." in shown
    assert "confirm" not in shown
    assert "talking" not in shown


def test_saved_it_is_a_test_on_every_page_and_waits_no_more_once_its_action_is_done(
    browser, card
) -> None:
    by = day_of(now(), browser.user.zone) + timedelta(days=4)
    words, full = f"{by:%a} {by.day} {by:%b}", f"/applications/{card.id}"
    text = (
        "From: Kim Lau <kim@banksia.example>\nSubject: Next step at Banksia Software\n\nHi,\n\nThe "
        f"next step is an online assessment. Please complete it by {by:%A} {by.day} {by:%B} at "
        f"{LINK}. It takes about 40 minutes.\n\nKim Lau\n"
    )
    browser.post(KEEP, data=form_of(read(browser, text).text, KEEP))
    action = db.session.scalars(select(Action)).one()

    page = browser.get(full).text.replace("\xa0", " ")
    assert f"Test by {words}" in page
    assert f"By {words}, 40 min" in page
    assert "Interview ahead" not in page
    assert ">Open the test</a>" in page
    today = browser.get("/today").text
    assert "Test for Banksia Software" in today
    assert f"by {words}" in today
    assert "Interview with" not in today
    assert f"Test by {words}" in browser.get("/mail").text.replace("\xa0", " ")
    assert f"Test by {words}" in browser.get("/board").text.replace("\xa0", " ")
    prepare = browser.get(f"{full}/interviews/coming").text
    assert "Three questions that matter" not in prepare
    assert "Questions for them" not in prepare
    assert "Practise" not in prepare
    assert ">Open the test</a>" in prepare
    assert ">Their email</a>" in prepare

    row = db.session.scalars(select(Interview)).one()
    own = browser.get(f"{full}/interviews/{row.id}").text
    assert "<h1>Test</h1>" in own
    assert "Who will be there" not in own
    assert ">Prepare</a>" not in own
    assert "Delete this test" in own
    assert "Move to tomorrow</button>" in browser.get(f"/actions/{action.id}").text

    browser.post(f"/actions/{action.id}/completion", data={"key": "k"})

    page = browser.get(full).text
    assert "Test ahead" not in page
    assert "Open the test" not in page
    assert "Test for Banksia" not in browser.get("/today").text
