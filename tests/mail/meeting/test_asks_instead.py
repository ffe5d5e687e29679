"""A question about a time is none that is settled: they ask for another one."""

from datetime import date, time

import pytest

from tests.mail.test_told import told
from tracker.mail.another_time import asks_again
from tracker.mail.duty import duty_in
from tracker.mail.invitation import read_invitation
from tracker.mail.meeting.hour_instead import hour_instead
from tracker.mail.moved_days import OldTime
from tracker.mail.new_time import promised_time

SENT = date(2026, 12, 1)
KNOWN = OldTime(date(2026, 12, 9), time(15, 30))
LATER = (
    "Would you be able to come a little later on the 9th? We'd like to start at 4:15 pm rather "
    "than 3:30 pm, or alternatively on Thursday 10 December at 9:00 am. Let me know which you "
    "prefer,"
)


def slots_of(words: str, subject: str = "Your interview", old: OldTime | None = None) -> list[str]:
    slots = read_invitation(words, subject, SENT, old=old).slots
    return [f"{each.on:%d %b}" + (f" {each.at:%H:%M}" if each.at else "") for each in slots]


@pytest.mark.parametrize(
    ("words", "slots"),
    [
        ("Could you do Tuesday 8 December at 2 pm instead?", ["08 Dec 14:00"]),
        ("Would Tuesday 15 December at 10:30 am work for you instead?", ["15 Dec 10:30"]),
        ("Could we make it 11 am instead of 10 am on Wednesday 9 December?", ["09 Dec 11:00"]),
        ("Could we push our interview to Friday 11 December at 3 pm?", ["11 Dec 15:00"]),
        ("Could we bring your interview forward to 7 December at 1 pm?", ["07 Dec 13:00"]),
        ("How about Thursday 10 December at 9 am instead?", ["10 Dec 09:00"]),
        (
            "We need to reschedule. Are you free on Monday 14 December at 11 am?",
            ["14 Dec 11:00"],
        ),
        (
            "We would like to move our interview to 14 December at 11 am. Does that work?",
            ["14 Dec 11:00"],
        ),
        (
            "We need to reschedule. Could you do Thursday 10 December at 9:00 am or Friday 11 "
            "December at 2 pm instead?",
            ["10 Dec 09:00", "11 Dec 14:00"],
        ),
        (
            "leider müssen wir unser Vorstellungsgespräch verschieben. Könnten Sie stattdessen am "
            "Donnerstag, 10. Dezember um 14:00 Uhr?",
            ["10 Dec 14:00"],
        ),
        (
            "wäre es möglich, das Gespräch auf Freitag, 11. Dezember um 10 Uhr zu verschieben?",
            ["11 Dec 10:00"],
        ),
        (
            "Wir müssen den Termin leider verlegen. Passt Ihnen Montag, 14. Dezember um 9 Uhr?",
            ["14 Dec 09:00"],
        ),
        (
            "I'm sorry but our interview has to move. Does Thursday 10 December at 9 am work?",
            ["10 Dec 09:00"],
        ),
        (
            "Wednesday's call needs to be rescheduled. Are you free on 10 December at 9 am?",
            ["10 Dec 09:00"],
        ),
        ("Ginge statt Mittwoch auch Freitag, 11. Dezember um 11 Uhr?", ["11 Dec 11:00"]),
    ],
)
def test_a_question_about_another_time_asks_for_it(words: str, slots: list[str]) -> None:
    assert told(words, "Your interview") == "another_time"
    assert slots_of(words) == slots
    duty = duty_in(read_invitation(words, "", SENT), None, None, asks_again(words), SENT)
    assert duty is not None and duty.asks == "choose"


@pytest.mark.parametrize(
    "words",
    [
        "Your interview has been moved to Monday 7 December at 11:15 am. Please reply to confirm "
        "that you can make the new time.",
        "Your interview will now be held on Tuesday 8 December at 10 am instead of Monday.",
        "Your interview is on Tuesday 8 December at 10 am. If that does not suit, would Wednesday "
        "at 2 work instead?",
        "We would like to invite you to an interview. Would 8 December at 10 am suit you?",
        "Can you come in for a trial shift on Monday 7 December at 4:15 pm?",
        "Could you bring your ID on Tuesday 8 December?",
        "Could you start on 4 January instead of 11 January?",
        "Your interview has been moved to Tuesday 8 December at 10 am. Is that all right?",
        "Do you need to reschedule? Use this link by Friday.",
        "We have moved offices. Could you come to Level 4 on Tuesday 8 December at 10 am?",
        "Wir haben Ihr Gespräch auf Dienstag, 8. Dezember um 10 Uhr verlegt. Bitte bestätigen.",
        "Könnten Sie am Dienstag, 8. Dezember um 10 Uhr zu einem Gespräch kommen?",
    ],
)  # fmt: skip
def test_what_is_settled_or_is_the_first_time_asks_for_no_other(words: str) -> None:
    assert not asks_again(words)


def test_a_second_time_in_case_the_first_does_not_suit_moves_nothing() -> None:
    words = "Your interview is on 8 December at 10 am. If that does not suit, would 9 December at "
    assert told(words + "2 pm work instead?", "Your interview") == "invitation"
    assert slots_of(words + "2 pm work instead?") == ["08 Dec 10:00", "09 Dec 14:00"]


@pytest.mark.parametrize(
    ("words", "new", "old"),
    [
        (LATER, time(16, 15), time(15, 30)),
        ("It starts at 11 am, not 10 am.", time(11), time(10)),
        ("Instead of 3:30 pm, could you start at 4:15 pm?", time(16, 15), time(15, 30)),
        ("We had to move it from 3:30 pm to 4:15 pm.", time(16, 15), time(15, 30)),
        ("Könnten Sie um 16:15 Uhr statt um 15:30 Uhr kommen?", time(16, 15), time(15, 30)),
        ("Statt um 15:30 Uhr erst um 16:15 Uhr", time(16, 15), time(15, 30)),
    ],
)
def test_an_hour_in_the_place_of_another_is_the_new_one(words: str, new: time, old: time) -> None:
    found = hour_instead(words)
    assert found is not None
    assert (found.new, found.old) == (new, old)


def test_a_talk_from_one_hour_to_another_puts_none_in_the_place_of_another() -> None:
    assert hour_instead("The interview is on Tuesday from 3:30 pm to 4:15 pm.") is None


@pytest.mark.parametrize(
    ("words", "promised"),
    [
        ("We need to reschedule your interview. Are you free at any time on Thursday?", False),
        ("We need to reschedule your interview. I will send you a new time.", True),
        ("I have to cancel our interview. We hope to reschedule it next week.", True),
    ],
)
def test_whoever_asks_which_time_would_do_promises_none(words: str, promised: bool) -> None:
    assert (promised_time(words) is not None) == promised


def test_both_times_of_one_question_are_offered() -> None:
    both = ["09 Dec 16:15", "10 Dec 09:00"]
    assert told(LATER, "Interview on 9 December") == "another_time"
    assert slots_of(LATER, "Interview on 9 December") == both
    assert slots_of(LATER, old=KNOWN) == both


def test_an_hour_alone_is_on_the_day_of_the_interview_that_is_known() -> None:
    words = "Could we start at 4:15 pm rather than 3:30 pm?"
    assert slots_of(words, old=KNOWN) == ["09 Dec 16:15"]
    assert slots_of(words) == []
