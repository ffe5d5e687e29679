"""An email that asks for something: kept as a note, and what it asks for put on the list."""

import re
from datetime import timedelta
from html import unescape

import pytest
from sqlalchemy import select

from tests.browser import Browser
from tests.sent import form_of, undo_of
from tests.views.mail.test_told_as import KEEP, card, day_of_test, read
from tracker.clock import now
from tracker.database import writing
from tracker.extensions import db
from tracker.loop.working_days import working_days_after
from tracker.models import Action, MailProposal, Note, Offer
from tracker.values.days import day_of

__all__ = ["card"]
THANKS = "Thank you for your application."
PAPERS = "Could you send us two references, please?"


def test_it_says_so_and_marks_the_sentence_that_asks(browser: Browser, card) -> None:
    page = read(browser, f"{THANKS} {PAPERS}")
    assert "<h1>They ask for two references</h1>" in page
    assert "Nothing to do" not in page
    assert f"<mark>{PAPERS}</mark>" in page
    assert "Remind me today to send them what they ask for" in page
    assert "They ask for two references</b>" in browser.get("/mail").text
    assert "An email from Banksia Software" in browser.get("/today").text


def test_it_is_kept_as_a_note_with_an_action_by_the_day_that_they_name(browser, card) -> None:
    by = day_of_test(browser)
    asks = f"Could you send us two references by {by:%A} {by.day} {by:%B}?"
    page = read(browser, asks)
    form = form_of(page, KEEP)
    answer = browser.post(KEEP, data=form, follow_redirects=True)
    action = db.session.scalars(select(Action)).one()
    assert (action.what, action.due_on) == (
        "Send Banksia Software what they ask for (two references)",
        by,
    )
    assert "On your list now: send them what they ask for." in answer.text
    waits = browser.get(f"/applications/{action.application_id}").text
    assert "They wait for your answer</h2>" in waits and "You planned an action for" not in waits
    assert f"By {by:%a} {by.day} {by:%b}" in waits.replace("\xa0", " ")
    ahead = f'href="/actions/{action.id}"'
    assert ahead in browser.get("/today").text
    page = browser.get(f"/actions/{action.id}").text
    assert "I have attached two references." in page
    assert "They asked for this by " in page
    assert f"{by:%a} {by.day} {by:%b}" in page.replace("\xa0", " ")
    number = db.session.scalars(select(Note.id)).one()
    assert f"<mark>{asks}</mark>" in browser.get(f"/mail/notes/{number}").text
    browser.post(undo_of(answer.text), data={})
    db.session.rollback()
    assert not db.session.scalars(select(Action)).all()
    assert not db.session.scalars(select(Note)).all()


def test_after_a_cancelled_interview_that_leads_and_a_no_ends_what_they_asked_for(
    browser, build, card
) -> None:
    by = day_of_test(browser)
    asks = f"Could you send us two references by {by:%A} {by.day} {by:%B}?"
    browser.post(KEEP, data=form_of(read(browser, asks), KEEP))
    build.interview(card, starts_at=now() + timedelta(days=9), outcome="cancelled")
    page = browser.get(f"/applications/{card.id}").text
    assert "Interview cancelled</h2>" in page and "They cancelled it today." in page

    browser.post(f"/applications/{card.id}/rejection", data={"how": "email", "key": "k"})
    assert "what they ask for" not in browser.get("/today").text


