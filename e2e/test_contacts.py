"""Bringing contacts in from a file."""

from collections.abc import Callable

from playwright.sync_api import Page, expect
from sqlalchemy import func, select

from e2e.conftest import PHONE
from tracker.extensions import db
from tracker.models import Contact, User

CARDS = "".join(f"BEGIN:VCARD\nFN:Person {n}\nEND:VCARD\n" for n in range(26))


def test_those_who_are_new_are_ticked_and_the_button_counts_them(
    open_page: Callable[..., Page], person: User
) -> None:
    page = open_page(PHONE, user=person, path="/people/cards")
    file = {"name": "all.vcf", "mimeType": "text/vcard", "buffer": CARDS.encode()}
    page.get_by_label("Your contacts").set_input_files(file)  # type: ignore[arg-type]
    page.get_by_role("button", name="Read it").tap()

    expect(page.get_by_role("button", name="Add 26 people")).to_be_visible()
    page.get_by_label("Person 25").uncheck()
    expect(page.get_by_role("button", name="Add 25 people")).to_be_visible()
    page.get_by_label("All of them").check()
    page.get_by_label("All of them").uncheck()
    page.get_by_role("button", name="Add those").tap()

    expect(page.get_by_role("alert")).to_contain_text("Tick at least one contact")
    page.get_by_label("Person 7").check()
    page.get_by_role("button", name="Add 1 person").tap()
    expect(page.locator("#toast")).to_contain_text("1 person added")
    db.session.rollback()
    assert db.session.scalar(select(func.count()).select_from(Contact)) == 1
