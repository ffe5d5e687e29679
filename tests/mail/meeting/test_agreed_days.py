"""The day that was agreed is never the new one, in an email that needs another."""

from datetime import date

import pytest

from tests.mail.test_told import ON, told
from tracker.mail.invitation import read_invitation

SUBJECTS = ("Your interview", "Your interview for Analyst on 9 December needs to be rescheduled")
AGREED = [
    "Thank you for confirming your interview for the Analyst position on Wednesday 9 December at "
    "3.30 pm. Unfortunately a panel member has been called away. We therefore need to reschedule. "
    "We will be in touch with a new invitation within the next few days.",
    "Thank you for confirming your interview with us on Tuesday 8 December at 10 am. One of the "
    "panel is ill and we have to reschedule.",
    "Thanks for accepting Wednesday 9 December at 3.30 pm. We need to move the interview and will "
    "send you a new time.",
    "Your interview is scheduled for Wednesday 9 December at 3.30 pm. It needs to be rescheduled, "
    "as the manager is travelling. A new time will follow.",
    "You are booked for Wednesday 9 December at 3.30 pm. I am sorry, we have to postpone.",
    "We had planned to meet you for the interview on Wednesday 9 December at 3.30 pm. We will need "
    "to find another day.",
    "Regarding your interview on Wednesday 9 December at 3.30 pm: it has had to be postponed. We "
    "will get back to you.",
    "I was looking forward to meeting you on Wednesday 9 December at 3.30 pm for the interview. "
    "Sadly we have to rearrange it.",
    "Further to our confirmation of your interview on 9 December at 3.30 pm, we need to change the "
    "date. Ana will ring you.",
    "We invited you to an interview on Wednesday 9 December at 3.30 pm. It has to be moved, "
    "please wait for a new invitation.",
    "vielen Dank für die Bestätigung Ihres Vorstellungsgesprächs am Mittwoch, 9. Dezember, um "
    "15:30 Uhr. Leider müssen wir den Termin verschieben. Wir melden uns mit einem neuen Termin.",
    "Ihr Gespräch ist für Mittwoch, 9. Dezember, 15:30 Uhr geplant. Leider muss es verschoben "
    "werden, ein Ersatztermin folgt.",
    "wir hatten für den 9. Dezember um 15:30 Uhr ein Vorstellungsgespräch vereinbart. Wir müssen "
    "es leider verlegen und melden uns.",
]


@pytest.mark.parametrize("subject", SUBJECTS)
@pytest.mark.parametrize("words", AGREED)
def test_the_day_that_was_agreed_is_no_new_day(words: str, subject: str) -> None:
    assert read_invitation(words, subject, ON).slots == ()
    assert told(words, subject) == "another_time"


@pytest.mark.parametrize(
    ("words", "on"),
    [
        (
            "Thank you for confirming your interview on Wednesday 9 December at 3.30 pm. We need "
            "to reschedule to Friday 11 December at 2 pm.",
            11,
        ),
        (
            "Thank you for confirming your interview on 9 December at 3.30 pm. We have to "
            "reschedule. The new time is Friday 11 December at 2 pm.",
            11,
        ),
        (
            "Your interview was booked for 9 December at 3.30 pm. We have to move it. Could you do "
            "Friday 11 December at 2 pm?",
            11,
        ),
        (
            "Your interview needs to be rescheduled. Your interview is now on Friday 11 December "
            "at 2 pm.",
            11,
        ),
        ("Your interview on Wednesday 9 December has to be moved to 4 pm.", 9),
        (
            "Your interview is scheduled for 11 December at 2 pm. If you need to reschedule, "
            "please call us.",
            11,
        ),
        (
            "vielen Dank für die Bestätigung des Gesprächs am 9. Dezember um 15:30 Uhr. Leider "
            "müssen wir es verschieben, neuer Termin: Freitag, 11. Dezember, 14 Uhr.",
            11,
        ),
    ],
)
def test_a_new_day_beside_it_is_the_one_proposed(words: str, on: int) -> None:
    slots = read_invitation(words, "Your interview", ON).slots

    assert [each.on for each in slots] == [date(2026, 12, on)]
