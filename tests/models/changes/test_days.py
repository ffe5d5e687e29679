"""What happened has its own day: not the one on which it was typed."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from tests.browser import Browser
from tests.builders import Build
from tests.sent import form_of
from tracker.clock import now
from tracker.database import writing
from tracker.extensions import db
from tracker.insights.figures.scope import Scope
from tracker.insights.figures.survival import Wait
from tracker.insights.figures.time_in_stage import read_times_in_stage
from tracker.models import Application, Interview, StageChange
from tracker.models.changes.stage import move
from tracker.models.rejection import Rejection
from tracker.sharing.record import read_record
from tracker.sharing.redaction import Redaction
from tracker.sharing.selection import Selection
from tracker.values.date_range import DateRange
from tracker.values.days import day_of


@pytest.fixture
def ago(browser: Browser) -> Callable[[int], date]:
    """So many days before today, on the person's calendar."""
    today = day_of(now(), browser.user.zone)
    return lambda days: today - timedelta(days=days)


@pytest.fixture
def card(browser: Browser, build: Build, ago: Callable[[int], date]) -> Application:
    """Applied for 40 days ago."""
    return build.application(browser.user, applied_on=ago(40), stage_since=ago(40))


def said_no(browser: Browser, card: Application, on: date | None) -> None:
    day = on.isoformat() if on else ""
    browser.post(f"/applications/{card.id}/rejection", data={"on": day, "how": "email"})


def history(card: Application) -> list[tuple[str, date | None]]:
    """The stages with their days, the first one first."""
    db.session.rollback()
    changes = db.session.scalars(StageChange.of(card)).all()
    return [(change.after, change.on) for change in reversed(changes)]


def stands_since(card: Application) -> date | None:
    db.session.rollback()
    return db.session.get_one(Application, card.id, populate_existing=True).stage_since


def test_no_of_an_earlier_day_moves_the_card_on_that_day(
    browser: Browser, card: Application, ago: Callable[[int], date]
) -> None:
    said_no(browser, card, ago(20))

    assert history(card) == [("applied", ago(40)), ("rejected", ago(20))]
    assert stands_since(card) == ago(20)
    scope = Scope(db.session(), browser.user, DateRange(), now(), Redaction(None, None))
    assert read_times_in_stage(scope)[0]["applied"] == [Wait(20, True)]


def test_no_without_a_day_moves_it_on_no_day(
    browser: Browser, card: Application, ago: Callable[[int], date]
) -> None:
    said_no(browser, card, None)

    assert history(card) == [("applied", ago(40)), ("rejected", None)]
    assert stands_since(card) is None


def test_day_of_a_no_that_is_corrected_corrects_the_move(
    browser: Browser, card: Application, ago: Callable[[int], date]
) -> None:
    said_no(browser, card, ago(20))
    db.session.rollback()
    no = db.session.scalars(Rejection.of(card)).one()

    browser.post(
        place := f"/applications/{card.id}/rejection/{no.id}",
        data={**form_of(browser.get(place).text, place), "on": ago(25).isoformat()},
    )

    assert history(card)[-1] == ("rejected", ago(25))
    assert stands_since(card) == ago(25)


def test_card_that_was_moved_by_hand_takes_the_day_of_its_no(
    browser: Browser, card: Application, ago: Callable[[int], date]
) -> None:
    browser.post(
        f"/applications/{card.id}/stage", data={"stage": "rejected", "version": card.version}
    )
    assert history(card)[-1] == ("rejected", ago(0))

    said_no(browser, card, ago(9))

    assert history(card)[-1] == ("rejected", ago(9))


def test_answer_of_an_earlier_day_moves_the_card_on_that_day(
    browser: Browser, card: Application, ago: Callable[[int], date]
) -> None:
    said_no(browser, card, ago(20))

    browser.post(
        f"/applications/{card.id}/feedback",
        data={"words": "Longer examples.", "received_on": ago(12).isoformat(), "channel": "email"},
    )

    assert history(card)[-1] == ("feedback_received", ago(12))


def test_move_to_interview_was_not_later_than_the_first_interview_after_it(
    browser: Browser, card: Application, build: Build, ago: Callable[[int], date]
) -> None:
    build.interview(card, on=ago(60))  # before the application: no invitation to it
    build.interview(card, on=ago(18))

    with writing(browser.user) as session:
        move(session, session.get_one(Application, card.id), "interview", now())

    assert history(card)[-1] == ("interview", ago(18))


def test_interview_of_the_past_that_is_added_later_dates_the_move(
    browser: Browser, card: Application, ago: Callable[[int], date]
) -> None:
    browser.post(
        f"/applications/{card.id}/stage", data={"stage": "interview", "version": card.version}
    )

    browser.post(f"/applications/{card.id}/interviews", data={"day": ago(11).isoformat()})

    assert history(card)[-1] == ("interview", ago(11))
    assert stands_since(card) == ago(11)


def test_days_that_contradict_each_other_are_left_out_and_counted(
    browser: Browser, card: Application, ago: Callable[[int], date]
) -> None:
    on = ago(50)
    browser.post(
        f"/applications/{card.id}/rejection",
        data={"on": on.isoformat(), "how": "email", "sure": f"on:{on}"},
    )

    assert history(card)[-1] == ("rejected", ago(50))
    scope = Scope(db.session(), browser.user, DateRange(), now(), Redaction(None, None))
    stays, left_out = read_times_in_stage(scope)

    assert (stays["applied"], left_out) == ([], 1)


def test_interview_that_is_corrected_or_taken_away_corrects_the_move(
    browser: Browser, card: Application, ago: Callable[[int], date]
) -> None:
    place = f"/applications/{card.id}/interviews"
    browser.post(
        f"/applications/{card.id}/stage", data={"stage": "interview", "version": card.version}
    )
    browser.post(place, data={"day": ago(30).isoformat()})
    assert history(card)[-1] == ("interview", ago(30))
    db.session.rollback()
    row = db.session.scalars(Interview.of(card)).one()
    edited = f"{place}/{row.id}"

    browser.post(
        edited, data={**form_of(browser.get(edited).text, edited), "day": ago(5).isoformat()}
    )
    assert history(card)[-1] == ("interview", ago(5))

    browser.post(f"{edited}/removal")
    assert history(card)[-1] == ("interview", ago(0))


def test_moves_without_a_day_follow_the_one_before_them_for_others_too(
    browser: Browser, build: Build, ago: Callable[[int], date]
) -> None:
    card = build.application(browser.user, applied_on=ago(40), stage_since=ago(40))
    said_no(browser, card, None)
    build.application(browser.user, role="Later", applied_on=ago(20), stage_since=ago(20))

    told = read_record(
        db.session(), browser.user, Selection(), DateRange(), now(), quiet_days=21
    ).moves

    assert [(move.role, move.after) for move in told] == [
        (card.role, "Applied"),
        (card.role, "Rejected"),
        ("Later", "Applied"),
    ]
