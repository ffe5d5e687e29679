import subprocess
import sys
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.loop.working_days import is_working_day, working_days_after
from tracker.values.regions import STATES

MONDAY = date(2026, 11, 2)


@pytest.mark.parametrize(
    ("country", "state", "start", "fifth"),
    [
        ("AU", "VIC", date(2026, 10, 30), date(2026, 11, 9)),  # Melbourne Cup, Tue 3 Nov
        ("AU", "NSW", date(2026, 10, 30), date(2026, 11, 6)),
        ("AU", "VIC", date(2026, 9, 22), date(2026, 9, 30)),  # the Friday before the Grand Final
        ("AU", "NSW", date(2026, 4, 20), date(2026, 4, 28)),  # ANZAC Day's Monday
        ("AU", "VIC", date(2026, 4, 20), date(2026, 4, 27)),  # fell on a Saturday, no Monday
        ("AU", "ACT", date(2027, 4, 20), date(2027, 4, 28)),  # a Sunday, Monday given
        ("AU", "QLD", date(2026, 4, 1), date(2026, 4, 10)),  # Easter
        ("AU", "SA", date(2026, 3, 6), date(2026, 3, 16)),  # Adelaide Cup
        ("AU", "TAS", date(2026, 12, 24), date(2027, 1, 5)),  # Christmas, Boxing Day moved
        ("AU", "WA", date(2026, 5, 29), date(2026, 6, 8)),  # Western Australia Day
        ("NZ", "AUK", date(2026, 1, 23), date(2026, 2, 2)),  # Auckland's anniversary
        ("NZ", "OTA", date(2026, 1, 23), date(2026, 1, 30)),
        ("NZ", "", date(2026, 7, 9), date(2026, 7, 17)),  # Matariki
        ("NZ", "WGN", date(2026, 2, 5), date(2026, 2, 13)),  # Waitangi Day
        ("GB", "SCT", date(2026, 7, 31), date(2026, 8, 10)),  # their August holiday is the first
        ("GB", "ENG", date(2026, 7, 31), date(2026, 8, 7)),
        ("GB", "ENG", date(2026, 8, 28), date(2026, 9, 7)),
        ("GB", "NIR", date(2026, 3, 16), date(2026, 3, 24)),  # St Patrick
        ("GB", "", date(2026, 12, 24), date(2027, 1, 5)),
        ("DE", "BY", date(2026, 6, 3), date(2026, 6, 11)),  # Fronleichnam
        ("DE", "BE", date(2026, 6, 3), date(2026, 6, 10)),
        ("DE", "SN", date(2026, 11, 17), date(2026, 11, 25)),  # Buß- und Bettag
        ("DE", "HH", date(2026, 11, 17), date(2026, 11, 24)),
        ("DE", "", date(2026, 4, 2), date(2026, 4, 13)),  # Karfreitag, Ostermontag
        ("US", "", date(2026, 11, 25), date(2026, 12, 3)),  # Thanksgiving
    ],
)
def test_five_working_days_skip_what_is_free_there(country, state, start, fifth):
    assert working_days_after(start, 5, country, state) == fifth


@pytest.mark.parametrize(("country", "state"), [("", ""), ("XX", ""), ("Atlantis", "7")])
def test_an_unknown_country_has_weekends_only(country, state):
    assert working_days_after(date(2026, 12, 24), 5, country, state) == date(2026, 12, 31)


def test_an_unknown_state_has_what_the_whole_country_has():
    assert not is_working_day(date(2026, 12, 25), "AU", "ZZ")
    assert is_working_day(date(2026, 11, 3), "AU", "ZZ")
    assert working_days_after(date(2026, 4, 2), 1, "AU", "") == date(2026, 4, 7)


def test_codes_are_read_in_either_case():
    assert not is_working_day(date(2026, 11, 3), "au", "vic")


@pytest.mark.parametrize(
    ("country", "state"), [(country, state) for country in STATES for state in STATES[country]]
)
def test_every_state_that_can_be_chosen_is_known_to_the_calendar(country, state):
    import holidays

    assert state in holidays.country_holidays(country).subdivisions


def test_weekends_are_the_countrys_own():
    friday, sunday = date(2026, 11, 6), date(2026, 11, 8)
    assert not is_working_day(friday, "IL")
    assert is_working_day(sunday, "IL")


def test_no_days_after_is_the_day_itself_and_time_has_an_end():
    assert working_days_after(MONDAY, 0, "AU") == MONDAY
    assert working_days_after(date.max, 5, "AU") == date.max


@given(
    st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.integers(1, 15), st.sampled_from(["AU", "X"])
)
def test_the_day_found_is_a_working_day_with_as_many_before_it(day, count, country):
    found = working_days_after(day, count, country)
    between = [day + timedelta(days=ahead) for ahead in range(1, (found - day).days + 1)]
    assert is_working_day(found, country)
    assert sum(is_working_day(one, country) for one in between) == count


def test_holidays_are_not_loaded_at_the_start():
    code = "import tracker.loop.working_days, sys; sys.exit('holidays' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
