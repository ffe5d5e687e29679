"""Times of a day as people write them, and how long it takes where the end is said, too."""

from datetime import date

import pytest

from tracker.mail import read_pasted
from tracker.mail.invitation import read_invitation

SENT = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("between 1pm and 2pm", "13:00 60"),
        ("between 1 and 2pm", "13:00 60"),
        ("between 9am and 5pm", "09:00 None"),
        ("1–2pm", "13:00 60"),
        ("1-2pm", "13:00 60"),
        ("1 - 2 pm", "13:00 60"),
        ("1:30-2:30pm", "13:30 60"),
        ("2.00-2.45 pm", "14:00 45"),
        ("11-12pm", "11:00 60"),
        ("12-1pm", "12:00 60"),
        ("12.30-1pm", "12:30 30"),
        ("11am-1pm", "11:00 120"),
        ("from 1 to 2pm", "13:00 60"),
        ("10:00-11:00am", "10:00 60"),
        ("2 p.m. to 3 p.m.", "14:00 60"),
        ("von 14 bis 15 Uhr", "14:00 60"),
        ("zwischen 14 und 15 Uhr", "14:00 60"),
        ("14.30 Uhr bis 15.15 Uhr", "14:30 45"),
        ("3.30pm", "15:30 None"),
        ("half past two", "14:30 None"),
        ("half past eight", "08:30 None"),
        ("half past five in the morning", "05:30 None"),
        ("quarter past three", "15:15 None"),
        ("a quarter to four", "15:45 None"),
        ("quarter to one", "12:45 None"),
        ("2 o’clock", "14:00 None"),
        ("um halb drei", "14:30 None"),
        ("13:00 h", "13:00 None"),
        ("13h30", "13:30 None"),
        ("1300 hrs", "13:00 None"),
    ],
)
def test_an_hour_and_its_end_are_read_behind_the_day_and_before_it(words: str, said: str) -> None:
    for sentence in (f"on Thursday 3 December, {words}", f"{words} on Thursday 3 December"):
        (slot,) = read_invitation(f"Would you come to us {sentence}?", "", SENT).slots

        assert f"{slot.at:%H:%M} {slot.minutes}" == said


@pytest.mark.parametrize(
    ("words", "at"),
    [
        ("Interview round 1 - 2pm on 3 December", "14:00"),
        ("Good morning Mia, half past two on 3 December?", "14:30"),
        ("Thursday 3 December - 2pm", "14:00"),
        ("Thursday 3 - 2pm", "14:00"),
    ],
)
def test_a_number_that_counts_something_else_begins_no_talk(words: str, at: str) -> None:
    (slot,) = read_invitation(words, "", SENT).slots

    assert f"{slot.at:%H:%M}" == at


@pytest.mark.parametrize(
    ("said", "hour"),
    [
        ("Monday, 30 November 2026 3:12 PM", 15),
        ("Monday, November 30, 2026 3:12 PM", 15),
        ("Monday, 30 November 2026 12:12 AM", 0),
        ("Monday, 30 November 2026 12:12 pm", 12),
        ("Mon, 30 Nov 2026 03:12:00 +0000", 3),
    ],
)
def test_the_half_of_the_day_is_kept_of_when_an_email_was_sent(said: str, hour: int) -> None:
    sent = read_pasted(
        f"From: Mei <mei@x.example>\nSent: {said}\nSubject: Hello\n\nHi,\n\nMei"
    ).sent_at
    assert sent is not None and (sent.hour, sent.minute) == (hour, 12)
