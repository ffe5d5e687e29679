"""Who looks after the server: an owner makes another person one, and takes it back."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import update

from tests.browser import Browser
from tests.builders import Build
from tests.sent import form_of
from tracker.clock import now
from tracker.database import writing
from tracker.extensions import db
from tracker.models import Device, User

pytestmark = pytest.mark.usefixtures("quick_hashing")


@pytest.fixture
def kim(build: Build, sign_in: Callable[..., Browser]) -> Browser:
    """The only owner, signed in."""
    return sign_in(build.user(email="kim@example.org", keeper=True))


def place(user: User) -> str:
    return f"/settings/members/{user.id}/ownership"


def is_keeper(user: User) -> bool:
    db.session.expire_all()
    return db.session.get_one(User, user.id).is_keeper


def test_an_owner_makes_another_person_one_and_takes_it_back(
    kim: Browser, build: Build, sign_in: Callable[..., Browser]
) -> None:
    mia = build.user(name="Mia", email="mia@example.org")
    assert "Make an owner" in kim.get("/settings/members").text

    assert kim.post(place(mia)).headers["Location"] == "/settings/members"
    page = kim.get("/settings/members").text
    assert "Mia is an owner of this server now." in page and "Take back ownership" in page
    assert f'action="{place(mia)}/reversal"' in page.partition("toast")[2], "with Undo"
    assert "You · Owner" in page
    assert is_keeper(mia)
    assert "You were made an owner of this server" in sign_in(mia).get("/settings/history").text

    kim.post(f"{place(mia)}/reversal")
    assert not is_keeper(mia)


def test_who_made_an_owner_to_leave_comes_back_to_leaving(kim: Browser, build: Build) -> None:
    mia = build.user(name="Mia")
    there = "/settings/members?then=removal"
    assert f'href="{there}"' in kim.get("/settings/removal").text
    page = kim.get(there).text
    assert "Who looks after this server next?" in page

    went = kim.post(place(mia), data=form_of(page, place(mia)))
    assert went.headers["Location"] == "/settings/removal"
    assert "Delete for good" in kim.get("/settings/removal").text


def test_one_owner_stays(kim: Browser) -> None:
    assert kim.post(f"{place(kim.user)}/reversal").status_code == 409
    assert is_keeper(kim.user)


def test_nobody_but_an_owner_makes_one(
    kim: Browser, build: Build, sign_in: Callable[..., Browser]
) -> None:
    mia = sign_in(build.user(email="mia@example.org"))
    assert mia.post(place(mia.user)).status_code in (403, 404)
    assert not is_keeper(mia.user)


def test_the_password_is_asked_for_first(kim: Browser, build: Build) -> None:
    mia = build.user()
    with writing() as session:
        session.execute(update(Device).values(proved_at=now() - timedelta(hours=1)))
    assert kim.post(place(mia)).status_code == 401
    assert not is_keeper(mia)
