"""The calendar's secret address: made, shown once, read, closed."""

import re
from datetime import timedelta

import pytest

from tests.browser import Browser
from tests.builders import Build
from tests.sent import queries
from tracker.clock import now
from tracker.extensions import db
from tracker.models import CalendarFeed


def made(browser: Browser) -> str:
    """The address that was just made, as a path."""
    assert browser.post("/calendar").status_code == 303
    page = browser.get("/calendar").text
    return re.search(r'value="http://[^/"]+(/calendar/[^"]+\.ics)"', page)[1]


@pytest.fixture
def stranger(app) -> Browser:
    return Browser.of(app)


def test_address_is_shown_once_in_each_form_and_only_its_hash_is_kept(browser: Browser) -> None:
    path = made(browser)
    token = path.removeprefix("/calendar/").removesuffix(".ics")

    assert len(token) >= 32
    assert token not in browser.get("/calendar").text
    (feed,) = db.session.scalars(CalendarFeed.open(browser.user.id))
    assert token not in feed.token_hash


def test_page_offers_the_address_to_copy_to_tap_and_to_scan(browser: Browser) -> None:
    browser.post("/calendar")
    answer = browser.get("/calendar")

    assert 'href="webcal://' in answer.text
    assert 'src="data:image/svg+xml' in answer.text
    assert "<copy-text>" in answer.text
    assert "never in it" in answer.text
    assert answer.headers["Cache-Control"] == "no-store"


def test_calendar_is_read_without_signing_in_and_kept_by_nobody(
    browser: Browser, stranger: Browser, build: Build
) -> None:
    card = build.application(browser.user, company="Banksia", role="Baker")
    build.interview(card, starts_at=now() + timedelta(days=1))
    answer = stranger.get(made(browser))

    assert answer.status_code == 200
    assert answer.content_type == "text/calendar; charset=utf-8"
    assert "Banksia" in answer.text
    assert "no-store" in answer.headers["Cache-Control"]
    assert answer.headers["X-Robots-Tag"] == "noindex"
    assert "Set-Cookie" not in answer.headers


def test_new_address_ends_the_one_before(browser: Browser, stranger: Browser) -> None:
    first = made(browser)
    second = made(browser)

    assert stranger.get(first).status_code == 404
    assert stranger.get(second).status_code == 200


def test_closed_address_answers_as_if_it_had_never_been(
    browser: Browser, stranger: Browser
) -> None:
    path = made(browser)
    assert browser.post("/calendar/ending").status_code == 303
    closed, never = stranger.get(path), stranger.get("/calendar/never-was.ics")

    assert closed.status_code == never.status_code == 404
    assert without_request(closed.text) == without_request(never.text)
    assert "Make the address" in browser.get("/calendar").text


def without_request(page: str) -> str:
    return re.sub(r"[0-9a-f]{12}", "", page)


def test_guessing_at_addresses_is_slowed_down(stranger: Browser, build: Build) -> None:
    build.user(keeper=True)
    answers = [stranger.get(f"/calendar/guess-{number}.ics").status_code for number in range(12)]

    assert answers[:10] == [404] * 10
    assert answers[-1] == 429


def test_guesses_of_others_do_not_keep_the_owners_calendar_from_reading(
    browser: Browser, stranger: Browser
) -> None:
    path = made(browser)
    for number in range(12):
        stranger.get(f"/calendar/guess-{number}.ics")

    assert stranger.get(path).status_code == 200


def test_reading_is_noted_once_an_hour(browser: Browser, stranger: Browser) -> None:
    path = made(browser)
    assert "It was not read so far" in browser.get("/calendar").text
    stranger.get(path)
    first = db.session.scalar(CalendarFeed.open(browser.user.id)).last_read_at
    stranger.get(path)
    db.session.expire_all()

    assert first is not None
    assert db.session.scalar(CalendarFeed.open(browser.user.id)).last_read_at == first
    assert "Last read" in browser.get("/calendar").text


def test_address_is_not_in_the_log(browser: Browser, stranger: Browser, caplog) -> None:
    path = made(browser)
    with caplog.at_level("INFO", "onward"):
        stranger.get(path)

    assert caplog.records
    assert path.removeprefix("/calendar/") not in "".join(
        str(vars(record)) for record in caplog.records
    )


def test_feed_asks_a_fixed_number_of_queries(
    browser: Browser, stranger: Browser, build: Build
) -> None:
    path = made(browser)
    stranger.get(path)
    card = build.application(browser.user)
    build.interview(card, starts_at=now() + timedelta(days=1))
    few = queries(lambda: stranger.get(path))
    with build.together():
        for _ in range(5):
            card = build.application(browser.user)
            build.interview(card, starts_at=now() + timedelta(days=1))

    assert queries(lambda: stranger.get(path)) == few <= 10


def test_feed_goes_back_three_months_and_no_further(
    browser: Browser, stranger: Browser, build: Build
) -> None:
    card = build.application(browser.user)
    build.interview(card, starts_at=now() - timedelta(days=80), kind="video")
    build.interview(card, starts_at=now() - timedelta(days=100), kind="panel")
    said = stranger.get(made(browser)).text

    assert "Video interview" in said
    assert "Panel interview" not in said


def test_one_interview_opens_in_a_calendar(browser: Browser, build: Build) -> None:
    card = build.application(browser.user)
    talk = build.interview(card, starts_at=now() + timedelta(days=1))
    path = f"/applications/{card.id}/interviews/{talk.id}"
    assert f'href="{path}.ics"' in browser.get(path).text

    answer = browser.get(f"{path}.ics")
    assert answer.content_type == "text/calendar; charset=utf-8"
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert answer.text.count("BEGIN:VEVENT") == 1


def test_interview_without_a_moment_is_not_offered_to_a_calendar(
    browser: Browser, build: Build
) -> None:
    card = build.application(browser.user)
    talk = build.interview(card)
    path = f"/applications/{card.id}/interviews/{talk.id}"

    assert ".ics" not in browser.get(path).text
    assert browser.get(f"{path}.ics").status_code == 404
