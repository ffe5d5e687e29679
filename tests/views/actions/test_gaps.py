"""Words to send that are not whole: what is to be filled in is seen before the mail app opens."""

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


def page_of(browser: Browser, asks: str) -> str:
    browser.post(KEEP, data=form_of(read(browser, asks), KEEP))
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
