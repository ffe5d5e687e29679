"""What became of applications, as the database adds it up."""

from datetime import UTC, date, datetime, timedelta

import pytest

from tests.builders import Build
from tests.insights.hunts import moved, sent
from tracker.clock import now
from tracker.database import writing
from tracker.extensions import db
from tracker.insights.figures.flows import Flows, read_flows
from tracker.insights.figures.scope import Scope
from tracker.insights.figures.survival import Wait
from tracker.insights.figures.time_in_stage import read_times_in_stage
from tracker.loop.stage import Stage
from tracker.models import Application, Rejection, User
from tracker.models.changes.stage import undo
from tracker.models.stage_change import StageChange
from tracker.sharing.redaction import Redaction
from tracker.values.date_range import DateRange
from tracker.values.days import day_of, days_after


@pytest.fixture
def user(build: Build) -> User:
    return build.user()


@pytest.fixture
def today(user: User) -> date:
    return day_of(now(), user.zone)


def scope(user: User, span: DateRange | None = None) -> Scope:
    return Scope(db.session(), user, span or DateRange(), now(), Redaction(None, None))


def ways(user: User, span: DateRange | None = None) -> Flows:
    return read_flows(scope(user, span), quiet_days=21)


def ends(user: User) -> dict[str, int]:
    return dict(ways(user).ends())


def test_nothing_sent_is_nothing(user: User) -> None:
    assert ways(user) == Flows([], [], [], [], 0)


def test_each_end_is_told_from_the_others(build: Build, user: User) -> None:
    sent(build, user, 3)
    sent(build, user, 22)
    build.rejection(sent(build, user, 30, stage="rejected"), how="silence")
    build.rejection(sent(build, user, 30, stage="rejected"), how="email")
    closed = sent(build, user, 30, stage="action_taken")
    build.rejection(closed, how="phone")
    sent(build, user, 30, archived_at=now(), outcome="withdrawn")
    sent(build, user, 30, stage="interview", offer_received_on=date(2026, 11, 2))

    assert ends(user) == {
        "waiting": 1, "silent": 1, "no_answer": 1, "they_said_no": 2, "withdrawn": 1,
        "offer_to_answer": 1,
    }  # fmt: skip


def test_interview_that_keeps_one_waiting_is_no_silence(build: Build, user: User) -> None:
    card = sent(build, user, 60)
    build.interview(card, starts_at=now() - timedelta(days=40))

    assert ends(user) == {"waiting": 1}
    assert ways(user).met == 1


def test_no_that_was_called_back_counts_by_where_it_stands(build: Build, user: User) -> None:
    card = sent(build, user, 9, stage="interview")
    build.rejection(card, how="email")

    assert ends(user) == {"waiting": 1}


def test_ending_without_a_day_is_left_out_of_the_waits_and_counted(
    build: Build, user: User
) -> None:
    silent = sent(build, user, 40, stage="rejected")
    build.rejection(silent, on=None, how="silence")
    sent(build, user, 30, archived_at=now(), outcome="role_closed")
    with writing() as session:
        for card in session.scalars(Application.of(user.id)):
            card.archived_on = None

    assert ends(user) == {"no_answer": 1, "they_said_no": 1}
    assert (ways(user).waits, ways(user).undated) == ([], 2)


def test_end_that_is_said_to_lie_ahead_is_in_no_wait(build: Build, user: User, today: date) -> None:
    ahead = days_after(today, 30)
    sent(build, user, 30, archived_at=now(), archived_on=ahead, outcome="withdrawn")
    silent = sent(build, user, 40, stage="rejected", stage_since=days_after(today, -20))
    build.rejection(silent, on=ahead, how="silence")

    assert (ways(user).waits, ways(user).undated) == ([], 2)
    stays, _ = read_times_in_stage(scope(user))
    assert stays["applied"] == []


def test_role_that_they_closed_is_no_reply(build: Build, user: User) -> None:
    sent(build, user, 30, archived_at=now() - timedelta(days=10), outcome="role_closed")

    assert ends(user) == {"they_said_no": 1}
    assert ways(user).waits == [Wait(20, False)]


def test_what_they_wrote_after_all_is_a_reply(build: Build, user: User) -> None:
    card = sent(build, user, 30)
    silent = build.rejection(card, how="silence")
    moved([card], Stage.REJECTED, now() - timedelta(days=9))
    moved([card], Stage.APPLIED, now() - timedelta(days=4))
    with writing() as session:
        session.delete(session.get_one(Rejection, silent.id))

    assert ends(user) == {"waiting": 1}
    assert ways(user).waits == [Wait(26, True)]


def test_move_to_interview_that_was_undone_was_none(build: Build, user: User) -> None:
    card = sent(build, user, 5)
    moved([card], Stage.INTERVIEW, now())
    assert ways(user).met == 1
    with writing() as session:
        fresh = session.get_one(Application, card.id)
        change = StageChange.latest(session, fresh)
        assert change is not None
        undo(session, fresh, change, now())

    assert ways(user).met == 0
    assert ways(user).waits == [Wait(5, False)]


