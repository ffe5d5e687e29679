"""The board as a table, and what has been put away."""

import html
import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import event, insert, inspect

from tests.browser import Browser
from tests.builders import LONG_AGO, Build
from tests.views.search.test_search import statements
from tracker.clock import now
from tracker.database import writing
from tracker.extensions import db
from tracker.models import Application
from tracker.models.lists.sort_orders import SORTS
from tracker.values.pay import read_pay


def roles(page: str) -> list[str]:
    """The roles of the rows, in order."""
    found = re.findall(r'<th scope="row"[^>]*><a[^>]*><span>([^<]*)', page)
    return [html.unescape(role) for role in found]


def links(page: str) -> dict[str, str]:
    """The addresses of a page's links by their words."""
    found = re.findall(r'<a[^>]*href="([^"]+)"[^>]*>([^<]+)</a>', page)
    return {words.strip(): html.unescape(href) for href, words in found}


def many(build: Build, browser: Browser, count: int) -> None:
    """Numbered applications, the last the latest."""
    card = build.application(browser.user, role="Role 000", at=LONG_AGO)
    facts = {
        column.key: getattr(card, column.key)
        for column in inspect(Application).column_attrs
        if column.key not in ("id", "role", "updated_at")
    }
    with writing() as session:
        session.execute(
            insert(Application),
            [
                facts
                | {"role": f"Role {number:03}", "updated_at": LONG_AGO + timedelta(minutes=number)}
                for number in range(1, count)
            ],
        )


def test_table_lists_the_last_changed_first_with_its_facts(browser: Browser, build: Build) -> None:
    build.application(browser.user, role="Old", at=LONG_AGO)
    card = build.application(
        browser.user,
        role="New <b>",
        company="Wattle & Co.",
        location="Geelong",
        source="Seek",
        stage="interview",
        applied_on=date(2025, 3, 2),
        stage_since=now() - timedelta(days=3),
    )

    page = browser.get("/board/table").text

    assert roles(page) == ["New <b>", "Old"]
    row = page.partition(f'href="/applications/{card.id}"')[2].partition("</tr>")[0]
    for words in ("Wattle &amp; Co.", "Interview", "3 days", "2 Mar 2025", "Geelong", "Seek"):
        assert words in row


@pytest.mark.both_databases
def test_table_sorts_by_each_column_both_ways(browser: Browser, build: Build) -> None:
    build.application(
        browser.user,
        role="alpha",
        company="zeta",
        stage="action_taken",
        stage_since=None,
        location="Ziggurat",
        source="web",
        at=LONG_AGO,
    )
    build.application(
        browser.user,
        role="Beta",
        company="Acme",
        stage="applied",
        stage_since=datetime(2026, 3, 1, tzinfo=UTC),
        applied_on=date(2026, 3, 1),
        location="perth",
        source="seek",
    )
    build.application(
        browser.user,
        role="Gamma",
        company="mid",
        stage="interview",
        stage_since=datetime(2026, 2, 1, tzinfo=UTC),
        applied_on=date(2026, 2, 1),
        location="Hobart",
        source="indeed",
        at=LONG_AGO,
    )

    for sort, first in (
        ("role", "alpha"),
        ("-role", "Gamma"),
        ("company", "Beta"),
        ("-company", "alpha"),
        ("stage", "Beta"),
        ("-stage", "alpha"),
        ("since", "Gamma"),
        ("-since", "Beta"),
        ("applied", "Gamma"),
        ("-applied", "Beta"),
        ("location", "Gamma"),
        ("-location", "alpha"),
        ("source", "Gamma"),
        ("-source", "alpha"),
        ("nonsense", "Beta"),
        ("", "Beta"),
        ("-", "Beta"),
        ("password_hash", "Beta"),
    ):
        assert roles(browser.get(f"/board/table?sort={sort}").text)[0] == first, (sort, first)


@pytest.mark.both_databases
def test_what_is_unknown_stands_last_either_way(browser: Browser, build: Build) -> None:
    build.application(browser.user, role="Unknown", applied_on=None)
    build.application(browser.user, role="Known", applied_on=date(2026, 3, 1))

    for sort in ("applied", "-applied"):
        assert roles(browser.get(f"/board/table?sort={sort}").text) == ["Known", "Unknown"]


