"""What was planned for an interview goes where it does not take place, and comes back with it."""

import re
from datetime import timedelta

import pytest
from sqlalchemy import select

from tests.sent import form_of, undo_of
from tests.views.mail.test_mail import KEEP, card, invitation, read
from tracker.clock import now
from tracker.extensions import db
from tracker.models import Action, Interview

__all__ = ["card"]
CONFIRM = "\nPlease confirm your attendance.\n"


def to_do() -> list[str]:
    db.session.rollback()
    return list(db.session.scalars(select(Action.what).where(Action.is_open).order_by(Action.id)))


@pytest.fixture
def planned(browser, card) -> str:
    """An interview with its confirmation to do; gives the page of the application."""
    page = read(browser, invitation()[0] + CONFIRM).text
    browser.post(KEEP, data=form_of(page, KEEP))
    assert to_do() == ["Confirm the interview with Banksia Software"]
    return f"/applications/{card.id}"


def test_an_email_that_cancels_takes_it_off_the_list_and_undo_brings_it_back(
    browser, planned
) -> None:
    text = invitation()[0].replace("we would like to invite you to an", "unfortunately your")
    page = read(browser, text.replace("2.30pm.", "2.30pm has been cancelled.")).text
    browser.post(KEEP, data=form_of(page, KEEP) | {"instead": "y"})
    after = browser.get(planned).text

    assert to_do() == []
    assert (
        "Marked as cancelled, with their words. What you had planned for it is off your list."
        in after
    )
    browser.post(undo_of(after), data={"key": "u"})
    assert to_do() == ["Confirm the interview with Banksia Software"]


def test_an_email_that_moves_it_leaves_only_what_the_new_day_asks_for(browser, planned) -> None:
    on, later = ((now() + timedelta(days=each)).date() for each in (9, 11))
    said = f"Your interview is now on {later:%A}, not {on:%A}, at 2.30pm. Please reply to confirm."
    page = read(browser, invitation()[0].split("Hi Mia")[0] + f"Banksia Software: {said}").text
    browser.post(KEEP, data=form_of(page, KEEP))
    undo = undo_of(browser.get(planned).text)

    assert to_do() == ["Confirm the interview with Banksia Software by email"]
    browser.post(undo, data={"key": "u"})
    assert to_do() == ["Confirm the interview with Banksia Software"]


def test_it_goes_with_a_no_and_with_an_interview_that_is_cancelled_by_hand(
    browser, planned
) -> None:
    number = db.session.scalar(select(Interview.id))
    place = f"{planned}/interviews/{number}"
    form = form_of(browser.get(place).text, place)
    browser.post(place, data=form | {"outcome": "cancelled"})
    assert to_do() == []
    form = form_of(browser.get(place).text, place)
    browser.post(place, data=form | {"outcome": ""})
    assert len(to_do()) == 1

    form = form_of(browser.get(f"{planned}/rejection").text, f"{planned}/rejection")
    browser.post(f"{planned}/rejection", data=form)
    assert to_do() == []
    browser.post(undo_of(browser.get(planned).text), data={"key": "u"})
    assert len(to_do()) == 1


def test_a_cancelled_interview_is_none_of_the_tests_that_are_done_alone(
    browser, build, card, planned
) -> None:
    by = (now() + timedelta(days=2)).date()
    test = build.interview(card, kind="assessment", on=by)
    text = invitation()[0].replace("we would like to invite you to an", "unfortunately your")
    page = read(browser, text.replace("2.30pm.", "2.30pm has been cancelled.")).text
    browser.post(KEEP, data=form_of(page, KEEP) | {"instead": "y"})

    db.session.rollback()
    off = db.session.scalars(select(Interview).where(Interview.outcome == "cancelled")).all()
    assert len(off) == 1 and off[0].id != test.id


def test_it_goes_with_an_interview_that_is_deleted_and_comes_back_with_it(browser, planned) -> None:
    number = db.session.scalar(select(Interview.id))
    place = f"{planned}/interviews/{number}/removal"
    browser.post(place, data={"key": "d"})
    assert to_do() == []

    browser.post(undo_of(browser.get(planned).text), data={"key": "u"})
    assert to_do() == ["Confirm the interview with Banksia Software"]


def test_what_was_planned_otherwise_stays(browser, build, card, planned) -> None:
    build.action(browser.user, application_id=card.id, what="Practise one example")
    text = invitation()[0].replace("we would like to invite you to an", "unfortunately your")
    page = read(browser, text.replace("2.30pm.", "2.30pm has been cancelled.")).text
    browser.post(KEEP, data=form_of(page, KEEP) | {"instead": "y"})

    assert to_do() == ["Practise one example"]


def test_a_number_to_ring_stays_in_one_line_wherever_its_action_is_shown(browser, card) -> None:
    page = read(browser, f"{invitation()[0]}\nPlease call me on 03 / 5550 1234 to confirm.\n").text
    browser.post(KEEP, data=form_of(page, KEEP))
    number = db.session.scalar(select(Action.id))

    assert db.session.scalar(select(Action.what)).endswith("by phone, 03 / 5550 1234")
    for place in (f"/applications/{card.id}", f"/actions/{number}", "/actions", "/today"):
        main = browser.get(place).text.split("<main")[1]
        shown = re.sub(r"<textarea.*?</textarea>", "", main, flags=re.DOTALL)
        assert "03\xa0/\xa05550\xa01234" in shown, place
        assert "phone, 03 / 5550" not in shown, place
