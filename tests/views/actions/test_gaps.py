"""Words to send that are not whole: what is to be filled in is seen before the mail app opens."""

import re
from datetime import timedelta
from html import unescape

import pytest
from sqlalchemy import select

from tests.browser import Browser
from tests.sent import form_of
from tests.views.mail.test_told_as import KEEP, card, read
from tracker.clock import now
from tracker.extensions import db
from tracker.models import Action

__all__ = ["card"]


def page_of(browser: Browser, asks: str, sender: str = "") -> str:
    form = form_of(read(browser, asks), KEEP)
    browser.post(KEEP, data=form | ({"address": sender} if sender else {}))
    action = db.session.scalars(select(Action)).one()
    return unescape(browser.get(f"/actions/{action.id}").text)


@pytest.mark.parametrize(
    ("asks", "first", "words"),
    [
        (
            "Please send us a copy of your driver licence or passport.",
            "Fill in the gap first",
            "I have attached [my driver licence / my passport].",
        ),
        (
            "Please send us a copy of your driver licence or passport and your tax file number.",
            "Fill in the 2 gaps first",
            "My tax file number is: …",
        ),
        ("Please tell us your notice period.", "Fill in the gap first", "My notice period is: …"),
    ],
)
def test_gaps_are_filled_in_before_the_mail_app_opens(
    browser: Browser, card, asks: str, first: str, words: str
) -> None:
    page = page_of(browser, asks)

    assert f'<a class="button main full" href="#words">{first}</a>' in page
    assert '<details class="fold" id="words" open>' in page
    assert words in page
    assert len(re.findall(r'data-mail href="mailto:', page)) == 1
    assert 'class="button main full" data-mail' not in page


def test_words_that_are_whole_go_to_the_mail_app_at_once(browser: Browser, card) -> None:
    page = page_of(browser, "Could you send us two references, please?")

    assert 'class="button main full" data-mail href="mailto:' in page
    assert "first</a>" not in page


FORM = "Please complete the online availability form: https://apply.banksia.example/forms/1."


@pytest.mark.parametrize(
    ("asks", "sender", "offers"),
    [
        (FORM, "", True),
        (f"{FORM} Please do not reply to this email address.", "", False),
        (f"{FORM} This mailbox is not monitored.", "", False),
        (f"{FORM} Replies to this message are not read.", "", False),
        (f"{FORM} Bitte antworten Sie nicht auf diese E-Mail.", "", False),
        (FORM, "no-reply@banksia.example", False),
        (FORM, "donotreply@banksia.example", False),
        (f"{FORM} If anything is unclear, just reply to this email.", "", True),
    ],
)
def test_whoever_reads_no_answer_is_offered_no_words(
    browser: Browser, card, asks: str, sender: str, offers: bool
) -> None:
    page = page_of(browser, asks, sender)

    assert ">Open the form</a>" in page
    assert ("The words to send" in page) is offers
    assert ("I have filled in the form." in page) is offers


@pytest.mark.parametrize(
    ("asks", "words"),
    [
        (
            "As the next step please complete a short written exercise at home; the brief is "
            "attached. Please send your answers back to me as a PDF file by 5 pm on {on}.",
            "Thank you for your email. I have attached my answers.",
        ),
        (
            "Please complete the attached case study and email me your response by {on}.",
            "I have attached my answers.",
        ),
    ],
)
def test_the_answers_to_a_test_are_attached_to_words_that_are_seen_first(
    browser: Browser, card, asks: str, words: str
) -> None:
    on = (now() + timedelta(days=6)).date()
    page = page_of(browser, asks.format(on=f"{on:%A} {on.day} {on:%B}"))

    assert words in page
    assert '<details class="fold" open>' in page
    assert 'class="button soft full" data-mail href="mailto:' in page
    assert re.search(r'class="main full" form="done">Done<', page)
