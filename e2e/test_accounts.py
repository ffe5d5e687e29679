"""Making the first account, signing in again, and losing nothing on the way."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect
from sqlalchemy import select, update

from e2e.conftest import DESK, PHONE, Server
from tests.builders import Build
from tracker import setup_code
from tracker.database import writing
from tracker.extensions import db
from tracker.models import Device, Note, User
from tracker.values import passwords

PASSWORD = "heron umbrella kettle"
OpenPage = Callable[..., Page]


@pytest.fixture
def member(build: Build) -> User:
    """Somebody who can sign in."""
    hashed = passwords.hash_password(PASSWORD)
    return build.user(email="mia@example.org", name="Mia", password_hash=hashed, keeper=True)


def sign_in(page: Page) -> None:
    """Fill in the form."""
    page.get_by_label("Email").fill("mia@example.org")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()


def test_the_keeper_sets_up_from_the_phone_with_the_link(
    open_page: OpenPage, server: Server
) -> None:
    code = setup_code.ensure()
    page = open_page(PHONE, path="/")
    expect(page).to_have_url(f"{server.url}/setup")
    page.goto(f"/setup?code={code}")
    page.get_by_label("Your name").fill("Kim")
    page.get_by_label("Email").fill("kim@example.org")
    page.get_by_label("Password", exact=True).fill("password1234")
    page.get_by_role("button", name="Make my account").tap()
    expect(page.get_by_role("alert")).to_contain_text("Many people use this one")
    expect(page.get_by_label("Your name")).to_have_value("Kim")

    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Show password").tap()
    expect(page.get_by_label("Password", exact=True)).to_have_attribute("type", "text")
    page.get_by_role("button", name="Make my account").tap()
    expect(page).to_have_url(f"{server.url}/today")
    assert db.session.scalars(User.everybody()).one().time_zone == "Australia/Sydney"


def test_the_time_zone_of_the_browser_is_proposed_with_its_country_and_its_states_holidays(
    open_page: OpenPage,
) -> None:
    for zone, country, state in (
        ("Australia/Melbourne", "AU", "AU-VIC"),
        ("Asia/Kolkata", "IN", ""),
    ):
        page = open_page(PHONE, path="/setup", timezone_id=zone)
        expect(page.get_by_label("Time zone")).to_have_value(zone)
        expect(page.get_by_label("Country")).to_have_value(country)
        expect(page.get_by_label("State or region")).to_have_value(state)

    page.get_by_text("· change").click()
    page.get_by_label("Time zone").select_option("Australia/Hobart")
    expect(page.get_by_label("State or region")).to_have_value("AU-TAS")
    expect(page.get_by_label("Country")).to_have_value("AU")
    expect(page.get_by_text("Hobart, Australia · change")).to_be_visible()


def test_without_script_an_account_is_made_too(open_page: OpenPage, server: Server) -> None:
    page = open_page(DESK, path=f"/setup?code={setup_code.ensure()}", java_script_enabled=False)
    page.get_by_label("Email").fill("kim@example.org")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_text("· change").click()
    page.get_by_label("Time zone").select_option("Europe/Berlin")
    page.get_by_label("Country").select_option("Germany")
    page.get_by_role("button", name="Make my account").click()
    expect(page).to_have_url(f"{server.url}/today")


def test_what_was_typed_survives_an_expired_sign_in(
    open_page: OpenPage, member: User, server: Server
) -> None:
    page = open_page(PHONE, user=member, path="/settings/profile")
    page.get_by_label("Name").fill("Mia Wren")
    with writing() as writer:
        Device.end(writer, member.id)
    page.get_by_role("button", name="Save").tap()
    expect(page.get_by_role("heading", name="Please sign in again")).to_be_visible()
    sign_in(page)
    expect(page.get_by_text("Mia Wren")).to_be_visible()
    page.get_by_role("button", name="Send now").tap()
    expect(page.locator("#toast")).to_contain_text("Saved.")
    db.session.rollback()
    db.session.expire_all()
    assert db.session.get_one(User, member.id).name == "Mia Wren"


def test_a_note_sent_by_htmx_survives_an_expired_sign_in(
    open_page: OpenPage, member: User, build: Build
) -> None:
    application = build.application(member, role="Baker")
    page = open_page(PHONE, user=member, path=f"/applications/{application.id}")
    page.locator("#note-box textarea").fill("They liked the portfolio.\nSecond line.")
    with writing() as writer:
        Device.end(writer, member.id)
    page.locator("#note-box button:visible").first.tap()
    expect(page.get_by_role("heading", name="Please sign in again")).to_be_visible()
    sign_in(page)
    page.get_by_role("button", name="Send now").tap()
    expect(page.locator(".timeline")).to_contain_text("They liked the portfolio.")
    assert db.session.scalars(select(Note)).one().body.startswith("They liked")


def test_signing_in_leads_back_to_where_one_was(
    open_page: OpenPage, member: User, server: Server
) -> None:
    page = open_page(DESK, path="/settings/profile")
    expect(page).to_have_url(f"{server.url}/login")
    sign_in(page)
    expect(page).to_have_url(f"{server.url}/settings/profile")


def test_the_keeper_adds_somebody_who_sets_a_password_by_the_link(
    open_page: OpenPage, person: User, server: Server
) -> None:
    page = open_page(DESK, user=person, path="/settings/members")
    page.get_by_label("Email").fill("zoe@example.org")
    page.get_by_role("button", name="Add", exact=True).click()
    link = page.get_by_label("Link to set a password").input_value()
    page.get_by_role("button", name="Copy").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()

    hers = open_page(PHONE, path=f"/reset/{link.rpartition('/')[2]}")
    hers.get_by_label("New password").fill("walnut paper lagoon")
    hers.get_by_role("button", name="Set password and sign in").tap()
    expect(hers).to_have_url(f"{server.url}/today")


def test_a_lost_phone_is_signed_out_from_the_laptop(
    open_page: OpenPage, person: User, server: Server
) -> None:
    laptop = open_page(DESK, user=person, path="/settings")
    phone = open_page(PHONE, user=person, path="/board")
    laptop.reload()
    laptop.get_by_role("button", name="Sign out everywhere else").click()
    expect(laptop.locator("#toast")).to_contain_text("signed out everywhere else")
    phone.reload()
    expect(phone).to_have_url(f"{server.url}/login")


def test_a_while_after_signing_in_the_password_is_asked_for_before_what_could_hurt(
    open_page: OpenPage, member: User
) -> None:
    page = open_page(PHONE, user=member, path="/calendar")
    with writing() as writer:
        writer.execute(update(Device).values(proved_at=None))
    page.get_by_role("button", name="Make the address").tap()
    expect(
        page.get_by_role("heading", name="Your password, for your calendar’s address")
    ).to_be_visible()
    page.get_by_label("Password", exact=True).fill("wrong words here")
    page.get_by_role("button", name="Continue").tap()
    expect(page.get_by_text("That is not your password")).to_be_visible()
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Continue").tap()
    expect(page.get_by_role("heading", name="Your calendar’s address")).to_be_visible()

    page.goto("/coach/links/new")
    expect(page.get_by_label("For whom?")).to_be_visible()
