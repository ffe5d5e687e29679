"""What a work-search log adds up to, and how its lines read for each agency."""

from datetime import date, timedelta
from typing import Any

import pytest

from tracker.exports.work_search.cells import cells, heads
from tracker.exports.work_search.log import LogEntry
from tracker.exports.work_search.periods import period, period_of_query, query
from tracker.exports.work_search.points import scores
from tracker.exports.work_search.presets import COLUMNS, KINDS, PRESETS
from tracker.exports.work_search.settings import LogSettings
from tracker.exports.work_search.sums import head_of, part_of
from tracker.exports.work_search.totals import Total, stretches, total
from tracker.exports.work_search.words import GERMAN, NOT_RECORDED, log_day, number, translated
from tracker.loop.ask_state import RESULTS
from tracker.models import User
from tracker.models.application_facts import WAYS_TO_APPLY
from tracker.models.attempt import CHANNELS
from tracker.models.interview import KINDS as INTERVIEWS
from tracker.models.interview import OUTCOMES
from tracker.values.date_range import DateRange

DAY = date(2026, 3, 2)  # a Monday


def setting(name: str = "plain", country: str = "AU", **kept: object) -> LogSettings:
    return LogSettings.of(User(country=country, log_choice={"preset": name, name: kept}))


def line(kind: str = "application", ago: int = 0, **facts: object) -> LogEntry:
    return LogEntry(DAY + timedelta(ago), kind, **({"employer": "Acme"} | facts))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("country", "expected"),
    [("AU", "au"), ("GB", "uk"), ("US", "us"), ("DE", "de"), ("NZ", "plain"), ("", "plain")],
)
def test_where_a_person_lives_decides_what_is_offered_first(country: str, expected: str) -> None:
    assert LogSettings.of(User(country=country, log_choice={})).name == expected


def test_what_was_kept_that_no_longer_exists_falls_back() -> None:
    kept = {"preset": "gone", "plain": {"columns": ["gone", "on"]}}
    found = LogSettings.of(User(country="AU", log_choice=kept))
    assert (found.name, found.columns) == ("plain", ("on",))
    assert (
        LogSettings.of(
            User(country="AU", log_choice={"plain": {"columns": ["gone"]}}), {"preset": "plain"}
        ).columns
        == PRESETS["plain"].columns
    )


def test_one_file_may_have_another_preset_and_other_columns() -> None:
    user = User(country="AU", log_choice={"preset": "au", "au": {"columns": ["on"]}})
    found = LogSettings.of(user, {"preset": "us", "columns": ["result", "on"]})
    assert (found.name, found.columns) == ("us", ("on", "result"))


def summed(
    lines: list[LogEntry],
    kept: LogSettings,
    span: DateRange,
    today: date = date.max,
    before: tuple[tuple[str, date], ...] = (),
) -> Total:
    parts = stretches(lines, kept, span, today)
    return total(lines, kept, parts, scores(lines, kept, parts, before), today)


def parts(lines: list[LogEntry], kept: LogSettings, span: DateRange, **facts: Any) -> list[str]:
    return [part_of(each, kept)[1] for each in summed(lines, kept, span, **facts).parts]


def days(first: int, last: int) -> DateRange:
    return DateRange.between(DAY + timedelta(first), DAY + timedelta(last))


def test_points_are_counted_by_kind_and_month_from_the_first_day() -> None:
    lines = [line(), line(ago=9), line("interview", 29), line("search", 30), line("resume", 31)]
    found = summed(lines, setting("au"), days(0, 45))
    assert found.points == 5 + 5 + 20 + 0 + 5
    assert [(str(each.first), str(each.last), each.value) for each in found.parts] == [
        ("2026-03-02", "2026-04-01", 30),
        ("2026-04-02", "2026-04-16", 5),
    ]
    assert found.by_kind == [("application", 2), ("interview", 1), ("resume", 1), ("search", 1)]


def test_points_of_ones_own_count_and_a_zero_is_a_zero() -> None:
    own = setting("au", points={"search": 3, "application": 0})
    assert summed([line(), line("search")], own, days(0, 0)).points == 3


