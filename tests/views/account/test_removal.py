"""An account that its owner deletes."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import func, select, update

from tests.browser import Browser
from tests.builders import Build
from tracker.clock import now
from tracker.database import writing
from tracker.extensions import db
from tracker.models import Application, Device, User
from tracker.values import passwords
from tracker.views.account.removal import elsewhere

pytestmark = pytest.mark.usefixtures("quick_hashing")
PASSWORD = "heron umbrella kettle"
PLACE = "/settings/removal"


@pytest.fixture
def mia(build: Build, sign_in: Callable[..., Browser]) -> Browser:
    """A member with a password, signed in, on a server that somebody else keeps."""
    build.user(email="keeper@example.org", keeper=True)
    hashed = passwords.hash_password(PASSWORD)
    return sign_in(build.user(email="mia@example.org", password_hash=hashed))


def people() -> int:
    return db.session.scalar(select(func.count()).select_from(User)) or 0


def test_all_of_it_goes_and_nobody_elses(mia: Browser, build: Build) -> None:
    build.application(mia.user)
    other = build.application(build.user())
    assert "Backups of this server still hold it" in mia.get(PLACE).text

    answer = mia.post(PLACE, data={"email": " MIA@example.org "})

    assert (answer.status_code, answer.headers["Location"]) == (303, "/login")
    assert "Your account is gone" in mia.get("/login").text
    assert list(db.session.scalars(select(Application.id))) == [other.id]
    assert mia.get("/board").headers["Location"] == "/login"


def test_another_email_deletes_nothing(mia: Browser) -> None:
    answer = mia.post(PLACE, data={"email": "mia@example.com"})
    assert answer.status_code == 422
    assert "Type the email exactly" in answer.text
    assert 'value="mia@example.com"' in answer.text
    assert people() == 2


def test_nothing_goes_without_the_password(mia: Browser) -> None:
    with writing() as session:
        session.execute(update(Device).values(proved_at=now() - timedelta(hours=1)))
    asked = mia.post(PLACE, data={"email": "mia@example.org"})
    assert asked.status_code == 401
    assert "Your password, to delete this account" in asked.text and "Go on" not in asked.text
    assert people() == 2


def test_the_last_keeper_stays_until_there_is_another(
    sign_in: Callable[..., Browser], build: Build
) -> None:
    keeper = sign_in(build.user(email="kim@example.org", keeper=True))
    build.user()
    page = keeper.get(PLACE).text
    assert "Make one of them an owner first" in page and "delete\n    this folder" not in page
    assert keeper.post(PLACE, data={"email": "kim@example.org"}).status_code == 409
    assert people() == 2
    build.user(keeper=True)
    assert keeper.post(PLACE, data={"email": "kim@example.org"}).status_code == 303
    assert people() == 2


def test_whoever_is_alone_here_reads_which_folder_holds_all_of_it(
    sign_in: Callable[..., Browser], build: Build, app: Flask
) -> None:
    keeper = sign_in(build.user(email="kim@example.org", keeper=True))
    page = keeper.get(PLACE).text
    folder = app.config["ONWARD"].instance
    assert f"<code>{folder}</code>" in page and "backups are in there" in page
    assert "Make one of them an owner" not in page and "onward user" not in page
    assert "Delete also" not in page


def test_what_stands_outside_that_folder_is_named(app: Flask) -> None:
    settings = app.config["ONWARD"]
    far = replace(
        settings, database_url="postgresql+psycopg://db/onward", backup_folder=Path("/mnt/copies")
    )
    near = replace(settings, database_url=f"sqlite:///{settings.instance}/onward.db")
    assert elsewhere(near) == []
    assert elsewhere(far) == [
        "the database, on its own server", "second copies of backups, in /mnt/copies"
    ]  # fmt: skip
