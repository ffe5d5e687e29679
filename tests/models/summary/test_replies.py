"""What an application keeps of what came back, by whichever way it was changed."""

from datetime import date, timedelta

import pytest

from tests.browser import Browser
from tests.builders import Build
from tracker.clock import now
from tracker.extensions import db
from tracker.models import Application, StageChange
from tracker.models.summary.replies import Replies


def replies(card: Application) -> Replies:
    db.session.rollback()
    fresh = db.session.get_one(Application, card.id)
    return Replies(*(getattr(fresh, name) for name in vars(Replies())))


def ended(card: Application) -> tuple[bool, bool, str | None]:
    """Whether anything that ended it stands, whether that was said, and the words for it."""
    db.session.rollback()
    fresh = db.session.get_one(Application, card.id)
    return fresh.rejection_recorded, fresh.no_stands, fresh.ending


def move(browser: Browser, card: Application, stage: str) -> StageChange:
    db.session.rollback()
    version = str(db.session.get_one(Application, card.id).version)
    data = {"stage": stage, "version": version}
    assert browser.post(f"/applications/{card.id}/stage", data=data).status_code == 303
    change = StageChange.latest(db.session(), card)
    assert change is not None
    return change


@pytest.mark.both_databases
def test_new_application_has_heard_nothing(browser: Browser, build: Build) -> None:
    assert replies(build.application(browser.user)) == Replies()


def test_move_to_interview_counts_at_once_and_stays_when_it_goes_on(
    browser: Browser, build: Build
) -> None:
    card = build.application(browser.user)
    change = move(browser, card, "interview")
    move(browser, card, "rejected")

    assert replies(card) == Replies(interviewed=True, interviewed_on=change.on)


def test_move_to_interview_that_is_taken_back_was_none(browser: Browser, build: Build) -> None:
    card = build.application(browser.user)
    change = move(browser, card, "interview")
    browser.post(f"/applications/{card.id}/stage/{change.id}/reversal")

    assert not replies(card).interviewed


def test_interview_counts_from_the_day_that_it_was_noted_where_it_lies_ahead(
    browser: Browser, build: Build
) -> None:
    card = build.application(browser.user)
    ahead = build.interview(card, starts_at=now() + timedelta(days=9))

    assert replies(card) == Replies(interviewed=True, interviewed_on=ahead.invited_on)

    held = build.interview(card, starts_at=now() - timedelta(days=9))
    assert replies(card).interviewed_on == held.on


def test_application_that_begins_in_interview_came_to_one(browser: Browser) -> None:
    data = {"company": "Banksia", "role": "Baker", "stage": "interview"}
    browser.post("/applications", data=data)

    made = db.session.query(Application).one()
    assert made.stage == "interview"
    assert replies(made) == Replies(interviewed=True)


def test_silence_is_no_no_until_somebody_says_one(browser: Browser, build: Build) -> None:
    card = build.application(browser.user, stage="rejected")
    build.rejection(card, how="silence", on=date(2026, 3, 2))
    assert replies(card) == Replies(no_on=date(2026, 3, 2))

    build.rejection(card, how="email", on=date(2026, 5, 4))
    build.rejection(card, how=None, on=date(2026, 4, 3))
    assert replies(card) == Replies(no_said=True, no_on=date(2026, 4, 3))


def test_no_stands_until_they_call_after_all(browser: Browser, build: Build) -> None:
    card = build.application(browser.user)
    told = {"on": "2026-03-02", "how": "email"}
    browser.post(f"/applications/{card.id}/rejection", data=told)
    assert ended(card) == (True, True, None)

    back = move(browser, card, "interview")
    assert ended(card) == (False, False, None)
    assert (replies(card).no_said, replies(card).called_back) == (True, True)
    assert replies(card).called_on == back.on

    browser.post(f"/applications/{card.id}/rejection", data={"how": "silence"})
    assert ended(card) == (True, False, "no_answer")
    assert replies(card).no_on == date(2026, 3, 2), "a reply it was all the same"


def test_move_back_that_is_undone_leaves_the_no_standing(browser: Browser, build: Build) -> None:
    card = build.application(browser.user)
    browser.post(f"/applications/{card.id}/rejection", data={"how": "email"})
    mistaken = move(browser, card, "applied")

    browser.post(f"/applications/{card.id}/stage/{mistaken.id}/reversal")

    assert ended(card) == (True, True, None)
    assert (replies(card).called_back, replies(card).called_on) == (False, None)


def test_silence_they_wrote_and_then_a_no(browser: Browser, build: Build) -> None:
    card = build.application(browser.user)
    browser.post(f"/applications/{card.id}/rejection", data={"how": "silence"})
    assert ended(card) == (True, False, "no_answer")

    browser.post(f"/applications/{card.id}/reply", data={"stage": "applied"})
    assert ended(card) == (False, False, None)
    assert replies(card).called_back

    browser.post(f"/applications/{card.id}/rejection", data={"how": "phone"})
    assert ended(card) == (True, True, None)


def test_no_without_a_day_hides_no_day_of_silence(browser: Browser, build: Build) -> None:
    card = build.application(browser.user, stage="rejected")
    build.rejection(card, how="silence", on=date(2026, 3, 2))
    build.rejection(card, how="phone", on=None)

    assert replies(card) == Replies(no_said=True)


def test_move_that_was_undone_dates_no_interview(browser: Browser, build: Build) -> None:
    card = build.application(browser.user)
    mistaken = move(browser, card, "interview")
    browser.post(f"/applications/{card.id}/stage/{mistaken.id}/reversal")
    assert replies(card) == Replies()

    real = move(browser, card, "interview")

    assert replies(card) == Replies(interviewed=True, interviewed_on=real.on)


def test_undo_is_not_undone(browser: Browser, build: Build) -> None:
    card = build.application(browser.user)
    change = move(browser, card, "interview")
    browser.post(f"/applications/{card.id}/stage/{change.id}/reversal")
    undoing = StageChange.latest(db.session(), card)
    assert undoing is not None

    again = browser.post(f"/applications/{card.id}/stage/{undoing.id}/reversal")

    assert again.status_code == 409
    assert not replies(card).interviewed
