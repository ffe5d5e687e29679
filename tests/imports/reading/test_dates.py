from datetime import date, time

import pytest

from tests.imports.reads import TODAY, mapping, rows, shared
from tracker.imports.reading.date_order import OrderSurvey
from tracker.imports.reading.dates import DateReader
from tracker.imports.reading.missing_years import years_in_order
from tracker.imports.words.date_words import looks_like_date

DAY_FIRST = DateReader("day_first")
MONTH_FIRST = DateReader("month_first")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-03-04", date(2026, 3, 4)),
        ("2026/3/4", date(2026, 3, 4)),
        ("20260304", date(2026, 3, 4)),
        ("2026-03-04T22:15:00.000Z", date(2026, 3, 4)),
        ("2026-03-04 22:15", date(2026, 3, 4)),
        ("7/3/26", date(2026, 3, 7)),
        ("18/03/2026", date(2026, 3, 18)),
        ("02.03.2026", date(2026, 3, 2)),
        ("2.3.26", date(2026, 3, 2)),
        ("02-03-2026", date(2026, 3, 2)),
        ("2 Mar 2026", date(2026, 3, 2)),
        ("2-Mar-26", date(2026, 3, 2)),
        ("2nd March, 2026", date(2026, 3, 2)),
        ("the 2nd", None),
        ("Mar 2, 2026", date(2026, 3, 2)),
        ("March 2nd 2026", date(2026, 3, 2)),
        ("Mon 2 Mar 2026", date(2026, 3, 2)),
        ("Montag, 2. März 2026", date(2026, 3, 2)),
        ("2. Mrz 2026", date(2026, 3, 2)),
        ("14. Dezember 2025", date(2025, 12, 14)),
        ("  18/03/2026  ", date(2026, 3, 18)),
        ("46088", date(2026, 3, 7)),
        ("46088.5", date(2026, 3, 7)),
        ("29/02/2024", date(2024, 2, 29)),
    ],
)
def test_days_as_people_write_them(text: str, expected: date | None):
    assert DAY_FIRST.read(text).on == expected


def test_month_first_is_read_month_first():
    assert MONTH_FIRST.read("3/18/2026").on == date(2026, 3, 18)
    assert MONTH_FIRST.read("2 Mar 2026").on == date(2026, 3, 2)
    assert MONTH_FIRST.read("2026-03-18").on == date(2026, 3, 18)


@pytest.mark.parametrize("text", ["", "  ", "N/A", "n/a", "-", "k.A.", "TBC", "Unknown"])
def test_nothing_is_no_problem(text: str):
    assert DAY_FIRST.read(text).on is None
    assert DAY_FIRST.read(text).problem == ""


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("soon", "“soon” isn't a date we can read."),
        ("31/02/2026", "“31/02/2026” isn't in the calendar."),
        ("03/18/2026", "“03/18/2026” can't be read day first, as the other dates are."),
        ("2/3", "“2/3” has no year."),
        ("Mar 2026", "“Mar 2026” isn't a date we can read."),
        ("1/1/1066", "“1/1/1066” is too far away to be right."),
        ("0/0/0", "“0/0/0” isn't a date we can read."),
        ("29/02/2026", "“29/02/2026” isn't in the calendar."),
    ],
)
def test_what_is_no_day_is_said_and_never_swapped(text: str, problem: str):
    reading = DAY_FIRST.read(text)
    assert (reading.on, reading.problem) == (None, problem)


def test_a_time_of_day_is_kept():
    assert DAY_FIRST.read("12.03.2026 um 14:30 Uhr").at == time(14, 30)
    assert DAY_FIRST.read("12/3/2026 2pm").at == time(14)


def test_numbers_alone_do_not_look_like_dates():
    assert not looks_like_date("65000")
    assert looks_like_date("7/3/26")


def order_of(*texts: str) -> tuple[str, str, str]:
    survey = OrderSurvey(TODAY)
    for text in texts:
        survey.add(0, text)
    return survey.guess()


def test_one_day_past_the_twelfth_settles_the_order():
    assert order_of("7/3/26", "31/03/26") == ("day_first", "certain", "31/03/26")
    assert order_of("7/3/26", "3/31/26") == ("month_first", "certain", "3/31/26")


def test_without_such_a_day_the_order_that_keeps_rows_in_order_is_likely():
    days = ("1/3/26", "1/4/26", "2/4/26", "1/5/26", "9/5/26", "2/6/26")
    assert order_of(*days)[:2] == ("day_first", "likely")
    turned = ["/".join((text.split("/")[1], text.split("/")[0], "26")) for text in days]
    assert order_of(*turned)[:2] == ("month_first", "likely")


