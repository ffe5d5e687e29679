"""Each reminder once: by several who look, after a crash, and whatever the clock does."""

import os
import threading
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import event

from tests.cli import ready
from tests.reminders.hunt import Hunt, berlin
from tests.reminders.services import Post, Service
from tracker.config.smtp import Smtp
from tracker.database import writing
from tracker.extensions import db
from tracker.models import Action, ReminderChannel, ReminderDelivery, User
from tracker.models.messages.reminder_delivery import LEASE
from tracker.models.server.setting import LEASE as TASKS_LEASE
from tracker.reminders import delivery
from tracker.reminders.decision import decide
from tracker.reminders.delivery import send_one
from tracker.tasks import reminders

DAY = date(2026, 11, 24)
MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)

LOOK = """
import os, sys
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from tests.reminders.hunt import TASK
from tests.reminders.services import ways
from tracker import create_app
from tracker.config.settings import Settings
from tracker.reminders import delivery
from tracker.tasks import reminders
from tracker.tasks.runner import run_due
folder, url, at = sys.argv[1:4]
settings = Settings(instance=Path(folder), database_url=url, secret_key="x" * 40, testing=True)
reminders.ways_of = lambda _: ways(Path(folder))
"""
AS_USUAL = "run_due(create_app(settings), datetime.fromisoformat(at), TASK)\n"
KILLED = "delivery.send = lambda *_: os._exit(9)\n"


def server(hunt: Hunt, url: str, at: datetime, but: str = "") -> ready.Command:
    """A server of its own that looks once."""
    words = [str(hunt.folder), url, at.isoformat()]
    with ready.texts() as complaints:
        return ready.Command(
            words, Path.cwd(), dict(os.environ), complaints, program=LOOK + but + AS_USUAL
        )


def test_a_push_a_mail_and_two_posts_tell_of_a_day_once(
    hunt: Hunt, web: Service, office: tuple[Smtp, Post]
) -> None:
    phone = web.phone()
    hunt.phone(phone)
    hunt.channel("email", {"address": "jo@example.org"})
    hunt.channel("ntfy", {"url": f"{web.url}/jobs", "token": "tk_1"})
    hunt.channel("gotify", {"url": f"{web.url}/gotify/", "token": "A1"})
    hunt.action(DAY, "Call Banksia Software")
    hunt.looks(berlin(DAY, 6), berlin(DAY + timedelta(days=2), 6))

    assert hunt.kept() == [("digest", DAY)]
    assert list(hunt.states()) == ["sent"] * 4
    push, ntfy, gotify = web.got
    assert phone.read(push.body)["body"] == "Something you planned."
    assert (ntfy.path, ntfy.headers["Authorization"]) == ("/", "Bearer tk_1")
    assert b'"topic": "jobs"' in ntfy.body
    assert (gotify.path, gotify.headers["X-Gotify-Key"]) == ("/gotify/message", "A1")
    (mail,) = office[1].mails
    assert (mail["Subject"], mail["To"]) == ("One thing for today", "jo@example.org")
    everything = b"".join(each.body for each in web.got) + mail.as_bytes()
    assert b"Banksia" not in everything


@pytest.mark.parametrize("change", [date(2026, 3, 29), date(2026, 10, 25)])
def test_over_both_clock_changes_each_day_has_one(hunt: Hunt, web: Service, change: date) -> None:
    hunt.phone(web.phone())
    hunt.wish(digest_at=berlin(DAY, 2, 30).time().replace(hour=2), quiet_to=berlin(DAY, 0).time())
    for days in (-1, 0, 1):
        hunt.action(change + timedelta(days=days))
    begin = change - timedelta(days=1)
    hunt.looks(berlin(begin, 0), berlin(change + timedelta(days=2), 0), 45)

    assert hunt.kept() == [("digest", begin + timedelta(days=days)) for days in range(3)]
    assert len(web.got) == 3


