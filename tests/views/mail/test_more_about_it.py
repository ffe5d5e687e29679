"""An email about an interview that one has, at its very time: what is new goes to it."""

from datetime import datetime, timedelta

import pytest

from tests.browser import Browser
from tests.sent import form_of, undo_of
from tests.views.mail.test_mail import KEEP, button_of, card, read
from tracker.clock import now
from tracker.extensions import db
from tracker.models import Action, Application, Interview

__all__ = ["card"]


@pytest.fixture
def row(browser: Browser, build, card: Application) -> Interview:
    starts = (now() + timedelta(days=4)).replace(hour=3, minute=0, second=0, microsecond=0)
    return build.interview(card, starts_at=starts, kind="video", place="", round=2)


def mail(browser: Browser, row: Interview, words: str) -> str:
    at: datetime = row.starts_at.astimezone(browser.user.zone)
    return (
        "From: Kim Lau <kim@banksia.example>\nSubject: Your interview at Banksia Software\n\n"
        f"Hello Robin,\n\nwe look forward to your interview on {at:%A %-d %B %Y} at {at:%-I:%M %p}."
        f" {words}\n\nKim"
    )


@pytest.mark.parametrize(
    ("words", "column", "value"),
    [
        ("It will be at 12 Harbour Street, Level 4.", "place", "12 Harbour Street, Level 4"),
        ("Join by https://meet.example.org/abc.", "place", "https://meet.example.org/abc"),
        ("It will take 45 minutes.", "minutes", 45),
    ],
)
def test_what_is_new_about_an_interview_goes_to_it_and_makes_no_second(
    browser: Browser, row: Interview, words: str, column: str, value: object
) -> None:
    page = read(browser, mail(browser, row, words)).text
    assert "<h1>More about your interview</h1>" in page
    assert button_of(page) == "Save it"
    assert "You have this one already" not in page
    assert 'type="checkbox" id="instead"' not in page

    saved = browser.post(KEEP, data=form_of(page, KEEP), follow_redirects=True).text
    (kept,) = interviews()
    assert (kept.id, kept.starts_at, kept.round) == (row.id, row.starts_at, 2)
    assert getattr(kept, column) == value
    assert "It is with your interview now." in saved

    browser.post(undo_of(saved), data={"key": "u"})
    (kept,) = interviews()
    assert not getattr(kept, column)


def test_who_comes_too_is_named_beside_those_that_are_known(
    browser: Browser, build, card: Application
) -> None:
    starts = (now() + timedelta(days=4)).replace(hour=3, minute=0, second=0, microsecond=0)
    row = build.interview(card, starts_at=starts, kind="video", people="Declan Hale")
    page = read(browser, mail(browser, row, "You will meet with Dana Ito.")).text
    browser.post(KEEP, data=form_of(page, KEEP))
    (kept,) = interviews()
    assert kept.people == "Declan Hale\nDana Ito"


def test_what_says_nothing_new_leads_to_the_interview_that_is_there(
    browser: Browser, row: Interview
) -> None:
    page = read(browser, mail(browser, row, "See you then.")).text
    assert "You have this one already." in page
    assert f'href="/applications/{row.application_id}/interviews/coming">Look at it' in page


def test_what_is_planned_for_an_interview_stays_where_only_its_place_is_new(
    browser: Browser, build, row: Interview
) -> None:
    plan = build.action(
        browser.user,
        what="Confirm it",
        application_id=row.application_id,
        created_at=row.created_at,
    )
    page = read(browser, mail(browser, row, "It will be at 12 Harbour Street, Level 4.")).text
    browser.post(KEEP, data=form_of(page, KEEP))
    db.session.rollback()
    assert db.session.get_one(Action, plan.id).dropped_at is None


def interviews() -> list[Interview]:
    db.session.rollback()
    return [*db.session.scalars(db.select(Interview))]
