"""What leads to the offer of a step back, row by row, and what a look reads."""

from datetime import date, timedelta

import pytest

from tests.sent import queries
from tracker.clock import now
from tracker.database import writing
from tracker.extensions import db
from tracker.models import StageChange
from tracker.models.reads.step_back import read_step_back
from tracker.models.reads.step_back_offer import read_step_back_offer
from tracker.values.days import day_of


@pytest.fixture
def person(build):
    return build.user()


@pytest.fixture
def today(person) -> date:
    return day_of(now(), person.zone)


def no(build, person, today, ago=0, **facts):
    card = build.application(person, stage="rejected", **facts)
    build.rejection(card, on=today - timedelta(ago), how="silence")
    return card


def in_a_row(person) -> int:
    db.session.rollback()
    found = read_step_back_offer(db.session(), person.id, now(), person.zone)
    return found.in_a_row if found else 0


def test_five_noes_without_an_interview_lead_to_it_and_four_do_not(build, person, today) -> None:
    for ago in range(4):
        no(build, person, today, ago)
    assert in_a_row(person) == 0
    no(build, person, today, 20)
    assert in_a_row(person) == 5


def test_another_persons_noes_and_those_in_the_bin_do_not_count(build, person, today) -> None:
    other = build.user()
    for ago in range(5):
        no(build, other, today, ago)
        no(build, person, today, ago, deleted_at=now())
    assert in_a_row(person) == 0 and in_a_row(other) == 5


@pytest.mark.both_databases
def test_put_away_as_closed_without_a_recorded_no_is_an_outcome(build, person, today) -> None:
    for ago in range(3):
        no(build, person, today, ago)
    for _ in range(2):
        build.application(person, archived_at=now(), outcome="loop_closed")
    assert in_a_row(person) == 5


def test_a_withdrawal_and_an_offer_are_no_outcomes(build, person, today) -> None:
    for ago in range(4):
        no(build, person, today, ago)
    for outcome in ("withdrawn", "offer_declined", "offer_accepted"):
        build.application(person, archived_at=now(), outcome=outcome)
    assert in_a_row(person) == 0


def test_an_interview_a_move_to_interview_or_one_ahead_breaks_the_row(build, person, today) -> None:
    cards = [no(build, person, today, ago) for ago in range(5)]
    talk = build.interview(cards[2], starts_at=now() - timedelta(days=9))
    assert in_a_row(person) == 0
    with writing() as session:
        session.delete(session.merge(talk))
        session.add(
            StageChange(
                user_id=person.id,
                application_id=cards[2].id,
                before="applied",
                after="interview",
                on=today,
                recorded_at=now(),
            )
        )
    assert in_a_row(person) == 0


def test_an_interview_last_week_of_one_still_open_breaks_it_and_one_long_ago_does_not(
    build, person, today
) -> None:
    for ago in range(5):
        no(build, person, today, ago)
    card = build.application(person, stage="interview")
    build.interview(card, starts_at=now() - timedelta(days=30))
    assert in_a_row(person) == 5
    build.interview(card, starts_at=now() - timedelta(days=1))
    assert in_a_row(person) == 0


def test_undated_and_old_noes_of_an_imported_past_do_not_count(build, person, today) -> None:
    for ago in range(10):
        no(build, person, today, 100 + ago)
        build.rejection(build.application(person, stage="rejected"), on=None)
    assert in_a_row(person) == 0


def test_after_a_look_or_a_not_now_five_further_ones_are_needed(build, person, today) -> None:
    for ago in range(6):
        no(build, person, today, ago)
    look = build.step_back(person, put_off_at=now())
    assert in_a_row(person) == 0
    for _ in range(4):
        no(build, person, today)
    assert in_a_row(person) == 0
    no(build, person, today)
    assert in_a_row(person) == 5
    build.step_back(person, ended_at=now())
    assert in_a_row(person) == 0 and look.id


def test_one_that_is_under_way_is_named_whatever_came(build, person) -> None:
    look = build.step_back(person)
    found = read_step_back_offer(db.session(), person.id, now(), person.zone)
    assert found is not None and found.under_way == look.id


def test_the_offer_asks_one_statement_and_one_more_where_it_is_due(build, person, today) -> None:
    ask = lambda: read_step_back_offer(db.session(), person.id, now(), person.zone)  # noqa: E731
    assert queries(ask) == 1
    for ago in range(8):
        no(build, person, today, ago)
    assert queries(ask) == 2


def test_a_look_reads_what_was_sent_said_and_looked_at(build, person, today) -> None:
    paper = build.document(person, label="v2")
    card = no(
        build, person, today, 3, applied_on=today - timedelta(13), resume_id=paper.id, source="SEEK"
    )
    card = build.application(
        person, stage="interview", applied_on=today, resume_id=paper.id, source="SEEK"
    )
    feedback = build.feedback(card, "Shorter answers.")
    theme = build.theme(person, "Answers")
    build.point(feedback, "Shorter answers.", theme_id=theme.id)
    build.point(feedback, "Another was stronger.", kind="not_me")
    build.point(feedback, "Good at sums.", kind="strength")
    build.review(person, by="Ana", said="Shorter", on=today)
    build.review(person, by="Bo", on=None, asked_on=today)

    look = read_step_back(db.session(), person, now())

    assert look.all_of_it and look.not_me == 1
    assert [(each.paper, each.source, each.interviewed) for each in look.sent] == [
        ("v2", "SEEK", True),
        ("v2", "SEEK", False),
    ]
    assert look.sent[1].answered_on is None, "silence is no answer"
    assert [(each.name, each.times, each.quotes) for each in look.themes] == [
        ("Answers", 1, ["Shorter answers."])
    ]
    assert look.reviews["resume"].by == "Ana" and look.reviews["social"] is None


def test_a_look_asks_the_same_however_much_there_is(build, person, today) -> None:
    ask = lambda: read_step_back(db.session(), person, now())  # noqa: E731
    for ago in range(7):
        no(build, person, today, ago, applied_on=today - timedelta(ago))
    bare = queries(ask)
    for ago in range(20):
        card = no(build, person, today, ago, applied_on=today - timedelta(ago))
        build.point(build.feedback(card))
    assert queries(ask) == bare == 4
