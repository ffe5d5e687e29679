"""Silence beyond what is usual for this person, as Today and the cards say it."""

from datetime import timedelta

import pytest

from tests.browser import Browser
from tests.builders import Build
from tests.imported import added
from tests.insights.hunts import sent
from tracker.backup.check import checks
from tracker.clock import now
from tracker.database import writing
from tracker.extensions import db
from tracker.loop.facts import SILENT_FOR
from tracker.models import Application, User
from tracker.models.summary.usual_silence import LONGEST, SHORTEST
from tracker.values.days import day_of, days_after


def answered(build: Build, user: User, after: int, count: int = 6) -> None:
    """So many noes that came so many days after applying, two months ago."""
    for _ in range(count):
        card = sent(build, user, 60, stage="rejected", role="Told no")
        on = days_after(day_of(now(), user.zone), after - 60)
        build.rejection(card, on=on, how="email", rest_until=now() + timedelta(days=9))


def days_of(card: Application) -> int:
    return db.session.get_one(Application, card.id, populate_existing=True).quiet_days


def next_day(browser: Browser) -> None:
    """As if it had not been looked at today."""
    with writing() as session:
        session.get_one(User, browser.user.id).quiet_read_on = None


def test_too_few_replies_leave_three_weeks(browser, build) -> None:
    answered(build, browser.user, after=8, count=4)
    card = sent(build, browser.user, 15)

    assert 'id="first"' not in browser.get("/today").text
    assert days_of(card) == SILENT_FOR


def test_longer_than_replies_usually_take_is_silence(browser, build) -> None:
    answered(build, browser.user, after=10)
    waits, silent = sent(build, browser.user, 9), sent(build, browser.user, 15, role="Silent one")

    page = browser.get("/today").text

    assert "Follow up: Silent one" in page
    assert page.count('id="first"') == 1
    assert "Follow up" in browser.get(f"/applications/{silent.id}").text
    assert "Nothing to do before" in browser.get(f"/applications/{waits.id}").text
    assert "no answer recorded in 10 days" in browser.get("/insights?span=all").text


def test_pages_kept_by_the_browser_are_sent_again_only_where_it_differs(browser, build) -> None:
    same = {"If-None-Match": browser.get("/insights?span=all").headers["ETag"]}
    browser.get("/today")
    assert browser.get("/insights?span=all", headers=same).status_code == 304

    next_day(browser)
    answered(build, browser.user, after=10)
    same = {"If-None-Match": browser.get("/insights?span=all").headers["ETag"]}
    browser.get("/today")
    assert browser.get("/insights?span=all", headers=same).status_code == 200


@pytest.mark.parametrize(("after", "days"), [(1, SHORTEST), (50, LONGEST)])
def test_it_is_never_pushy_and_never_too_late(browser, build, after, days) -> None:
    answered(build, browser.user, after)
    card = sent(build, browser.user, 3)
    browser.get("/today")

    assert days_of(card) == days


def test_it_is_worked_out_once_a_day(browser, build) -> None:
    card = sent(build, browser.user, 15)
    browser.get("/today")
    answered(build, browser.user, after=10)
    browser.get("/today")
    assert days_of(card) == SILENT_FOR

    next_day(browser)
    browser.get("/today")
    assert days_of(card) == 10


def test_it_is_worked_out_anew_after_an_import(browser, build) -> None:
    browser.get("/today")
    answered(build, browser.user, after=10)
    card = sent(build, browser.user, 15)
    added(browser, "Company,Role\nBanksia,Clerk\n")
    browser.get("/today")

    assert days_of(card) == 10


def test_new_application_waits_as_long_as_usual_from_the_next_day_on(browser, build) -> None:
    answered(build, browser.user, after=10)
    browser.get("/today")
    card = sent(build, browser.user, 0)
    assert days_of(card) == SILENT_FOR

    next_day(browser)
    browser.get("/today")
    assert days_of(card) == 10


def test_another_persons_applications_keep_their_own(browser, sign_in, build) -> None:
    theirs = sent(build, sign_in().user, 15)
    answered(build, browser.user, after=10)
    browser.get("/today")

    assert days_of(theirs) == SILENT_FOR


def test_check_agrees_with_what_was_decided(browser, build) -> None:
    answered(build, browser.user, after=10)
    for days in (3, 9, 11, 15, 30):
        sent(build, browser.user, days)
    browser.get("/today")
    db.session.rollback()

    assert all(part.well for part in checks(db.session(), now()) if part.about != "Schema")
