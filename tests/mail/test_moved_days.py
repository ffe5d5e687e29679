"""The day that an interview is moved to, never the one that it leaves."""

from datetime import date, time

import pytest

from tracker.mail import Mail, calls_off
from tracker.mail.invitation import read_invitation
from tracker.mail.moved_days import OldTime

SENT = date(2026, 11, 30)
KNOWN = OldTime(date(2026, 12, 7), time(9, 15))

SOON, BESIDE = "2026-12-01", "2026-12-08"
"""The Tuesday after the email, and the one next to the interview that is moved."""


def day_and_hour(words: str, known: OldTime | None) -> list[str]:
    slots = read_invitation(words, "Your interview", SENT, old=known).slots
    return [f"{slot.on} {slot.at:%H:%M}" if slot.at else f"{slot.on}" for slot in slots]


@pytest.mark.parametrize(
    ("words", "hour"),
    [
        ("The interview will now be held on Tuesday, not Monday, at 10am.", " 10:00"),
        ("Could we meet on Tuesday at 10am instead of Monday?", " 10:00"),
        ("Could we meet on Tuesday rather than on Monday at 10am?", " 10:00"),
        ("Your interview is not on Monday but on Tuesday at 10am.", " 10:00"),
        ("We can only see you on Tuesday (not Monday). It begins at 10am.", " 10:00"),
        ("Instead of Monday we would like to see you on Tuesday at 10am.", " 10:00"),
        ("Wir treffen uns am Dienstag statt Montag um 10 Uhr.", " 10:00"),
        ("Das Gespräch findet nicht am Montag, sondern am Dienstag um 10 Uhr statt.", " 10:00"),
        ("The interview is on Tuesday, not Monday.", ""),
    ],
)
def test_a_weekday_that_replaces_another_is_the_one_next_to_the_interview(
    words: str, hour: str
) -> None:
    assert day_and_hour(words, KNOWN) == [BESIDE + hour]
    assert day_and_hour(words, None) == [SOON + hour]


@pytest.mark.parametrize(
    "words",
    [
        "Tuesday 8 December, not Monday 7 December. The time stays 9.15am.",
        "It is on Tuesday 8 December at 9.15am (not the 7th as first said).",
        "Your interview on Monday 7 December at 9.15am is now on Tuesday 8 December, same time.",
        "Your interview on Monday 7 December at 9.15am will now be held on Tuesday, same time.",
        "Monday 7 December at 9.15am is off: it will be on Tuesday, not Monday. Same time.",
        "Am Dienstag, 8. Dezember statt Montag, 7. Dezember um 9:15 Uhr.",
    ],
)
def test_a_date_that_the_email_leaves_says_the_week_and_the_hour(words: str) -> None:
    assert day_and_hour(words, None) == [f"{BESIDE} 09:15"]


@pytest.mark.parametrize(
    "words",
    [
        "The interview is on Tuesday, not Monday. Same time as before.",
        "Could we make it Tuesday rather than Monday? The time stays the same.",
        "Das Gespräch ist am Dienstag statt Montag. Die Uhrzeit bleibt gleich.",
    ],
)
def test_the_same_time_is_the_hour_of_the_interview_that_is_moved(words: str) -> None:
    assert day_and_hour(words, KNOWN) == [f"{BESIDE} 09:15"]
    assert day_and_hour(words, None) == [SOON]


def test_a_weekday_nearest_to_the_interview_is_never_before_the_email() -> None:
    known = OldTime(date(2026, 12, 1), time(9))

    assert day_and_hour("On Friday at 2pm instead of Tuesday.", known) == ["2026-12-04 14:00"]


@pytest.mark.parametrize(
    "words",
    [
        "The interview will now be held on Tuesday, not Monday, at 10am.",
        "Could we meet on Tuesday at 10am instead of Monday?",
        "Wir treffen uns am Dienstag statt Montag um 10 Uhr.",
    ],
)
def test_a_weekday_that_the_saved_interview_is_on_already_is_in_its_week(words: str) -> None:
    known = OldTime(date(2026, 12, 8), time(15, 30))

    assert day_and_hour(words, known) == [f"{BESIDE} 10:00"]


def test_an_interview_on_another_weekday_than_the_one_left_is_not_the_one_moved() -> None:
    assert day_and_hour("On Tuesday at 2pm instead of Thursday.", KNOWN) == [f"{SOON} 14:00"]


def test_a_day_that_is_only_left_is_not_proposed() -> None:
    assert day_and_hour("It is not on Monday 7 December at 10am. We will be in touch.", None) == []


def test_why_not_a_day_proposes_it() -> None:
    assert day_and_hour("Why not Tuesday 8 December at 3pm?", None) == [f"{BESIDE} 15:00"]


def test_one_that_is_not_on_its_day_but_on_another_is_not_cancelled() -> None:
    words = "Das Gespräch findet nicht am Montag, sondern am Dienstag um 10 Uhr statt."

    assert not calls_off(Mail(words, "Ihr Vorstellungsgespräch"), SENT)
