"""A no that names another role becomes an application, tied to the first."""

import pytest

from tests.account_file.files import dumped, file_of
from tests.browser import Browser
from tests.sent import form_of
from tracker.account_file.account import Account
from tracker.account_file.restore import restore_account
from tracker.clock import now
from tracker.extensions import db
from tracker.models import Application, Contact


@pytest.fixture
def card(browser: Browser, build) -> Application:
    with build.together():
        card = build.application(browser.user, stage="rejected", company="Acme", role="Baker")
        build.rejection(card, how="email", words="There is a Cook’s place, too.")
        build.part(card, build.contact(browser.user, "Mary O’Connor"), "hiring_manager")
    return card


def apply(browser: Browser, card: Application, **typed: str) -> Application:
    page = browser.get(f"/applications/new?from={card.id}").text
    sent = form_of(page, "/applications") | {"role": "Cook"} | typed
    assert sent["company"] == "Acme"
    answer = browser.post("/applications", data=sent)
    db.session.rollback()
    made = db.session.scalars(db.select(Application).order_by(Application.id.desc())).first()
    assert made is not None
    assert answer.headers["Location"] == f"/applications/{made.id}"
    return made


def test_one_tap_from_the_no_and_from_the_path_leads_to_the_form(browser, card) -> None:
    address = f'href="/applications/new?from={card.id}"'

    assert address in browser.get(f"/applications/{card.id}/rejection").text
    assert address in browser.get(f"/applications/{card.id}").text


def test_silence_named_no_other_role(browser, build) -> None:
    card = build.application(browser.user, stage="rejected")
    build.rejection(card, how="silence")

    assert "another role" not in browser.get(f"/applications/{card.id}").text
    assert "another role" not in browser.get(f"/applications/{card.id}/rejection").text


def test_company_and_people_come_along_and_both_pages_tell(browser, card) -> None:
    made = apply(browser, card)

    assert (made.company, made.role, made.came_from_id) == ("Acme", "Cook", card.id)
    parts = [(each.name, part) for each, _, part in Contact.on(db.session(), made)]
    assert parts == [("Mary O’Connor", "hiring_manager")]
    assert "They suggested it after" in browser.get(f"/applications/{made.id}").text
    first = browser.get(f"/applications/{card.id}").text
    assert "They then suggested" in first
    assert f'href="/applications/{made.id}"' in first


def test_refused_form_stays_tied(browser, card) -> None:
    sent = {"company": "Acme", "role": "", "from": card.id, "key": "k"}

    answer = browser.post("/applications", data=sent)

    assert answer.status_code == 422
    assert form_of(answer.text, "/applications")["from"] == str(card.id)


@pytest.mark.both_databases
def test_sent_twice_is_one_and_people_play_one_part(browser, card) -> None:
    sent = {"company": "Acme", "role": "Cook", "from": card.id, "key": "k"}
    for _ in range(2):
        assert browser.post("/applications", data=sent).status_code == 303

    assert db.session.scalar(db.select(db.func.count(Application.id))) == 2


def test_deleted_one_is_named_no_more_until_it_is_back(browser, card) -> None:
    made = apply(browser, card)
    browser.post(f"/applications/{made.id}/deletion")
    assert "They then suggested" not in browser.get(f"/applications/{card.id}").text

    browser.post(f"/applications/{made.id}/deletion/reversal")

    assert "They then suggested" in browser.get(f"/applications/{card.id}").text


def test_somebody_elses_is_not_found(browser, sign_in, build) -> None:
    theirs = build.application(sign_in().user)

    assert browser.get(f"/applications/new?from={theirs.id}").status_code == 404
    sent = {"company": "A", "role": "B", "from": theirs.id}
    assert browser.post("/applications", data=sent).status_code == 404
    assert browser.get("/applications/new?from=x").status_code == 404


def test_tie_goes_out_and_comes_back_with_the_account(browser, build, card) -> None:
    apply(browser, card)
    somebody = build.user()

    restore_account(somebody, Account(dumped(file_of(browser.user))), now())

    db.session.rollback()
    back = db.session.scalars(Application.of(somebody.id).order_by(Application.id)).all()
    assert [each.role for each in back] == ["Baker", "Cook"]
    assert back[1].came_from_id == back[0].id
