"""An interview whose day they still have to name: one tap keeps that, and a day is in the fold."""

import re
from datetime import timedelta

import pytest
from sqlalchemy import select

from tests.sent import form_of, undo_of
from tests.stored import fresh
from tests.views.mail.test_mail import KEEP, button_of, card, read
from tests.views.mail.test_something_else import chosen, mail, there, with_interview
from tests.views.mail.test_told_as import day_of_test
from tracker.clock import now
from tracker.database import writing
from tracker.extensions import db
from tracker.models import Action, Application, Interview, Note
from tracker.models.interview import POSTPONED
from tracker.values.days import day_of
from tracker.views.mail.time_words import DAY_KNOWN
from tracker.views.mail.words.proposal_words import LATER, LATER_NEW, STILL_WAITS

__all__ = ["card"]
PROMISED = (
    "Hello Robin,\n\nI am sorry, but I have to cancel our interview. I will send you a new time "
    "next week.\n\nKim"
)
ASKED = (
    "Hello Robin,\n\nsomething has come up, and our interview does not work for me any more. "
    "Could we find another time?\n\nKim"
)
OPEN = "Hello Robin,\n\nwe would like to invite you to an interview. The date will follow.\n\nKim"
STRANGE = "Hello Robin,\n\nthe lift is being repaired.\n\nKim"


def another_time(browser, words: str) -> str:
    page = read(browser, mail(words)).text
    if 'name="as" value="another_time"' in page:
        page = chosen(browser, page, "another_time")
    return page


def sent(page: str, **more: str) -> dict[str, str]:
    """What the filled button sends."""
    return form_of(page, KEEP) | more


@pytest.mark.parametrize("words", [PROMISED, ASKED, STRANGE])
def test_another_time_that_nobody_names_takes_the_old_one_off_in_one_tap(
    browser, card, build, words: str
) -> None:
    row = with_interview(browser, build, card)
    page = another_time(browser, words)
    assert button_of(page) == "Save"
    assert LATER in page
    answer = browser.post(KEEP, data=sent(page), follow_redirects=True)
    assert "They want to move it. No new time yet." in answer.text
    step = "Next step" if words == ASKED else "No new time yet"
    assert f'id="next">{step}</h2>' in answer.text
    assert "They cancelled" not in answer.text
    assert there(row).outcome == POSTPONED
    assert "They wanted to move it" in answer.text
    browser.post(undo_of(answer.text), data={})
    assert there(row).outcome is None
    assert db.session.scalar(select(Note)) is None
    assert db.session.scalar(select(Action)) is None


@pytest.mark.parametrize(
    ("words", "offered", "ticked"),
    [(PROMISED, False, False), (ASKED, True, True), (STRANGE, True, False)],
)
def test_to_answer_is_ticked_only_where_they_ask(
    browser, card, build, words: str, offered: bool, ticked: bool
) -> None:
    with_interview(browser, build, card)
    page = another_time(browser, words)
    assert "which time" not in page.split("Their words")[0]
    assert ("Remind me today to answer" in page) == offered
    assert (form_of(page, KEEP).get("duty") == "y") == ticked
    browser.post(KEEP, data=sent(page))
    assert len(db.session.scalars(select(Action)).all()) == ticked


@pytest.mark.parametrize(
    "words",
    [
        "One of the panel is now away on {on}, so we need to find another time for your interview. "
        "Which times would suit you in the week after?",
        "We're no longer able to do the interview on {on}. Could you let me know which times suit "
        "you the following week?",
    ],
)
def test_the_day_that_fell_through_is_offered_to_nobody(browser, card, build, words: str) -> None:
    row = with_interview(browser, build, card)
    on = day_of(row.starts_at, browser.user.zone)
    page = read(browser, mail(words.format(on=f"{on.day} {on:%B}"))).text
    assert "They want to move the interview" in page
    assert 'name="slot"' not in page
    assert "Remind me today to answer" in page and form_of(page, KEEP).get("duty") == "y"


def test_their_new_day_settles_what_was_to_answer_and_undo_asks_for_it_again(
    browser, card, build
) -> None:
    with_interview(browser, build, card)
    browser.post(KEEP, data=sent(another_time(browser, ASKED)))
    (waits,) = db.session.scalars(select(Action)).all()
    on = day_of_test(browser)
    page = read(browser, mail(f"Your interview is on {on.day} {on:%B} at 10am.")).text
    answer = browser.post(KEEP, data=sent(page), follow_redirects=True)
    db.session.rollback()
    assert db.session.get_one(Action, waits.id).dropped_at is not None
    assert "What you had to answer is off your list." in answer.text
    assert "It is off your list." in browser.get(f"/actions/{waits.id}").text
    assert "Answer them" not in answer.text

    browser.post(undo_of(answer.text), data={})
    db.session.rollback()
    assert db.session.get_one(Action, waits.id).dropped_at is None


