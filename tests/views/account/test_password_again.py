"""The password again before what could hurt, and what was being done kept through it."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import func, select, update
from werkzeug.test import TestResponse

from tests.browser import Browser
from tests.builders import Build
from tracker.clock import now
from tracker.database import writing
from tracker.extensions import db
from tracker.models import CalendarFeed, Device, Export, PasswordReset, ShareLink, User
from tracker.values import passwords
from tracker.web.password_again import TRUSTED_FOR

pytestmark = pytest.mark.usefixtures("quick_hashing")
PASSWORD = "heron umbrella kettle"


@pytest.fixture
def mia(build: Build, sign_in: Callable[..., Browser]) -> Browser:
    """A keeper with a password, who gave it a while ago."""
    hashed = passwords.hash_password(PASSWORD)
    browser = sign_in(build.user(email="mia@example.org", keeper=True, password_hash=hashed))
    forget_password(browser, TRUSTED_FOR)
    return browser


def forget_password(browser: Browser, ago: timedelta | None) -> None:
    """As if the password had been given so long ago, or never."""
    with writing() as session:
        at = now() - ago if ago is not None else None
        session.execute(update(Device).where(Device.id == browser.device.id).values(proved_at=at))


def how_many(model: type[Any]) -> int:
    return db.session.scalar(select(func.count()).select_from(model)) or 0


def is_asked(answer: TestResponse) -> bool:
    """Whether the password is asked for, here or on the next page."""
    if answer.status_code == 303:
        return answer.headers["Location"] == "/again"
    return answer.status_code == 401 and 'name="password_again"' in answer.text


GUARDED_FORMS = [
    ("/coach/links", {"label": "For Jo", "span": "all"}),
    ("/calendar", {}),
    ("/exports", {"format": "json"}),
    ("/exports", {"format": "pdf"}),
    ("/settings/members", {"email": "new@example.org"}),
    ("/settings/members/{other}/password-reset", {}),
    ("/settings/members/{other}/removal", {"email": "other@example.org"}),
    ("/settings/address", {"address": "http://evil.example"}),
]


def test_what_could_hurt_is_not_done_without_the_password(mia: Browser, build: Build) -> None:
    other = build.user(email="other@example.org")

    for place, form in GUARDED_FORMS:
        answer = mia.post(place.format(other=other.id), data=form)

        assert is_asked(answer), (place, form)
        for name, value in form.items():
            assert f'name="{name}" value="{value}"' in answer.text, (place, form)
        assert answer.headers["Cache-Control"] == "private, no-store", (place, form)
        models = (ShareLink, CalendarFeed, Export, PasswordReset)
        assert [how_many(model) for model in models] == [0, 0, 0, 0], (place, form)
        assert how_many(User) == 2, (place, form)


@pytest.mark.parametrize("place", ["/coach/links/new", "/exports/new"])
def test_a_page_that_leads_to_it_asks_first_and_comes_back(mia: Browser, place: str) -> None:
    assert is_asked(mia.get(place))
    asked = mia.get("/again")
    assert asked.status_code == 200 and "Your password, to make a" in asked.text

    answer = mia.post("/again", data={"password_again": PASSWORD})

    assert (answer.status_code, answer.headers["Location"]) == (303, place)
    assert mia.get(place).status_code == 200


def test_a_made_file_is_not_handed_out_without_the_password(mia: Browser, build: Build) -> None:
    made = build.export(mia.user, state="made", content=b"Marked-Secret")
    assert is_asked(mia.get(f"/exports/{made.id}/file"))
    back = mia.post("/again", data={"password_again": PASSWORD}).headers["Location"]
    assert back == f"/exports/{made.id}"
    assert mia.get(f"/exports/{made.id}/file").data == b"Marked-Secret"


def test_a_new_email_waits_for_the_password_and_another_name_does_not(mia: Browser) -> None:
    form = {"email": "mia@example.org", "time_zone": "Europe/Berlin", "country": "DE"}
    form |= {"state": "", "first_weekday": "0", "morning_hour": "9", "letter_language": "en"}
    assert mia.post("/settings/profile", data=form | {"name": "Mia W"}).status_code == 303

    moved = form | {"name": "Mia", "email": "elsewhere@example.org"}
    asked = mia.post("/settings/profile", data=moved)
    assert is_asked(asked)
    assert 'name="email" value="elsewhere@example.org"' in asked.text
    assert db.session.get_one(User, mia.user.id).email == "mia@example.org"

    done = mia.post("/settings/profile", data=moved | {"password_again": PASSWORD})
    assert done.status_code == 303
    assert db.session.get_one(User, mia.user.id).email == "elsewhere@example.org"


def test_the_form_goes_through_with_the_password_and_the_next_one_is_not_asked(
    mia: Browser,
) -> None:
    form = {"label": "For Jo", "span": "all", "parts": "applications", "lasts": "30"}
    assert is_asked(mia.post("/coach/links", data=form))

    answer = mia.post("/coach/links", data=form | {"password_again": PASSWORD})

    assert answer.status_code == 303
    assert db.session.scalars(select(ShareLink)).one().label == "For Jo"
    assert mia.post("/calendar").headers["Location"] == "/calendar"


def test_a_wrong_password_keeps_the_form_and_does_nothing(mia: Browser) -> None:
    answer = mia.post("/calendar", data={"password_again": "teapot in the tree"})
    assert answer.status_code == 422
    assert "That is not your password" in answer.text
    assert "teapot" not in answer.text
    assert how_many(CalendarFeed) == 0
    assert is_asked(mia.get("/coach/links/new"))


def test_guesses_are_slowed_as_those_at_signing_in_are(mia: Browser) -> None:
    answers = [mia.post("/again", data={"password_again": "wrong words"}) for _ in range(10)]
    assert {answer.status_code for answer in answers} == {422}
    refused = mia.post("/calendar", data={"password_again": PASSWORD})
    assert refused.status_code == 429
    assert "Retry-After" in refused.headers
    assert how_many(CalendarFeed) == 0


def test_just_after_signing_in_nothing_is_asked(mia: Browser) -> None:
    forget_password(mia, TRUSTED_FOR - timedelta(minutes=1))
    assert mia.get("/coach/links/new").status_code == 200
    assert mia.post("/calendar").status_code == 303
    assert mia.get("/again").headers["Location"] == "/settings"


@pytest.mark.parametrize("ago", [None, timedelta(days=1), timedelta(hours=-1)])
def test_never_given_long_ago_and_from_later_are_all_asked(
    mia: Browser, ago: timedelta | None
) -> None:
    forget_password(mia, ago)
    assert is_asked(mia.get("/coach/links/new"))


def test_what_another_device_proved_is_not_believed_here(
    mia: Browser, sign_in: Callable[..., Browser]
) -> None:
    assert not is_asked(sign_in(mia.user).get("/coach/links/new"))
    assert is_asked(mia.get("/coach/links/new"))


def test_signing_in_with_the_password_counts(app: Flask, mia: Browser) -> None:
    other = Browser.of(app)
    other.post("/login", data={"email": "mia@example.org", "password": PASSWORD})
    assert other.get("/coach/links/new").status_code == 200


def test_htmx_is_told_to_send_the_form_plainly(mia: Browser) -> None:
    answer = mia.post("/calendar", htmx=True)
    assert answer.status_code == 401
    assert how_many(CalendarFeed) == 0


def test_no_page_of_another_site_is_led_on_to(mia: Browser) -> None:
    with mia.session_transaction() as cookie:
        cookie["next"] = "//evil.example/"
    assert mia.post("/again", data={"password_again": PASSWORD}).headers["Location"] == "/settings"
