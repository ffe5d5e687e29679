"""A form that can't get through stays on the page, says so, and goes out later, once."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from sqlalchemy import func, select

from e2e.browser.wire import Wire
from e2e.conftest import PHONE
from tests.builders import Build
from tracker.extensions import db
from tracker.models import Application, CheckIn, Feedback, Rejection, User

UNSENT = "No connection, so this was not saved. Nothing on this page is lost."


@pytest.fixture
def card(build: Build, person: User) -> Application:
    """One that has heard no."""
    card = build.application(person, role="Cook", company="Blue Kettle", stage="rejected")
    build.rejection(card)
    return card


FORMS: dict[str, tuple[str, str, str, Any]] = {
    "a moment": ("/applications/{id}/check-in#step-2", "A few words", "Save", CheckIn),
    "feedback": ("/applications/{id}/feedback/new", "Their words", "Save", Feedback),
    "an application": ("/applications/new", "Role", "Save", Application),
}


def rows(model: Any) -> int:
    db.session.rollback()
    return db.session.scalar(select(func.count()).select_from(model)) or 0


def fill(page: Page, name: str) -> None:
    _, label, _, _ = FORMS[name]
    page.locator("main").get_by_label(label).first.fill("Words that stay")
    if name == "an application":
        page.get_by_label("Company").first.fill("Blue Kettle")


def stays(page: Page, name: str, address: str) -> None:
    """It says so where it stands, and the words are there."""
    expect(page.locator("#toast")).to_contain_text(UNSENT)
    assert page.url.endswith(address)
    expect(page.locator("main").get_by_label(FORMS[name][1]).first).to_have_value("Words that stay")


def test_a_form_sent_without_a_connection_stays_and_try_again_saves_it_once(
    open_page: Callable[..., Page], person: User, card: Application
) -> None:
    page = open_page(PHONE, user=person)
    for name, (place, label, button, model) in FORMS.items():
        address, before = place.format(id=card.id), rows(model)
        page.goto(address)
        fill(page, name)
        page.context.set_offline(True)
        page.get_by_role("button", name=button, exact=name == "an application").first.tap()
        stays(page, name, address)

        with page.expect_event("requestfailed"):
            page.get_by_role("button", name="Try again").tap()
        stays(page, name, address)
        page.context.set_offline(False)
        page.get_by_role("button", name="Try again").tap()
        page.wait_for_url(lambda url, address=address: not url.endswith(address))
        assert rows(model) == before + 1, name

        page.goto(address)
        field = page.locator("main").get_by_label(label).first
        expect(field).not_to_have_value("Words that stay")


def test_a_form_sent_while_the_server_is_down_stays_though_the_browser_is_online(
    open_page: Callable[..., Page], person: User, card: Application, wire: Wire
) -> None:
    page = open_page(PHONE, user=person, base_url=wire.url)
    for name, (place, _, button, model) in FORMS.items():
        address, before = place.format(id=card.id), rows(model)
        page.goto(address)
        wire.sever()
        with page.expect_event("requestfailed"):
            fill(page, name)
        page.get_by_role("button", name=button, exact=name == "an application").first.tap()
        stays(page, name, address)

        wire.mend()
        page.get_by_role("button", name="Try again").tap()
        page.wait_for_url(lambda url, address=address: not url.endswith(address))
        assert rows(model) == before + 1, name


def test_a_server_that_never_answers_is_given_up_after_some_seconds(
    open_page: Callable[..., Page], person: User, card: Application, wire: Wire
) -> None:
    address = f"/applications/{card.id}/check-in#step-2"
    page = open_page(PHONE, user=person, base_url=wire.url, patient=False)
    page.goto(address)
    wire.hang()
    with page.expect_event("requestfailed"):
        fill(page, "a moment")
    page.get_by_role("button", name="Save").tap()
    expect(page.locator("#toast")).to_contain_text("Sending…")
    stays(page, "a moment", address)


def test_a_form_goes_out_at_once_where_the_server_was_there_while_it_was_filled_in(
    open_page: Callable[..., Page], person: User, card: Application
) -> None:
    page = open_page(PHONE, user=person, path=f"/applications/{card.id}/check-in#step-2")
    fill(page, "a moment")
    page.get_by_role("button", name="Save").click()
    page.goto("/today")  # as soon as the tap is over

    assert rows(CheckIn) == 1


def test_two_taps_on_a_slow_line_make_one_row(
    open_page: Callable[..., Page], person: User, card: Application, wire: Wire
) -> None:
    address = f"/applications/{card.id}/check-in#step-2"
    page = open_page(PHONE, user=person, base_url=wire.url)
    page.goto(address)
    wire.sever()
    with page.expect_event("requestfailed"):
        fill(page, "a moment")
    wire.mend()
    page.route("**/healthz", lambda route: (page.wait_for_timeout(600), route.continue_()))
    page.get_by_role("button", name="Save").dblclick()
    page.wait_for_url(lambda url: not url.endswith(address))
    assert rows(CheckIn) == 1


def test_they_said_no_from_the_board_without_a_connection_stays_on_the_board(
    open_page: Callable[..., Page], build: Build, person: User
) -> None:
    card = build.application(person, role="Waiter", stage="interview")
    page = open_page(PHONE, user=person, path="/board#column-interview")
    page.locator(f"#card-{card.id}").get_by_role("button", name="Move").tap()
    page.context.set_offline(True)
    page.get_by_role("button", name="They said no").tap()
    expect(page.locator("#toast")).to_contain_text("No connection")
    page.context.set_offline(False)
    page.get_by_role("button", name="Try again").tap()
    expect(page.locator("#toast")).to_contain_text("Saved")
    assert rows(Rejection) == 1


def test_a_file_that_could_not_be_sent_is_still_chosen(
    open_page: Callable[..., Page], person: User
) -> None:
    page = open_page(PHONE, user=person, path="/imports")
    file = {"name": "jobs.csv", "mimeType": "text/csv", "buffer": b"Role,Company\nCook,Kettle\n"}
    page.locator("input[type=file]").set_input_files(file)  # type: ignore[arg-type]
    page.context.set_offline(True)
    page.locator("main form button.main").tap()
    expect(page.locator("#toast")).to_contain_text(UNSENT)
    page.context.set_offline(False)
    page.get_by_role("button", name="Try again").tap()
    expect(page.get_by_text("jobs.csv").first).to_be_visible()


def test_signing_out_without_a_connection_keeps_what_was_typed(
    open_page: Callable[..., Page], person: User
) -> None:
    page = open_page(PHONE, user=person, path="/lines")
    line = page.get_by_label("A sentence that helps you")
    page.get_by_text("Write one").tap()
    line.fill("Words that stay")
    page.context.set_offline(True)
    page.get_by_role("button", name="More").tap()
    page.get_by_role("button", name="Sign out").tap()
    expect(page.locator("#toast")).to_contain_text("No connection")
    page.context.set_offline(False)
    page.reload()
    expect(line).to_have_value("Words that stay")
