"""An interview that is off in an email with more in it: neither a no, nor nothing to do."""

from datetime import date

import pytest

from tests.mail.test_told import ON, told
from tracker.mail import Mail
from tracker.mail.cancellation import days_off

ABOUT = "I’m writing about the interview we had planned for Thursday 10 December at 2.30 pm."
UNSURE = (
    "Tom, who was going to be your manager, handed in his notice yesterday, and before we talk to "
    "anybody about the Office Assistant job we want to be sure what the team will look like. That "
    "isn’t a no, we liked your application a lot, and we’ll be back in touch in the new year."
)
CANCELLED = [
    f"{ABOUT}\n\nI’m sorry to say that we have had to cancel it. {UNSURE}",
    f"{ABOUT} We have to call it off, I am sad to say. {UNSURE}",
    f"Thank you for your application and for being so quick. {ABOUT} It has been cancelled. "
    "I know this isn’t the news you were hoping for. We will be in touch.",
    f"{ABOUT} Unfortunately it won’t go ahead. {UNSURE}",
    f"I’m sorry to tell you that the interview on Thursday is cancelled. {UNSURE}",
    "We received your documents, thank you. Sadly I have bad news about your interview on 10 "
    "December: it has had to be cancelled, as the manager is ill. We will come back to you.",
    "I’m afraid we have to cancel Friday’s interview for IT Support Officer. All hiring is on hold "
    "for now. I’m sorry about the short notice.",
    "Unfortunately the interview on Friday is cancelled. Recruitment is paused until the new year.",
    "We have to cancel your interview tomorrow, as the role is on hold.",
    "There is a hiring freeze, so our interview on Friday can’t go ahead. I will write again.",
    "ich schreibe Ihnen wegen des Gesprächs, das wir für Donnerstag, 10. Dezember, vereinbart "
    "hatten. Leider müssen wir es absagen. Das ist keine Absage für Sie, Ihre Bewerbung hat uns "
    "gut gefallen. Wir melden uns im neuen Jahr.",
    "vielen Dank für Ihre Unterlagen. Das Gespräch am Freitag muss leider ausfallen, alle "
    "Einstellungen sind vorerst pausiert. Wir melden uns.",
    "leider müssen wir den Termin am 10. Dezember absagen. Die Stelle liegt im Moment auf Eis.",
]


@pytest.mark.parametrize("words", CANCELLED)
def test_an_interview_is_cancelled_whatever_stands_around_it(words: str) -> None:
    assert told(words, "Office Assistant") == "cancelled"


def test_the_day_that_is_off_stands_in_the_sentence_before() -> None:
    mail = Mail(f"Hi Robin,\n\n{CANCELLED[0]}\n\nCarla", "Interview cancelled: Office Assistant")

    assert days_off(mail, ON) == {date(2026, 12, 10)}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "We have to cancel Friday’s interview. The role has been withdrawn and nobody will be "
            "appointed.",
            "closed",
        ),
        (
            "Friday’s interview is cancelled. Hiring is on hold and we have decided not to fill "
            "the position.",
            "closed",
        ),
        (
            "Our interview on Friday is cancelled. We have chosen another candidate for the role.",
            "no",
        ),
        (
            "I’m sorry to say that we have to cancel Friday’s interview. We will not be taking "
            "your application further.",
            "no",
        ),
        (
            "wir müssen das Gespräch am Freitag absagen. Wir haben uns für eine andere Bewerberin "
            "entschieden.",
            "no",
        ),
        ("I’m sorry to say that you have not been successful.", "no"),
        ("All hiring is on hold for now.", "closed"),
    ],
)
def test_a_no_and_a_role_that_nobody_gets_stay_what_they_are(words: str, expected: str) -> None:
    assert told(words, "Your application: Office Assistant") == expected
