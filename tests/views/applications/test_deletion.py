from datetime import timedelta

import pytest
from sqlalchemy import func, select

from tests.browser import Browser
from tests.stored import fresh
from tracker.clock import now
from tracker.database import writing
from tracker.extensions import db
from tracker.models import (
    Application,
    ApplicationContact,
    ApplicationSkill,
    Interview,
    Lead,
    Note,
    Rejection,
    StageChange,
)
from tracker.models.changes.vocabulary import SKILLS

CHILDREN = (Note, Interview, Rejection, StageChange, ApplicationContact, ApplicationSkill)


@pytest.fixture
def application(browser: Browser, build) -> Application:
    return build.application(browser.user, role="Baker")


def count(model: object) -> int:
    db.session.rollback()
    return db.session.scalar(select(func.count()).select_from(model))


def delete(browser: Browser, application: Application):
    return browser.post(f"/applications/{application.id}/deletion")


def long_ago(*rows: Application | Lead) -> None:
    with writing() as session:
        for row in rows:
            session.merge(row).deleted_at = now() - timedelta(days=30, minutes=1)


def test_another_persons_is_not_there(browser: Browser, build) -> None:
    theirs = build.application(build.user())
    urls = (
        f"/applications/{theirs.id}/deletion",
        f"/applications/{theirs.id}/deletion/reversal",
        f"/bin/applications/{theirs.id}/deletion",
    )
    assert [browser.post(url).status_code for url in urls] == [404] * 3


def test_what_is_not_in_the_bin_cant_be_deleted_for_good(browser: Browser, application) -> None:
    assert browser.post(f"/bin/applications/{application.id}/deletion").status_code == 409
    assert count(Application) == 1


def test_deleting_offers_undo_and_undo_brings_it_back(browser: Browser, application) -> None:
    answer = delete(browser, application)
    assert (answer.status_code, answer.location) == (303, "/board")
    board = browser.get("/board").text
    assert f'id="card-{application.id}"' not in board and "Baker is in the bin" in board
    assert browser.get(f"/applications/{application.id}/edit").status_code == 404
    answer = browser.post(f"/applications/{application.id}/deletion/reversal")
    assert answer.location == f"/board#card-{application.id}"
    assert f'id="card-{application.id}"' in browser.get("/board").text


def test_deleting_twice_keeps_the_first_day(browser: Browser, application) -> None:
    delete(browser, application)
    first = fresh(application).deleted_at
    assert delete(browser, application).status_code == 303
    assert fresh(application).deleted_at == first


def test_the_bin_shows_it_until_when_and_the_way_back(browser: Browser, application, build) -> None:
    lead = build.lead(browser.user, role="Barista", deleted_at=now())
    other = build.application(build.user(), role="Theirs")
    delete(browser, application)
    page = browser.get("/bin").text
    assert "Baker" in page and "Barista" in page and " · until " in page
    assert other.role not in page
    assert f"/leads/{lead.id}/deletion/reversal" in page
    assert f"/applications/{application.id}/deletion/reversal" in page


def test_an_empty_bin_says_so(browser: Browser) -> None:
    assert "The bin is empty" in browser.get("/bin").text


def test_gone_for_good_is_gone_with_all_that_belongs_to_it(browser, application, build) -> None:
    with build.together():
        build.note(application)
        build.interview(application)
        build.rejection(application)
        build.part(application, build.contact(browser.user))
        build.lead(browser.user, application_id=application.id)
    with writing() as session:
        SKILLS.put(session, session.merge(application), ["baking"])
    delete(browser, application)
    assert browser.post(f"/bin/applications/{application.id}/deletion").status_code == 303
    assert [count(each) for each in (Application, *CHILDREN, Lead)] == [0] * 8


def test_after_30_days_looking_into_the_bin_empties_it(browser, application, build) -> None:
    theirs = build.application(build.user())
    lead = build.lead(browser.user)
    young = build.application(browser.user)
    long_ago(application, theirs, lead)
    delete(browser, young)
    assert count(Lead) == 0
    assert count(Application) == 2
    long_ago(young)
    assert "The bin is empty" in browser.get("/bin").text
    assert count(Application) == 1


def test_looking_into_a_young_bin_writes_nothing(browser: Browser, application) -> None:
    delete(browser, application)
    browser.get("/bin")
    revision = browser.user.__class__.revision
    before = db.session.scalar(select(revision))
    browser.get("/bin")
    db.session.rollback()
    assert db.session.scalar(select(revision)) == before


def test_an_archived_one_comes_back_archived(browser: Browser, application) -> None:
    browser.post(f"/applications/{application.id}/archival", data={"outcome": "withdrawn"})
    delete(browser, application)
    answer = browser.post(f"/applications/{application.id}/deletion/reversal")
    assert answer.location == f"/applications/{application.id}"
    assert fresh(application).archived_at is not None


def test_a_lead_can_be_deleted_for_good_too(browser: Browser, build) -> None:
    lead = build.lead(browser.user)
    assert browser.post(f"/bin/leads/{lead.id}/deletion").status_code == 409
    browser.post(f"/leads/{lead.id}/deletion")
    assert browser.post(f"/bin/leads/{lead.id}/deletion").status_code == 303
    assert count(Lead) == 0
