"""Their email with a new day for an interview that was off: the same one is on again."""

import pytest
from sqlalchemy import select

from tests.sent import form_of, undo_of
from tests.stored import fresh
from tests.views.mail.test_mail import KEEP, button_of, card, read
from tests.views.mail.test_something_else import mail, there, with_interview
from tests.views.mail.test_told_as import day_of_test
from tracker.database import writing
from tracker.extensions import db
from tracker.models import Interview, Note
from tracker.models.interview import CANCELLED, POSTPONED
from tracker.values.days import days_after
from tracker.views.mail.words.proposal_words import STILL_WAITS

__all__ = ["card"]
LINK = "https://meet.example/abc"
OFF = pytest.mark.parametrize("off", [CANCELLED, POSTPONED])
NEW_DAY = "Your interview for the Tester role is now on {on} at 10am, same link as before."


@pytest.fixture
def row(browser, card, build, off) -> Interview:
    return with_interview(
        browser, build, card, outcome=off, kind="video", round=1, people="Dana Ito", place=LINK,
        minutes=45, preparation="Ask about the team.",
    )  # fmt: skip


def named(browser, words: str = NEW_DAY) -> str:
    on = days_after(day_of_test(browser), 6)
    return read(browser, mail(words.format(on=f"{on.day} {on:%B}"))).text


@OFF
@pytest.mark.parametrize(
    "words",
    [
        NEW_DAY,
        "We would like to invite you to an interview on {on} at 10am.",
        "Wie versprochen der neue Termin: {on} um 10:00 Uhr, Ort wie gehabt.",
    ],
)
def test_a_new_day_puts_the_same_interview_on_again_and_undo_takes_it_off(
    browser, card, row, off, words
) -> None:
    page = named(browser, words)
    on = days_after(day_of_test(browser), 6)
    assert "New time for the one that was planned for" in page
    assert button_of(page).startswith("Move the interview to")
    answer = browser.post(KEEP, data=form_of(page, KEEP), follow_redirects=True)
    moved = there(row)
    assert (moved.on, moved.outcome, moved.begins is not None) == (on, None, True)
    assert (moved.kind, moved.round, moved.minutes) == ("video", 1, 45)
    assert (moved.people, moved.place) == ("Dana Ito", LINK)
    assert moved.preparation == "Ask about the team."
    assert db.session.scalars(select(Interview.id)).all() == [row.id]
    assert "They moved it to" in browser.get("/mail").text

    browser.post(undo_of(answer.text), data={})
    assert (there(row).outcome, there(row).place) == (off, LINK)
    assert db.session.scalar(select(Note)) is None


@OFF
def test_what_the_email_says_of_place_and_people_stands(browser, card, row, off) -> None:
    words = "Your interview is now on {on} at 10am, by phone, with Omar Said."
    browser.post(KEEP, data=form_of(named(browser, words), KEEP))
    moved = there(row)
    assert (moved.kind, moved.round) == ("phone_screen", 1)
    assert moved.people == "Omar Said"


@OFF
def test_a_new_one_is_one_tap_away(browser, card, row, off) -> None:
    sent = form_of(named(browser), KEEP)
    sent.pop("instead")
    browser.post(KEEP, data=sent)
    assert there(row).outcome == off
    assert len(db.session.scalars(select(Interview)).all()) == 2


@OFF
def test_one_on_at_its_old_hour_after_all_is_the_same_too(browser, card, row, off) -> None:
    here = row.starts_at.astimezone(browser.user.zone)
    page = read(browser, mail(f"Your interview is on {here.day} {here:%B} at {here:%H:%M}.")).text
    browser.post(KEEP, data=form_of(page, KEEP))
    assert there(row).outcome is None
    assert db.session.scalars(select(Interview.id)).all() == [row.id]


@OFF
def test_of_two_at_a_company_it_is_the_one_that_waits_and_the_same_hour_is_its_own(
    browser, card, build, row, off
) -> None:
    build.application(browser.user, company=card.company, role="Clerk")
    on = days_after(day_of_test(browser), 7)
    words = f"We are moving your interview to {on.day} {on:%B}, same time. Apologies."
    page = read(browser, mail(words)).text
    assert "New time for the one that was planned for" in page
    old = row.starts_at.astimezone(browser.user.zone)
    browser.post(KEEP, data=form_of(page, KEEP))
    new = there(row).starts_at.astimezone(browser.user.zone)
    assert (new.date(), new.time()) == (on, old.time().replace(second=0, microsecond=0))


@OFF
def test_another_email_without_a_day_makes_no_second_one(browser, card, row, off) -> None:
    page = read(browser, mail("We would like to invite you to an interview. The date will follow."))
    assert STILL_WAITS in page.text
    browser.post(KEEP, data=form_of(page.text, KEEP))
    assert db.session.scalars(select(Interview.id)).all() == [row.id]


@OFF
def test_one_that_was_off_before_another_was_held_is_left_alone(
    browser, card, build, row, off
) -> None:
    with_interview(browser, build, card, outcome="through")
    browser.post(KEEP, data=form_of(named(browser), KEEP))
    assert there(row).outcome == off


@OFF
def test_one_of_an_application_that_ended_is_left_alone(browser, card, row, off) -> None:
    with writing(browser.user) as session:
        session.merge(fresh(card)).stage = "rejected"
    assert "New time for the one" not in named(browser)


@pytest.mark.parametrize(
    "words",
    ["Same place as before.", "Location: same as last time", "Everything else stays the same.",
     "Ort: wie gehabt", "Am gewohnten Ort.", "Gleicher Ort wie beim letzten Mal."],
)  # fmt: skip
def test_the_same_place_is_that_of_the_interview_before_and_never_these_words(
    browser, card, build, words
) -> None:
    with_interview(browser, build, card, days=-3, place="20 Bridge Street")
    page = named(browser, f"We invite you to a second interview on {{on}} at 10am.\n{words}")
    browser.post(KEEP, data=form_of(page, KEEP))
    found = db.session.scalars(select(Interview.place).order_by(Interview.id.desc())).first()
    assert found == "20 Bridge Street"


@OFF
def test_a_day_without_a_time_says_so_before_it_is_saved_and_where_it_is_put_in_after(
    browser, card, row, off
) -> None:
    page = named(browser, "Your interview is now on {on}. I will tell you the time soon.")
    on = days_after(day_of_test(browser), 6)
    assert f"{on.day} {on:%b}, time not known yet</strong>" in page
    kept = browser.post(KEEP, data=form_of(page, KEEP), follow_redirects=True).text
    assert "time not known yet" in kept and "Add the time</a>" in kept
