"""Whatever still names a deleted row must never mean another one, least of all somebody else's."""

from collections.abc import Callable

from flask import Flask
from sqlalchemy import select

from tests.browser import Browser
from tests.builders import Build
from tests.imported import added
from tracker.database import writing
from tracker.extensions import db
from tracker.models import Application, Contact, Import, ImportRow, User
from tracker.models.undo import Removal

SHEET = "Company,Role,Status,Date Applied\nAcme,Clerk,Applied,2/3/2026\n"
KEY = {"key": "3f0c9b9e-1111-4222-8333-444455556666"}


def gone_for_good(browser: Browser, application_id: int) -> None:
    """Delete an application, and then from the bin too."""
    browser.post(f"/applications/{application_id}/deletion", data=KEY)
    browser.post(f"/bin/applications/{application_id}/deletion", data=KEY)


def test_undo_of_an_import_leaves_what_another_person_added_since(
    sign_in: Callable[..., Browser], build: Build
) -> None:
    mine, theirs = sign_in(), sign_in()
    url = added(mine, SHEET)
    (imported,) = db.session.scalars(Application.of(mine.user.id))
    gone_for_good(mine, imported.id)
    other = build.application(theirs.user, company="Marked-Secret-Company").id

    shown = mine.get(f"{url}/reversal").text + mine.get(url).text
    mine.post(f"{url}/reversal", data={"changed": "remove"})

    assert "Marked-Secret-Company" not in shown
    assert theirs.get(f"/applications/{other}").status_code == 200


def test_undo_of_an_import_takes_nothing_that_its_rows_merely_name(
    sign_in: Callable[..., Browser], build: Build
) -> None:
    mine, theirs = sign_in(), sign_in()
    url = added(mine, SHEET)
    other = build.application(theirs.user, company="Marked-Secret-Company").id
    with writing() as session:
        brought = session.scalar(select(Import))
        row = session.scalar(select(ImportRow))
        assert brought is not None and row is not None
        row.application_id = other

    shown = mine.get(f"{url}/reversal").text
    mine.post(f"{url}/reversal", data={"changed": "remove"})

    assert "Marked-Secret-Company" not in shown
    assert theirs.get(f"/applications/{other}").status_code == 200


def test_undo_of_a_part_brings_nobody_elses_contact_along(
    sign_in: Callable[..., Browser], build: Build
) -> None:
    mine, theirs = sign_in(), sign_in()
    card, contact = build.application(mine.user), build.contact(mine.user)
    card_id, contact_id = card.id, contact.id
    mine.post(f"/applications/{card_id}/people/{build.part(card, contact).id}/removal", data=KEY)
    undo = db.session.scalar(select(Removal.id))
    mine.post(f"/people/{contact_id}/removal", data=KEY)
    build.contact(theirs.user, name="Marked Secret Person")

    mine.post(f"/applications/{card_id}/removals/{undo}/reversal", data=KEY)

    assert "Marked Secret Person" not in mine.get(f"/applications/{card_id}").text


def test_undo_of_a_part_puts_back_no_row_that_would_join_two_people(
    sign_in: Callable[..., Browser], build: Build
) -> None:
    mine, theirs = sign_in(), sign_in()
    card, contact = build.application(mine.user), build.contact(mine.user)
    card_id = card.id
    mine.post(f"/applications/{card_id}/people/{build.part(card, contact).id}/removal", data=KEY)
    undo = db.session.scalar(select(Removal.id))
    with writing() as session:
        session.get_one(Contact, contact.id).user_id = theirs.user.id

    mine.post(f"/applications/{card_id}/removals/{undo}/reversal", data=KEY)

    assert contact.name not in mine.get(f"/applications/{card_id}").text


def test_page_that_a_browser_kept_is_not_taken_for_the_next_persons(
    app: Flask, sign_in: Callable[..., Browser], build: Build
) -> None:
    shared_phone, next_person = sign_in(), build.user()
    kept = shared_phone.get("/board").headers["ETag"]
    with writing() as session:
        first = session.get_one(User, shared_phone.user.id)
        session.get_one(User, next_person.id).revision = first.revision
    shared_phone.post("/logout")
    shared_phone.sign_in(next_person)

    answer = shared_phone.get("/board", headers={"If-None-Match": kept})

    assert answer.status_code == 200
