"""The greeting, by the person's own clock."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from tracker.views.today.greeting import greeting, greets_until

SYDNEY = ZoneInfo("Australia/Sydney")


@pytest.mark.parametrize(
    ("hour", "said"),
    [
        (0, "Hello"),
        (4, "Hello"),
        (5, "Good morning"),
        (11, "Good morning"),
        (12, "Good afternoon"),
        (18, "Good evening"),
    ],
)
def test_greeting_is_of_the_hour_where_the_person_is(hour: int, said: str) -> None:
    at = datetime(2026, 3, 2, hour, 30, tzinfo=SYDNEY).astimezone(UTC)

    assert greeting("Robin", at, SYDNEY) == f"{said}, Robin."
    assert greeting("Robin Quill", at, SYDNEY) == f"{said}, Robin."
    assert greeting("", at, SYDNEY) == f"{said}."


def test_it_holds_until_it_would_be_another() -> None:
    at = datetime(2026, 4, 4, 13, tzinfo=UTC)  # around the end of summer time
    for _ in range(8):
        until = greets_until(at, SYDNEY)
        before = greeting("", until - timedelta(seconds=1), SYDNEY)
        assert before == greeting("", at, SYDNEY) != greeting("", until, SYDNEY)
        at = until


def test_page_names_the_person_and_is_made_afresh_when_the_greeting_turns(sign_in, build) -> None:
    for name in ("Robin", ""):
        page = sign_in(build.user(name=name)).get("/today").text
        assert (", Robin.</h1>" in page) == bool(name)
        assert "<h1>Good " in page or "<h1>Hello" in page
