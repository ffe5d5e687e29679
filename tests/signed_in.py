"""Most tests begin with somebody who is signed in: made once, and copied with their database."""

import shutil
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from flask import Flask
from sqlalchemy import create_engine
from sqlalchemy.orm import Session

from tests.browser import Browser
from tests.builders import LONG_AGO
from tracker.clock import now
from tracker.database import WRITING
from tracker.extensions import db
from tracker.models import Device, User

FRESH = timedelta(minutes=5)
"""Who signed in longer ago has not just given a password: that is made anew."""


@dataclass
class SignedIn:
    """An SQLite database in which nothing has happened but that one person signed in."""

    file: Path
    at: datetime | None = None
    device_id: int = 0
    token: str = ""

    def database(self, template: Path) -> Path:
        """Its file, not older than a moment, as a test sees the time."""
        if self.at is None or not timedelta() <= now() - self.at < FRESH:
            self._make(template)
        return self.file

    def _make(self, template: Path) -> None:
        self.at = now()
        shutil.copy(template, self.file)
        engine = create_engine(f"sqlite:///{self.file}")
        with Session(engine, info={WRITING: True}) as session, session.begin():
            user = User(email="person0@example.org", name="Person0", created_at=LONG_AGO)
            session.add(user)
            session.flush()
            session.add(device := Device.sign_in(user, "Test browser", self.at))
            session.flush()
            self.device_id, self.token = device.id, device.token
        engine.dispose()

    def browser(self, app: Flask) -> Browser:
        """That person's browser, on a copy of that database."""
        browser = Browser.of(app)
        browser.device = db.session.get_one(Device, self.device_id)
        browser.device.token = self.token
        browser.user = db.session.get_one(User, browser.device.user_id)
        browser.remember(self.token)
        return browser
