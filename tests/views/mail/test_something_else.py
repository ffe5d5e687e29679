"""It is something else: whatever an email was read as, a person can say what it is."""

from datetime import datetime, time, timedelta

import pytest
from sqlalchemy import select

from tests.browser import Browser
from tests.sent import form_of, undo_of
from tests.stored import fresh
from tests.views.mail.test_mail import KEEP, again, button_of, card, read
from tests.views.mail.test_told_as import day_of_test
from tracker.clock import now
from tracker.extensions import db
from tracker.mail.new_time import promised_time
from tracker.mail.proposals import KEPT_AS
from tracker.models import Action, Application, Interview, Rejection
from tracker.models.interview import CANCELLED, POSTPONED
from tracker.views.mail.words.proposal_words import CHOSEN, HEADS

__all__ = ["card"]
NOTHING = "Hello Robin,\n\nwe are moving house on Monday, and the lift is being repaired.\n\nKim"
NO = "Dear Robin,\n\nUnfortunately we have decided to go with another candidate.\n\nKim"


def there(row: Interview) -> Interview:
    db.session.rollback()
    return db.session.get_one(Interview, row.id)


def mail(words: str) -> str:
    return f"From: Kim Lau <kim@banksia.example>\nSubject: Banksia Software\n\n{words}\n"


def chosen(browser: Browser, page: str, told: str) -> str:
    return again(browser, form_of(page, KEEP) | {"as": told}).text


def with_interview(
    browser: Browser, build, card: Application, days: int = 4, **facts: object
) -> Interview:
    return build.interview(card, starts_at=now() + timedelta(days=days), **facts)


@pytest.mark.parametrize("words", [NOTHING, NO])
@pytest.mark.parametrize("told", CHOSEN)
def test_every_kind_can_be_said_and_is_then_what_its_page_calls_it(
    browser, card, words: str, told: str
) -> None:
    page = read(browser, mail(words)).text
    for each in CHOSEN:
        head = "no" if words == NO else "none"
        assert (f'name="as" value="{each}"' in page) == (each != head)
    assert f"<h1>{HEADS[told]}</h1>" in chosen(browser, page, told)


def test_nothing_that_can_be_said_is_unknown() -> None:
    assert set(CHOSEN) == set(KEPT_AS) - {"acknowledgement"}


def test_a_cancelled_interview_that_was_read_as_a_no_is_marked_as_cancelled(
    browser, card, build
) -> None:
    row = with_interview(browser, build, card)
    page = chosen(browser, read(browser, mail(NO)).text, "cancelled")
    assert "What they cancelled" in page
    assert button_of(page) == "Mark as cancelled"
    browser.post(KEEP, data=form_of(page, KEEP) | {"instead": "y"})
    assert there(row).outcome == CANCELLED
    assert db.session.scalar(select(Rejection)) is None
    assert fresh(card).stage == "applied"


def test_a_role_that_they_closed_is_kept_as_closed_and_another_no_is_not(browser, card) -> None:
    page = chosen(browser, read(browser, mail(NO)).text, "closed")
    browser.post(KEEP, data=form_of(page, KEEP))
    assert db.session.scalars(select(Rejection)).one().role_cancelled


def test_a_no_that_was_read_as_a_closed_role_is_kept_as_a_no(browser, card) -> None:
    page = read(browser, mail("Unfortunately we have decided not to fill the position.")).text
    assert f"<h1>{HEADS['closed']}</h1>" in page
    page = chosen(browser, page, "no")
    browser.post(KEEP, data=form_of(page, KEEP))
    assert not db.session.scalars(select(Rejection)).one().role_cancelled


def test_a_test_that_was_read_as_an_invitation_has_its_day_and_no_hour(browser, card) -> None:
    by = day_of_test(browser)
    words = f"We invite you to an interview on {by:%A} {by.day} {by:%B %Y} at 5 pm."
    page = chosen(browser, read(browser, mail(words)).text, "test")
    assert button_of(page) == f"Add the test, {by:%a} {by.day} {by:%b}"
    browser.post(KEEP, data=form_of(page, KEEP))
    row = db.session.scalars(select(Interview)).one()
    assert (row.kind, row.on, row.hour_known) == ("assessment", by, False)
    action = db.session.scalars(select(Action)).one()
    assert (action.what, action.due_on) == ("Do the test for Banksia Software", by)


def test_another_time_that_was_read_as_nothing_moves_the_interview(browser, card, build) -> None:
    row = with_interview(browser, build, card)
    page = chosen(browser, read(browser, mail(NOTHING)).text, "another_time")
    on = day_of_test(browser) + timedelta(days=3)
    sent = form_of(page, KEEP) | {"slot": "other", "day": on.isoformat(), "clock": "10:00"}
    browser.post(KEEP, data=sent)
    assert there(row).on == on


