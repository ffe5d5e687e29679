"""Postings in the forms of real boards are read rightly, and nothing hostile keeps a reader."""

from datetime import date

import pytest

from tests.attacks.growth import is_soon_over
from tests.attacks.processor_time import seconds
from tests.postings.measure import HINTS, LATER, PAGES, differences, labelled
from tracker.postings.closing_days import day_in_words, labelled_day, valid_through
from tracker.postings.links import same_link, source_of
from tracker.postings.paste import pasted
from tracker.postings.posting import Posting
from tracker.postings.read import LARGEST, read_posting
from tracker.postings.workplaces import workplace_in_words
from tracker.values.pay import read_pay

CASES = {case.name: case for folder in (PAGES, LATER) for case in labelled(folder)}


def test_there_are_postings_of_twenty_forms_and_more() -> None:
    files = [*PAGES.iterdir(), *LATER.iterdir()]
    assert len(CASES) == len(files) >= 56


@pytest.mark.parametrize("name", CASES)
def test_a_posting_is_read_as_somebody_would(name: str) -> None:
    assert differences(CASES[name]) == {}


def test_a_way_of_working_that_stands_alone_is_read_and_one_among_things_is_not() -> None:
    assert workplace_in_words("Melbourne VIC. Part time. Hybrid.") == "hybrid"
    assert workplace_in_words("Part time · On-site · $38 an hour") == "onsite"
    assert workplace_in_words("Skills: cloud, hybrid, on-site servers") == ""


def data(said: str) -> Posting:
    return read_posting(f'<script type="application/ld+json">{said}</script>', "", HINTS)


@pytest.mark.parametrize(
    "said",
    [
        '{"@type":"JobPosting","title":7,"hiringOrganization":[[]],"jobLocation":[null,1,"x",{}]}',
        '{"@type":"JobPosting","title":{"a":[]},"baseSalary":[{"value":[]}],"validThrough":{}}',
        '{"@type":["JobPosting",3],"baseSalary":true,"skills":{"name":{}},"description":[1,{}]}',
        '{"@type":"JobPosting","validThrough":"9999-99-99T99:99","employmentType":[["FULL"]]}',
        '{"@type":"JobPosting","baseSalary":{"value":{"minValue":1e400,"maxValue":"NaN"}}}',
        '{"@type":"JobPosting","baseSalary":{"value":{"minValue":' + "9" * 5000 + "}}}",
        '{"@type":"JobPosting","hiringOrganization":{"@id":"#a"}},{"@id":"#a","x":{"@id":"#a"}}',
        "[" * 100_000, '{"a":' * 100_000, "[" * 99 + "]" * 99, '"', "{", "null", "\ud800", "\0",
        '{"@type":"JobPosting","title":"' + "a" * 1_900_000 + '"}',
    ],
)  # fmt: skip
def test_data_of_wrong_types_says_nothing_and_breaks_nothing(said: str) -> None:
    posting = data(said)
    assert len(posting.role) <= 300 and not posting.company


@pytest.mark.parametrize(
    ("head", "piece", "times"),
    [
        ("", "<div>", 50_000), ("", "<ul><li>", 50_000), ("", "<p>a", 400_000),
        ("", "<b>", 300_000), ("<dl>", "<dt>Salary<dd>", 100_000), ("", "<td>", 400_000),
        ("", "<span>Location</span>", 90_000),
        ('<p itemscope itemtype="http://schema.org/JobPosting">', "<i itemprop=title>", 90_000),
        ('<p itemscope itemtype="http://schema.org/JobPosting">', "<i itemprop=x itemscope>", 999),
        ("<p>", "$1 ", 600_000), ("<p>", "closes on ", 200_000), ("", "<p>Apply by ", 150_000),
        ("", "<!--", 400_000), ("", "<a ", 500_000), ("", "&", LARGEST),
        ("<p>", "&lt;b&gt;", 200_000), ("<title>", "at ", 500_000), ("<h1>", "| a ", 500_000),
        ("", "Ab is hiring ", 150_000),
    ],
)  # fmt: skip
def test_a_hostile_page_is_soon_read(head: str, piece: str, times: int) -> None:
    def took(many: int) -> float:
        return seconds(lambda: read_posting(f"{head}{piece * many} words", "", HINTS), 20)

    soon = is_soon_over(took, (times // 60, times // 15, times), 0.005, 15)
    assert soon or took(times) < 20


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("2026-12-31", date(2026, 12, 31)),
        ("2026-12-31T23:59:59+01:00", date(2026, 12, 31)),
        ("2026-12-31T23:59:59-08:00", date(2026, 12, 31)),
        ("2026-12-31T00:00:00Z", date(2026, 12, 31)),
        ("2026-12-31T00:00:00.000Z", date(2026, 12, 31)),
        ("2026-12-31T13:00:00Z", date(2027, 1, 1)),
        ("2026-12-31T12:59:59Z", date(2026, 12, 31)),
        ("2026-12-31T23:59", date(2026, 12, 31)),
        ("31 December 2026", date(2026, 12, 31)),
        ("tomorrow", None), ("0000-00-00", None), ("", None),
    ],
)  # fmt: skip
def test_the_last_day_is_that_of_the_place(said: str, day: date | None) -> None:
    assert valid_through(said, HINTS.zone) == day


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("11:59pm, Friday 18 December", date(2026, 12, 18)),
        ("3 January", date(2027, 1, 3)),
        ("Sunday, January 3rd, 2027", date(2027, 1, 3)),
        ("15.12.2026", date(2026, 12, 15)),
        ("bis zum 15. Dezember 2026", date(2026, 12, 15)),
        ("12/11/2026", date(2026, 11, 12)),
        ("1 March 2026", date(2026, 3, 1)),
        ("as soon as possible", None), ("Room 12, level 3", None),
    ],
)  # fmt: skip
def test_a_day_without_a_year_lies_ahead_and_one_with_a_year_stays(
    said: str, day: date | None
) -> None:
    assert labelled_day(said, HINTS.today, False) == day


