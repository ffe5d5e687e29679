"""Days and hours in few words: noon on the 11th, Wednesday at 11, twenty to five, tmrw 3ish."""

from datetime import date

import pytest

from tests.mail.test_told import told
from tracker.mail.invitation import read_invitation

MONDAY = date(2026, 11, 30)


def slots_of(words: str, sent: date = MONDAY) -> list[str]:
    slots = read_invitation(f"Hi Robin,\n\n{words}\n\nKim Lau", "Interview", sent).slots
    return [f"{slot.on:%d %b} {slot.at:%H:%M}" if slot.at else f"{slot.on:%d %b}" for slot in slots]


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("Could you come in for an interview at noon on the 11th?", ["11 Dec 12:00"]),
        ("We'd like to meet you on the 10th at 2pm.", ["10 Dec 14:00"]),
        ("Interview on the 15th, 10.30am, ground floor.", ["15 Dec 10:30"]),
        ("Wir laden Sie am 10. um 9:30 Uhr zum Gespräch ein.", ["10 Dec 09:30"]),
        (
            "We can interview you on 8 December at 10am or on the 10th at 11am.",
            ["08 Dec 10:00", "10 Dec 11:00"],
        ),
        ("Could we do Wednesday at 11 instead of Friday at 2?", ["02 Dec 11:00"]),
        (
            (
                "We'd like to meet you. We can do Monday at 10 or 2, or Tuesday afternoon at "
                "quarter past four."
            ),
            ["07 Dec 10:00", "07 Dec 14:00", "01 Dec 16:15"],
        ),
        ("Can you come for an interview tomorrow at twenty to five?", ["01 Dec 16:40"]),
        ("Please come for your interview on Thursday at twenty-five past ten.", ["03 Dec 10:25"]),
        ("Can you come for a chat on Thursday at ten to three?", ["03 Dec 14:50"]),
        ("The interview is on Thursday at five past eleven.", ["03 Dec 11:05"]),
        ("Your interview is on Thursday at eleven am.", ["03 Dec 11:00"]),
        ("Your interview is on Thursday at three o'clock.", ["03 Dec 15:00"]),
        ("Kannst du am Freitag um sieben Uhr früh zum Probearbeiten kommen?", ["04 Dec 07:00"]),
        ("Passt es Ihnen am Freitag um drei Uhr nachmittags für ein Gespräch?", ["04 Dec 15:00"]),
        ("Können Sie am Freitag um Viertel nach neun zum Gespräch kommen?", ["04 Dec 09:15"]),
        ("Geht Freitag um 9 für ein Gespräch?", ["04 Dec 09:00"]),
        ("Hi can u come in for interview tmrw 3ish", ["01 Dec 15:00"]),
        ("free for a chat 2moro at 10?", ["01 Dec 10:00"]),
        ("Friday at 3?", ["04 Dec 15:00"]),
        ("Friday at 3.30?", ["04 Dec 15:30"]),
        ("chat Saturday around 10ish?", ["05 Dec 10:00"]),
        ("Can you come in at 9 on Wednesday for a chat?", ["02 Dec 09:00"]),
        ("Your interview is on Friday at 10am with 3 people on the 4th floor.", ["04 Dec 10:00"]),
        ("Your interview is on Friday from 10 to 12.", ["04 Dec 10:00"]),
        ("Ihr Gespräch ist am 8. Dezember um 10 Uhr im 2. Stock.", ["08 Dec 10:00"]),
    ],
)
def test_an_hour_is_found_however_short_it_is_said(words: str, days: list[str]) -> None:
    assert slots_of(words) == days


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("Your interview is on Tuesday 8 December at 3 Bridge Road.", ["08 Dec"]),
        ("We'd love to meet you. Come on Friday to one of our 2 sites.", []),
        ("Interviews on Friday at 2 locations in town.", []),
    ],
)
def test_a_number_that_counts_something_else_is_no_hour(words: str, days: list[str]) -> None:
    assert slots_of(words) == days


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("17 January doesn't suit us any more, sorry. Would the 20th at 2pm work?", "20 Jan 14:00"),
        (
            "der 8. Dezember klappt bei uns leider nicht. Ginge auch der 10. um 9:30 Uhr?",
            "10 Dec 09:30",
        ),
        ("Der 8. Dezember passt uns leider nicht. Wäre der 9. um 14 Uhr möglich?", "09 Dec 14:00"),
        ("8 December is no good for us. How about the 10th at half past nine?", "10 Dec 09:30"),
    ],
)
def test_a_day_without_its_month_is_of_the_month_that_is_spoken_of(words: str, day: str) -> None:
    assert slots_of(words) == [day]
    assert told(words, "Interview") == "another_time"


def test_a_weekday_is_offered_for_the_day_that_does_not_suit() -> None:
    words = "Der 8. Dezember passt uns leider nicht. Geht auch Mittwoch um 14 Uhr?"
    assert slots_of(words) == ["09 Dec 14:00"]
    assert told(words, "Interview") == "another_time"


@pytest.mark.parametrize(
    ("words", "days"),
    [
        (
            "The office closes at 17:00 on Tuesday 8 December; your interview will be at 15:30 that"
            " day.",
            ["08 Dec 15:30"],
        ),
        (
            "The shop shuts at 6pm on Thursday 3 December. Could you come in for your interview at "
            "4pm the same day?",
            ["03 Dec 16:00"],
        ),
        (
            "Das Büro schließt am 8. Dezember um 16 Uhr. Das Gespräch ist an diesem Tag um 14 Uhr.",
            ["08 Dec 14:00"],
        ),
        (
            "Your interview is on Tuesday 8 December at 10am. We have lunch at 12:30 that day, so "
            "do stay.",
            ["08 Dec 10:00"],
        ),
        ("Please reply by 4 December. We close at 5pm that day.", []),
    ],
)
def test_that_day_is_the_one_that_was_spoken_of(words: str, days: list[str]) -> None:
    assert slots_of(words) == days


@pytest.mark.parametrize(
    "words", ["Friday at 3?", "Tomorrow 10am ok?", "Thursday at ten for a chat?", "Monday 2pm?"]
)
def test_a_day_and_an_hour_with_a_question_mark_invite(words: str) -> None:
    assert told(words, "") == "invitation"


def test_the_thirtieth_is_of_this_month_where_that_is_to_come() -> None:
    assert slots_of("Come for an interview on the 30th at noon.", date(2026, 11, 12)) == [
        "30 Nov 12:00"
    ]
    assert slots_of("Come for an interview on the 10th at noon.", date(2026, 11, 12)) == [
        "10 Dec 12:00"
    ]
