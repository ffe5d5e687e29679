"""Somebody who has reminders on, and looks of the server at moments of the test's own."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from flask import Flask
from sqlalchemy import select

from tests.builders import Build
from tests.reminders.services import Phone
from tracker.database import writing
from tracker.extensions import db
from tracker.models import Reminder, ReminderDelivery, ReminderSettings, User
from tracker.models.changes.reminder_channels import add_channel
from tracker.reminders.channels.outgoing import Ways
from tracker.reminders.secret_file import keep_secret, new_name
from tracker.tasks import reminders
from tracker.tasks.every_task import TASKS
from tracker.tasks.runner import run_due

TASK = [task for task in TASKS if task.name == "reminders"]
LONG_AGO = datetime(2026, 1, 5, 3, 0, tzinfo=UTC)
BERLIN = ZoneInfo("Europe/Berlin")


def berlin(day: date, hour: int, minute: int = 0) -> datetime:
    """That hour on clocks there."""
    return datetime.combine(day, time(hour, minute), BERLIN).astimezone(UTC)


class Hunt:
    """One person, and what came of the server's looks."""

    def __init__(self, app: Flask, build: Build, folder: Path, patch: pytest.MonkeyPatch) -> None:
        self.app, self.build = app, build
        app.config["ONWARD"] = replace(app.config["ONWARD"], instance=folder)
        self.settings = app.config["ONWARD"]
        self.user: User = build.user(time_zone="Europe/Berlin")
        self.patch = patch

    def by(self, ways: Ways) -> None:
        """What channels send by."""
        self.patch.setattr(reminders, "ways_of", lambda _: replace(ways, instance=self.folder))

    @property
    def folder(self) -> Path:
        """The instance's."""
        return self.settings.instance

    def channel(self, kind: str, given: dict[str, str], user: User | None = None) -> int:
        """A way that reminders go, since long ago."""
        file = new_name()
        keep_secret(self.folder, file, given)
        with writing() as session:
            owner = (user or self.user).id
            return add_channel(session, owner, kind, f"My {kind}", file, LONG_AGO).id

    def phone(self, phone: Phone) -> int:
        """A device that takes them."""
        return self.channel("push", phone.given())

    def wish(self, **facts: Any) -> None:
        """Set what is wanted."""
        with writing() as session:
            kept = session.get_one(ReminderSettings, self.user.id)
            for name, value in facts.items():
                setattr(kept, name, value)

    def action(self, day: date, what: str = "Practise two answers") -> int:
        """Something planned for a day."""
        return int(self.build.action(self.user, what=what, due_on=day).id)

    def look(self, at: datetime) -> None:
        """One of the server's."""
        run_due(self.app, at, TASK)
        db.session.rollback()

    def looks(self, first: datetime, end: datetime, minutes: int = 30) -> None:
        """From one moment up to another."""
        while first < end:
            self.look(first)
            first += timedelta(minutes=minutes)

    def kept(self) -> list[tuple[str, date]]:
        """What was decided on."""
        db.session.rollback()
        rows = db.session.scalars(select(Reminder).order_by(Reminder.id))
        return [(row.kind, row.day) for row in rows]

    def states(self) -> Sequence[str]:
        """What became of each delivery."""
        db.session.rollback()
        return db.session.scalars(
            select(ReminderDelivery.state).order_by(ReminderDelivery.id)
        ).all()