def test_a_closed_role_is_called_so_in_the_list_and_on_its_page(browser, card) -> None:
    page = read(browser, mail("Unfortunately we have decided not to fill the position.")).text
    browser.post(KEEP, data=form_of(page, KEEP))
    assert "They closed the role</b>" in browser.get("/mail").text
    number = db.session.scalars(select(Rejection.id)).one()
    assert "<h1>They closed the role</h1>" in browser.get(f"/mail/rejections/{number}").text


@pytest.mark.parametrize(
    ("words", "advice"),
    [
        ("I promised you some feedback: your SQL answers were too vague, practise joins.", True),
        ("If you would like feedback, please let me know.", False),
        ("Unfortunately we cannot give individual feedback.", False),
    ],
)
def test_a_no_with_advice_in_it_says_so_once_it_is_saved(browser, card, words, advice) -> None:
    said = f"Unfortunately we have decided to go with another candidate.\n\n{words}"
    page = read(browser, mail(said)).text
    assert f"<h1>{HEADS['no']}</h1>" in page
    assert ("There is advice in it, too" in page) == advice
    assert (f"<mark>{words}</mark>" in page) == advice
    answer = browser.post(KEEP, data=form_of(page, KEEP), follow_redirects=True)
    way = f"/applications/{card.id}/feedback/new?words=no"
    assert (f'<a href="{way}">Look at the advice in it</a>' in answer.text) == advice
    assert words in browser.get(way).text
    number = db.session.scalars(select(Rejection.id)).one()
    after, saved = f"/applications/{card.id}/after", f"/mail/rejections/{number}"
    assert [f'<a href="{way}">' in browser.get(each).text for each in (after, saved)] == [
        advice
    ] * 2


def test_advice_in_a_no_is_offered_no_more_once_it_is_kept(browser, build, card) -> None:
    said = "Unfortunately we have decided to go with another candidate.\n\nI promised you some "
    said += "feedback: your SQL answers were too vague, practise joins."
    browser.post(KEEP, data=form_of(read(browser, mail(said)).text, KEEP))
    pages = (f"/applications/{card.id}/after", f"/applications/{card.id}")
    browser.post(f"/applications/{card.id}/rest", data={"look_again": "now"})
    for each in (*pages, "/today", "/board"):
        page = browser.get(each).text
        assert "Look at the advice" in page
        assert "Ask for advice</a>" not in page
    form = browser.get(f"/applications/{card.id}/feedback/new").text
    assert "your SQL answers were too vague" in form
    place = f"/applications/{card.id}/feedback"
    assert browser.post(place, data=form_of(form, place)).status_code == 303
    for each in (*pages, "/today", "/board"):
        assert "Look at the advice" not in browser.get(each).text


BEFORE = "On Fri, 27 Nov 2026 at 09:12, Robin wrote:\n> Dear Kim,\n> what would have helped?"


@pytest.mark.parametrize(
    ("below", "folded"),
    [
        (BEFORE, True),
        ("From: Robin\nSent: Friday\nTo: Kim\nDear Kim,\nwhat would have helped?", True),
        ("> what would have helped?\n\nNothing, you did well.\n\n> And the test?", False),
        ("Best wishes", False),
    ],
)
def test_the_email_that_is_quoted_below_is_folded_and_answers_in_it_are_not(
    browser, card, below: str, folded: bool
) -> None:
    page = read(browser, mail(f"{NO.removesuffix('Kim')}\n\n{below}")).text
    assert ("The email before it</summary>" in page) == folded
    words = page.split('<blockquote class="words"')[1].split("</blockquote>")[0]
    assert ("helped" not in words) == (folded or "helped" not in below)


def test_a_test_without_a_day_asks_by_which_and_keeps_what_was_chosen(browser, card) -> None:
    page = chosen(browser, read(browser, mail(NOTHING)).text, "test")
    assert ">By which day?</label>" in page
    assert "by that day, when" not in page
    assert 'type="time"' not in page
    answer = browser.post(KEEP, data=form_of(page, KEEP) | {"about": str(card.id)})
    assert answer.status_code == 422
    assert "If they name none, choose one that suits you." in answer.text
    by = day_of_test(browser)
    form = form_of(answer.text, KEEP) | {"about": str(card.id), "day": by.isoformat()}
    page = browser.post(KEEP, data=form, follow_redirects=True).text.replace("\xa0", " ")
    row, action = (db.session.scalars(select(each)).one() for each in (Interview, Action))
    assert (row.on, row.is_test, action.due_on) == (by, True, by)
    assert f"Test added. It is on your list for {by:%a} {by.day} {by:%b}." in page


def test_what_is_nothing_in_particular_says_that_it_is_kept_as_a_note(browser, card) -> None:
    assert ">Keep it as a note</button>" in read(browser, mail(NO)).text


