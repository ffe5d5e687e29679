"""What is never said: of what rests, is archived or deleted; at night; in a pause; twice."""

from datetime import date, datetime, timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from tests.builders import Build
from tests.reminders.hunt import Hunt, berlin
from tests.reminders.services import Service
from tests.reminders.simulation import grow, midnight, simulate
from tracker.clock import now
from tracker.database import writing
from tracker.extensions import db
from tracker.loop.reminders.hours import is_quiet
from tracker.models import (
    Action,
    Application,
    Interview,
    ReminderChannel,
    ReminderSettings,
    User,
)
from tracker.models.changes.day_rest import rest_day
from tracker.reminders.secret_file import FOLDER
from tracker.tasks import reminders
from tracker.tasks.every_task import TASKS
from tracker.tasks.runner import run_due

DAY = date(2026, 11, 24)
"""A Tuesday."""
WEEK = timedelta(days=7)


def test_a_week_of_a_made_up_hunt_has_few_none_at_night_and_nothing_that_rests(
    app: Flask, build: Build
) -> None:
    person: User = build.user(time_zone="Australia/Sydney")
    begin = midnight(now(), person)
    grow(person, 1, 40, begin, named=True)
    with writing(person) as session:  # everything that was rejected rests all the week
        session.execute(
            Application.__table__.update()
            .where(Application.stage == "rejected")
            .values(rest_until=begin + 2 * WEEK)
        )
    resting = set(db.session.scalars(select(Application.company).where(
        Application.rest_until > begin + WEEK
    )))  # fmt: skip
    got = simulate(app, person, 7, begin)

    assert got
    assert resting
    wishes = ReminderSettings.usual(person.id, begin).wishes
    days = [each.at.date() for each in got if each.message.tag.startswith("digest")]
    assert len(days) == len(set(days)) <= 7
    for each in got:
        words = f"{each.message.title} {each.message.body}"
        assert not is_quiet(wishes, each.at, person.zone)
        assert not [company for company in resting if company in words]
        assert not [
            word for word in ("overdue", "late", "missed", "still") if word in words.lower()
        ]
        assert len(words) < 300


def test_what_rests_is_archived_binned_or_cancelled_is_never_told_of(
    hunt: Hunt, web: Service
) -> None:
    hunt.phone(web.phone())
    tomorrow = berlin(DAY + timedelta(days=1), 10)
    for facts in (
        {"rest_until": tomorrow + WEEK, "stage": "rejected"},
        {"archived_at": berlin(DAY, 0), "stage": "interview"},
        {"deleted_at": berlin(DAY, 0), "stage": "interview"},
        {"stage": "interview"},
    ):
        card = hunt.build.application(hunt.user, **facts)
        gone = {"outcome": "cancelled"} if len(facts) == 1 else {}
        hunt.build.interview(card, starts_at=tomorrow, created_at=berlin(DAY, 0), **gone)
        if "deleted_at" in facts or "rest_until" in facts:
            hunt.build.action(hunt.user, application_id=card.id, due_on=DAY)
    hunt.looks(berlin(DAY, 7), berlin(DAY + timedelta(days=1), 12), 60)

    assert (hunt.kept(), web.got) == ([], [])


def test_the_evening_before_an_interview_and_none_once_it_is_moved(
    hunt: Hunt, web: Service
) -> None:
    phone = web.phone()
    hunt.phone(phone)
    hunt.wish(named=True)
    card = hunt.build.application(hunt.user, company="Banksia", stage="interview")
    met = hunt.build.interview(
        card, starts_at=berlin(DAY + timedelta(days=1), 10), created_at=berlin(DAY, 0)
    )
    hunt.looks(berlin(DAY, 7), berlin(DAY, 23))

    told = phone.read(web.got[0].body)
    assert told["title"] == "Tomorrow at 10:00: your interview with Banksia"
    assert told["href"] == f"/applications/{card.id}/interviews/coming"
    with writing(hunt.user) as session:
        row = session.get_one(Interview, met.id)
        row.hold(None, berlin(DAY + timedelta(days=3), 15), berlin(DAY, 23), hunt.user.zone)
    hunt.looks(berlin(DAY, 23), berlin(DAY + timedelta(days=4), 0), 60)
    assert [phone.read(each.body)["title"] for each in web.got[1:]] == [
        "Tomorrow at 15:00: your interview with Banksia"
    ]


def test_a_day_to_follow_up_waits_for_monday_and_is_told_once(hunt: Hunt, web: Service) -> None:
    phone = web.phone()
    hunt.phone(phone)
    saturday = date(2026, 11, 28)
    since = berlin(saturday - timedelta(days=22), 12)
    hunt.build.application(hunt.user, applied_on=since.date(), stage_since=since, at=since)
    hunt.looks(berlin(saturday - timedelta(days=1), 6), berlin(saturday + WEEK, 6), 60)

    assert hunt.kept() == [("digest", date(2026, 11, 30))]
    assert phone.read(web.got[0].body)["body"] == "An application to follow up on."


