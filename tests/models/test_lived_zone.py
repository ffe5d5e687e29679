"""A change of time zone moves nothing that is past, on no page and in no file."""

import io
import zipfile
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select

from tests.backup.test_check import wrong
from tests.browser import Browser
from tests.builders import Build
from tests.exports.made import made
from tracker.backup import permissions
from tracker.clock import now
from tracker.config.settings import Settings
from tracker.database import writing
from tracker.demo.hunt import hunt
from tracker.demo.insert import insert_hunt
from tracker.extensions import db
from tracker.models import Application, Interview, User
from tracker.models.reads.timeline import timeline
from tracker.values.days import day_of, start_of
from tracker.values.formatting import next_midnight
from tracker.values.lived_zone import lived_zone, with_a_stay
from tracker.views.applications.story.timeline_presenter import EntryPresenter, entry_day

SYDNEY, BERLIN = "Australia/Sydney", "Europe/Berlin"
FILES = (
    *("applications", "stage-history", "interviews", "asks", "feedback", "rejections"),
    *("actions", "notes", "reviews"),
)
MOVED = datetime(2026, 6, 1, 12, tzinfo=UTC)


def move_to(browser: Browser, zone: str) -> None:
    """As on the page of settings."""
    with writing(browser.user) as session:
        session.get_one(User, browser.user.id).time_zone = zone
    db.session.rollback()
    db.session.expire_all()


def test_moments_before_the_move_are_read_on_the_clocks_of_before() -> None:
    zone = lived_zone(BERLIN, with_a_stay([], SYDNEY, MOVED))

    before, after = MOVED - timedelta(hours=3), MOVED + timedelta(hours=3)

    assert before.astimezone(zone).isoformat() == "2026-06-01T19:00:00+10:00"
    assert after.astimezone(zone).isoformat() == "2026-06-01T17:00:00+02:00"
    for moment in (before, after):
        assert moment.astimezone(zone).astimezone(UTC) == moment
    assert start_of(date(2026, 5, 1), zone) == start_of(date(2026, 5, 1), ZoneInfo(SYDNEY))
    assert start_of(date(2026, 7, 1), zone) == start_of(date(2026, 7, 1), ZoneInfo(BERLIN))


def test_no_day_comes_again_after_a_move_west() -> None:
    """What was done today would lie ahead of the person, and a midnight that is to come, behind."""
    zone = lived_zone("America/Los_Angeles", with_a_stay([], SYDNEY, MOVED))
    moments = [MOVED + timedelta(hours=hours) for hours in range(-3, 40)]

    days = [day_of(moment, zone) for moment in moments]

    assert days == sorted(days)
    assert days[3] == date(2026, 6, 1) == days[20]
    assert all(next_midnight(moment, zone) > moment for moment in moments)
    assert day_of(MOVED + timedelta(days=3), zone) == date(2026, 6, 4)


@pytest.mark.parametrize("zone", ["America/Los_Angeles", "Pacific/Kiritimati"])
def test_every_page_is_there_just_after_a_move(browser: Browser, build: Build, zone: str) -> None:
    card = build.application(browser.user)
    ahead = build.application(browser.user, applied_on=day_of(now(), browser.user.zone))
    build.interview(ahead, on=day_of(now(), browser.user.zone))

    move_to(browser, zone)

    for address in ("/today", "/board", *(f"/applications/{each.id}" for each in (card, ahead))):
        assert browser.get(address).status_code == 200, address


def test_several_moves_are_each_remembered() -> None:
    stays = with_a_stay([], SYDNEY, MOVED)
    stays = with_a_stay(stays, BERLIN, MOVED + timedelta(days=100))
    zone = lived_zone("America/New_York", stays)

    names = [
        (MOVED + timedelta(days=days)).astimezone(zone).tzname() for days in (-1, 50, 101, 200)
    ]

    assert names == ["AEST", "CEST", "EDT", "EST"]


def told(browser: Browser) -> tuple[list[tuple[object, ...]], list[str]]:
    """The story of every application, and the rows of the files; interviews to come left out."""
    user, at = db.session.get_one(User, browser.user.id), now()
    cards = list(db.session.scalars(Application.of(user.id).order_by(Application.id)))
    stories: list[tuple[object, ...]] = []
    for card in cards:
        said = EntryPresenter("", user.zone, date(2000, 1, 1))
        for entry in timeline(db.session(), card, user.zone).entries:
            if entry.kind != "interview" or (entry.at is not None and entry.at < at):
                day = entry_day(entry, user.zone)
                stories.append((card.id, entry.kind, entry.id, day, said.clock(entry)))
    coming = select(Interview.on).where(Interview.starts_at > at)
    ahead = [day.isoformat() for day in db.session.scalars(coming) if day is not None]
    with zipfile.ZipFile(io.BytesIO(made(user, "csv"))) as files:
        rows = [
            f"{name} {row}"
            for name in files.namelist()
            if name.removesuffix(".csv") in FILES
            for row in files.read(name).decode().splitlines()
            if name != "interviews.csv" or not any(day in row for day in ahead)
        ]
    return stories, rows


@pytest.mark.both_databases
def test_no_past_day_moves_on_a_page_or_in_a_file(browser: Browser, settings: Settings) -> None:
    permissions.close(settings)
    with writing(browser.user) as session:
        user = session.get_one(User, browser.user.id)
        made_up = hunt(3, 12, day_of(now(), user.zone), user.zone)
        insert_hunt(session, user, made_up, now())
    stories, rows = told(browser)

    move_to(browser, "America/Los_Angeles")

    assert told(browser)[1] == rows
    assert told(browser)[0] == stories
    assert wrong(settings) == {}


def test_interview_to_come_keeps_its_moment_and_a_day_without_an_hour_its_day(
    browser: Browser, build: Build
) -> None:
    card = build.application(browser.user)
    tomorrow = day_of(now(), browser.user.zone) + timedelta(days=2)
    by_the_hour = build.interview(card, starts_at=now() + timedelta(days=3))
    whole_day = build.interview(card, on=tomorrow)
    starts_at = by_the_hour.starts_at

    move_to(browser, "America/Los_Angeles")

    zone = ZoneInfo("America/Los_Angeles")
    timed, untimed = (db.session.get_one(Interview, each.id) for each in (by_the_hour, whole_day))
    assert (timed.starts_at, timed.on) == (starts_at, day_of(starts_at, zone))
    assert (untimed.on, day_of(untimed.starts_at, zone)) == (tomorrow, tomorrow)
