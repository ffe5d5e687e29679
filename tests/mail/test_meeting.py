"""The link of a talk, its length and its people, as invitations in words say them."""

import time

import pytest

from tracker.mail.meeting import meeting_link, minutes_in, people_in


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("The link for the video call is https://talk.example/r/8.", "https://talk.example/r/8"),
        ("Meeting link:\n\nhttps://a.example/x, see you then", "https://a.example/x"),
        ("Please join here: https://a.example/x", "https://a.example/x"),
        ("https://meet.example.org/robin", "https://meet.example.org/robin"),
        ("Hier kannst du teilnehmen: https://bbb.example/b", "https://bbb.example/b"),
        ("Pick a time for the meeting: https://a.example/x", ""),
        ("Join our talent community: https://a.example/x", ""),
        ("Join us on LinkedIn: https://www.linkedin.com/company/a", ""),
        ("Before the meeting, read https://a.example/about", ""),
        ("Join: https://zoom.us@a.example/x", ""),
        ("Join: http://a.example/x", ""),
        ("See https://a.example/?zoom.us", ""),
    ],
)
def test_a_link_beside_the_words_that_say_join_is_the_meeting(text: str, link: str) -> None:
    assert meeting_link(text) == link


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("A 45 minute video interview on Thursday", 45),
        ("The call takes about half an hour.", 30),
        ("Allow 1 hour 30 minutes.", 90),
        ("Das Gespräch dauert 45 Minuten.", 45),
        ("Please arrive 10 minutes early for the interview.", None),
        ("An interview with a ten minute presentation", None),
        ("A call of 20 minutes, then an interview of 40 minutes", None),
        ("Reply within 24 hours. We meet on Monday.", None),
    ],
)
def test_length_is_read_where_one_is_said_of_the_talk(text: str, minutes: int | None) -> None:
    assert minutes_in(text, "video") == minutes


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("A chat with Dana Ito, our team lead", ("Dana Ito",)),
        ("You will meet Dana and Tom Weir", ("Dana", "Tom Weir")),
        ("ein Gespräch mit Frau Yilmaz", ("Frau Yilmaz",)),
        ("Your interview with Cobalt", ()),
        ("Your interview with Blue Kettle", ()),
        ("Your interview with Harbour Freight", ()),
        ("We meet with Zoom and Teams", ()),
    ],
)
def test_only_who_is_surely_a_person_is_named(text: str, people: tuple[str, ...]) -> None:
    assert people_in(text, "Jo Blue Kettle") == people


def test_what_is_built_to_be_slow_is_read_in_a_moment() -> None:
    began = time.process_time()
    for part in ("https://", "https://a.b/ join ", "Aa Bb, ", "Aa and ", "one hour ", "book ", "9"):
        text = "with " + (part * 12_000)[:12_000]
        assert minutes_in(text, "video") is None
        people_in(text)
        meeting_link(text)
    assert time.process_time() - began < 5
