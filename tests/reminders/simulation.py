"""A made-up hunt on which the server looks for some days, and all that its person would get."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import NamedTuple
from unittest import mock

from flask import Flask

from tests.reminders.hunt import TASK
from tracker.database import writing
from tracker.demo.hunt import hunt
from tracker.demo.insert import insert_hunt
from tracker.extensions import db
from tracker.models import ReminderSettings, User
from tracker.models.changes.reminder_channels import add_channel
from tracker.reminders import delivery
from tracker.reminders.channels.outgoing import Outgoing, Ways
from tracker.reminders.secret_file import new_name
from tracker.tasks.runner import run_due
from tracker.values.days import day_of, start_of

LOOKS = timedelta(minutes=60)


class Got(NamedTuple):
    """One reminder as it arrived."""

    at: datetime
    """On the person's clock."""
    message: Outgoing
    named: bool


@contextmanager
def caught() -> Iterator[list[Outgoing]]:
    """What would go out by any channel."""
    found: list[Outgoing] = []

    def send(kind: str, given: object, message: Outgoing, ways: Ways) -> None:
        found.append(message)

    with mock.patch.object(delivery, "send", send):
        yield found


def grow(person: User, seed: int, applications: int, now: datetime, named: bool) -> None:
    """A hunt up to yesterday, and reminders on from then on."""
    made = hunt(seed, applications, day_of(now, person.zone), person.zone)
    with writing(person) as session:
        insert_hunt(session, person, made, now)
    with writing() as session:
        add_channel(session, person.id, "push", "My phone", new_name(), now - LOOKS)
        session.get_one(ReminderSettings, person.id).named = named


def simulate(app: Flask, person: User, days: int, now: datetime) -> list[Got]:
    """Looks from the beginning of a day on; nobody does anything of what is due."""
    at, end = now, now + timedelta(days=days)
    zone, got = person.zone, list[Got]()
    named = db.session.get_one(ReminderSettings, person.id).named
    while at < end:
        with caught() as found:
            run_due(app, at, TASK)
        got += [Got(at.astimezone(zone), message, named) for message in found]
        at += LOOKS
    return got


def midnight(now: datetime, person: User) -> datetime:
    """When this day began there."""
    return start_of(day_of(now, person.zone), person.zone)
