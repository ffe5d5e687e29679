"""The last minute of a day is no hour to meet; a test that is open until then is one."""

from datetime import date, time

import pytest

from tests.mail.test_told import told
from tracker.mail.answer_by import answer_by
from tracker.mail.invitation import read_invitation

SENT = date(2026, 12, 1)
AT = "https://tests.example.com/bogong/start?c=7713"


@pytest.mark.parametrize(
    "words",
    [
        "The next stage is an online test of verbal and numerical reasoning. It takes 45 minutes. "
        f"Your link is below and stays open until 11:59 pm on Sunday 6 December.\n\n{AT}",
        "Please take the online assessment (30 minutes). The link is valid until Sunday 6 December "
        f"2026, 23:59.\n\n{AT}",
        "The online test is available from Monday 30 November at 9:00 am to Sunday 6 December at "
        f"11:59 pm.\n\n{AT}",
        f"Your psychometric assessment will be open until midnight on Sunday 6 December: {AT}",
        "Please record your one-way video interview. It closes on Sunday 6 December at 11:59 pm. "
        f"{AT}",
        "You can do the skills test any time between Tuesday 1 December and midnight on Sunday 6 "
        f"December. Start here: {AT}",
        f"Please complete the online test. Due date: Sunday 6 December, 11:59 pm. {AT}",
        "der Online-Test dauert 45 Minuten. Der Link bleibt bis Sonntag, 6. Dezember, 23:59 Uhr "
        f"offen: {AT}",
        f"Ihr Einstellungstest ist bis zum 6. Dezember um 23:59 Uhr freigeschaltet: {AT}",
        "der Online-Test ist von Dienstag, 1. Dezember, bis Sonntag, 6. Dezember, 24 Uhr offen. "
        f"Test starten: {AT}",
    ],
)  # fmt: skip
def test_a_test_that_is_open_until_a_day_is_done_alone_by_then(words: str) -> None:
    found = read_invitation(words, "Online assessment: Program Support Officer", SENT)
    assert told(words, "Online assessment: Program Support Officer") == "test"
    assert [(each.on.day, each.at) for each in found.slots] == [(6, None)]
    assert found.by_itself


@pytest.mark.parametrize(
    "words",
    [
        "Our call is on Sunday 6 December, 11:59 pm.",
        "We would love to meet you. Sunday 6 December, 23:59, is the last minute to reply.",
        "wir möchten Sie gern kennenlernen. Sonntag, 6. Dezember, 23:59 Uhr ist die Frist.",
    ],
)
def test_the_last_minute_of_a_day_is_no_hour_to_meet(words: str) -> None:
    assert read_invitation(words, "", SENT).slots == ()
    found = answer_by(words, SENT)
    assert found is not None
    assert (found.on.day, found.at) == (6, time(23, 59))


@pytest.mark.parametrize(
    ("words", "slots"),
    [
        ("Your interview is on Monday 7 December from 2 pm to 3 pm.", [(7, time(14))]),
        ("Are you free between 9 am and noon on Tuesday 8 December?", [(8, time(9))]),
        ("Can you come from Monday 7 December to Friday 11 December?", [(7, None), (11, None)]),
        ("Meet us on Tuesday 8 December at 11:59 am.", [(8, time(11, 59))]),
    ],
)
def test_from_one_hour_to_another_is_when_they_meet(
    words: str, slots: list[tuple[int, time | None]]
) -> None:
    assert [(each.on.day, each.at) for each in read_invitation(words, "", SENT).slots] == slots