@pytest.mark.parametrize(
    "said",
    [
        "Closes 18 December 2026.", "$90,000 a year, closes 18 December 2026.",
        "Closes Friday 18 December", "Closing 18/12/2026", "Apply by 18 Dec",
        "Applications close 5pm 18 December", "Open until 18 December", "Closes soon: 18 December",
        "Full time | Closes Fri 18 Dec | Hobart", "Closes 11:59pm AEDT, Friday 18 December",
    ],
)  # fmt: skip
def test_a_closing_day_is_read_without_a_colon(said: str) -> None:
    assert day_in_words(f"Data Analyst\n{said}\nSydney", HINTS.today) == date(2026, 12, 18)


def test_what_closes_and_is_no_ad_says_no_closing_day() -> None:
    for said in (
        "The office closes at 5. Start 18 January", "Our store closes 24 December at noon.",
        "You will be closing the deal by 18 December.", "A contract that ends 30 June 2027",
        "The round closed on 18 December 2024.", "In 2019, closing 18 shops, we began anew",
    ):  # fmt: skip
        assert day_in_words(said, HINTS.today) is None, said


def test_only_skills_of_the_person_or_of_the_data_are_named() -> None:
    words = (
        "We use JavaScript, C++ and R. Go to our page; .NET and R&D are not your thing. pythonic"
    )
    assert read_posting(words, "", HINTS).skills == ("C++", "R")
    listed = "Baking, a love of early mornings and of people who come in at six, Knife skills"
    said = data(f'{{"@type":"JobPosting","title":"Cook","skills":"{listed}"}}')
    assert said.skills == ("Baking", "Knife skills")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("https://www.seek.com.au/job/1?ref=a&utm_id=b#sol=c", "http://seek.com.au/job/1/", True),
        ("https://m.example.org/jobs/1", "https://example.org/jobs/1?gclid=2", True),
        ("https://au.indeed.com/job?jk=1&from=serp", "https://au.indeed.com/job?jk=2", False),
        ("https://jobs.lever.co/a/1/apply", "https://jobs.lever.co/a/1", True),
        ("https://a.example.org/", "https://a.example.org", False),
        ("https://example.org/a", "https://example.org/A", False),
    ],
)  # fmt: skip
def test_the_same_opening_is_known_by_its_link(one: str, other: str, same: bool) -> None:
    assert same_link(one, other) is same


@pytest.mark.parametrize(
    ("text", "link", "title", "words"),
    [
        (" https://a.example/j?x=1 ", "https://a.example/j?x=1", "", ""),
        ("jobs.a.example/7", "https://jobs.a.example/7", "", ""),
        ("Cook\nhttps://a.example/j\n\nWe cook.", "https://a.example/j", "Cook", "We cook."),
        ("Look at this: https://a.example/j!", "https://a.example/j", "", "Look at this"),
        ("Cook wanted", "", "", "Cook wanted"),
        ("", "", "", ""),
        ("javascript:alert(1)", "", "", "javascript:alert(1)"),
    ],
)
def test_what_was_pasted_is_taken_apart(text: str, link: str, title: str, words: str) -> None:
    assert pasted(text) == (link, title, words)


def test_a_source_is_a_boards_own_name_or_the_host() -> None:
    assert source_of("https://au.indeed.com/viewjob?jk=1") == "Indeed"
    assert source_of("https://www.bakery.example/jobs") == "bakery.example"
    assert source_of("no link") == ""
    assert source_of("https://192.0.2.55/ad/1") == source_of("https://[2001:db8::1]/ad") == ""


@pytest.mark.parametrize("said", ["E 11 TVöD", "Entgeltgruppe 9b", "APS Level 5", "GS-7", "Band 6"])
def test_a_grade_of_pay_is_no_amount(said: str) -> None:
    assert read_pay(said).minimum is None