@pytest.mark.parametrize(
    ("further", "outcome"), [(" We will send you a new time.", POSTPONED), ("", CANCELLED)]
)
@pytest.mark.parametrize("which", [0, 1])
def test_of_two_ahead_the_one_is_off_whose_day_is_named_and_waits_only_for_a_time_they_promise(
    browser, build, card, which: int, further: str, outcome: str
) -> None:
    days = [day_of_test(browser) + timedelta(days=each) for each in (0, 3)]
    rows = [
        build.interview(
            card, starts_at=datetime.combine(each, time(14), browser.user.zone), on=each
        )
        for each in days
    ]
    on = days[which]
    words = f"the interview on {on:%A} {on.day} {on:%B} is cancelled.{further}"
    page = read(browser, mail(words)).text
    assert ("They will send a new time." in page) == bool(further)
    assert ("<mark>We will send you a new time.</mark>" in page) == bool(further)
    assert f"{on.day} {on:%b}, 14:00</p>" in page.replace("\xa0", " ")
    browser.post(KEEP, data=form_of(page, KEEP) | {"instead": "y"})
    expected = (outcome, None) if which == 0 else (None, outcome)
    assert tuple(there(each).outcome for each in rows) == expected
    assert "They cancelled" in browser.get("/mail").text


@pytest.mark.parametrize("which", [0, 1])
def test_of_two_ahead_the_one_is_moved_whose_day_is_named(browser, build, card, which) -> None:
    days = [day_of_test(browser) + timedelta(days=each) for each in (0, 3)]
    rows = [
        build.interview(
            card, starts_at=datetime.combine(each, time(14), browser.user.zone), on=each
        )
        for each in days
    ]
    old, new = days[which], days[1] + timedelta(days=2)
    words = (
        f"we have to move your interview from {old:%A} {old.day} {old:%B} "
        f"to {new:%A} {new.day} {new:%B} at 3 pm."
    )
    page = read(browser, mail(words)).text
    assert f"Replaces the one on {old:%a} {old.day} {old:%b}" in page.replace("\xa0", " ")
    browser.post(KEEP, data=form_of(page, KEEP))
    assert there(rows[which]).on == new
    assert there(rows[1 - which]).on == days[1 - which]


@pytest.mark.parametrize(
    ("words", "comes"),
    [
        ("We will be in touch with a new date.", True),
        ("I'll send you another time next week.", True),
        ("We hope to reschedule soon.", True),
        ("A new time will follow.", True),
        ("Wir melden uns mit einem neuen Termin.", True),
        ("Ein neuer Termin folgt.", True),
        ("We will not be rescheduling it.", False),
        ("We will keep you posted.", False),
        ("Thank you for your time.", False),
    ],
)
def test_whether_a_new_time_is_promised(words: str, comes: bool) -> None:
    text = f"Dear Robin, the interview on Tuesday is cancelled.\n\n{words}\n\nKim"
    found = promised_time(text)
    assert (found is not None) == comes
    assert found is None or text[found.start : found.end] == words


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("leider müssen wir den Termin am {day:%d.%m.%Y} um 9 Uhr absagen.", []),
        ("I have to cancel our interview on {day.day} {day:%B %Y} at 10 am, sorry.", []),
        ("Unfortunately the interview on {day.day} {day:%B} will not go ahead.", []),
    ],
)
def test_a_time_that_they_called_off_is_not_offered_as_another(
    browser, card, words: str, offered: list[str]
) -> None:
    on = day_of_test(browser)
    page = read(browser, mail(words.format(day=on))).text
    assert f"<h1>{HEADS['cancelled']}</h1>" in page
    page = chosen(browser, page, "another_time")
    assert f"<h1>{HEADS['another_time']}</h1>" in page
    form = form_of(page, KEEP)
    assert not form.get("day") and not form.get("clock") and "slot" not in form
    assert f'value="{on}"' not in page


def test_not_for_me_can_be_undone_and_says_of_nothing_that_it_was_saved(browser, card) -> None:
    page = read(browser, mail(NO)).text
    place = page.split('formaction="/mail/proposals/')[1].split("/dismissal")[0]
    answer = browser.post(
        f"/mail/proposals/{place}/dismissal", data=form_of(page, KEEP), follow_redirects=True
    )
    assert "Taken off the list." in answer.text
    assert f"/mail/proposals/{place}" not in answer.text
    again_at = browser.get(f"/mail/proposals/{place}", follow_redirects=True).text
    assert "What you saved of it" not in again_at
    assert "That email is off the list." in again_at
    page = browser.post(undo_of(answer.text), data={}, follow_redirects=True).text
    assert f"<h1>{HEADS['no']}</h1>" in page
    assert f"/mail/proposals/{place}" in browser.get("/mail").text
