"""Cards as they are drawn, and kept for the next look."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from flask import Flask

from tests.builders import Build
from tracker.database import writing
from tracker.extensions import db
from tracker.models import Application, User
from tracker.models.reads.board import Board
from tracker.models.reads.board_cards import CardRow, row_at_hand
from tracker.views.board.cards import ReadingTime, card_html, cards_html

SYDNEY, PERTH = ZoneInfo("Australia/Sydney"), ZoneInfo("Australia/Perth")
MORNING = datetime(2026, 3, 10, 22, 0, tzinfo=UTC)
MIDNIGHT = datetime(2026, 3, 11, 13, 0, tzinfo=UTC)


def row_of(person: User, application: Application) -> CardRow:
    columns = Board(db.session(), person.id).columns()
    return next(row for column in columns for row in column.rows if row.id == application.id)


def test_card_at_hand_reads_as_the_board_does(app: Flask, build: Build) -> None:
    person = build.user()
    application = build.application(person, stage_since=MORNING, closes_on=date(2026, 4, 1))

    assert row_at_hand(application) == tuple(row_of(person, application))


def test_card_seen_again_before_anything_turns_is_not_drawn_again(app: Flask, build: Build) -> None:
    person = build.user()
    row = row_of(person, build.application(person))
    first = cards_html([row], ReadingTime(SYDNEY, MIDNIGHT, MORNING))
    drawings = card_html.cache_info().misses

    again = cards_html([row], ReadingTime(SYDNEY, MIDNIGHT, MORNING + timedelta(hours=3)))

    assert again == first
    assert card_html.cache_info().misses == drawings


def test_card_is_drawn_afresh_once_the_day_has_turned(app: Flask, build: Build) -> None:
    person = build.user()
    row = row_of(person, build.application(person, stage_since=MORNING))
    cards_html([row], ReadingTime(SYDNEY, MIDNIGHT, MORNING))

    next_day = ReadingTime(SYDNEY, MIDNIGHT + timedelta(days=1), MIDNIGHT)

    assert "1 day" in cards_html([row], next_day)


def test_card_is_drawn_afresh_when_its_row_has_changed(app: Flask, build: Build) -> None:
    person = build.user()
    application = build.application(person, role="Baker")
    reading = ReadingTime(SYDNEY, MIDNIGHT, MORNING)
    cards_html([row_of(person, application)], reading)

    with writing() as session:
        session.get_one(Application, application.id).role = "Pastry chef"

    assert "Pastry chef" in cards_html([row_of(person, application)], reading)


def test_card_is_drawn_afresh_in_another_time_zone(app: Flask, build: Build) -> None:
    person = build.user()
    row = row_of(person, build.application(person, stage_since=date(2026, 3, 9)))
    at_night = MORNING - timedelta(hours=8)
    in_sydney = cards_html([row], ReadingTime(SYDNEY, MIDNIGHT, at_night))
    in_perth = cards_html([row], ReadingTime(PERTH, MIDNIGHT, at_night))

    assert "2 days" in in_sydney
    assert "1 day" in in_perth


def test_card_that_may_have_turned_already_is_never_taken_from_the_kept_ones(
    app: Flask, build: Build
) -> None:
    person = build.user()
    row = row_of(person, build.application(person, stage_since=MORNING))
    cards_html([row], ReadingTime(SYDNEY, MIDNIGHT, MORNING))

    late = ReadingTime(SYDNEY, MIDNIGHT, MIDNIGHT + timedelta(days=2))

    assert "3 days" in cards_html([row], late)


def test_a_card_that_waits_says_how_long_and_one_on_the_path_how_far(
    app: Flask, build: Build
) -> None:
    person = build.user()
    reading = ReadingTime(SYDNEY, MIDNIGHT, MORNING)
    waits, on_path = (
        cards_html([row_of(person, card)], reading)
        for card in (
            build.application(person, stage=stage, stage_since=MORNING - timedelta(days=5))
            for stage in ("applied", "rejected")
        )
    )

    assert "5 days" in waits and "dots" not in waits
    assert "5 days" not in on_path and 'class="dots far' in on_path


def test_a_stage_without_a_day_counts_from_applying(app: Flask, build: Build) -> None:
    person = build.user()
    for since, words in ((None, "4 wks"), (date(2026, 3, 1), "9 days"), (None, "</bdi> </p>")):
        applied = None if "bdi" in words else date(2026, 2, 10)
        card = build.application(person, stage="interview", stage_since=since, applied_on=applied)

        shown = cards_html([row_of(person, card)], ReadingTime(UTC, MIDNIGHT, MORNING))

        assert words in shown
