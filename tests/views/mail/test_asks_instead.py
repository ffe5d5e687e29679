"""They ask if another time would do: the times are there to pick, with the reminder to answer."""

from datetime import timedelta

import pytest

from tests.views.mail.test_mail import card, read
from tests.views.mail.test_something_else import mail, with_interview
from tracker.clock import now
from tracker.values.days import day_of

__all__ = ["card"]


def test_two_times_in_one_question_are_both_offered_with_the_reminder(browser, build, card) -> None:
    row = with_interview(browser, build, card)
    then = row.starts_at.astimezone(browser.user.zone)
    other = then.date() + timedelta(days=1)
    words = (
        f"Hello Robin,\n\nwould you be able to come a little later on {then:%A} {then.day} "
        f"{then:%B}? We'd like to start at 4:15 pm rather than {then:%H:%M}, or alternatively on "
        f"{other:%A} {other.day} {other:%B} at 9:00 am.\n\nLet me know which you prefer,\nKim"
    )
    page = read(browser, mail(words)).text
    assert "<h1>They want to move the interview</h1>" in page
    assert ", 16:15" in page
    assert ", 09:00" in page
    assert "Remind me today to tell them which time" in page


def test_which_day_would_do_waits_for_an_answer_without_a_day(browser, build, card) -> None:
    with_interview(browser, build, card)
    words = (
        "Hello Robin,\n\nI'm afraid we need to reschedule your interview. Are you free at any time "
        "on Thursday or Friday? Please send me a few options and I'll do my best.\n\nBruce"
    )
    page = read(browser, mail(words)).text
    assert "<h1>They want to move the interview</h1>" in page
    assert "Remind me today to answer" in page


@pytest.mark.parametrize(
    "question",
    [
        "Could you do {} at 2 pm instead?",
        "Would {} at 2 pm work for you instead?",
        "We need to reschedule. Are you free on {} at 2 pm?",
    ],
)
def test_a_question_waits_for_an_answer(browser, build, card, question: str) -> None:
    with_interview(browser, build, card)
    on = day_of(now(), browser.user.zone) + timedelta(days=9)
    words = f"Our interview has to move. {question.format(f'{on:%A} {on.day} {on:%B}')}"
    page = read(browser, mail(f"Hello Robin,\n\n{words}\n\nKim")).text
    assert "<h1>They want to move the interview</h1>" in page
    assert "Remind me today to tell them which time" in page