def test_papers_that_an_offer_wants_are_on_the_list_beside_it_and_go_with_its_undo(
    browser: Browser, card
) -> None:
    by = day_of_test(browser)
    asks = f"Please send us your licence and your bank details by {by:%A} {by.day} {by:%B}."
    page = read(browser, f"We are delighted to offer you the role of Analyst. {asks}")
    assert "<h1>This reads as an offer</h1>" in page
    assert "Remind me to send them what they ask for by" in page

    assert "ask for your answer by" not in page
    saved = browser.post(KEEP, data=form_of(page, KEEP), follow_redirects=True).text
    offer = db.session.scalars(select(Offer)).one()
    assert offer.answer_by is None
    action = db.session.scalars(select(Action)).one()
    assert action.what == "Send Banksia Software what they ask for (licence, bank details)"
    assert (action.due_on, action.application_id) == (by, offer.application_id)
    assert "On your list now: send them what they ask for." in saved
    asked = browser.get(f"/actions/{action.id}").text
    assert "Before you send bank details: call them on a number that you had before" in asked
    assert "I have attached my licence." in asked and f'href="/mail/offers/{offer.id}' in asked
    assert f'href="/actions/{action.id}' in browser.get(f"/mail/offers/{offer.id}").text

    browser.post(undo_of(saved), data={})
    db.session.rollback()
    assert not db.session.scalars(select(Action)).all()
    assert not db.session.scalars(select(Offer)).all()


@pytest.mark.parametrize(
    "words", ["Please sign the contract by Friday and return it.", "Let us know by Friday."]
)
def test_to_answer_an_offer_is_no_action_of_its_own(browser: Browser, card, words: str) -> None:
    page = read(browser, f"We are delighted to offer you the role of Analyst. {words}")
    assert "<h1>This reads as an offer</h1>" in page and "Remind me" not in page
    browser.post(KEEP, data=form_of(page, KEEP))
    assert db.session.scalars(select(Offer)).one()
    assert not db.session.scalars(select(Action)).all()


def test_an_offer_has_its_own_day_and_its_papers_theirs(browser: Browser, card) -> None:
    answer, papers = day_of_test(browser), day_of_test(browser) + timedelta(days=2)
    page = read(
        browser,
        "We are delighted to offer you the role of Analyst. Please let us know by "
        f"{answer:%A} {answer.day} {answer:%B} whether you accept. Please send us your licence by "
        f"{papers:%A} {papers.day} {papers:%B}.",
    )
    browser.post(KEEP, data=form_of(page, KEEP))
    assert db.session.scalars(select(Offer)).one().answer_by == answer
    assert db.session.scalars(select(Action)).one().due_on == papers


def test_without_the_tick_it_is_only_a_note(browser, card) -> None:
    form = form_of(read(browser, PAPERS), KEEP)
    form.pop("duty")
    browser.post(KEEP, data=form)
    assert not db.session.scalars(select(Action)).all()
    assert db.session.scalars(select(Note)).one()


@pytest.mark.parametrize(
    ("words", "what"),
    [
        ("What are your salary expectations?", "Answer Banksia Software (salary)"),
        (
            "Bitte schicken Sie uns Ihre Zeugnisse.",
            "Send Banksia Software what they ask for (certificates)",
        ),
        ("The lift is broken on Monday.", "Answer Banksia Software"),
        (
            "Do you have a manual driver's licence, and when could you start?",
            "Answer Banksia Software",
        ),
    ],
)
def test_what_was_said_to_ask_for_something_is_kept_as_that(browser, card, words, what) -> None:
    form = form_of(read(browser, words), KEEP)
    page = browser.post("/mail/read", data=form | {"as": "request"}, follow_redirects=True).text
    browser.post(KEEP, data=form_of(page, KEEP))
    action = db.session.scalars(select(Action)).one()
    assert (action.what, action.due_on) == (what, day_of(now(), browser.user.zone))


def test_its_ready_words_name_what_is_attached_and_leave_a_line_for_each_question(
    browser, card
) -> None:
    asks = "Könnten Sie uns Ihren Führerschein und zwei Referenzen schicken? "
    asks += "Wie hoch ist Ihre Gehaltsvorstellung und ab wann könnten Sie bei uns anfangen?"
    page = read(browser, asks)
    assert "<h1>They ask for 4 things</h1>" in page
    assert "Two references · " in page
    browser.post(KEEP, data=form_of(page, KEEP))
    action = db.session.scalars(select(Action)).one()
    assert action.what.endswith("(licence, two references, salary, start day)")
    page = browser.get(f"/actions/{action.id}").text
    assert '<h1 dir="auto">Send them what they ask for</h1>' in page
    assert "Two references · " in page
    assert "Im Anhang finden Sie meinen Führerschein und zwei Referenzen." in page
    assert "Meine Gehaltsvorstellung ist: …\nAnfangen könnte ich am: …" in page