@pytest.mark.both_databases
def test_several_who_look_in_the_same_minute_send_each_once(
    app: Flask, hunt: Hunt, web: Service
) -> None:
    everybody = [hunt.user, *(hunt.build.user(time_zone="Europe/Berlin") for _ in range(3))]
    people = [person.id for person in everybody]
    for person in everybody:
        hunt.channel("push", web.phone().given(), person)
        hunt.channel("ntfy", {"url": f"{web.url}/jobs"}, person)
        hunt.build.action(person, due_on=DAY)
    together = threading.Barrier(4)

    def look() -> None:
        """Beside the lease that the runner has for the whole of it: that is not relied on."""
        with app.app_context():
            together.wait(60)
            for person in people:
                decide(person, berlin(DAY, 8))
            ways = reminders.ways_of(hunt.settings)
            for number in reminders._read(ReminderDelivery.to_send(berlin(DAY, 8))):
                send_one(hunt.settings, number, berlin(DAY, 8), ways)

    threads = [threading.Thread(target=look) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(120)

    assert len(hunt.kept()) == 4
    assert list(hunt.states()) == ["sent"] * 8
    assert len(web.got) == 8


@pytest.mark.both_databases
def test_two_servers_that_look_at_once_send_it_once(hunt: Hunt, web: Service, settings) -> None:
    hunt.phone(web.phone())
    hunt.action(DAY)
    started = [server(hunt, settings.database_url, berlin(DAY, 8)) for _ in range(2)]

    assert [each.wait(300) for each in started] == [0, 0]
    assert list(hunt.states()) == ["sent"]
    assert len(web.got) == 1


def test_killed_between_deciding_and_sending_whoever_looks_next_sends_it_once(
    hunt: Hunt, web: Service, settings
) -> None:
    hunt.phone(web.phone())
    hunt.action(DAY)
    at = berlin(DAY, 8)
    killed = server(hunt, settings.database_url, at, KILLED)

    assert killed.wait(300) == 9
    assert (hunt.kept(), list(hunt.states()), web.got) == ([("digest", DAY)], ["waiting"], [])
    hunt.looks(at, at + LEASE, 1)
    assert web.got == []  # whoever was killed might still be at it
    hunt.looks(at + TASKS_LEASE, at + 2 * HOUR, 7)
    assert (list(hunt.states()), len(web.got)) == (["sent"], 1)


def test_killed_before_it_is_noted_it_is_sent_again_in_the_place_of_the_first(
    hunt: Hunt, web: Service, office: tuple[Smtp, Post], monkeypatch: pytest.MonkeyPatch
) -> None:
    hunt.phone(web.phone())
    hunt.channel("email", {"address": "jo@example.org"})
    hunt.action(DAY)
    with monkeypatch.context() as patch:
        patch.setattr(delivery, "_note", lambda *_: 1 // 0)
        hunt.look(berlin(DAY, 8))
    hunt.looks(berlin(DAY, 8, 1), berlin(DAY, 9), 1)

    assert list(hunt.states()) == ["sent", "sent"]
    assert len(web.got) == len(office[1].mails) == 2
    assert len({each.headers["Topic"] for each in web.got}) == 1
    assert len({str(each["Message-ID"]) for each in office[1].mails}) == 1


def test_asleep_for_two_days_it_sends_the_days_own_and_no_interview_that_is_over(
    hunt: Hunt, web: Service
) -> None:
    phone = web.phone()
    hunt.phone(phone)
    gone = hunt.build.application(hunt.user, stage="interview")
    hunt.build.interview(gone, starts_at=berlin(DAY, 10), created_at=berlin(DAY, 0))
    for days in (0, 1, 2):
        hunt.action(DAY + timedelta(days=days))
    hunt.looks(berlin(DAY + timedelta(days=2), 13), berlin(DAY + timedelta(days=2), 20))

    assert hunt.kept() == [("digest", DAY + timedelta(days=2))]
    assert phone.read(web.got[0].body)["body"] == "Three things you planned."


@pytest.mark.parametrize("back", [HOUR, timedelta(days=1)])
def test_a_clock_that_is_set_back_sends_nothing_twice(
    hunt: Hunt, web: Service, back: timedelta
) -> None:
    hunt.phone(web.phone())
    hunt.action(DAY - timedelta(days=1))
    hunt.looks(berlin(DAY, 7), berlin(DAY, 12))
    hunt.looks(berlin(DAY, 12) - back, berlin(DAY, 20))

    assert len(hunt.kept()) == len(web.got) == 1


def test_a_clock_that_was_years_ahead_holds_nothing_up(hunt: Hunt, web: Service) -> None:
    hunt.phone(web.phone())
    hunt.look(berlin(date(2031, 3, 3), 9))
    hunt.action(DAY)
    hunt.looks(berlin(DAY, 7), berlin(DAY, 12))

    assert ("digest", DAY) in hunt.kept()


@pytest.mark.parametrize("zone", ["Pacific/Auckland", "America/Los_Angeles"])
def test_who_moves_to_another_zone_is_told_once_of_a_day(
    hunt: Hunt, web: Service, zone: str
) -> None:
    hunt.phone(web.phone())
    for days in range(4):
        hunt.action(DAY + timedelta(days=days))
    hunt.looks(berlin(DAY, 7), berlin(DAY, 12))
    with writing() as session:
        user = session.get_one(User, hunt.user.id)
        user.former_zones = [[berlin(DAY, 12).isoformat(), "Europe/Berlin"]]
        user.time_zone = zone
    hunt.looks(berlin(DAY, 12), berlin(DAY, 12) + timedelta(days=2), 60)

    days = [day for _, day in hunt.kept()]
    assert days[0] == DAY
    assert len(set(days)) == len(days) == len(web.got)


def test_what_a_channel_refuses_is_tried_again_and_given_up_when_its_day_is_over(
    hunt: Hunt, web: Service
) -> None:
    number = hunt.phone(web.phone())
    hunt.action(DAY)
    web.status = 503
    hunt.looks(berlin(DAY, 8), berlin(DAY, 9), 1)
    tries = len(web.got)

    assert tries == 4  # at once, and after 1, 5 and 15 minutes
    channel = db.session.get_one(ReminderChannel, number)
    assert channel.is_failing(berlin(DAY, 9))
    assert "503" in channel.problem
    hunt.looks(berlin(DAY, 9), berlin(DAY + timedelta(days=1), 12), 60)
    assert len(web.got) < 20
    assert list(hunt.states()) == ["failed"]
    web.status = 201
    hunt.action(DAY + timedelta(days=2))
    hunt.looks(berlin(DAY + timedelta(days=2), 8), berlin(DAY + timedelta(days=2), 10))
    assert list(hunt.states()) == ["failed", "sent"]
    db.session.expire_all()
    assert not db.session.get_one(ReminderChannel, number).problem


def test_a_device_that_is_gone_is_not_asked_again_and_holds_no_other_up(
    hunt: Hunt, web: Service, office: tuple[Smtp, Post]
) -> None:
    number = hunt.phone(web.phone())
    hunt.channel("email", {"address": "jo@example.org"})
    hunt.action(DAY)
    hunt.action(DAY + timedelta(days=1))
    web.status = 410
    hunt.looks(berlin(DAY, 7), berlin(DAY + timedelta(days=2), 7))

    assert len(web.got) == 1
    assert len(office[1].mails) == 2
    channel = db.session.get_one(ReminderChannel, number)
    assert (channel.state, channel.is_failing(berlin(DAY, 9))) == ("gone", True)


def test_what_is_done_or_put_off_before_it_is_sent_is_not_said(hunt: Hunt, web: Service) -> None:
    hunt.phone(web.phone())
    action = hunt.action(DAY)
    web.status = 503
    hunt.look(berlin(DAY, 8))
    web.status = 201
    with writing() as session:
        session.get_one(Action, action).due_on = DAY + timedelta(days=9)
    hunt.looks(berlin(DAY, 9), berlin(DAY, 12))

    assert (len(web.got), list(hunt.states())) == (1, ["dropped"])


def test_a_look_with_nothing_due_is_one_question_to_the_database(hunt: Hunt, web: Service) -> None:
    hunt.phone(web.phone())
    hunt.look(berlin(DAY, 7))
    asked: list[str] = []

    def note(_1, _2, statement: str, *_3: object) -> None:
        asked.append(statement)

    event.listen(db.engine, "before_cursor_execute", note)
    try:
        hunt.look(berlin(DAY, 7, 1))
    finally:
        event.remove(db.engine, "before_cursor_execute", note)

    assert len([each for each in asked if "task_runs" not in each]) == 1
    assert not [each for each in asked if each.startswith(("INSERT", "UPDATE"))]