def test_one_that_they_only_want_to_move_is_not_called_cancelled(browser, card, build) -> None:
    row = with_interview(browser, build, card)
    words = "Hello Robin,\n\nwe have to postpone your interview. I will be in touch soon.\n\nKim"
    page = another_time(browser, words)
    browser.post(KEEP, data=sent(page))
    listed = browser.get("/mail").text
    assert "They want to move it" in listed and "They cancelled" not in listed
    email = re.search(r'href="(/mail/notes/\d+)"', listed)[1]
    pages = [
        browser.get(f"/applications/{card.id}").text,
        browser.get(f"/applications/{card.id}/interviews/{row.id}").text,
        browser.get(email).text,
    ]
    for each in pages:
        assert "ed to move it" in each or "want to move it" in each
        assert "Cancelled" not in each.replace(">Cancelled</", "") and "(cancelled)" not in each


@pytest.mark.parametrize(
    "words",
    ["Which other days could you do?", "What works for you?", "Let me know when you are free.",
     "Bitte nennen Sie uns zwei Alternativtermine."],
)  # fmt: skip
def test_where_they_ask_which_times_suit_the_answer_is_on_the_list(
    browser, card, build, words: str
) -> None:
    with_interview(browser, build, card)
    page = another_time(
        browser, f"Hello Robin,\n\nwe have to postpone your interview. {words}\n\nKim"
    )
    assert form_of(page, KEEP).get("duty") == "y"
    answer = browser.post(KEEP, data=sent(page), follow_redirects=True)
    assert "On your list now: answer them." in answer.text
    action = db.session.scalars(select(Action)).one()
    ready = browser.get(f"/actions/{action.id}").text
    assert ("These times suit me: …" in ready) != ("Diese Termine passen mir: …" in ready)
    assert words not in ready.split("</textarea>")[-2].split("<textarea")[-1]
    assert "They asked for another time" in browser.get("/mail").text
    assert "They cancelled" not in browser.get("/mail").text


def test_a_time_that_they_named_elsewhere_moves_it_by_the_same_one_button(
    browser, card, build
) -> None:
    row = with_interview(browser, build, card, kind="panel", round=2)
    page = another_time(browser, PROMISED)
    form = page.split('action="/mail/records"')[1].split("</form>")[0]
    assert "If they named one" in form
    assert "Move the interview" not in form and form.count('class="main"') == 1
    on = day_of_test(browser) + timedelta(days=3)
    answer = browser.post(
        KEEP, data=sent(page, day=on.isoformat(), clock="10:00"), follow_redirects=True
    )
    assert "The interview is on its new day." in answer.text
    assert (there(row).on, there(row).outcome) == (on, None)
    assert (there(row).kind, there(row).round) == ("panel", 2)


def test_an_hour_without_a_day_asks_for_the_day(browser, card, build) -> None:
    row = with_interview(browser, build, card)
    answer = browser.post(KEEP, data=sent(another_time(browser, PROMISED), clock="10:00"))
    assert answer.status_code == 422
    assert "Which day is it?" in answer.text
    assert there(row).outcome is None


@pytest.mark.parametrize("words", [OPEN, STRANGE])
def test_an_invitation_without_a_day_is_kept_without_one(browser, card, words: str) -> None:
    page = read(browser, mail(words)).text
    if words == STRANGE:
        page = chosen(browser, page, "invitation")
    assert button_of(page) == "Add the interview"
    assert "Which day is it?" not in page
    answer = browser.post(KEEP, data=sent(page, about=str(card.id)), follow_redirects=True)
    row = db.session.scalars(select(Interview)).one()
    assert (row.on, row.starts_at, fresh(card).stage) == (None, None, "interview")
    assert "Add its day" in answer.text
    browser.post(undo_of(answer.text), data={})
    assert db.session.scalar(select(Interview)) is None


def test_another_time_without_an_interview_ahead_is_one_without_a_day(browser, card) -> None:
    page = another_time(browser, PROMISED)
    assert button_of(page) == "Add the interview"
    assert LATER_NEW in page
    browser.post(KEEP, data=sent(page, about=str(card.id)))
    assert db.session.scalars(select(Interview)).one().on is None