def test_where_it_names_something_that_is_not_known_no_list_is_said(browser, card) -> None:
    page = read(browser, "Could you send us your licence? Do you hold a forklift licence?")
    assert "<h1>They ask you for something</h1>" in page


def test_ready_words_answer_questions_line_by_line_and_attach_nothing_then(browser, card) -> None:
    asks = "Two quick questions: do you have a manual driver's licence, and when could you start?"
    browser.post(KEEP, data=form_of(read(browser, asks), KEEP))
    action = db.session.scalars(select(Action)).one()
    page = unescape(browser.get(f"/actions/{action.id}").text)

    assert "Do you have a manual driver's licence? …\nWhen could you start? …" in page
    assert "ttached" not in page


def test_ready_words_greet_whoever_signed_and_name_what_a_list_asks_for(browser, card) -> None:
    asks = (
        "Please send us the following:\n\n1. Your blue card number\n2. Two referees\n\n"
        "Kind regards\nSandra Pool\nHR Coordinator"
    )
    text = f"From: Banksia HR <hr@banksia.example>\nSubject: Tester, Banksia Software\n\n{asks}"
    form = form_of(
        browser.post("/mail/read", data={"text": text}, follow_redirects=True).text, KEEP
    )
    browser.post(KEEP, data=form | {"about": f"{card.id}"})
    action = db.session.scalars(select(Action)).one()
    assert action.what.endswith("(blue card number, two referees)")
    page = browser.get(f"/actions/{action.id}").text

    assert "Hi Sandra," in page
    assert "My blue card number is: …\nMy two referees are: …" in page and "ttached" not in page
    assert ">Email Sandra Pool<" in " ".join(page.split()).replace("> ", ">").replace(" <", "<")


@pytest.mark.parametrize(
    ("asks", "lines"),
    [
        (
            "Please confirm the following:\n1. Your notice period\n2. Your salary expectations",
            "My notice period is: …\nMy salary expectation is: …",
        ),
        (
            "Please reply with your answers to these questions:\n\nWhy do you want to work here?\n"
            "When could you start?",
            "Why do you want to work here? …\nWhen could you start? …",
        ),
    ],
)
def test_a_list_of_questions_is_answered_and_nothing_attached(browser, card, asks, lines) -> None:
    page = read(browser, asks)
    assert "Remind me today to answer" in page
    browser.post(KEEP, data=form_of(page, KEEP))
    action = db.session.scalars(select(Action)).one()
    assert action.what.startswith("Answer Banksia Software")
    page = unescape(browser.get(f"/actions/{action.id}").text)
    assert lines in page
    assert "ttached" not in page


def test_papers_asked_for_after_an_interview_are_never_saved_as_an_offer(
    browser, build, card
) -> None:
    build.interview(card, starts_at=now() - timedelta(days=3))
    by = day_of_test(browser)
    asks = (
        "Before we go further with your application, please send us the following by "
        f"{by:%A} {by.day} {by:%B}:\n\n1. A certified copy of your degree\n"
        "2. Your police check (not older than six months)\n3. The names of two referees\n"
        "4. Proof of your right to work\n\n"
        "Please reply to this email with the documents attached."
    )
    page = read(browser, asks)
    assert "<h1>They ask for 4 things</h1>" in page
    browser.post(KEEP, data=form_of(page, KEEP))
    assert not db.session.scalars(select(Offer)).all()
    assert db.session.scalars(select(Action)).one().due_on == by
    assert "offer" not in browser.get("/today").text.split("<main")[1].split("</main>")[0]


def test_one_that_waits_as_an_offer_from_before_is_shown_as_what_it_is(browser, card) -> None:
    read(browser, "We do a police check for everybody. Please send us your ID and police check.")
    with writing(browser.user) as session:
        row = session.scalars(select(MailProposal)).one()
        row.kind = "offer"
        number = row.id
    assert "<h1>They ask for your ID" in browser.get(f"/mail/proposals/{number}").text
    assert "reads as an offer" not in browser.get("/mail").text


