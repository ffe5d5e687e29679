from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.values.formatting import (
    ago,
    bytes_size,
    clock,
    count,
    dashed,
    day,
    duration_since,
    full_day,
    in_sentence,
    mid_sentence,
    moment,
    near_days,
    next_midnight,
    on_day,
    plural,
    shortened_to_words,
    unbroken,
    without_this_year,
)

SYDNEY = ZoneInfo("Australia/Sydney")
ADELAIDE = ZoneInfo("Australia/Adelaide")
LORD_HOWE = ZoneInfo("Australia/Lord_Howe")
BEIRUT = ZoneInfo("Asia/Beirut")  # its clocks change at midnight
KIRITIMATI = ZoneInfo("Pacific/Kiritimati")
ZONES = [SYDNEY, ADELAIDE, LORD_HOWE, BEIRUT, KIRITIMATI, ZoneInfo("America/St_Johns"), UTC]

TODAY = date(2026, 3, 4)  # a Wednesday


def utc(year: int, month: int, day: int, hour: int = 0, minute: int = 0) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=UTC)


@pytest.mark.parametrize(
    ("when", "words"),
    [
        (date(2026, 3, 4), "Today"),
        (date(2026, 3, 3), "Yesterday"),
        (date(2026, 3, 5), "Tomorrow"),
        (date(2026, 3, 2), "Mon 2 Mar"),
        (date(2026, 6, 1), "Mon 1 June"),
        (date(2025, 3, 2), "Sun 2 Mar 2025"),
        (date(2027, 1, 1), "Fri 1 Jan 2027"),
        (date.max, "Fri 31 Dec 9999"),
        (date.min, "Mon 1 Jan 1"),
    ],
)
def test_a_day_reads_as_people_say_it(when, words):
    assert day(when, TODAY) == words


@pytest.mark.parametrize(
    ("words", "in_a_sentence"),
    [
        ("Today", "today"),
        ("Tomorrow, 10:00", "tomorrow, 10:00"),
        ("Yesterday", "yesterday"),
        ("Tue 3 Mar", "Tue 3 Mar"),
        ("Thu 12 Mar, 14:30", "Thu 12 Mar, 14:30"),
        ("", ""),
    ],
)
def test_only_a_weekday_keeps_its_capital_in_a_sentence(words, in_a_sentence):
    assert in_sentence(words) == in_a_sentence


def test_what_is_said_of_a_day_names_it_with_on_or_is_yesterday():
    assert on_day(date(2026, 3, 2), TODAY) == "on Mon 2 Mar"
    assert on_day(date(2026, 3, 3), TODAY) == "yesterday"


def test_the_day_before_new_year_is_yesterday_and_no_other_year():
    assert day(date(2025, 12, 31), date(2026, 1, 1)) == "Yesterday"
    assert day(date(2025, 12, 30), date(2026, 1, 1)) == "Tue 30 Dec 2025"


def test_a_full_day_reads_the_same_whenever_it_is_read():
    assert full_day(date(2026, 3, 2)) == "Mon 2 Mar 2026"


def test_a_moment_is_told_on_the_persons_own_clock():
    assert moment(utc(2026, 3, 4, 23, 0), SYDNEY, TODAY) == "Tomorrow, 10:00"
    assert moment(utc(2026, 3, 12, 3, 30), SYDNEY, TODAY) == "Thu 12 Mar, 14:30"
    assert moment(utc(2025, 3, 12, 3, 30), SYDNEY, TODAY) == "Wed 12 Mar 2025, 14:30"
    assert clock(utc(2026, 7, 1, 0, 5), ADELAIDE) == "09:35"


def test_clocks_going_back_do_not_move_an_interview():
    before, after = utc(2026, 4, 3, 23), utc(2026, 4, 6, 0)  # both 10:00 in Sydney
    assert clock(before, SYDNEY) == clock(after, SYDNEY) == "10:00"


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0, "today"),
        (1, "1 day"),
        (3, "3 days"),
        (13, "13 days"),
        (14, "2 weeks"),
        (35, "5 weeks"),
        (69, "9 weeks"),
        (70, "2 months"),
        (215, "7 months"),
        (365, "12 months"),
        (729, "23 months"),
        (730, "2 years"),
        (-3, "today"),
    ],
)
def test_a_span_is_told_in_the_unit_people_would_use(days, words):
    now = utc(2026, 7, 14, 2)
    assert duration_since(now - timedelta(days=days), now, SYDNEY) == words


def test_an_unknown_start_says_nothing():
    assert duration_since(None, utc(2026, 3, 4), SYDNEY) == ""
    assert ago(None, utc(2026, 3, 4), SYDNEY) == ""


def test_days_turn_at_midnight_where_the_person_is():
    late, early = utc(2026, 3, 3, 12, 59), utc(2026, 3, 3, 13, 1)  # 23:59 and 00:01 in Sydney
    assert duration_since(late, early, SYDNEY) == "1 day"
    assert duration_since(late, early, UTC) == "today"


