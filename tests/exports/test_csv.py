"""The CSV files, as spreadsheets of three countries read them."""

import csv
import io
from datetime import UTC, date, datetime
from zipfile import ZipFile

import pytest

from tests.builders import Build
from tests.exports.made import AT, made
from tests.exports.test_cells import ATTACKS, BEGIN
from tracker.exports.csv import cell, zipped
from tracker.exports.csv.delimiter import divider, usual
from tracker.exports.sheet_column import SheetColumn
from tracker.exports.sheets import ExportSheet, chart_sheets
from tracker.insights.charts.chart import Chart
from tracker.models import User


def files(content: bytes) -> dict[str, str]:
    """The files of a zip, each beginning with its mark."""
    with ZipFile(io.BytesIO(content)) as archive:
        found = {name: archive.read(name) for name in archive.namelist()}
    assert all(each.startswith(b"\xef\xbb\xbf") for each in found.values())
    return {name: each.decode("utf-8-sig") for name, each in found.items()}


def rows(user: User, name: str, sign: str = ",", **options: str) -> list[dict[str, str]]:
    """One table, as a spreadsheet that expects that sign reads it."""
    text = files(made(user, "csv", **options))[name]
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=sign))


def test_there_is_a_file_for_each_part_by_a_name_that_stays(build: Build) -> None:
    assert list(files(made(build.user(), "csv")))[:12] == [
        "README.txt",
        "summary.csv",
        "applications.csv",
        "offers.csv",
        "stage-history.csv",
        "interviews.csv",
        "asks.csv",
        "rejections.csv",
        "feedback.csv",
        "actions.csv",
        "looking-back.csv",
        "notes.csv",
    ]


def test_charts_have_a_file_each_and_none_takes_the_name_of_another() -> None:
    charts = chart_sheets(
        [Chart("a", "Way!", "", ""), Chart("b", "Way?", "", ""), Chart("c", "株", "", "")]
    )

    assert list(files(zipped(charts, ",", "", AT)))[1:] == ["way.csv", "way-2.csv", "chart.csv"]


@pytest.mark.parametrize(
    ("country", "sign"),
    [("AU", ","), ("US", ","), ("GB", ","), ("DE", ";"), ("AT", ";"), ("", ",")],
)
def test_columns_are_divided_as_excel_expects_where_the_person_lives(
    build: Build, country: str, sign: str
) -> None:
    user = build.user(country=country)
    build.application(user, role="Baker, nights; weekends", company="Zoë & Søn")
    line = rows(user, "applications.csv", sign)[0]

    assert usual(country) == sign
    assert (line["Role"], line["Company"]) == ("Baker, nights; weekends", "Zoë & Søn")


def test_another_sign_can_be_asked_for(build: Build) -> None:
    user = build.user(country="AU")
    build.application(user, role="Baker")

    assert rows(user, "applications.csv", ";", divider="semicolon")[0]["Role"] == "Baker"
    assert divider("comma", "DE") == ","


def test_there_is_no_line_that_would_make_excel_forget_the_mark(build: Build) -> None:
    assert "sep=" not in "".join(files(made(build.user(), "csv")).values())


def test_lines_end_as_excel_ends_them(build: Build) -> None:
    user = build.user()
    build.note(build.application(user), "one\ntwo")
    text = files(made(user, "csv"))["notes.csv"]

    assert text.count("\r\n") == 2
    assert rows(user, "notes.csv")[0]["Note"] == "one\ntwo"


def test_no_cell_begins_a_formula(build: Build) -> None:
    user = build.user()
    for attack in ATTACKS:
        build.application(user, role=attack, company=attack)
    build.note(build.application(user), ATTACKS[0])

    for name, text in files(made(user, "csv")).items():
        for row in csv.reader(io.StringIO(text, newline="")):
            assert not [each for each in row if each.lstrip().startswith(BEGIN)], name


def test_days_moments_and_numbers_are_read_as_such_in_every_country(build: Build) -> None:
    user = build.user(time_zone="Australia/Sydney")
    card = build.application(user, applied_on=date(2026, 11, 2))
    build.interview(card, starts_at=datetime(2026, 11, 9, 23, 30, tzinfo=UTC), minutes=45)
    line, meeting = rows(user, "applications.csv")[0], rows(user, "interviews.csv")[0]

    assert (line["Applied on"], line["No."]) == ("2026-11-02", "1")
    assert (meeting["When"], meeting["Minutes"]) == ("2026-11-10 10:30", "45")


@pytest.mark.parametrize(
    ("value", "sign", "written"),
    [
        (-5, ",", -5),
        (37.5, ",", "37.5"),
        (37.5, ";", "37,5"),
        (-0.25, ";", "-0,25"),
        (1 / 3, ",", "0.3333333333"),
        (None, ",", ""),
        ("-5", ",", "-5"),
    ],
)
def test_numbers_are_written_as_the_country_writes_them(
    value: float | str | None, sign: str, written: object
) -> None:
    assert cell(value, sign) == written


def test_a_heading_is_neutral_too() -> None:
    sheet = ExportSheet("One", (SheetColumn("=1+1"),), [])

    assert files(zipped([sheet], ",", "", AT))["one.csv"] == "'=1+1\r\n"


def test_the_zip_says_how_to_read_it(build: Build) -> None:
    about = files(made(build.user(time_zone="Europe/Berlin", country="DE"), "csv"))["README.txt"]

    assert "semicolons" in about
    assert "Europe/Berlin" in about