def test_nothing_in_a_pause_and_what_came_due_in_it_once_when_it_ends(
    hunt: Hunt, web: Service
) -> None:
    phone = web.phone()
    hunt.phone(phone)
    end = berlin(DAY + timedelta(days=7), 0)
    hunt.wish(paused_until=end)
    for days in range(7):
        hunt.action(DAY + timedelta(days=days))
    hunt.looks(berlin(DAY, 7), end, 240)
    assert (hunt.kept(), web.got) == ([], [])
    hunt.looks(end, end + timedelta(days=2), 60)

    assert hunt.kept() == [("digest", DAY + timedelta(days=7))]
    assert phone.read(web.got[0].body)["title"] == "A few things for today"


def test_what_is_not_done_is_not_said_again(hunt: Hunt, web: Service) -> None:
    hunt.phone(web.phone())
    action = hunt.action(DAY)
    hunt.looks(berlin(DAY, 7), berlin(DAY + WEEK, 7), 240)
    assert len(web.got) == 1
    with writing() as session:
        session.get_one(Action, action).due_on = DAY + timedelta(days=8)
    hunt.looks(berlin(DAY + WEEK, 7), berlin(DAY + 2 * WEEK, 7), 240)

    assert len(web.got) == 2


def test_who_has_no_way_on_is_reminded_of_nothing(hunt: Hunt, web: Service) -> None:
    number = hunt.phone(web.phone())
    with writing() as session:
        session.get_one(ReminderChannel, number).state = "unproved"
    hunt.action(DAY)
    hunt.looks(berlin(DAY, 7), berlin(DAY, 12))

    assert (hunt.kept(), web.got) == ([], [])


@pytest.mark.both_databases
def test_what_is_gone_leaves_no_secret_and_what_is_old_is_not_kept(
    hunt: Hunt, web: Service, sign_in
) -> None:
    kept = hunt.phone(web.phone())
    gone = hunt.channel("ntfy", {"url": f"{web.url}/secret"})
    hunt.action(DAY)
    hunt.looks(berlin(DAY, 7), berlin(DAY, 9))
    with writing() as session:
        session.delete(session.get_one(ReminderChannel, gone))
    sweep = [task for task in TASKS if task.name == "sweep"]
    run_due(hunt.app, berlin(DAY, 9), sweep)

    assert len(list((hunt.folder / FOLDER).iterdir())) == 1
    assert (hunt.kept(), "".join(hunt.states())) == ([("digest", DAY)], "sentsent")
    run_due(hunt.app, berlin(DAY + timedelta(days=31), 9), sweep)
    assert (hunt.kept(), list(hunt.states())) == ([], [])
    assert db.session.get(ReminderChannel, kept) is not None
    person = hunt.build.user()
    browser = sign_in(person)
    hunt.channel("ntfy", {"url": f"{web.url}/secret"}, person)
    assert len(list((hunt.folder / FOLDER).iterdir())) == 2
    browser.post("/settings/removal", data={"email": person.email})
    assert len(list((hunt.folder / FOLDER).iterdir())) == 1


def test_one_who_cannot_be_read_holds_nobody_else_up(
    hunt: Hunt, web: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = hunt.build.user(time_zone="Europe/Berlin")
    for person in (hunt.user, other):
        hunt.channel("push", web.phone().given(), person)
        hunt.build.action(person, due_on=DAY)
    whole, broken = reminders.decide, hunt.user.id

    def decide(user_id: int, at: datetime) -> int:
        return 1 // 0 if user_id == broken else whole(user_id, at)

    monkeypatch.setattr(reminders, "decide", decide)
    hunt.look(berlin(DAY, 8))
    assert len(web.got) == 1
    monkeypatch.setattr(reminders, "decide", whole)
    hunt.look(berlin(DAY, 8, 1))
    assert len(web.got) == 2


def test_on_a_day_that_rests_only_what_would_hurt_to_miss_is_told(hunt: Hunt, web: Service) -> None:
    phone = web.phone()
    hunt.phone(phone)
    no = hunt.build.application(hunt.user, stage="rejected")
    with writing(hunt.user) as session:
        rest_day(session, session.get_one(Application, no.id), berlin(DAY, 7), hunt.user)
    hunt.action(DAY)
    card = hunt.build.application(hunt.user, stage="interview")
    tomorrow = DAY + timedelta(days=1)
    hunt.build.interview(card, starts_at=berlin(tomorrow, 14), created_at=berlin(DAY, 0))
    hunt.looks(berlin(DAY, 8), berlin(DAY, 20), 60)

    assert hunt.kept() == [("interview", tomorrow)]
    hunt.looks(berlin(tomorrow, 9), berlin(tomorrow, 11), 60)
    assert ("digest", tomorrow) in hunt.kept()
    assert "something you planned" in phone.read(web.got[-1].body)["body"]
