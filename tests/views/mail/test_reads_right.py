"""What an email is read as, on its page: no offer of a request, no appointment of an open test."""

from datetime import timedelta

from tests.views.mail.test_mail import card, read
from tests.views.mail.test_something_else import mail
from tracker.clock import now
from tracker.values.days import day_of

__all__ = ["card"]


def test_a_request_for_a_cover_letter_is_no_offer(browser, card) -> None:
    words = (
        "Hello Robin,\n\nWe are working our way through the applications for our Tester position "
        "and noticed that yours came through without a cover letter. Could you please email us "
        "one, along with a copy of your most recent certificate in data management, when you get "
        "a chance? There's no rush from our side, we'd just like to have a complete file before "
        "shortlisting.\n\nMany thanks\nTamsin Okoro"
    )
    page = read(browser, mail(words)).text
    assert "<h1>They ask for your cover letter and certificate</h1>" in page
    assert "They want you" not in page
    assert "Reads as an offer" not in browser.get("/mail").text


def test_a_test_that_is_open_until_the_end_of_a_day_is_no_appointment(browser, card) -> None:
    on = day_of(now(), browser.user.zone) + timedelta(days=5)
    words = (
        "Hello Robin,\n\nThe next stage for Tester is an online test. It takes 45 minutes. Your "
        f"link is below and stays open until 11:59 pm on {on:%A} {on.day} {on:%B}.\n\n"
        "https://tests.example.com/start?c=7713\n\nGood luck!\nKim"
    )
    page = read(browser, mail(words)).text
    assert "<h1>This asks you to do a test</h1>" in page
    assert "Add the interview" not in page
    assert "Remind me to do it by" in page
