"""Days and hours as invitations write them, on whose clock, and several of them."""

from datetime import date, time
from zoneinfo import ZoneInfo

import pytest

from tracker.mail import Mail, calls_off
from tracker.mail.invitation import read_invitation
from tracker.mail.slots import Slot

SENT = date(2026, 11, 24)
SYDNEY = ZoneInfo("Australia/Sydney")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("Tuesday 8 December at 2.30pm AEDT", ["2026-12-08 14:30"]),
        ("am Dienstag, den 8. Dezember um 14:30 Uhr", ["2026-12-08 14:30"]),
        ("am Dienstag, dem 08.12.2026, 14.30 Uhr", ["2026-12-08 14:30"]),
        ("December 8th, 2026 from 2 pm to 3:15 pm", ["2026-12-08 14:00"]),
        ("at 10.30am on Monday 14 December", ["2026-12-14 10:30"]),
        ("Date: 8 December 2026\nTime: 09:00", ["2026-12-08 09:00"]),
        ("on 7 January at noon", ["2027-01-07 12:00"]),
        ("2026-12-08 14:30", ["2026-12-08 14:30"]),
        ("8 December 2026, 09:00-10:00", ["2026-12-08 09:00"]),
        ("next Thursday at 3pm", ["2026-11-26 15:00"]),
        ("morgen um 9 Uhr", ["2026-11-25 09:00"]),
        ("7 December, 9:30 am or 8 Dec, 11 am", ["2026-12-07 09:30", "2026-12-08 11:00"]),
        ("8 December, 2 pm. Let me know by 5pm Thursday 3 December", ["2026-12-08 14:00"]),
        ("8 December, 2 pm. Please confirm before noon on Friday", ["2026-12-08 14:00"]),
        ("8 December. RSVP by Friday 4 December, 9 am", ["2026-12-08"]),
        ("please be here by 9am on Tuesday 8 December", ["2026-12-08 09:00"]),
        ("by video on 8 December at 9am", ["2026-12-08 09:00"]),
        ("now moved from 8 December at 11:00 to 10 December at 2pm", ["2026-12-10 14:00"]),
        ("but on 8 December at 11:00 we can't. Instead, 10 December at 2pm?", ["2026-12-10 14:00"]),
        ("instead of Tuesday 8 December at 10:00, Thursday at 2pm", ["2026-12-10 14:00"]),
        ("but can't do 8 December at 4pm. How about 10 December at 2pm?", ["2026-12-10 14:00"]),
        ("8 December at 2pm. Please acknowledge by 12 noon on 1 December", ["2026-12-08 14:00"]),
        ("or, instead, 8 December at 9am, will go ahead", ["2026-12-08 09:00"]),
        ("tomorrow at 4pm, or Thursday morning around 10",
         ["2026-11-25 16:00", "2026-11-26 10:00"]),
        ("8 Dec at 4pm, or 10 Dec", ["2026-12-08 16:00"]),
        ("at 9am on 8 December or 11am on 9 December", ["2026-12-08 09:00", "2026-12-09 11:00"]),
        ("8 Dec at 9am, 11am or 9 Dec at 3.30pm",
         ["2026-12-08 09:00", "2026-12-08 11:00", "2026-12-09 15:30"]),
        ("push back from 8 December at 9am to 10 December at 2pm", ["2026-12-10 14:00"]),
        ("bring it forward from 10 December at 2pm to 8 December at 9am", ["2026-12-08 09:00"]),
        ("put back from 8 December at 9am to 10 December at 2pm", ["2026-12-10 14:00"]),
        ("some day in the week of the 7th", []),
        ("we are open 24/7, version 2.30", []),
        ("on 31 February at 9am", []),
        ("as we said on 2 November 2026 at 9am", []),
    ],
)  # fmt: skip
def test_days_are_read_as_they_are_written(words: str, said: list[str]) -> None:
    slots = read_invitation(f"We invite you to an interview, {words}.", "", SENT).slots

    assert [f"{slot.on} {slot.at:%H:%M}" if slot.at else f"{slot.on}" for slot in slots] == said


def test_hour_of_another_zone_is_put_on_the_persons_clock() -> None:
    (slot,) = read_invitation("An interview on 8 December, 10 am London time.", "", SENT).slots

    assert slot.here(SYDNEY)[:2] == (date(2026, 12, 8), time(21))