@pytest.mark.parametrize(
    ("asks", "attached"),
    [
        ("Please complete the candidate information form at {} by {}.", ""),
        ("Please fill in our questionnaire by {1}: {0}", ""),
        ("Please complete the form at {} by {}. Could you also send us two references?", "two"),
        ("Bitte füllen Sie bis {1} unser Bewerbungsformular aus: {0}", ""),
    ],
)
@pytest.mark.parametrize("scheme", ["https", "http"])
def test_a_form_is_filled_in_where_it_is_and_nothing_of_it_is_attached(
    browser, card, asks: str, attached: str, scheme: str
) -> None:
    by = day_of_test(browser)
    at = f"{scheme}://forms.banksia.example/c/8841"
    page = read(browser, asks.format(at, f"{by.day}.{by.month}.{by.year}"))
    assert (f'href="{at}"' in page) == (scheme == "https")
    assert "Their form: " in page
    assert ("<h1>They ask you to fill in a form</h1>" in page) == (not attached)
    browser.post(KEEP, data=form_of(page, KEEP))
    action = db.session.scalars(select(Action)).one()
    assert action.what.startswith("Send" if attached else "Fill in the form for Banksia Software")
    page = unescape(browser.get(f"/actions/{action.id}").text)
    assert (f'href="{at}"' in page) == (scheme == "https")
    assert f">{at}</a>" in page or f"Their form: {at}" in page
    assert ("Open the form</a>" in page) == (scheme == "https" and not attached)
    assert "I have filled in the form." in page or "Das Formular habe ich ausgefüllt." in page
    assert "what you asked for" not in page and "Im Anhang" not in page
    assert ("I have attached two references." in page) == bool(attached)


@pytest.mark.parametrize(
    "asks",
    [
        "Please complete the attached form and return it to us.",
        "Bitte füllen Sie den beigefügten Personalbogen aus und schicken Sie ihn zurück.",
    ],
)
def test_a_form_that_came_with_the_email_goes_back_attached(browser, card, asks: str) -> None:
    page = read(browser, asks)
    assert "<h1>They ask you to fill in a form</h1>" in page
    assert "Their form" not in page
    browser.post(KEEP, data=form_of(page, KEEP))
    action = db.session.scalars(select(Action)).one()
    page = unescape(browser.get(f"/actions/{action.id}").text)
    assert (
        "I have attached the form, filled in." in page
        or "Im Anhang finden Sie das ausgefüllte Formular." in page
    )


def test_a_form_wanted_within_business_days_has_a_day_and_their_words_beside_it(
    browser, card
) -> None:
    asks = "You are required to complete the clearance form: https://f.banksia.example/c . "
    page = unescape(read(browser, f"{asks}The form must be submitted within 5 business days."))
    assert "Nothing to do" not in page
    assert "<h1>They ask you to fill in a form</h1>" in page
    assert "(“within 5 business days”)" in page
    browser.post(KEEP, data=form_of(page, KEEP))
    action = db.session.scalars(select(Action)).one()
    user = browser.user
    assert action.due_on == working_days_after(day_of(now(), user.zone), 5, user.country)
    page = unescape(browser.get(f"/actions/{action.id}").text)
    assert "They want it by" in page and "(“within 5 business days”)." in page


def test_the_reminder_of_a_near_day_names_it_besides(browser, card) -> None:
    by = day_of(now(), browser.user.zone) + timedelta(days=1)
    page = read(browser, f"Could you send us two references by {by:%A} {by.day} {by:%B}?")
    said = page.replace("\xa0", " ")
    assert f"send them what they ask for by tomorrow, {by:%a} {by.day} " in said