@pytest.fixture
def paid(browser: Browser, build: Build) -> None:
    """Applications whose role is what they pay, as a person writes it."""
    for text in ("$41 an hour", "$3,000 a fortnight", "70-78k", "$900", "award rate", "€60,000 pa"):
        pay = read_pay(text)
        build.application(
            browser.user,
            role=text,
            pay_text=text,
            pay_min=pay.minimum,
            pay_max=pay.maximum,
            pay_currency=pay.currency,
            pay_period=pay.period,
        )


def test_pay_is_compared_by_the_year_and_by_its_lower_end(browser: Browser, paid: None) -> None:
    page = browser.get("/board/table?sort=-pay").text

    assert roles(page)[:3] == ["$41 an hour", "$3,000 a fortnight", "70-78k"]
    assert links(page)["Pay"] == "/board/table?sort=pay"
    assert links(browser.get("/board/table").text)["Pay"] == "/board/table?sort=-pay"


@pytest.mark.both_databases
def test_pay_in_another_currency_stands_apart_and_what_is_no_pay_a_year_last(
    browser: Browser, paid: None
) -> None:
    up = roles(browser.get("/board/table?sort=pay").text)
    down = roles(browser.get("/board/table?sort=-pay").text)

    assert (up[0], down[3]) == ("€60,000 pa", "€60,000 pa")
    assert set(up[4:]) == set(down[4:]) == {"$900", "award rate"}


def test_head_says_how_it_is_sorted_and_turns_it_round(browser: Browser, build: Build) -> None:
    build.application(browser.user)

    page = browser.get("/board/table?sort=role&q=bank").text

    assert re.search(r'aria-sort="ascending"[^<]*<a[^>]*>Role', page)
    assert links(page)["Role"] == "/board/table?q=bank&sort=-role"
    assert links(page)["Company"] == "/board/table?q=bank&sort=company"
    assert links(page)["Applied"] == "/board/table?q=bank&sort=-applied"
    order = page.partition('id="sorts"')[2].partition("</details>")[0]
    assert re.search(r"Sorted by</span>\s+Role\s", order)
    assert re.search(r'href="/board/table\?q=bank&amp;sort=-role" aria-current="true">Role<', order)
    assert links(order)["Last changed"] == "/board/table?q=bank"


def test_phone_sees_the_day_by_which_it_is_sorted_and_which_it_is(
    browser: Browser, build: Build
) -> None:
    build.application(browser.user, applied_on=date(2020, 3, 2), archived_at=None)
    shown = {"": "changed", "applied": "applied", "-since": "for", "role": "applied"}
    for sort, words in shown.items():
        page = browser.get(f"/board/table?sort={sort}").text
        cells = re.findall(r'<td role="cell" class="([^"]*)"[^>]*><span><i([^>]*)>(\w+) </i>', page)
        said = [(word, "vh" in seen) for look, seen, word in cells if "extra" not in look]
        assert said == [(words, sort != "role")]


def test_table_pages_by_fifty_and_leaves_none_out(browser: Browser, build: Build) -> None:
    many(build, browser, 120)
    seen: list[str] = []
    path = "/board/table?sort=role"
    for _ in range(3):
        page = browser.get(path).text
        seen += roles(page)
        path = links(page).get("Show more", "")

    assert path == ""
    assert seen == [f"Role {number:03}" for number in range(120)]
    assert links(page)["Back"] == "/board/table?sort=role&page=2"


def test_page_that_is_no_number_is_the_first(browser: Browser, build: Build) -> None:
    build.application(browser.user, role="Baker")

    for number in ("0", "-1", "x", "", "9" * 30, "١", "2.5"):
        assert roles(browser.get(f"/board/table?page={number}").text) == ["Baker"], number


def test_page_beyond_the_last_leads_back(browser: Browser, build: Build) -> None:
    build.application(browser.user)

    page = browser.get("/board/table?page=999999").text

    assert links(page)["Show all"] == "/board/table"


def test_table_filters_by_words_source_and_stage(browser: Browser, build: Build) -> None:
    build.application(browser.user, role="One", source="Seek", stage="applied")
    build.application(browser.user, role="Two", source="Seek & Co", stage="interview")
    build.application(browser.user, role="Three", source="Seek", stage="interview")

    assert roles(browser.get("/board/table?q=two").text) == ["Two"]
    assert roles(browser.get("/board/table?source=Seek+%26+Co").text) == ["Two"]
    assert roles(browser.get("/board/table?source=Seek&stage=interview").text) == ["Three"]
    assert len(roles(browser.get("/board/table?stage=nonsense").text)) == 3


