"""The story of an application, the latest first."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from tracker.database import writing
from tracker.extensions import db
from tracker.models import Application, StageChange
from tracker.models.changes.stage import move, undo
from tracker.models.document import papers_of
from tracker.models.reads.timeline import PAGE, timeline
from tracker.models.reads.timeline_order import Entry
from tracker.models.reads.timeline_story import BEGINNING

SYDNEY = ZoneInfo("Australia/Sydney")
START = datetime(2026, 3, 1, 22, tzinfo=UTC)  # Monday 2 March, 09:00 in Sydney
DAY = timedelta(days=1)


def story(card: Application, start: int = 0) -> list[Entry]:
    db.session.rollback()
    card = db.session.get_one(Application, card.id, populate_existing=True)
    papers = papers_of(db.session(), card)
    return timeline(db.session(), card, SYDNEY, papers, start).entries


def test_another_applications_story_is_not_mixed_in(build) -> None:
    person = build.user()
    card = build.application(person, at=START)
    build.note(build.application(person, at=START), "Elsewhere")

    assert [entry.kind for entry in story(card)] == ["stage"]


@pytest.mark.both_databases
def test_everything_stands_in_the_order_of_time(build) -> None:
    card = build.application(build.user(), at=START, stage_since=START)
    build.interview(card, starts_at=START + 9 * DAY, kind="video", round=2)
    build.note(card, "First", created_at=START + DAY)
    build.note(card, "Second", created_at=START + 2 * DAY, private=True)

    told = story(card)

    assert [(entry.kind, entry.words) for entry in told][1:3] == [
        ("note", "Second"),
        ("note", "First"),
    ]
    assert [entry.kind for entry in told] == ["interview", "note", "note", "stage"]
    assert (told[0].before, told[0].number) == ("video", 2)
    assert [told[1].marked, told[2].marked] == [True, False]


def test_what_has_only_a_day_stands_at_the_end_of_that_day(build) -> None:
    card = build.application(
        build.user(), at=START, stage_since=START, offer_received_on=date(2026, 3, 3)
    )
    build.note(card, "That evening", created_at=START + DAY + timedelta(hours=12))
    build.note(card, "The morning after", created_at=START + 2 * DAY)
    build.rejection(card, on=date(2026, 3, 4), created_at=START + 30 * DAY)

    told = [entry.words or entry.kind for entry in story(card)]

    assert told == ["rejection", "The morning after", "offer", "That evening", "stage"]


def test_no_that_was_noted_the_same_day_stands_where_it_was_noted(build) -> None:
    card = build.application(build.user(), at=START, stage_since=START)
    build.rejection(card, on=date(2026, 3, 3), created_at=START + DAY, words="No")
    build.note(card, "Later that day", created_at=START + DAY + timedelta(hours=1))

    assert [entry.words for entry in story(card)] == ["Later that day", "No", None]


def test_undated_things_stand_between_the_dated_ones_that_bound_them(build) -> None:
    person = build.user()
    card = build.application(person, at=START, stage_since=START)
    with writing(person) as session:
        for before, after, on in (
            ("applied", "interview", None),
            ("interview", "rejected", date(2026, 3, 20)),
        ):
            session.add(
                StageChange(
                    user_id=person.id, application_id=card.id, before=before, after=after, on=on,
                    recorded_at=START + 30 * DAY,
                )
            )  # fmt: skip
    build.interview(card, kind="panel", rating=3, created_at=START + 30 * DAY)
    build.interview(card, kind="video", starts_at=START + 9 * DAY, created_at=START + 30 * DAY)
    build.rejection(card, on=date(2026, 3, 20), created_at=START + 30 * DAY)

    told = [(one.kind, one.after or one.before) for one in story(card)]

    assert told == [
        ("rejection", None),
        ("stage", "rejected"),
        ("interview", "video"),
        ("interview", "panel"),
        ("stage", "interview"),
        ("stage", "applied"),
    ]


@pytest.mark.both_databases
def test_what_nothing_bounds_comes_last(build) -> None:
    card = build.application(build.user(), at=START, stage_since=None)
    build.note(card, "Of today")
    build.rejection(card, on=None)

    assert [entry.kind for entry in story(card)] == ["note", "rejection", "stage"]


def test_a_move_that_was_taken_back_is_no_story_and_one_made_again_is(build) -> None:
    person = build.user()
    card = build.application(person, at=START, stage_since=START)
    with writing(person) as session:
        fresh = session.get_one(Application, card.id)
        change = move(session, fresh, "interview", START + DAY)
        session.flush()
        undo(session, fresh, change, START + 2 * DAY)

    (first,) = story(card)
    assert first.latest
    assert (first.before, first.after, first.marked) == (None, "applied", False)

    with writing(person) as session:
        move(session, session.get_one(Application, card.id), "interview", START + 3 * DAY)
    moved, first = story(card)
    assert (moved.after, moved.marked, moved.latest) == ("interview", False, True)


def test_versions_that_were_sent_stand_on_the_day_of_applying(build) -> None:
    person = build.user()
    card = build.application(
        person,
        at=START + 5 * DAY,
        stage_since=START + 5 * DAY,
        applied_on=date(2026, 3, 2),
        resume_id=build.document(person, label="Résumé v2").id,
        letter_id=build.document(person, label="Short letter", kind="letter").id,
    )

    sent = [(one.kind, one.before, one.words, one.on) for one in story(card)[-2:]]

    day = date(2026, 3, 2)
    assert sent == [
        ("document", "resume", "Résumé v2", day),
        ("document", "letter", "Short letter", day),
    ]


def test_long_story_comes_in_pages_that_leave_nothing_out(build) -> None:
    card = build.application(build.user(), at=START, stage_since=START)
    for number in range(2 * PAGE):
        build.note(card, f"{number}", created_at=START + number * DAY + timedelta(hours=1))
    for number in (3, PAGE, PAGE + 20):
        build.rejection(card, on=date(2026, 3, 2) + number * DAY, words=f"no {number}")
    build.rejection(card, on=None, words="no day")

    told: list[Entry] = []
    start: int | None = 0
    while start is not None:
        card = db.session.get_one(Application, card.id, populate_existing=True)
        page = timeline(db.session(), card, SYDNEY, "", start)
        told, start = told + page.entries, page.more

    assert len(told) == 2 * PAGE + 1 + 4
    assert len({(entry.kind, entry.id) for entry in told}) == len(told)
    dated = [entry.at for entry in told if entry.at is not None]
    assert dated == sorted(dated, reverse=True)
    assert [entry.words or entry.kind for entry in told[-2:]] == ["no day", "stage"]


@pytest.mark.both_databases
def test_many_changes_at_one_moment_are_each_told_once(build) -> None:
    person = build.user()
    card = build.application(person, at=START, stage_since=START)
    with writing(person) as session:
        for _ in range(PAGE + 5):
            session.add(
                StageChange(
                    user_id=person.id,
                    application_id=card.id,
                    before="applied",
                    after="interview",
                    on=date(2026, 3, 2),
                    recorded_at=START,
                )
            )

    ids = [entry.id for entry in story(card) + story(card, start=PAGE)]

    assert len(ids) == len(set(ids)) == PAGE + 6


def test_long_note_gives_its_beginning_and_its_length(build) -> None:
    card = build.application(build.user(), at=START, stage_since=START)
    build.note(card, "é" * 5000, created_at=START + DAY)

    note = story(card)[0]

    assert (len(note.words or ""), note.length) == (BEGINNING, 5000)


def test_rounds_of_an_offer_stand_with_their_answers(build) -> None:
    card = build.application(build.user(), at=START, stage_since=START)
    build.offer(card, received_on=date(2026, 3, 3), decision="countered", created_at=START)
    build.offer(
        card, received_on=date(2026, 3, 5), decision="accepted", decided_on=date(2026, 3, 5)
    )

    told = [(entry.kind, entry.after) for entry in story(card)]

    assert told[:3] == [("offer_answer", "accepted"), ("offer", None), ("offer", "countered")]


def test_an_offer_of_which_only_the_outcome_tells_is_told_by_that(build) -> None:
    card = build.application(
        build.user(), at=START, offer_decision="accepted", outcome="offer_accepted",
        archived_at=START + DAY,
    )  # fmt: skip

    assert [entry.kind for entry in story(card)] == ["archival", "stage"]