def test_hour_without_a_zone_is_the_persons_own() -> None:
    assert Slot(date(2026, 12, 8), time(10)).here(SYDNEY)[:2] == (date(2026, 12, 8), time(10))


def test_a_calendar_that_cannot_be_read_leaves_the_words() -> None:
    text = "An interview on 8 December at 10 am."

    assert read_invitation(text, "", SENT, ("BEGIN:VCALENDAR\nDTSTART:nonsense",)).slots


@pytest.mark.parametrize(
    ("words", "place"),
    [
        (
            "Meet us on 8 December at 2pm at 20 Bridge Street, Ballarat.",
            "20 Bridge Street, Ballarat",
        ),
        ("See us at our studio, 18 Wattle Street, Ultimo.", "18 Wattle Street, Ultimo"),
        ("Come to our office, Level 4, 20 O'Connell St.", "Level 4, 20 O'Connell St"),
        ("Wir treffen uns in der Lindenstraße 12, 50674 Köln.", "Lindenstraße 12, 50674 Köln"),
        ("Kommen Sie am 8. Dezember um 14 Uhr in die Hauptstraße 3.", "Hauptstraße 3"),
        (
            "Where: 20 Long Terrace, Perth WA 6000, Australia\nWith: Ida Wren\nSee you then.",
            "20 Long Terrace, Perth WA 6000, Australia",
        ),
        ("Location: Reception\nWe are at 20 Bridge Street.", "Reception"),
        ("We'd like to meet you at 2 pm.\n\nIda Wren\n20 Bridge Street, Ballarat", ""),
        ("Join us at 10 on 8 December, at 3 Great People Lane if you like.", "3 Great People Lane"),
        ("We are open at 24 hours notice, at a place you choose.", ""),
    ],
)
def test_a_street_in_a_sentence_is_the_place(words: str, place: str) -> None:
    assert read_invitation(words, "Interview", date(2026, 11, 24)).place == place


@pytest.mark.parametrize(
    ("words", "off"),
    [
        (
            "Your interview on Monday 7 December at 10am has been cancelled. We write in March.",
            True,
        ),
        ("We have to cancel your interview on 7 December at 10am.", True),
        ("The interview is no longer going ahead. We will be in touch with a new date.", True),
        ("Your interview on 7 December was called off.", True),
        ("Your interview on 7 Dec at 10am is cancelled and rescheduled to 9 Dec at 11am.", False),
        ("We have to cancel the interview on 7 Dec at 9am. Could you do 9 Dec at 2pm?", False),
        (
            "I'm really sorry for the short notice: I have to cancel your interview tomorrow, "
            "Wednesday 25 November at 10:00 am. I will be in touch next week with a new time.",
            True,
        ),
        ("We need to cancel your interview on 7 December at 10am, at short notice.", True),
        ("I must cancel our interview on 7 December at 10am.", True),
        ("We need to call off the interview on 7 December at 10am.", True),
        ("We won't be able to go ahead with your interview on 7 December at 10am.", True),
        ("Ich muss unser Gespräch am 7. Dezember um 10 Uhr leider absagen.", True),
        ("Wir müssen den Termin am 7. Dezember um 10 Uhr leider absagen.", True),
        ("Leider muss das Gespräch am 7. Dezember um 10 Uhr ausfallen.", True),
        ("Please give 24 hours' notice if you want to cancel the interview on 7 December.", False),
        ("You need to cancel your interview two days before. It is on 7 Dec at 10am.", False),
        ("Falls Sie absagen müssen: das Gespräch ist am 7. Dezember um 10 Uhr.", False),
        ("If you have to cancel, ring us. The interview is on 7 December at 10am.", False),
        ("Your interview is on 7 December at 10am. Cancelling costs nothing.", False),
    ],
)
def test_a_cancelled_interview_is_told_from_one_on_another_day(words: str, off: bool) -> None:
    assert calls_off(Mail(words, "Your interview"), SENT) is off


@pytest.mark.parametrize(
    ("words", "off"),
    [
        ("I am so sorry about tomorrow at 10:00 am. We write next week with a new time.", True),
        ("We are sorry. Could you come on 9 December at 2pm instead?", False),
        ("We are sorry. The new time is 9 December at 2pm.", False),
    ],
)
def test_a_subject_alone_cancels_one_where_no_other_time_is_named(words: str, off: bool) -> None:
    assert calls_off(Mail(words, "Tomorrow's interview is cancelled"), SENT) is off