def test_each_filter_can_be_taken_off_by_itself(browser: Browser, build: Build) -> None:
    build.application(browser.user, source="Seek", stage="interview")

    page = browser.get("/board/table?q=bank&source=Seek&stage=interview&sort=role").text
    chips = re.findall(r'href="([^"]+)" aria-label="Stop filtering by ([^"]+)"', page)

    assert [(html.unescape(href), words) for href, words in chips] == [
        ("/board/table?q=bank&stage=interview&sort=role", "Seek"),
        ("/board/table?q=bank&source=Seek&sort=role", "Interview"),
    ]
    assert links(page)["Board"] == "/board?q=bank&source=Seek"


def test_filter_offers_a_persons_own_sources(
    browser: Browser, sign_in: Callable[..., Browser], build: Build
) -> None:
    with build.together():
        for source in ("Seek", "LinkedIn", "Seek", ""):
            build.application(browser.user, source=source)
        build.application(browser.user, source="Binned", deleted_at=now())
    build.application(sign_in().user, source="Not mine")

    for path in ("/board", "/board/table", "/board/archived"):
        menu = browser.get(path).text.partition('name="source"')[2].partition("</select>")[0]
        assert re.findall(r"<option>([^<]+)", menu) == ["LinkedIn", "Seek"], path

    chosen = browser.get("/board?source=Gone").text
    assert "<option selected>Gone</option>" in chosen


def test_archived_lists_what_was_put_away_with_its_outcome(browser: Browser, build: Build) -> None:
    build.application(browser.user, role="On the board")
    card = build.application(
        browser.user, role="Away", archived_at=now(), outcome="offer_declined", stage="interview"
    )
    build.application(browser.user, role="Binned", archived_at=now(), deleted_at=now())

    page = browser.get("/board/archived").text

    assert roles(page) == ["Away"]
    assert "Offer declined" in page
    assert f'href="/applications/{card.id}"' in page
    assert '<a class="back" href="/board">' in page
    assert '<td role="cell" class="nowrap" dir="auto"><span><i>archived </i>today</span>' in page
    assert "<i>applied </i>" not in page and "<i>changed </i>" not in page
    assert "Away" not in roles(browser.get("/board/table").text)


def test_empty_tables_say_what_comes_here(browser: Browser, build: Build) -> None:
    assert 'href="/imports"' in browser.get("/board/table").text
    assert "Nothing is archived" in browser.get("/board/archived").text
    assert "Nothing fits that" in browser.get("/board/archived?q=zebra").text


def test_table_never_shows_what_is_another_persons(
    browser: Browser, sign_in: Callable[..., Browser], build: Build
) -> None:
    other = sign_in().user
    build.application(other, role="Wombat keeper", source="Wombat")
    build.application(other, role="Wombat away", archived_at=now())

    for path in ("/board/table", "/board/archived"):
        for query in ("", "?q=wombat", "?source=Wombat", "?sort=role"):
            assert "Wombat" not in roles(browser.get(path + query).text)


def test_table_is_answered_in_parts_while_typing(browser: Browser, build: Build) -> None:
    build.application(browser.user)

    part = browser.get("/board/table?q=bank", htmx=True).text

    assert part.startswith('<div id="board">')
    assert "<html" not in part


def test_table_asks_as_much_for_many_rows_as_for_one(browser: Browser, build: Build) -> None:
    build.application(browser.user)
    few = statements(browser, "/board/table?sort=role")
    many(build, browser, 120)

    assert statements(browser, "/board/table?sort=role&page=2") == few == 3


@pytest.mark.on("sqlite")
def test_every_order_is_read_from_an_index(browser: Browser, build: Build) -> None:
    build.application(browser.user)
    asked: list[tuple[str, object]] = []

    def note(_connection: object, _cursor: object, statement: str, values: object, *_: object):
        asked.append((statement, values))

    for name in SORTS:
        for sort in (name, f"-{name}"):
            event.listen(db.engine, "before_cursor_execute", note)
            browser.get(f"/board/table?sort={sort}")
            event.remove(db.engine, "before_cursor_execute", note)
            statement, values = next(
                row for row in asked if row[0].startswith("SELECT") and "OFFSET" in row[0]
            )
            asked.clear()
            rows = (
                db.session().connection().exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)
            )
            plan = " ".join(row[3] for row in rows)

            assert f"ix_applications_by_{name}" in plan, name
            assert "TEMP B-TREE" not in plan, name
