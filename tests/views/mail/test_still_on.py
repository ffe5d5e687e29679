"""An email that names the day of an interview and says nothing plainly asks whether it is on."""

import pytest

from tests.browser import Browser
from tests.sent import form_of
from tests.views.mail.test_mail import KEEP, card, read
from tests.views.mail.test_something_else import mail, with_interview
from tracker.extensions import db
from tracker.models import Interview, Note

__all__ = ["card"]
ROUNDABOUT = [
    "Magnus has jury duty all week and {} has gone sideways on us. I'll get back to you.",
    "{} is looking shaky, one of the panel is crook. I'll ring you.",
    "We've had a burst pipe in the office and {} is up in the air.",
    "Bit of a drama here with {}. I'll be in touch.",
    "{} has turned into a mess for Jonas, more soon.",
    "A heads up about {}: Priya's flight was cancelled and she is stuck in Perth.",
    "Not sure yet how we'll manage {}. Leave it with me.",
    "am {} ist bei uns leider Land unter. Ich melde mich.",
    "unser Chef liegt mit Fieber im Bett, wie es am {} wird, wissen wir noch nicht.",
    "wegen {}: hier streikt gerade die Bahn, Herr Kern kommt nicht weg.",
]
PLAIN = [
    "I'm looking forward to talking with you on {}.",
    "A quick reminder of your interview on {}.",
    "For {}: please use the side entrance and ask for Kim.",
    "wir freuen uns auf {}. Bitte klingeln Sie bei Kern.",
    "Thanks for letting us know, {} it is.",
]
TEMPLATE = "Hello Robin,\n\n{}\n\nKim"


@pytest.mark.parametrize("words", ROUNDABOUT)
def test_roundabout_words_about_its_day_ask_whether_it_is_on(
    browser: Browser, build, card, words: str
) -> None:
    then = with_interview(browser, build, card).starts_at.astimezone(browser.user.zone)
    page = read(browser, mail(TEMPLATE.format(words.format(f"{then.day} {then:%B}")))).text

    assert "Nothing to do" not in page
    asked = "<h1>Is it still on?</h1>" in page
    assert asked or "<h1>They want to move the interview</h1>" in page
    if asked:
        assert "They ask for another time</button>" in page and "They cancelled</button>" in page


@pytest.mark.parametrize("words", PLAIN)
def test_what_confirms_or_gets_it_ready_asks_nothing(
    browser: Browser, build, card, words: str
) -> None:
    then = with_interview(browser, build, card).starts_at.astimezone(browser.user.zone)
    page = read(browser, mail(TEMPLATE.format(words.format(f"{then.day} {then:%B}")))).text

    assert "Is it still on?" not in page


def test_still_on_keeps_the_words_and_leaves_the_interview(browser: Browser, build, card) -> None:
    then = with_interview(browser, build, card).starts_at.astimezone(browser.user.zone)
    words = TEMPLATE.format(ROUNDABOUT[3].format(f"{then.day} {then:%B}"))
    browser.post(KEEP, data=form_of(read(browser, mail(words)).text, KEEP))

    assert db.session.query(Note).count() == 1
    assert db.session.query(Interview).one().starts_at == then


def test_without_an_interview_nothing_is_asked(browser: Browser, card) -> None:
    page = read(browser, mail(TEMPLATE.format(ROUNDABOUT[0].format("4 December")))).text

    assert "Is it still on?" not in page
