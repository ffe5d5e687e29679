"""A day that they take away, and the first day of a week, are offered to nobody."""

from datetime import date, time

import pytest

from tracker.mail import Mail
from tracker.mail.invitation import read_invitation
from tracker.mail.moved_days import OldTime
from tracker.mail.proposals import told_as

ON = date(2026, 11, 30)
KNOWN = OldTime(date(2026, 12, 14), time(14, 30))


@pytest.mark.parametrize("known", [KNOWN, None])
@pytest.mark.parametrize(
    ("words", "days"),
    [
        (
            "I'm afraid the 14th is no longer possible for your Reporting Analyst interview, as "
            "Greg is on leave. Are you free any other day that week?",
            [],
        ),
        ("I'm afraid Monday 14 December is no longer possible. Are you free any other day?", []),
        ("Unfortunately Monday 14 December is not going to work for us. What other days suit?", []),
        ("We can no longer do Monday 14 December at 2.30pm. Could you suggest another time?", []),
        ("Monday 14 December no longer works; could you do Tuesday 15 December at 10am?", [15]),
        ("Leider ist der 14. Dezember nicht mehr möglich. Welche anderen Tage passen Ihnen?", []),
        ("leider klappt es am 14. Dezember doch nicht. Passt Ihnen ein anderer Tag?", []),
        (
            "leider können wir den Termin am Montag, 14. Dezember nicht halten. Bitte nennen Sie "
            "uns zwei Alternativtermine.",
            [],
        ),
    ],
)
def test_the_day_they_take_back_is_no_new_time(words, days, known) -> None:
    subject = "Your interview on Monday 14 December"
    found = read_invitation(words, subject, ON, old=known)
    assert [each.on.day for each in found.slots] == days
    assert told_as("invitation", Mail(words, subject), ON) == "another_time"


@pytest.mark.parametrize(
    ("words", "days"),
    [
        (
            "We need to move your interview. Please reply with three times that work for you in "
            "the week of 7 December and we will confirm one.",
            [],
        ),
        ("Could you do the week beginning Monday 7 December instead?", []),
        ("We would like to interview you in the week commencing 7 December.", []),
        ("We'd love to meet you w/c 7 December. Which day suits?", []),
        ("Wir möchten Sie in der Woche vom 7. Dezember zum Gespräch einladen.", []),
        ("Wir laden Sie in der Woche ab dem 7. Dezember zum Gespräch ein.", []),
        (
            "We need to move your interview to the week of 7 December. Are you free on Tuesday 8 "
            "December at 10am, Wednesday 9 December at 2pm or Thursday 10 December at 9am?",
            [8, 9, 10],
        ),
        (
            "Could you do Tuesday at 10am, Wednesday at 2pm or Thursday at 9am in the week of 7 "
            "December for your interview?",
            [8, 9, 10],
        ),
        ("In the week of 7 December we have Tuesday at 10am or Thursday at 2pm for you.", [8, 10]),
    ],
)
def test_of_a_week_only_the_days_are_offered_that_they_name(words, days) -> None:
    assert [each.on.day for each in read_invitation(words, "Interview", ON).slots] == days


@pytest.mark.parametrize(
    "words",
    [
        "Your interview is on Friday 4 December at 10am; the lift is not working.",
        "Your interview is on Friday 4 December at 10am. If Friday does not work, tell us.",
        "Ihr Gespräch ist am Freitag, 4. Dezember um 10 Uhr, bitte vergessen Sie es nicht.",
    ],
)
def test_a_day_stays_beside_something_else_that_does_not_work(words: str) -> None:
    assert [each.on.day for each in read_invitation(words, "Interview", ON).slots] == [4]
