"""An acknowledgement counts from its own day, or from the day that they name."""

from datetime import date, timedelta

import pytest

from tests.browser import Browser
from tests.sent import form_of, undo_of
from tests.views.mail.test_told_as import KEEP, card, read
from tracker.clock import now
from tracker.extensions import db
from tracker.models import Application
from tracker.values.days import day_of

__all__ = ["card"]
THANKS = "Thank you for your application. We have received it."


def today_of(browser: Browser) -> date:
    return day_of(now(), browser.user.zone)


def said(on: date) -> str:
    return f"{on:%a} {on.day} {on:%b}"


def kept(browser: Browser, text: str) -> str:
    """The page after it was saved."""
    page = read(browser, text)
    assert "<h1>They have your application</h1>" in page
    answer = browser.post(KEEP, data=form_of(page, KEEP), follow_redirects=True)
    return answer.text.replace("\xa0", " ")


def only() -> Application:
    db.session.expire_all()
    return db.session.query(Application).one()


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("We expect to contact shortlisted applicants within three weeks.", 21),
        ("You will hear from us by {on:%d} {on:%B}, whether or not you are shortlisted.", 30),
        ("Wir melden uns bis zum {on:%d}.{on:%m}.{on:%Y} bei Ihnen.", 30),
    ],
)
def test_their_own_day_is_waited_for_and_said(
    browser: Browser, card, words: str, days: int
) -> None:
    on = today_of(browser) + timedelta(days=days)
    page = read(browser, f"{THANKS} {words.format(on=on)}").replace("\xa0", " ")
    assert f"They say they will answer by {said(on)}" in page

    after = kept(browser, f"{THANKS} {words.format(on=on)}")

    assert f"They say they will answer by {said(on)}" in after
    assert "Nothing heard since" not in after and "Nothing to do before" not in after
    assert only().answers_by == on


def test_without_a_day_silence_counts_from_their_email(browser: Browser, card) -> None:
    after = kept(browser, f"{THANKS} We will be in touch.")

    assert only().acknowledged_on == today_of(browser)
    assert "Nothing heard since" not in after


def test_the_closing_day_is_put_in_where_none_is_known_and_undo_takes_all_back(
    browser: Browser, card
) -> None:
    closes = today_of(browser) + timedelta(days=4)
    by = today_of(browser) + timedelta(days=20)
    text = f"{THANKS} Applications close on {closes.day} {closes:%B}. "
    after = kept(browser, f"{text}You will hear from us by {by.day} {by:%B}.")
    assert (only().closes_on, only().answers_by) == (closes, by)

    browser.post(undo_of(after), data={"key": "u"})

    assert (only().closes_on, only().answers_by, only().acknowledged_on) == (None, None, None)