def test_the_day_of_23_hours_and_the_one_of_25_each_count_as_one():
    spring = utc(2026, 10, 3, 14)  # Sydney's midnight before the clocks go forward
    assert next_midnight(spring, SYDNEY) == spring + timedelta(hours=23)
    assert duration_since(spring, utc(2026, 10, 4, 12, 59), SYDNEY) == "today"
    assert duration_since(spring, utc(2026, 10, 4, 13, 0), SYDNEY) == "1 day"
    autumn = utc(2026, 4, 4, 13)
    assert next_midnight(autumn, SYDNEY) == autumn + timedelta(hours=25)
    assert duration_since(autumn, utc(2026, 4, 5, 13, 59), SYDNEY) == "today"
    assert duration_since(autumn, utc(2026, 4, 5, 14, 0), SYDNEY) == "1 day"


def test_where_midnight_is_skipped_the_day_begins_with_the_change():
    since = utc(2026, 3, 28, 10)
    changes = next_midnight(since, BEIRUT)
    assert changes == utc(2026, 3, 28, 22)
    assert duration_since(since, changes, BEIRUT) == "1 day"


def test_ago_fits_into_a_sentence():
    now = utc(2026, 3, 4, 2)
    assert ago(now, now, SYDNEY) == "today"
    assert ago(now - timedelta(days=1), now, SYDNEY) == "yesterday"
    assert ago(now - timedelta(days=20), now, SYDNEY) == "2 weeks ago"


@given(
    st.datetimes(timezones=st.just(UTC)),
    st.datetimes(timezones=st.just(UTC)),
    st.sampled_from(ZONES),
)
def test_the_ends_of_time_are_no_error(since, now, zone):
    duration_since(since, now, zone)
    moment(since, zone, now.date())


def test_numbers_have_their_thousands_and_plurals():
    assert count(1234) == "1,234"
    assert plural(1, "card") == "1 card"
    assert plural(0, "card") == "0 cards"
    assert plural(12_000, "reply", "replies") == "12,000 replies"


@pytest.mark.parametrize(
    ("size", "words"),
    [
        (0, "0 bytes"),
        (1, "1 byte"),
        (999, "999 bytes"),
        (1000, "1.0 kB"),
        (48_213, "48 kB"),
        (999_600, "1.0 MB"),
        (2_345_678, "2.3 MB"),
        (50_000_000_000, "50 GB"),
    ],
)
def test_a_files_size_reads_as_on_a_phone(size, words):
    assert bytes_size(size) == words


@pytest.mark.parametrize(
    ("quoted", "shown"),
    [
        ("we were not sure", "… we were not sure"),
        ("“your answers” were long", "… “your answers” were long"),
        ("Your answers were long", "Your answers were long"),
        ("3 of 5", "3 of 5"),
        ("回答が長い", "回答が長い"),
        ("", ""),
    ],
)
def test_words_from_the_middle_of_a_sentence_say_so(quoted, shown):
    assert mid_sentence(quoted) == shown


def test_year_is_left_out_of_days_of_this_year_alone() -> None:
    words = "Since Mon 2 Mar 2026, until Fri 1 Jan 2027; 2026 is a number."

    said = without_this_year(words, date(2026, 5, 1))

    assert said == "Since Mon 2 Mar, until Fri 1 Jan 2027; 2026 is a number."


@pytest.mark.parametrize(
    ("today", "read"),
    [(1, "tomorrow"), (2, "today"), (3, "yesterday"), (28, "on Sat 2 May")],
)
def test_near_day_in_a_sentence_is_told_by_name(today: int, read: str) -> None:
    words = "Interview on Sat 2 May 2026, 14:30"
    assert near_days(words, date(2026, 5, today)) == f"Interview {read}, 14:30"


def test_no_line_of_a_name_begins_with_its_dash() -> None:
    assert dashed("Business Analyst - Graduate") == "Business Analyst\N{NO-BREAK SPACE}- Graduate"
    assert dashed("Cook – nights — casual").count("\N{NO-BREAK SPACE}") == 2
    for as_it_is in ("Co-ordinator", "- Graduate", "Cook -nights", "", "Cook"):
        assert dashed(as_it_is) == as_it_is


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("Answer by Tue 8 Dec.", "Answer by Tue\u00a08\u00a0Dec."),
        ("Sent from Thu 5 Nov 2026", "Sent from Thu\u00a05\u00a0Nov 2026"),
        ("Call 03 5550 1234 by 8 Dec", "Call 03\u00a05550\u00a01234 by 8\u00a0Dec"),
        ("8 Decisions to make", "8 Decisions to make"),
    ],
)
def test_a_day_and_a_number_are_not_broken_over_two_lines(words: str, said: str) -> None:
    assert unbroken(words) == said


@pytest.mark.parametrize(
    ("text", "longest", "shown"),
    [
        ("Excites you · fixing things", 40, "Excites you · fixing things"),
        ("Excites you · fixing things", 19, "Excites you…"),
        ("Excites you · fixing things", 21, "Excites you · fixing…"),
        ("Donaudampfschifffahrt", 8, "Donauda…"),
    ],
)
def test_no_word_of_a_long_line_is_cut_in_two(text: str, longest: int, shown: str) -> None:
    assert shortened_to_words(text, longest) == shown
