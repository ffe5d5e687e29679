"""Forms that show what is needed now."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from e2e.conftest import PHONE
from tests.builders import Build
from tracker.models import User


def test_day_is_asked_for_once_it_is_chosen_to_name_one(
    open_page: Callable[..., Page], build: Build, person: User
) -> None:
    card = build.application(person, stage="rejected")
    build.rejection(card)
    page = open_page(PHONE, user=person, path=f"/applications/{card.id}/check-in#step-3")
    expect(page.get_by_label("Which day")).to_be_hidden()
    page.locator("select[name=look_again]").select_option("day")
    expect(page.get_by_label("Which day")).to_be_visible()
    page.reload()
    expect(page.get_by_label("Which day")).to_be_visible()

    page.goto("/coach/links/new")
    expect(page.get_by_label("Its last day")).to_be_hidden()
    page.get_by_label("It works").select_option("day")
    expect(page.get_by_label("Its last day")).to_be_visible()


def test_save_is_the_widest_button_of_its_row_on_a_narrow_phone(
    open_page: Callable[..., Page], person: User
) -> None:
    page = open_page(PHONE | {"viewport": {"width": 320, "height": 640}}, user=person)
    page.goto("/applications/new")
    save, another = (
        page.get_by_role("button", name=name, exact=True).bounding_box()
        for name in ("Save", "Save & new")
    )
    assert save and another
    assert save["width"] >= another["width"]
