"""The words that are ready for an email that asks for something are those of a person."""

import re
from html import unescape

import pytest
from sqlalchemy import select

from tests.browser import Browser
from tests.sent import form_of
from tests.views.mail.test_told_as import KEEP, card, read
from tracker.extensions import db
from tracker.models import Action

__all__ = ["card"]


def kept_page(browser: Browser, asks: str) -> str:
    """The page of the action that came of it."""
    browser.post(KEEP, data=form_of(read(browser, asks), KEEP))
    action = db.session.scalars(select(Action)).one()
    return unescape(browser.get(f"/actions/{action.id}").text)


@pytest.mark.parametrize(
    ("asks", "words"),
    [
        (
            "Could you send me your driver licence, your last two payslips and the certificate "
            "for your Cert IV?",
            "I have attached my driver licence, two payslips and my certificate.",
        ),
        (
            "Please complete the attached form and return it with a copy of your licence.",
            "I have attached my licence and the form, filled in.",
        ),
        (
            "Please send us:\n- a copy of your visa\n- working holiday history\n- your transcript",
            "I have attached:\n- a copy of my visa\n- working holiday history\n- my transcript",
        ),
        (
            "Please send your CV. Do you hold a forklift licence?",
            "I have attached what you asked for.\n\nDo you hold a forklift licence? …",
        ),
        (
            "Bitte reichen Sie nach:\n- Ihren Lebenslauf\n- Impfnachweis\n",
            "Im Anhang finden Sie:\n- meinen Lebenslauf\n- Impfnachweis",
        ),
    ],
)
def test_they_are_sentences(browser: Browser, card, asks: str, words: str) -> None:
    assert words in kept_page(browser, asks)


@pytest.mark.parametrize(
    ("asks", "words"),
    [
        (
            "Please upload your CV and transcript here: https://jobs.banksia.example/up",
            "I have uploaded my CV and my transcript.",
        ),
        (
            "Please submit your police check through our portal: https://jobs.banksia.example/up",
            "I have uploaded my police check.",
        ),
        (
            "Bitte laden Sie Ihren Lebenslauf und Ihr Zeugnis hier hoch: "
            "https://jobs.banksia.example/up",
            "Ich habe meinen Lebenslauf und mein Zeugnis hochgeladen.",
        ),
    ],
)
def test_what_is_uploaded_is_not_attached_and_the_way_there_leads(
    browser: Browser, card, asks: str, words: str
) -> None:
    page = kept_page(browser, asks)

    assert re.search(r'<h1 dir="auto">Upload (?!what)', page)
    assert ">Open the upload page</a>" in page
    assert 'href="https://jobs.banksia.example/up"' in page
    assert words in page and "attached" not in page
    assert re.search(r"Upload (?!what)[^(<]+ today", unescape(browser.get("/today").text))
