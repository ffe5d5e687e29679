"""Words that only look like a move or a cancellation, beside those that are one."""

import time
from datetime import date

import pytest

from tracker.mail import Mail, calls_off
from tracker.mail.invitation import read_invitation
from tracker.mail.other_hours import moves_one

SENT = date(2026, 11, 30)


@pytest.mark.parametrize(
    "words",
    [
        "Das Gespräch findet am Mittwoch, den 9. Dezember 2026 um 11 Uhr in der Kanzlei statt.",
        "Das Gespräch findet statt am Mittwoch, den 9. Dezember 2026, um 11 Uhr.",
        "Das Gespräch findet am 9. Dezember 2026, 11 Uhr statt und dauert 45 Minuten.",
        "Ihr Gespräch, das am 9. Dezember 2026 um 11 Uhr stattfindet, leitet Frau Sommer.",
        "Das Gespräch wird am 9. Dezember 2026 um 11 Uhr statt finden.",
        "Sorry for the delay. We would like to meet you on 9 December 2026 at 11am.",
        "An interview for the role of Change Manager: 9 December 2026 at 11am.",
        "A chat rather than a formal interview, on 9 December 2026 at 11am.",
        "We have moved to Level 3, 12 King Street. Your interview: 9 December 2026 at 11am.",
        "By phone instead of in person. 9 December 2026 at 11am.",
        "There is no change to your interview on 9 December 2026 at 11am.",
        "Bring your CV, we look forward to it: 9 December 2026 at 11am.",
        "Kaffee statt Tee gibt es am 9. Dezember 2026 um 11 Uhr.",
    ],
)
def test_words_that_only_look_like_a_move_leave_the_day_as_it_is(words: str) -> None:
    slots = read_invitation(words, "Interview", SENT).slots

    assert not moves_one(words, "Interview")
    assert [f"{slot.on} {slot.at:%H:%M}" for slot in slots if slot.at] == ["2026-12-09 11:00"]


@pytest.mark.parametrize(
    "words",
    [
        "Wir treffen uns statt am Montag am Dienstag, den 8. Dezember 2026, um 10 Uhr.",
        "Das Gespräch findet am Dienstag, 8.12.2026, 10 Uhr statt am Montag, 7.12.2026 statt.",
        "Das Gespräch findet am 8.12.2026 um 10 Uhr statt, nicht am 7.12.2026. Neuer Termin"
        " statt des alten Termins.",
        "We meet on 8 December 2026 at 10am rather than on 7 December.",
        "Could we do 8 December 2026 at 10am instead of the planned day?",
    ],
)
def test_a_day_in_place_of_another_is_a_move_all_the_same(words: str) -> None:
    slots = read_invitation(words, "Interview", SENT).slots

    assert moves_one(words, "Interview")
    assert [f"{slot.on} {slot.at:%H:%M}" for slot in slots if slot.at] == ["2026-12-08 10:00"]


@pytest.mark.parametrize(
    ("words", "off"),
    [
        ("Das Gespräch findet nicht im Büro, sondern per Video statt.", False),
        ("Das Gespräch fällt etwas kürzer aus, etwa 20 Minuten.", False),
        ("The interview will not take place in our office but by video.", False),
        ("The interview is by video, so travel is not needed.", False),
        ("For the interview a portfolio is not required.", False),
        ("Das Gespräch findet nicht statt.", True),
        ("Das Gespräch kann leider nicht stattfinden.", True),
        ("Der Termin am Montag entfällt.", True),
        ("Das Gespräch fällt leider aus.", True),
        ("Your interview is no longer required.", True),
        ("The interview on Monday will not take place.", True),
    ],
)
def test_an_interview_that_is_held_elsewhere_or_shorter_is_not_cancelled(
    words: str, off: bool
) -> None:
    assert calls_off(Mail(words), SENT) is off


def test_words_without_an_end_are_read_in_time() -> None:
    began = time.monotonic()
    for words in ("findet ", "statt ", "we have moved to ", "sorry delay not change "):
        moves_one(words * 3_000, "")
        calls_off(Mail(words * 3_000), SENT)

    assert time.monotonic() - began < 3
