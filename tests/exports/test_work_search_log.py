"""What a work-search log adds up to, and how its lines read for each agency."""

from datetime import date, timedelta

import pytest

from tracker.exports.work_search.log import Line, Setting, cells, heads, total
from tracker.exports.work_search.periods import asked, period, query
from tracker.exports.work_search.presets import COLUMNS, KINDS, PRESETS
from tracker.exports.work_search.words import GERMAN, day, number, said
from tracker.loop.ask_state import RESULTS
from tracker.models import User
from tracker.models.attempt import CHANNELS
from tracker.models.interview import KINDS as INTERVIEWS
from tracker.models.interview import OUTCOMES
from tracker.values.date_range import Span

DAY = date(2026, 3, 2)  # a Monday


def setting(name: str = "plain", country: str = "AU", **kept: object) -> Setting:
    return Setting.of(User(country=country, log_choice={"preset": name, name: kept}))


def line(kind: str = "application", ago: int = 0, **facts: object) -> Line:
    return Line(DAY + timedelta(ago), kind, **({"employer": "Acme"} | facts))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("country", "expected"),
    [("AU", "au"), ("GB", "uk"), ("US", "us"), ("DE", "de"), ("NZ", "plain"), ("", "plain")],
)
def test_where_a_person_lives_decides_what_is_offered_first(country: str, expected: str) -> None:
    assert Setting.of(User(country=country, log_choice={})).name == expected


def test_what_was_kept_that_no_longer_exists_falls_back() -> None:
    kept = {"preset": "gone", "plain": {"columns": ["gone", "on"]}}
    found = Setting.of(User(country="AU", log_choice=kept))
    assert (found.name, found.columns) == ("plain", ("on",))
    assert (
        Setting.of(
            User(country="AU", log_choice={"plain": {"columns": ["gone"]}}), {"preset": "plain"}
        ).columns
        == PRESETS["plain"].columns
    )


def test_one_file_may_have_another_preset_and_other_columns() -> None:
    user = User(country="AU", log_choice={"preset": "au", "au": {"columns": ["on"]}})
    found = Setting.of(user, {"preset": "us", "columns": ["result", "on"]})
    assert (found.name, found.columns) == ("us", ("on", "result"))


def test_points_are_counted_by_kind_and_month_from_the_first_day() -> None:
    lines = [line(), line(ago=9), line("interview", 29), line("search", 30), line("resume", 31)]
    span = Span.between(DAY, DAY + timedelta(45))
    found = total(lines, setting("au"), span)
    assert found.points == 5 + 5 + 20 + 0 + 5
    assert [(str(each.first), str(each.last), each.value) for each in found.parts] == [
        ("2026-03-02", "2026-04-01", 30),
        ("2026-04-02", "2026-04-16", 5),
    ]
    assert found.by_kind == [("application", 2), ("interview", 1), ("resume", 1), ("search", 1)]


def test_points_of_ones_own_count_and_a_zero_is_a_zero() -> None:
    own = setting("au", points={"search": 3, "application": 0})
    assert total([line(), line("search")], own, Span.between(DAY, DAY)).points == 3


def test_hours_are_counted_by_week_and_only_as_recorded() -> None:
    lines = [line(), line("interview", 1, minutes=50), line("workshop", 8, minutes=185)]
    span = Span.between(DAY, DAY + timedelta(13))
    found = total(lines, setting("uk"), span)
    assert found.hours == 3.75 and not found.estimated
    assert [each.value for each in found.parts] == [0.75, 3.0]


def test_an_estimate_counts_for_applications_alone_and_is_said() -> None:
    found = total([line(), line("follow_up")], setting("uk", minutes=40), Span.between(DAY, DAY))
    assert (found.hours, found.estimated) == (0.5, True)
    assert not total([line("search")], setting("uk", minutes=40), Span()).estimated


@pytest.mark.parametrize(("weekday", "lengths"), [(0, [7, 7]), (6, [6, 7, 1]), (3, [3, 7, 4])])
def test_weeks_are_those_of_the_persons_calendar(weekday: int, lengths: list[int]) -> None:
    span = Span.between(DAY, DAY + timedelta(13))
    parts = total([line()], setting("us"), span, weekday).parts
    assert [(each.last - each.first).days + 1 for each in parts] == lengths
    assert sum(each.value for each in parts) == 1


def test_a_week_that_has_not_begun_says_nothing() -> None:
    span = Span.between(DAY, DAY + timedelta(20))
    parts = total([line()], setting("uk"), span, today=DAY + timedelta(7)).parts
    assert [str(each.first) for each in parts] == ["2026-03-02", "2026-03-09"]