def test_days_to_a_reply_end_with_the_first_word_from_them(build: Build, user: User, today) -> None:
    card = sent(build, user, 20)
    moved([card], Stage.INTERVIEW, now() - timedelta(days=12))
    build.interview(card, starts_at=now() - timedelta(days=4))
    build.rejection(card, on=days_after(today, -1), how="email")

    assert ways(user).waits == [Wait(8, True)]


def test_who_still_waits_counts_until_today_and_what_was_put_away_until_then(
    build: Build, user: User, today
) -> None:
    sent(build, user, 7)
    sent(build, user, 30, archived_at=now() - timedelta(days=10), outcome="withdrawn")
    silent = sent(build, user, 40, stage="rejected")
    build.rejection(silent, on=days_after(today, -9), how="silence")

    assert sorted(ways(user).waits) == [Wait(7, False), Wait(20, False), Wait(31, False)]


def test_a_day_is_one_of_the_persons_own_calendar(build: Build) -> None:
    user = build.user(time_zone="Pacific/Kiritimati")
    card = build.application(user, applied_on=date(2026, 11, 2))
    moved([card], Stage.INTERVIEW, datetime(2026, 11, 4, 11, tzinfo=UTC))  # already the 5th there

    assert ways(user).waits == [Wait(3, True)]


def test_interview_ahead_was_agreed_on_when_it_was_noted(build: Build, user: User) -> None:
    build.interview(sent(build, user, 5), starts_at=now() + timedelta(days=9))

    assert ways(user).waits == [Wait(5, True)]


def test_unknown_dates_are_left_out_and_counted(build: Build, user: User) -> None:
    build.application(user)
    build.rejection(sent(build, user, 9, stage="rejected", stage_since=None), how="email")

    assert ways(user).waits == []
    assert ways(user).undated == 2


@pytest.mark.parametrize("days", [-9, 9])
def test_reply_before_the_day_of_applying_or_after_today_is_in_no_figure_of_days(
    build: Build, user: User, today, days: int
) -> None:
    card = sent(build, user, 5)
    build.rejection(card, on=days_after(today, days), how="email")

    assert (ways(user).waits, ways(user).undated) == ([], 1)


def test_fit_is_half_of_what_they_ask_for(build: Build, user: User) -> None:
    from tracker.models.changes.vocabulary import SKILLS

    build.skill(user, "SQL", level="core")
    for names in (["SQL", "Excel"], ["Excel", "Python", "SQL"], []):
        card = sent(build, user, 5)
        with writing() as session:
            SKILLS.put(session, session.get_one(Application, card.id), names)

    assert sorted(str(job.inside) for job in ways(user).jobs) == ["False", "None", "True"]


@pytest.mark.both_databases
def test_span_holds_what_was_sent_in_it(build: Build, user: User, today) -> None:
    sent(build, user, 100)
    sent(build, user, 89)
    build.application(user)

    assert ways(user).n == 3
    assert ways(user, DateRange.named("90", today)).n == 1
    assert ways(user, DateRange.between(None, days_after(today, -95))).n == 1
    assert ways(user, DateRange.between(days_after(today, -95), None)).n == 1


def test_others_and_the_bin_are_left_out(build: Build, user: User) -> None:
    sent(build, build.user(), 5)
    sent(build, user, 5, deleted_at=now())

    assert ways(user).n == 0
    assert sum(len(stays) for stays in read_times_in_stage(scope(user))[0].values()) == 0


def test_stay_in_a_stage_lasts_until_the_next_move(build: Build, user: User) -> None:
    card = sent(build, user, 20, stage_since=now() - timedelta(days=20))
    moved([card], Stage.INTERVIEW, now() - timedelta(days=14))
    moved([card], Stage.REJECTED, now() - timedelta(days=3))
    stays, undated = read_times_in_stage(scope(user))

    assert undated == 0
    assert stays["applied"] == [Wait(6, True)]
    assert stays["interview"] == [Wait(11, True)]
    assert stays["rejected"] == [Wait(3, False)]


def test_move_that_was_undone_ended_no_stay(build: Build, user: User) -> None:
    card = sent(build, user, 20)
    moved([card], Stage.REJECTED, now())
    with writing() as session:
        fresh = session.get_one(Application, card.id)
        change = StageChange.latest(session, fresh)
        assert change is not None
        undo(session, fresh, change, now())

    assert read_times_in_stage(scope(user))[0]["applied"] == [Wait(20, False)]
    assert read_times_in_stage(scope(user))[0]["rejected"] == []


def test_moves_without_a_day_are_counted(build: Build, user: User) -> None:
    build.application(user, stage_since=None)

    assert read_times_in_stage(scope(user))[1] == 1
