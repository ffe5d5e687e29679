"""No long text of the loop is lost: not by a dead connection, a reload or an expired sign-in."""

import time
from collections.abc import Callable
from typing import Any, NamedTuple

import pytest
from playwright.sync_api import Error, Locator, Page, expect
from sqlalchemy import select

from e2e.conftest import PATIENCE, PHONE
from tests.builders import Build
from tracker.clock import now
from tracker.database import writing
from tracker.extensions import db
from tracker.models import (
    Action,
    Application,
    Attempt,
    CheckIn,
    Device,
    Feedback,
    OwnLine,
    Rejection,
    Thought,
    User,
)
from tracker.values import passwords
from tracker.values.days import day_of

PASSWORD = "heron umbrella kettle"
WORDS = "Words that must not be lost.\n\n„Zwei Zeilen“ & <b>株式会社</b> 😶"
LINE = WORDS.replace("\n\n", " ")


class Place(NamedTuple):
    """Where a text is typed, and where it is kept."""

    address: str
    label: str
    button: str
    kept: Any
    text: str = WORDS
    fold: str = ""


PLACES = {
    "their words with the no": Place("/rejection", "Their words", "Save", Rejection.words),
    "a few words of a moment": Place("/check-in#step-2", "A few words", "Save", CheckIn.words),
    "a page of a moment": Place(
        "/check-in#step-2", "Your page", "Save", CheckIn.writing, fold="Write for a while"
    ),
    "the story of a thought": Place(
        "/thoughts/new#step-2", "What I think it means", "Save now", Thought.story
    ),
    "what went well": Place("/self-analysis", "went well", "Save and go on", Rejection.went_well),
    "a letter": Place("/ask/letter/ask", "Your email", "I sent it", Attempt.body),
    "feedback": Place("/feedback/new", "Their words", "Save", Feedback.words),
    "a lesson of one's own": Place("/lesson", "I will", "Save", Action.what, LINE),
    "a line": Place("/lines", "A sentence that helps you", "Save this line", OwnLine.text, LINE),
}


@pytest.fixture
def member(build: Build) -> User:
    """Somebody who can sign in again."""
    hashed = passwords.hash_password(PASSWORD)
    return build.user(email="mia@example.org", name="Mia", password_hash=hashed, keeper=True)


@pytest.fixture
def card(build: Build, member: User) -> Application:
    """A no of today, by email."""
    card = build.application(member, role="Cook", stage="rejected")
    build.rejection(card, on=day_of(now(), member.zone), how="email")
    return card


def field(page: Page, place: Place) -> Locator:
    """Where it is typed, unfolded."""
    found = page.locator("main").get_by_label(place.label).first
    if place.fold and not found.is_visible():
        page.get_by_text(place.fold).tap()
    return found


def save(page: Page, place: Place) -> None:
    """Tap the button of its form."""
    form = field(page, place).locator("xpath=ancestor::form")
    form.get_by_role("button", name=place.button).first.tap()


def revisit(page: Page, address: str) -> None:
    """Open it once the connection is back; the page of the failure may still be on its way."""
    give_up = time.monotonic() + PATIENCE
    while True:
        try:
            page.goto(address)
            return
        except Error:
            if time.monotonic() > give_up:
                raise
            page.wait_for_timeout(50)


def kept(place: Place) -> list[str]:
    """What is kept there by now."""
    db.session.rollback()
    texts = db.session.scalars(select(place.kept))
    return [text.replace("\r\n", "\n") for text in texts]


def address_of(place: Place, card: Application) -> str:
    """Where it is typed about this card."""
    return place.address if place.address == "/lines" else f"/applications/{card.id}{place.address}"


def come(page: Page, place: Place, address: str) -> None:
    """Open the page, and on it the form."""
    page.goto(address)
    if place.address == "/lines" and not field(page, place).is_visible():
        page.get_by_text("Write one").tap()


def test_each_long_text_outlives_its_page(
    open_page: Callable[..., Page], member: User, card: Application
) -> None:
    page = open_page(PHONE, user=member)
    for name, place in PLACES.items():
        come(page, place, address_of(place, card))
        field(page, place).fill(f"{name}: {place.text}")
    for name, place in PLACES.items():
        page.goto(address_of(place, card))
        expect(field(page, place)).to_have_value(f"{name}: {place.text}")


@pytest.mark.parametrize("name", ["feedback", "a line"])
def test_text_outlives_a_dead_connection_and_an_expired_sign_in(
    open_page: Callable[..., Page], member: User, card: Application, name: str
) -> None:
    place = PLACES[name]
    address = address_of(place, card)
    page = open_page(PHONE, user=member)
    come(page, place, address)
    field(page, place).fill(place.text)

    page.context.set_offline(True)
    save(page, place)
    expect(page.locator("#toast")).to_contain_text("No connection")
    page.context.set_offline(False)
    revisit(page, address)
    expect(field(page, place)).to_have_value(place.text)
    expect(page.locator("#toast")).to_have_class("landed")  # above the page, on none of its buttons

    with writing() as writer:
        Device.end(writer, member.id)
    save(page, place)
    expect(page.get_by_role("heading", name="Please sign in again")).to_be_visible()
    page.get_by_label("Email").fill("mia@example.org")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in").tap()
    page.get_by_role("button", name="Send now").tap()

    expect(page.get_by_role("button", name="Send now")).to_have_count(0)
    page.wait_for_load_state()

    assert kept(place) == [place.text]


def test_text_that_was_typed_when_the_sign_in_had_gone_is_there_after_signing_in(
    open_page: Callable[..., Page], member: User, card: Application
) -> None:
    """Without sending it: the page is opened anew and asks for the sign-in first."""
    address = f"/applications/{card.id}/feedback/new"
    page = open_page(PHONE, user=member, path=address)
    with writing() as writer:
        Device.end(writer, member.id)
    page.get_by_label("Their words").fill(WORDS)
    page.reload()
    page.get_by_label("Email").fill("mia@example.org")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in").tap()

    expect(page.get_by_label("Their words")).to_have_value(WORDS)