def test_one_step_back_in_time_is_not_enough_to_tell_the_order():
    assert order_of("1/3/26", "1/4/26", "2/4/26", "1/5/26")[:2] == ("day_first", "assumed")


def test_an_order_that_puts_days_ahead_of_us_is_less_likely():
    assert order_of("11/12/26")[:2] == ("month_first", "likely")  # 12 November, not 11 December


def test_when_nothing_tells_day_first_is_assumed_and_said_to_be():
    assert order_of("3/4/26") == ("day_first", "assumed", "3/4/26")
    assert order_of("2026-03-04", "2 Mar 2026") == ("day_first", "not_needed", "")


MIXED = "Company,Role,Date Applied\nA,B,18/03/2026\nC,D,03/19/2026\nE,F,4/5/2026\nG,H,5/5/2026\n"


def test_a_file_that_mixes_orders_leaves_unclear_days_to_the_person():
    assert mapping(MIXED).order_certainty == "mixed"
    read = rows(MIXED)
    assert [row.facts.get("applied_on") for row in read] == [
        date(2026, 3, 18),
        None,
        None,
        date(2026, 5, 5),
    ]
    assert read[1].problems == [
        ("applied_on", "“03/19/2026” can't be read day first, as the other dates are.")
    ]
    assert read[2].problems == []
    assert read[2].questions == [("order", "“4/5/2026” could be 4 May or 5 April.")]
    assert read[2].notes == "Date Applied: 4/5/2026"


def test_an_order_that_is_chosen_settles_unclear_days():
    chosen = mapping(MIXED)
    chosen.choose_order("month_first")
    read = rows(MIXED, chosen)
    assert read[2].facts["applied_on"] == date(2026, 4, 5)
    assert read[0].problems[0][1].endswith("can't be read month first, as the other dates are.")


def years(*texts: str, order: str = "day_first") -> list[int | None]:
    reader = DateReader(order)  # type: ignore[arg-type]
    runs = years_in_order(enumerate(texts), reader, TODAY)
    found = []
    for place, text in enumerate(texts):
        year = next((year for row, year in reversed(runs) if row <= place), None)
        on = reader.read(text, year).on
        found.append(on.year if on else None)
    return found


def test_a_day_without_a_year_takes_the_one_between_its_neighbours():
    assert years("18/12/2025", "20/12", "3/1", "5/1/2026") == [2025, 2025, 2026, 2026]


def test_newest_first_works_too():
    assert years("5/1/2026", "3/1", "20/12", "18/12/2025") == [2026, 2026, 2025, 2025]


def test_a_list_without_any_year_ends_in_the_past():
    assert years("1 Oct", "20 Dec", "3 Jan", "2 Mar") == [2025, 2025, 2026, 2026]
    assert years("1 Oct", "5 Nov", "20 Nov") == [2026, 2026, 2026]
    assert years("20 Nov", "5 Nov", "1 Oct") == [2026, 2026, 2026]


def test_one_row_out_of_place_does_not_shift_a_year():
    assert years("18/03/2026", "25/3", "20/3", "26/3", "1/4/2026") == [2026] * 5
    assert years("6 Mar", "5 Mar", "7 Mar") == [2026] * 3


def test_the_29th_of_february_finds_its_year():
    assert years("20/2/2024", "29/2", "3/3/2024") == [2024, 2024, 2024]
    assert years("20/2/2026", "29/2", "3/3/2026") == [2026, None, 2026]


def test_other_days_without_a_year_follow_the_day_of_applying():
    read = rows(
        "Company,Role,Date Applied,Interview date\nA,B,18/12/2025,3/1\nC,D,19/12/2025,20/12\n"
    )
    assert [row.interviews[0].on for row in read] == [date(2026, 1, 3), date(2025, 12, 20)]


def test_month_first_sample():
    chosen = mapping(shared("us-month-first.csv"))
    assert (chosen.order, chosen.order_certainty) == ("month_first", "certain")
    assert [row.facts["applied_on"] for row in rows(shared("us-month-first.csv"))] == [
        date(2026, 3, 4),
        date(2026, 3, 18),
        date(2025, 12, 1),
    ]


@pytest.mark.parametrize("text", ["0/1", "1/0/2026", "0/0/2026"])
def test_a_number_that_is_no_month_and_no_day_is_not_asked_about_as_one_of_two_days(text):
    read = DateReader("day_first", strict=True).read(text, 2026)

    assert read.on is None
    assert "isn't in the calendar" in read.problem