def test_a_job_fair_counts_once_in_twelve_months_and_the_log_says_so() -> None:
    lines = [line("job_fair"), line("job_fair", 9), line("job_fair", 365)]
    found = summed(lines, setting("au"), days(0, 400))
    assert found.points == 40
    assert found.uncounted == [("job_fair", 1)]
    assert ("Job fair", "3, 1 of them without points (beyond 1 in 12 months)") in head_of(
        found, setting("au")
    )


@pytest.mark.parametrize(("ago", "expected"), [(1, 0), (364, 0), (365, 20)])
def test_a_job_fair_before_the_log_counts_against_the_year(ago: int, expected: int) -> None:
    before = (("job_fair", DAY - timedelta(ago)),)
    assert summed([line("job_fair")], setting("au"), days(0, 9), before=before).points == expected


def test_work_on_a_profile_counts_once_a_month_and_training_once_a_week() -> None:
    lines = [
        *(line("resume", ago) for ago in (0, 1, 31)),
        *(line("workshop", ago) for ago in (31, 32, 36)),
    ]
    lines.sort(key=lambda each: each.on)
    assert summed(lines, setting("au"), days(0, 61)).points == 5 + 5 + 15 + 15


def test_caps_can_be_switched_off() -> None:
    own = setting("au", capped=False)
    assert summed([line("job_fair"), line("job_fair")], own, days(0, 0)).points == 40


def test_hours_are_counted_by_week_and_only_as_recorded() -> None:
    lines = [line(), line("interview", 1, minutes=50), line("workshop", 8, minutes=185)]
    found = summed(lines, setting("uk"), days(0, 13))
    assert found.hours == 3.75 and not found.estimated
    assert [each.value for each in found.parts] == [0.75, 3.0]


def test_an_estimate_counts_for_applications_alone_and_is_said() -> None:
    own = setting("uk", minutes=40)
    found = summed([line(), line("follow_up")], own, days(0, 0))
    assert (found.hours, found.estimated) == (0.5, True)
    assert ("Hours", "about 0.5 (not recorded for 1 entry)") in head_of(found, own)
    assert not summed([line("search")], own, DateRange()).estimated


def test_what_was_not_recorded_says_so_and_is_never_nought() -> None:
    own = setting("uk", target=35)
    lines = [line(), line(ago=7), line("search", 8, minutes=60)]
    assert parts(lines, own, days(0, 20)) == [
        "not recorded",
        "1 hour (not recorded for 1 entry)",
        "not recorded",
    ]
    assert ("Hours", "not recorded") in head_of(summed([line()], own, days(0, 6)), own)
    assert cells(line(), own)[-1] == "not recorded"
    assert cells(line(minutes=0), own)[-1] == "0"
    assert cells(line(), setting("de", columns=["hours"])) == ["nicht notiert"]


def test_a_week_or_month_that_the_dates_cut_is_marked_and_shows_no_shortfall() -> None:
    uk, au = setting("uk", target=35), setting("au", target=100)
    lines = [line("search", ago, minutes=60) for ago in (2, 8, 15)]
    assert parts(lines, uk, days(2, 15)) == [
        "1 hour, part of a week",
        "1 hour",
        "1 hour, part of a week",
    ]
    assert parts([line()], au, days(0, 20)) == ["5 points, part of a month"]
    assert parts([line()], au, DateRange.between(DAY, date(2026, 4, 1))) == ["5 points"]


def test_a_week_of_which_the_dates_leave_one_day_is_that_day() -> None:
    own = setting("uk")
    found = summed([line("search", minutes=60)], own, days(-1, 0)).parts
    assert [part_of(each, own)[0] for each in found] == ["1 Mar 2026", "2 Mar 2026"]


def test_a_week_that_is_not_over_says_so() -> None:
    own, lines = setting("uk"), [line("search", minutes=60)]
    assert parts(lines, own, days(0, 6), today=DAY + timedelta(5)) == ["1 hour so far"]
    assert parts(lines, own, days(0, 6), today=DAY + timedelta(6)) == ["1 hour"]


def test_a_number_to_reach_stands_once_and_no_week_is_held_against_it() -> None:
    own = setting("uk", target=2)
    lines = [line("search", minutes=60), line("search", 7, minutes=150)]
    assert parts(lines, own, days(0, 13)) == ["1 hour", "2.5 hours"]
    assert ("Hours agreed on for a week", "2") in head_of(summed(lines, own, days(0, 13)), own)


