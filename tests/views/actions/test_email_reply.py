"""The page of an action that an email asked for: the time, the way to them, and their day."""

import re
from datetime import timedelta
from urllib.parse import unquote

import pytest
from sqlalchemy import select

from tests.sent import form_of, undo_of
from tests.views.mail.test_mail import KEEP, card, invitation, read
from tracker.clock import now
from tracker.extensions import db
from tracker.models import Action, Application
from tracker.values.days import day_of

__all__ = ["card"]


def kept_action(browser, besides: str, **changed: str) -> Action:
    form = form_of(read(browser, invitation()[0] + besides).text, KEEP)
    browser.post(KEEP, data=form | changed)
    return db.session.scalars(select(Action).order_by(Action.id.desc())).one()


def test_it_says_the_time_that_was_picked_and_has_an_email_ready_to_whoever_wrote(
    browser, card
) -> None:
    on, other = ((now() + timedelta(days=each)).date() for each in (9, 10))
    also = f"or on {other:%A} {other.day} {other:%B %Y} at 10am. Let us know which one suits you.\n"
    text = invitation()[0].replace("2.30pm.\n", f"2.30pm, {also}")
    form = form_of(read(browser, text).text, KEEP)
    browser.post(KEEP, data=form | {"slot": "0"})
    action = db.session.scalars(select(Action)).one()

    page = browser.get(f"/actions/{action.id}").text

    assert action.what == "Tell Banksia Software which time suits you"
    assert f"You picked {on:%a} {on.day} {on:%b}, 14:30" in page
    assert re.search(r'data-mail href="mailto:jo@banksia\.example\?[^"]+">Email Jo</a>', page)
    link = unquote(page.split('data-mail href="')[1].split('"')[0])
    assert "subject=Re: Interview&" in link
    assert f"{on:%A} {on.day} {on:%B} at 2:30 pm suits me well." in link
    assert ">Their email</a>" in page


def test_a_day_past_the_one_they_named_is_not_offered_and_said_where_it_is_chosen_all_the_same(
    browser, card
) -> None:
    by = day_of(now(), browser.user.zone) + timedelta(days=3)
    asks = f"Please reply no later than {by:%A} {by.day} {by:%B}."
    action = kept_action(browser, asks)
    place = f"/actions/{action.id}"
    page = browser.get(place).text

    assert f"They asked for an answer by {by:%a} {by.day} {by:%b}." in page
    assert "Done, or another day?" not in page  # the interview stands there
    assert "Move to tomorrow</button>" in page
    assert "Move to next week</button>" not in page

    coming = browser.get("/today").text.partition("Coming up")[2]
    assert f'href="{place}"' in coming and f"by {by:%a} {by.day} {by:%b}" in coming

    browser.post(f"{place}/day", data={"due_on": f"{by + timedelta(days=4)}"})

    assert f"They asked for an answer by {by:%a} {by.day} {by:%b}." in browser.get("/actions").text


def test_an_interview_that_is_off_is_named_no_more(browser, card) -> None:
    action = kept_action(browser, "Please reply to confirm.")
    place = f"/actions/{action.id}"
    interview = f"/applications/{card.id}/interviews/1"
    assert "14:30" in browser.get(place).text

    form = form_of(browser.get(interview).text, interview)
    browser.post(interview, data=form | {"outcome": "cancelled"})

    assert "14:30" not in browser.get(place).text
    assert "It is off your list." in browser.get(place).text


@pytest.mark.parametrize(
    ("asks", "href", "label"),
    [
        ("Text 0412 555 019 to confirm.", "sms:0412555019", "Text 0412 555 019"),
        ("Please call 0412 555 019 to confirm.", "tel:0412555019", "Call 0412 555 019"),
    ],
)
def test_the_way_is_the_one_that_they_asked_for(browser, card, asks, href, label) -> None:
    page = browser.get(f"/actions/{kept_action(browser, asks).id}").text

    assert f'href="{href}">{label}</a>' in page


def test_done_asks_for_no_proof_of_an_email_that_was_sent(browser, card) -> None:
    action = kept_action(browser, "Please reply to confirm.")

    answer = browser.post(f"/actions/{action.id}/completion", data={"key": "k"})
    page = browser.get(answer.location).text

    assert answer.location == f"/actions/{action.id}"
    assert "Done today" in page
    assert "Note how it went?" not in page
    assert "A line, a link or a document" not in page
    browser.post(undo_of(page), data={"key": "u"})
    assert "Done today" not in browser.get(answer.location).text


def test_what_the_person_planned_has_none_of_it_and_says_what_its_day_says(
    browser, build, card: Application
) -> None:
    today = day_of(now(), browser.user.zone)
    later = build.action(browser.user, application_id=card.id, due_on=today + timedelta(days=3))
    due = build.action(browser.user, application_id=card.id, due_on=today)

    page = browser.get(f"/actions/{later.id}").text
    assert "Done, or another day?" in page
    assert "mailto:" not in page
    assert "Move to next week</button>" in page
    assert "Do it or pick another day" in browser.get(f"/actions/{due.id}").text


def test_due_today_it_comes_before_an_offer_of_next_week_and_nobody_planned_it(
    browser, build, card: Application
) -> None:
    today = day_of(now(), browser.user.zone)
    offered = build.application(browser.user, company="Nightjar", stage="interview")
    build.offer(offered, answer_by=today + timedelta(days=8))
    action = kept_action(browser, "Please reply to confirm.")
    assert action.due_on == today

    page = browser.get("/today").text.replace("\xa0", " ")

    owed, offer = "Confirm by email today · Interview ", "the offer from Nightjar"
    assert page.index(owed) < page.index(offer)
    hero = page.split('id="first"')[1].split("</section>")[0]
    assert hero.count("Banksia Software</p>") == 1
    assert "Confirm the interview with" not in hero
    assert "Interview with Banksia Software" in page.split(">Coming up<")[1]
    assert ">Answer them</a>" in page
    assert "One answer due today, an offer to answer." in page
    assert "planned" not in page
    assert ">Answer them</a>" in browser.get(f"/applications/{card.id}").text


def test_an_offer_to_be_answered_today_stays_before_it(browser, build, card: Application) -> None:
    today = day_of(now(), browser.user.zone)
    offered = build.application(browser.user, company="Nightjar", stage="interview")
    build.offer(offered, answer_by=today)
    kept_action(browser, "Please reply to confirm.")

    page = browser.get("/today").text.replace("\xa0", " ")

    assert ">Answer the offer</a>" in page
    assert page.index("Nightjar") < page.index("Confirm the interview with Banksia")