@pytest.mark.parametrize(
    "words",
    [
        "Your interview is on {on} at 10am, by video.",
        "We would like to invite you to an interview on {on} at 10am.",
        "The new date for your interview is {on} at 10am.",
        "Ihr Vorstellungsgespräch findet am {on:%d.%m.%Y} um 10 Uhr statt.",
    ],
)
def test_the_day_of_one_that_waited_for_it_is_filled_in_and_undo_opens_it_again(
    browser, card, build, words: str
) -> None:
    row = build.interview(card, starts_at=None)
    on = day_of_test(browser)
    said = words.replace("{on}", f"{on.day} {on:%B}").format(on=on)
    page = read(browser, mail(f"Hello Robin,\n\n{said}\n\nKim")).text
    assert DAY_KNOWN in page
    assert "The new day" not in page.split("Their words")[0]
    answer = browser.post(KEEP, data=sent(page), follow_redirects=True)
    assert "The interview has its day." in answer.text
    assert db.session.scalars(select(Interview.on)).all() == [on]
    assert "Add its day" not in answer.text

    browser.post(undo_of(answer.text), data={})
    assert there(row).on is None and there(row).starts_at is None


@pytest.mark.parametrize("words", [OPEN, ASKED])
def test_an_email_that_names_no_day_either_makes_no_second_one(
    browser, card, build, words: str
) -> None:
    row = build.interview(card, starts_at=None)
    page = another_time(browser, words) if words == ASKED else read(browser, mail(words)).text
    assert STILL_WAITS in page
    assert button_of(page) == "Save it"
    answer = browser.post(KEEP, data=form_of(page, KEEP), follow_redirects=True)
    assert db.session.scalars(select(Interview.id)).all() == [row.id]
    assert db.session.scalar(select(Note.id))
    browser.post(undo_of(answer.text), data={})
    assert db.session.scalar(select(Note.id)) is None

    on = day_of_test(browser)
    waits = browser.get("/mail").text
    place = re.search(r'href="(/mail/proposals/\d+[^"]*)"', waits)[1]
    form = form_of(browser.get(place).text, KEEP)
    browser.post(KEEP, data=form | {"day": on.isoformat(), "clock": "10:00"})
    assert db.session.scalars(select(Interview.on)).all() == [on]


def test_one_that_waited_for_its_day_stays_where_this_is_another(browser, card, build) -> None:
    build.interview(card, starts_at=None)
    on = day_of_test(browser)
    page = read(browser, mail(f"We invite you to an interview on {on.day} {on:%B} at 10am.")).text
    form = sent(page)
    form.pop("instead")
    browser.post(KEEP, data=form)
    assert set(db.session.scalars(select(Interview.on))) == {None, on}


def test_an_interview_that_nobody_saw_is_not_cancelled(browser, card, build) -> None:
    other = build.application(browser.user, company="Corella Water", role="Clerk")
    row = with_interview(browser, build, other)
    page = another_time(browser, PROMISED)
    answer = browser.post(KEEP, data=sent(page, about=str(other.id)))
    assert answer.status_code == 422
    assert "It has an interview ahead." in answer.text
    assert there(row).outcome is None


def test_an_invitation_that_was_said_by_hand_cancels_nothing(browser, card, build) -> None:
    row = with_interview(browser, build, card)
    page = chosen(browser, read(browser, mail(PROMISED)).text, "invitation")
    assert "<h1>This reads as an invitation</h1>" in page
    assert button_of(page) == "Add the interview"
    assert browser.post(KEEP, data=sent(page)).status_code == 303
    assert there(row).outcome is None
    assert len(db.session.scalars(select(Interview)).all()) == 2


def test_an_email_told_to_be_a_test_replaces_no_interview_by_itself(browser, card, build) -> None:
    with_interview(browser, build, card)
    page = chosen(browser, read(browser, mail(PROMISED)).text, "test")
    assert button_of(page) == "Add the test"
    assert "instead" not in form_of(page, KEEP)


def test_a_move_without_a_day_says_so_in_its_title_too(browser, card) -> None:
    words = (
        "Hello Robin,\n\nabout Friday: something came up and I have to move our interview. "
        "Let's speak soon about when you could come in instead.\n\nKim"
    )
    page = read(browser, mail(words)).text
    assert "<h1>They want to move the interview</h1>" in page
    assert LATER_NEW in page
    assert "They name a new time" not in page
    assert "They name a new time" not in browser.get("/mail").text


def test_a_day_that_no_longer_works_moves_the_interview_that_is_known(browser, build, card) -> None:
    words = "Something has come up on our side and Friday no longer works for the panel."
    assert "<h1>This says neither yes nor no</h1>" in read(browser, mail(words)).text
    build.interview(card, starts_at=now() + timedelta(days=4))
    with writing(browser.user) as session:
        session.get_one(Application, card.id).stage = "interview"
    page = read(browser, mail(f"{words} Sorry about this!")).text
    assert "move" in page.split("<h1>")[1].split("</h1>")[0]
    assert button_of(page) == "Save"