@pytest.mark.parametrize("name", PRESETS)
def test_no_number_to_reach_is_there_before_the_person_gave_it(name: str) -> None:
    found = setting(name)
    assert found.target is None
    assert found.asks == bool(found.preset.asks) == bool(found.preset.counts)
    assert not setting(name, target=None).asks


def test_the_number_at_the_agency_stands_first() -> None:
    own = setting("uk", reference="QQ 12 34 56 C")
    assert head_of(summed([line()], own, days(0, 0)), own)[0] == (
        "National Insurance number",
        "QQ 12 34 56 C",
    )


@pytest.mark.parametrize(("weekday", "lengths"), [(0, [7, 7]), (6, [6, 7, 1]), (3, [3, 7, 4])])
def test_weeks_are_those_of_the_persons_calendar(weekday: int, lengths: list[int]) -> None:
    own = LogSettings.of(User(country="GB", log_choice={}, first_weekday=weekday))
    found = summed([line("search", minutes=60)], own, days(0, 13)).parts
    assert [(each.last - each.first).days + 1 for each in found] == lengths
    assert [each.whole for each in found] == [length == 7 for length in lengths]
    assert sum(each.value for each in found) == 1


@pytest.mark.parametrize("weekday", range(7))
def test_a_claim_week_in_the_us_runs_from_sunday_to_saturday(weekday: int) -> None:
    own = LogSettings.of(User(country="US", log_choice={}, first_weekday=weekday))
    lines = [line(ago=5), line(ago=6)]  # Saturday and Sunday
    found = summed(lines, own, DateRange()).parts
    assert [(str(each.first), str(each.last), each.value) for each in found] == [
        ("2026-03-01", "2026-03-07", 1),
        ("2026-03-08", "2026-03-14", 1),
    ]


def test_a_week_that_has_not_begun_says_nothing() -> None:
    found = summed([line()], setting("uk"), days(0, 20), DAY + timedelta(7)).parts
    assert [str(each.first) for each in found] == ["2026-03-02", "2026-03-09"]


def test_a_contact_needs_an_employer_who_was_contacted() -> None:
    lines = [
        line(),
        line("search", employer=""),
        line("workshop", employer="Library"),
        line("feedback"),
        line("networking", employer="Priya"),
        line("networking", employer=""),
    ]
    assert summed(lines, setting("us"), days(0, 0)).parts[0].value == 2


def test_months_that_begin_late_end_where_the_month_does() -> None:
    span = DateRange.between(date(2026, 1, 31), date(2026, 4, 2))
    found = summed([line()], setting("au"), span).parts
    assert [str(each.first) for each in found] == ["2026-01-31", "2026-02-28", "2026-03-31"]


def test_nothing_adds_up_to_nothing() -> None:
    assert summed([], setting("au"), DateRange()).parts == []
    assert summed([], setting("uk", target=35), days(0, 13)).parts == []
    assert summed([line()], setting("au"), DateRange()).parts[0].value == 5


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
    ours |= {"Offer", "No reply", "Not successful", "Waiting for an answer", "Closed"}
    ours |= {"No further reply", "Position closed"}
    ours |= {*WAYS_TO_APPLY.values(), NOT_RECORDED, "In all", "entry", "entries"}
    assert sorted(ours - set(GERMAN)) == []
    assert (
        translated("Call", "en") == "Call"
        and translated("Something typed", "de") == "Something typed"
    )


@pytest.mark.parametrize(
    ("name", "expected"), [("au", "2 Mar 2026"), ("us", "03/02/2026"), ("de", "02.03.2026")]
)
def test_days_read_as_people_there_write_them(name: str, expected: str) -> None:
    assert log_day(DAY, PRESETS[name]) == expected


@pytest.mark.parametrize(
    ("value", "language", "expected"), [(1.5, "en", "1.5"), (1.5, "de", "1,5"), (2.0, "de", "2")]
)
def test_numbers_read_as_people_there_write_them(value, language, expected) -> None:
    assert number(value, language) == expected


def test_each_preset_has_known_columns_and_points_for_known_kinds() -> None:
    for preset in PRESETS.values():
        assert set(preset.columns) <= set(COLUMNS) and set(preset.points) <= set(KINDS)
        assert (preset.counts == "points") == bool(preset.points)
        assert set(preset.caps) <= set(preset.points) and preset.leaves_out <= set(KINDS)


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
    assert query(*period_of_query(args, DAY)) == expected