@pytest.mark.parametrize(
    ("besides", "label"),
    [
        ("Could you also tell us your notice period?", "Open the form"),
        ("Could you also send us two references?", "Email"),
    ],
)
def test_a_form_is_the_main_button_where_nothing_is_to_be_sent_beside_it(
    browser, card, besides: str, label: str
) -> None:
    asks = f"Please complete our form at https://forms.banksia.example/c/8841 . {besides}"
    browser.post(KEEP, data=form_of(read(browser, asks), KEEP))
    action = db.session.scalars(select(Action)).one()
    page = browser.get(f"/actions/{action.id}").text
    button = page.split('class="button main full"')[1].split("</a>")[0]
    assert label in button
    assert "I have filled in the form." in page


def test_a_form_about_something_promises_nothing_else_and_greets_whoever_signed(
    browser, card
) -> None:
    text = (
        "From: Banksia <team@banksia.example>\nSubject: Tester, Banksia Software\n\n"
        "Can you fill out this availability and work rights form when you get a moment? "
        "https://forms.banksia.example/a/77\n\nThanks, Meg"
    )
    page = browser.post("/mail/read", data={"text": text}, follow_redirects=True).text
    assert "<h1>They ask you to fill in a form</h1>" in page
    browser.post(KEEP, data=form_of(page, KEEP) | {"about": f"{card.id}"})
    action = db.session.scalars(select(Action)).one()
    page = browser.get(f"/actions/{action.id}").text
    assert "Hi Meg," in page
    assert "I have filled in the form." in page and "ttached" not in page


OFFER_OF_THREE = (
    "We are delighted to offer you the role of Analyst.\n\nBefore we write the contract please send"
    " us:\n- a copy of your passport\n- your tax file number declaration\n- your police check\n\n"
    "Please let us know by {:%A} {} {:%B} whether you accept."
)


def test_the_day_to_answer_an_offer_is_none_by_which_its_papers_are_wanted(browser, card) -> None:
    answer = day_of_test(browser)
    page = read(browser, OFFER_OF_THREE.format(answer, answer.day, answer))
    assert "ask for your answer by" in page and "Remind me today to send them" in page
    browser.post(KEEP, data=form_of(page, KEEP))
    assert db.session.scalars(select(Offer)).one().answer_by == answer

    asked = browser.get(f"/actions/{db.session.scalars(select(Action)).one().id}").text
    assert "I have attached my passport" in asked and "They asked for it by" not in asked


def test_a_list_of_papers_in_an_offer_stands_once_and_is_marked_in_its_words(browser, card) -> None:
    answer = day_of_test(browser)
    page = read(browser, OFFER_OF_THREE.format(answer, answer.day, answer))
    assert page.count("Passport · Tax file number declaration · Police check") == 1
    assert "They also ask for" not in page
    marked = re.findall(r"<mark>([^<]*)</mark>", page)
    assert [each[:13] for each in marked] == ["We are deligh", "Before we wri"]
    assert marked[1].endswith("- your police check")


def test_an_offer_keeps_who_wrote_it_and_about_what(browser: Browser, card) -> None:
    words = "We are delighted to offer you the role of Analyst. Please send us your licence."
    page = read(browser, words, "Your start with us")
    saved = browser.post(KEEP, data=form_of(page, KEEP), follow_redirects=True).text
    offer = db.session.scalars(select(Offer)).one()
    shown = browser.get(f"/mail/offers/{offer.id}").text
    assert "<b>Your start with us</b>" in shown and "Kim Lau" in shown
    assert "From: " not in shown

    asked = browser.get(f"/actions/{db.session.scalars(select(Action)).one().id}").text
    assert "Re: Your start with us</textarea>" in asked and "Email Kim Lau" in asked
    assert "You saved this email" in read(browser, words, "Your start with us")
    assert "Subject: Your start with us" not in saved and "Kim Lau" in saved
    answering = browser.get(f"/applications/{card.id}/offer").text
    assert "by email from <bdi>Kim Lau</bdi>" in answering
    assert "Subject: Your start with us" not in answering.split("<form")[0]


def test_an_offer_says_which_papers_they_want_with_it(browser, card) -> None:
    page = read(
        browser,
        "We would love to have you start on Monday 14 December. Please send me a photo of your "
        "licence and your bank details.",
    )
    assert "<h1>This reads as an offer</h1>" in page
    assert "They also ask for your licence and bank details." in page
