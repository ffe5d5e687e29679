"""An offer and a no in one row: asked, so that no offer waits on a card that was rejected."""

from sqlalchemy import select

from tests.imported import added, send
from tests.sent import form_of
from tracker.extensions import db
from tracker.models import Application, Note, Rejection

HEAD = "Company,Role,Applied,Interview,Offer,Rejected\n"
ROW = "Acme,Clerk,3 Mar 2026,10 Mar 2026,20 Mar 2026,2 Apr 2026\n"
OTHERS = "Bolt,Cook,10 Mar 2026,,,12 Apr 2026\nCo,Baker,11 Mar 2026,,,\n"
SHEET = HEAD + ROW + OTHERS


def the_first() -> Application:
    db.session.rollback()
    return db.session.scalars(select(Application).where(Application.company == "Acme")).one()


def test_it_is_asked_and_one_tap_answers(browser):
    url = send(browser, SHEET).headers["Location"]
    page = browser.get(url).text
    assert "Some have an offer and a no. Who said no?" in page
    assert "Looks right" not in page

    form = form_of(page, f"{url}/mapping") | {"no_beside_offer": "offer_taken_back"}
    browser.post(f"{url}/mapping", data=form)

    assert "3 rows ready to add" in browser.get(url).text


def test_an_offer_that_they_took_back_waits_for_no_answer(browser):
    added(browser, SHEET, no_beside_offer="offer_taken_back")

    card = the_first()
    assert card.stage == "rejected"
    assert not card.offer_open
    no = db.session.scalars(select(Rejection).where(Rejection.application_id == card.id)).one()
    assert no.on is not None and f"{no.on:%d %b}" == "02 Apr"


def test_an_offer_that_one_declined_keeps_the_day_in_the_notes(browser):
    added(browser, SHEET, no_beside_offer="offer_declined")

    assert the_first().outcome == "offer_declined"
    assert "Declined: 2026-04-02" in " ".join(db.session.scalars(select(Note.body)))


def test_who_is_not_sure_looks_at_the_row(browser):
    url = send(browser, SHEET).headers["Location"]
    form = form_of(browser.get(url).text, f"{url}/mapping") | {"no_beside_offer": "ask"}
    browser.post(f"{url}/mapping", data=form)

    page = browser.get(url).text
    assert "2 rows ready to add" in page
    assert "Some have an offer and a no. Who said no?" in page
