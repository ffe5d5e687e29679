"""The answer to an email: its subject whole, and the hour as one says it."""

from datetime import date, time

import pytest

from tracker.loop.ask.replies import gaps_in, reply, said_hour, said_zone

LONG = "Application 55120 - Help Desk Analyst (Level 1) - further information required by the panel"


def test_their_subject_comes_back_whole() -> None:
    assert reply("answer", "Kim Lau", LONG, "Robin").subject == f"Re: {LONG}"


@pytest.mark.parametrize(
    ("at", "english", "german"),
    [
        (time(9, 30), "9:30 am", "9:30"),
        (time(14), "2 pm", "14"),
        (time(12), "12 pm", "12"),
        (time(0, 5), "12:05 am", "0:05"),
        (time(23, 59), "11:59 pm", "23:59"),
    ],
)
def test_an_hour_is_named_as_one_says_it(at: time, english: str, german: str) -> None:
    assert (said_hour(at, "en"), said_hour(at, "de")) == (english, german)


def test_another_clock_is_named_behind_it() -> None:
    zones = ("Sydney", "Sydney time", "AEST", "UTC+10")
    assert [said_zone(each, "en") for each in zones] == [
        "Sydney time", "Sydney time", "AEST", "UTC+10",
    ]  # fmt: skip
    on = date(2026, 12, 9)
    english = reply("choose", "Kim", "", "Robin", on, "9:30 am", zone="Sydney time").body
    german = reply("choose", "Kim", "", "Robin", on, "9:30", "de", zone="Sydney-Zeit").body

    assert "Wednesday 9 December at 9:30 am (Sydney time) suits me well." in english
    assert "um 9:30 Uhr (Sydney-Zeit), passt mir gut." in german


def test_what_is_left_to_fill_in_is_counted() -> None:
    assert gaps_in("I have attached [my licence / my passport].\n\nMy number is: …\nSalary: …") == 3
    assert gaps_in("Thank you … for all. I have attached [a copy].") == 0


def test_where_their_subject_is_not_known_it_says_what_the_answer_is_about() -> None:
    on = date(2026, 12, 9)

    assert reply("send", "Kim", "", "Robin", role="Clerk").subject == "My application: Clerk"
    assert reply("confirm", "Kim", "", "R", on, role="Clerk").subject == "Your invitation: Clerk"
    german = reply("send", "Kim", "", "Robin", language="de", role="Clerk").subject
    assert german == "Meine Bewerbung: Clerk"
    assert reply("send", "Kim", "Papers", "Robin", role="Clerk").subject == "Re: Papers"
    assert reply("send", "Kim", "", "Robin").subject == "Your email"
