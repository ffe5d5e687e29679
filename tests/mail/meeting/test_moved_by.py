"""By how much an interview is moved: its new time is counted from the old one."""

from datetime import date, time, timedelta

import pytest

from tests.mail.test_told import told
from tests.mail.times.test_short_hours import slots_of
from tracker.mail.invitation import read_invitation
from tracker.mail.meeting.moved_by import moved_by
from tracker.mail.moved_days import OldTime


@pytest.mark.parametrize(
    ("words", "kind", "day"),
    [
        (
            "Your interview on 3 December is brought forward by a day; same time, 11am.",
            "moved",
            "02 Dec 11:00",
        ),
        (
            "We have had to push your interview on Tuesday 8 December at 10am back by one day.",
            "moved",
            "09 Dec 10:00",
        ),
        (
            "Your interview on Tuesday 8 December at 10am has been postponed by a week.",
            "moved",
            "15 Dec 10:00",
        ),
        (
            "Your interview at 10am on Tuesday 8 December has been put back by an hour.",
            "moved",
            "08 Dec 11:00",
        ),
        (
            "We need to bring your interview on 8 December at 10am forward by half an hour.",
            "moved",
            "08 Dec 09:30",
        ),
        (
            "Your interview on 8 December at 10am is delayed by 15 minutes, sorry.",
            "moved",
            "08 Dec 10:15",
        ),
        (
            "Ihr Gespräch am 8. Dezember um 10 Uhr muss leider um einen Tag verschoben werden.",
            "moved",
            "09 Dec 10:00",
        ),
        (
            "Wir haben Ihr Gespräch am 8. Dezember um 10 Uhr um einen Tag vorverlegt.",
            "moved",
            "07 Dec 10:00",
        ),
        (
            "Ihr Gespräch am 8. Dezember um 10 Uhr wird um eine Stunde verschoben.",
            "moved",
            "08 Dec 11:00",
        ),
        (
            "Could we push your interview on 8 December at 10am back by a day?",
            "another_time",
            "09 Dec 10:00",
        ),
        (
            (
                "Your interview on 8 December is brought forward by a day, to Monday 7 December "
                "at 11am."
            ),
            "moved",
            "07 Dec 11:00",
        ),
        (
            "Could you come an hour later for your interview on 8 December at 10am?",
            "another_time",
            "08 Dec 11:00",
        ),
        (
            "Your interview on 8 December at 10am will start half an hour later than planned.",
            "moved",
            "08 Dec 10:30",
        ),
    ],
)
def test_the_new_time_is_counted_from_the_old_one(words: str, kind: str, day: str) -> None:
    assert slots_of(words) == [day]
    assert told(words, "Your interview") == kind


def test_the_old_time_may_be_known_from_before() -> None:
    words = "Hi Robin, we have had to push your interview back by an hour, sorry."
    old = OldTime(date(2026, 12, 8), time(10))
    slots = read_invitation(words, "Your interview", date(2026, 11, 30), old=old).slots
    assert [(slot.on, slot.at) for slot in slots] == [(old.on, time(11))]
    assert not read_invitation(words, "Your interview", date(2026, 11, 30)).slots


@pytest.mark.parametrize(
    "words",
    [
        "Please arrive 15 minutes earlier.",
        "Our decision has been put back by a week.",
        "The closing date has been put back by two weeks.",
        "We will reply a day later.",
    ],
)
def test_what_is_no_interview_moves_none(words: str) -> None:
    assert moved_by(words) is None


def test_earlier_is_less_than_nothing() -> None:
    earlier = moved_by("It is brought forward by half an hour.")
    assert earlier is not None and earlier.by == timedelta(minutes=-30)
    later = moved_by("Wir müssen es um eine Stunde verschieben.")
    assert later is not None and later.by == timedelta(hours=1)


def test_a_day_behind_it_is_the_new_one() -> None:
    words = "I have to push our chat back by a day. Same time, Thursday 3 December instead?"
    assert slots_of(words) == ["03 Dec"]
