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


@pytest.mark.parametrize(
    "words",
    [
        "The time has not changed, but we have moved to a different video system, so the old link "
        "will no longer work.\n\nPlease use this one instead:\n\nhttps://meet.example.org/abc",
        "Our video account has changed, so please join with this link instead of the one I sent "
        "you before: https://meet.example.org/abc",
        "We have had to move our calls from Zoom to Teams. Please use this new link: "
        "https://meet.example.org/abc",
        "The video link has changed: https://meet.example.org/abc",
        "The room has changed. We meet by https://meet.example.org/abc now.",
    ],
)
def test_another_link_for_the_same_time_goes_to_it(
    browser: Browser, build, card: Application, words: str
) -> None:
    starts = (now() + timedelta(days=4)).replace(hour=3, minute=0, second=0, microsecond=0)
    row = build.interview(card, starts_at=starts, kind="video", place="https://old.example.org/1")
    page = read(browser, mail(browser, row, words)).text
    assert "<h1>More about your interview</h1>" in page

    browser.post(KEEP, data=form_of(page, KEEP))
    (kept,) = interviews()
    assert (kept.id, kept.starts_at, kept.outcome) == (row.id, row.starts_at, None)
    assert kept.place == "https://meet.example.org/abc"


def test_a_new_link_without_the_hour_is_for_the_interview_ahead(
    browser: Browser, row: Interview
) -> None:
    at = row.starts_at.astimezone(browser.user.zone)
    words = (
        "From: Kim Lau <kim@banksia.example>\nSubject: New link for your interview at Banksia "
        "Software\n\nHello Robin,\n\nI look forward to meeting you for your interview"
        f" on {at:%A %-d %B}. Please use this new link: https://meet.example.org/abc\n\nKim"
    )
    page = read(browser, words).text
    assert "<h1>More about your interview</h1>" in page

    browser.post(KEEP, data=form_of(page, KEEP))
    (kept,) = interviews()
    assert (kept.id, kept.starts_at, kept.outcome) == (row.id, row.starts_at, None)
    assert kept.place == "https://meet.example.org/abc"


@pytest.mark.parametrize(
    ("words", "column", "value"),
    [
        (
            "The link for your interview has changed. Please use https://meet.example.org/abc.",
            "place",
            "https://meet.example.org/abc",
        ),
        (
            "Please join your interview by this link: https://meet.example.org/abc",
            "place",
            "https://meet.example.org/abc",
        ),
        ("Your interview will be with Dana Ito instead of Sam Oduya.", "people", "Dana Ito"),
        (
            "Ihr Gespräch findet über diesen Link statt: https://meet.example.org/abc",
            "place",
            "https://meet.example.org/abc",
        ),
    ],
)
def test_what_names_no_day_at_all_is_for_the_interview_ahead(
    browser: Browser, row: Interview, words: str, column: str, value: str
) -> None:
    page = read(browser, without_day(words)).text
    assert "<h1>More about your interview</h1>" in page

    browser.post(KEEP, data=form_of(page, KEEP))
    (kept,) = interviews()
    assert (kept.id, kept.starts_at, kept.outcome) == (row.id, row.starts_at, None)
    assert getattr(kept, column) == value


@pytest.mark.parametrize(
    "words",
    [
        "We would like to invite you to an interview with our director. When would suit you?",
        "Your second interview will be with Dana Ito. Please pick a time: https://book.example.org",
        "Your final interview will take place at 12 Harbour Street. We will send you the day.",
    ],
)
def test_what_speaks_of_another_interview_is_none_about_that_one(
    browser: Browser, row: Interview, words: str
) -> None:
    assert "More about your interview" not in read(browser, without_day(words)).text


def without_day(words: str) -> str:
    return (
        "From: Kim Lau <kim@banksia.example>\nSubject: Your interview at Banksia Software\n\n"
        f"Hello Robin,\n\n{words}\n\nKim"
    )


def test_a_second_interview_without_a_day_is_none_that_is_there(
    browser: Browser, row: Interview
) -> None:
    words = (
        "From: Kim Lau <kim@banksia.example>\nSubject: Second interview at Banksia Software\n\n"
        "Hello Robin,\n\nWe would like to invite you to a second interview with our director. "
        "It will be in our new office at 12 Harbour Street. When would suit you?\n\nKim"
    )
    assert "More about your interview" not in read(browser, words).text


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


@pytest.mark.parametrize(
    "words",
    [
        "Your interview will be with Dana Ito instead of Sam Oduya.",
        "Sam Oduya is away that day, Dana Ito takes over the interview instead.",
        "Unfortunately Sam is unwell. You will meet Dana Ito instead.",
        "Sam Oduya is on leave. Dana Ito will step in for him.",
        "Dana Ito will be interviewing you in place of Sam.",
    ],
)
def test_whoever_is_replaced_comes_off_the_interview_and_the_others_stay(
    browser: Browser, build, card: Application, words: str
) -> None:
    starts = (now() + timedelta(days=4)).replace(hour=3, minute=0, second=0, microsecond=0)
    row = build.interview(card, starts_at=starts, kind="video", people="Sam Oduya\nMia Tran")
    page = read(browser, mail(browser, row, words)).text
    assert "<h1>More about your interview</h1>" in page
    saved = browser.post(KEEP, data=form_of(page, KEEP), follow_redirects=True).text
    assert interviews()[0].people == "Mia Tran\nDana Ito"

    browser.post(undo_of(saved), data={"key": "u"})
    assert interviews()[0].people == "Sam Oduya\nMia Tran"


def test_somebody_who_is_away_and_has_no_other_in_their_place_stays(
    browser: Browser, build, card: Application
) -> None:
    starts = (now() + timedelta(days=4)).replace(hour=3, minute=0, second=0, microsecond=0)
    row = build.interview(card, starts_at=starts, kind="video", people="Sam Oduya")
    words = "Sam is away on Monday. You will meet with Dana Ito, too."
    page = read(browser, mail(browser, row, words)).text
    browser.post(KEEP, data=form_of(page, KEEP))
    assert interviews()[0].people == "Sam Oduya\nDana Ito"