def test_a_contact_needs_somebody_who_was_contacted() -> None:
    lines = [line(), line("search", employer=""), line("networking", employer="Priya")]
    assert total(lines, setting("us"), Span.between(DAY, DAY)).parts[0].value == 2


def test_months_that_begin_late_end_where_the_month_does() -> None:
    span = Span.between(date(2026, 1, 31), date(2026, 4, 2))
    parts = total([line()], setting("au"), span).parts
    assert [str(each.first) for each in parts] == ["2026-01-31", "2026-02-28", "2026-03-31"]


def test_nothing_in_an_open_span_adds_up_to_nothing() -> None:
    assert total([], setting("au"), Span()).parts == []
    assert total([line()], setting("au"), Span()).parts[0].value == 5


def test_a_german_log_is_german_and_what_was_typed_stays() -> None:
    german = setting("de")
    assert heads(german)[:3] == ["Datum", "Arbeitgeber", "Ansprechpartner"]
    shown = cells(
        line("interview", how="On site", result="Not through", position="Bäckerin"), german
    )
    assert shown == [
        "02.03.2026",
        "Acme",
        "",
        "Bäckerin",
        "Vorstellungsgespräch, vor Ort",
        "Absage",
    ]
    typed = line("workshop", position="Call", result="Offer", how="", ours=False)
    assert cells(typed, german)[3:] == ["Call", "Kurs oder Weiterbildung", "Offer"]


def test_every_word_of_ours_has_its_german() -> None:
    ours = {*COLUMNS.values(), *KINDS.values(), *RESULTS.values()}
    ours |= {*INTERVIEWS.values(), *OUTCOMES.values(), *CHANNELS.values()}
    ours |= {"Offer", "Withdrawn", "Not successful", "Waiting for an answer", "Closed"}
    ours |= {preset.counts for preset in PRESETS.values() if preset.counts}
    assert sorted(ours - set(GERMAN)) == []
    assert said("Call", "en") == "Call" and said("Something typed", "de") == "Something typed"


@pytest.mark.parametrize(
    ("name", "expected"), [("au", "2 Mar 2026"), ("us", "03/02/2026"), ("de", "02.03.2026")]
)
def test_days_read_as_people_there_write_them(name: str, expected: str) -> None:
    assert day(DAY, PRESETS[name]) == expected


@pytest.mark.parametrize(
    ("value", "language", "expected"), [(1.5, "en", "1.5"), (1.5, "de", "1,5"), (2.0, "de", "2")]
)
def test_numbers_read_as_people_there_write_them(value, language, expected) -> None:
    assert number(value, language) == expected


def test_each_preset_has_known_columns_and_points_for_known_kinds() -> None:
    for preset in PRESETS.values():
        assert set(preset.columns) <= set(COLUMNS) and set(preset.points) <= set(KINDS)
        assert (preset.counts == "points") == bool(preset.points)


@pytest.mark.parametrize(
    ("name", "first", "last"),
    [
        ("this_month", "2026-03-01", "2026-03-31"),
        ("last_month", "2026-02-01", "2026-02-28"),
        ("this_fortnight", "2026-03-02", "2026-03-15"),
        ("last_fortnight", "2026-02-16", "2026-03-01"),
    ],
)
def test_periods_are_whole_months_and_weeks(name: str, first: str, last: str) -> None:
    span = period(name, date(2026, 3, 12))
    assert (str(span.first), str(span.last)) == (first, last)


def test_a_fortnight_follows_the_persons_weeks() -> None:
    assert period("this_fortnight", date(2026, 3, 12), 6).first == date(2026, 3, 1)


@pytest.mark.parametrize(
    ("args", "expected"),
    [
        ({}, "period=this_month"),
        ({"period": "last_month"}, "period=last_month"),
        ({"period": "odd"}, "period=this_month"),
        ({"period": "dates"}, "period=this_month"),
        ({"period": "dates", "from": "2026-13-01"}, "period=this_month"),
        (
            {"period": "dates", "from": "2026-03-09", "to": "2026-03-02"},
            "period=dates&from=2026-03-02&to=2026-03-09",
        ),
        ({"period": "dates", "to": "2026-03-02"}, "period=dates&from=&to=2026-03-02"),
    ],
)
def test_an_address_says_which_days(args: dict[str, str], expected: str) -> None:
    assert query(*asked(args, DAY)) == expected
