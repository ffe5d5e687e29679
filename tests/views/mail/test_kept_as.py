"""What an email was saved as is said in the list, on its page and in the story."""

import re
from datetime import timedelta

import pytest
from sqlalchemy import select

from tests.browser import Browser
from tests.sent import form_of
from tests.views.mail.test_mail import KEEP, card, read
from tests.views.mail.test_something_else import chosen
from tracker.clock import now
from tracker.extensions import db
from tracker.models import Action, Application, Note, Rejection

__all__ = ["card"]
ACKNOWLEDGED = "Thank you for applying. We have received your application."
PAPERS = "Could you please send us a copy of your driver licence and two payslips?"
FORM = "Please fill in the attached form and send it back to us by Friday."
CLOSED = "Unfortunately we have decided not to fill the position."
NO = "Unfortunately we have decided to go with another candidate."
NOTHING = "We are moving house on Monday, and the lift is being repaired."


def mail(words: str, sent: str = "") -> str:
    head = f"From: Kim Lau <kim@banksia.example>\n{sent}Subject: Banksia Software\n\n"
    return f"{head}Hello Robin,\n\n{words}\n\nKim\n"


def kept(browser: Browser, words: str, told: str | None = None) -> Note:
    page = read(browser, mail(words)).text
    page = chosen(browser, page, told) if told else page
    assert browser.post(KEEP, data=form_of(page, KEEP)).status_code == 303
    return db.session.scalars(select(Note)).one()


@pytest.mark.parametrize(
    ("words", "told", "listed", "story"),
    [
        (ACKNOWLEDGED, None, "They have your application", "They have your application"),
        (PAPERS, None, "They ask for your licence and two payslips", "They asked for something"),
        (FORM, None, "They ask you to fill in a form", "They asked for something"),
        (NOTHING, None, "Saved as a note", "An email"),
        (ACKNOWLEDGED, "no_feedback", "They would rather not say", "They would rather not say"),
    ],
)
def test_what_moved_nothing_is_called_by_what_it_says(
    browser: Browser, card: Application, words: str, told: str | None, listed: str, story: str
) -> None:
    note = kept(browser, words, told)
    assert f"{listed}</b>" in browser.get("/mail").text
    head = listed if listed != "Saved as a note" else "An email"
    assert f"<h1>{head}</h1>" in browser.get(f"/mail/notes/{note.id}").text
    assert title_of(browser, note) == story


@pytest.mark.parametrize(
    ("words", "said"), [(CLOSED, "They closed the role"), (NO, "They said no")]
)
def test_a_no_beside_an_earlier_one_is_called_a_no_wherever_it_stands(
    browser: Browser, build, words: str, said: str
) -> None:
    there = build.application(
        browser.user, company="Banksia Software", role="Cook", stage="rejected"
    )
    earlier = build.rejection(there, on=now().date() - timedelta(days=40), words="By letter.")
    note = kept(browser, words)

    assert db.session.scalars(select(Rejection.id)).all() == [earlier.id]
    assert f"{said}</b>" in browser.get("/mail").text
    assert 'data-stage="rejected"' in browser.get("/mail").text
    assert f"<h1>{said}</h1>" in browser.get(f"/mail/notes/{note.id}").text
    assert title_of(browser, note) == said


def test_a_note_that_somebody_wrote_is_still_a_note(browser: Browser, build, card) -> None:
    note = build.note(card, body="From my sister: ring them.")
    assert title_of(browser, note) == "Note"
    assert "From my sister" not in browser.get("/mail").text


def test_an_email_that_was_saved_before_this_was_kept_is_a_note(
    browser: Browser, build, card: Application
) -> None:
    note = build.note(card, body=f"Subject: Banksia Software\n\n{ACKNOWLEDGED}")
    assert "Saved as a note</b>" in browser.get("/mail").text
    assert "<h1>An email</h1>" in browser.get(f"/mail/notes/{note.id}").text
    assert title_of(browser, note) == "Note"


def test_what_is_saved_later_stands_on_the_day_that_it_was_sent(browser: Browser, card) -> None:
    sent = now() - timedelta(days=3)
    head = f"Date: {sent:%a, %d %b %Y %H:%M:%S} +0000\n"
    page = read(browser, mail(ACKNOWLEDGED, head)).text
    browser.post(KEEP, data=form_of(page, KEEP))
    note = db.session.scalars(select(Note)).one()
    on = sent.astimezone(browser.user.zone).date()
    assert f'<small class="when">{on.day} {on:%b}' in browser.get("/mail").text
    assert "Saved today" not in browser.get(f"/mail/notes/{note.id}").text


def title_of(browser: Browser, note: Note) -> str:
    story = browser.get(f"/applications/{note.application_id}").text
    return story.split(f'id="note-{note.id}"')[1].split("<b>")[1].split("</b>")[0]


def test_what_an_email_did_to_an_interview_is_what_the_story_and_the_list_say(
    browser: Browser, build, card: Application
) -> None:
    starts = (now() + timedelta(days=6)).replace(hour=3, minute=0, second=0, microsecond=0)
    build.interview(card, starts_at=starts, kind="video")
    at = starts.astimezone(browser.user.zone)
    same = kept(
        browser,
        f"Your interview is on {at:%A %-d %B %Y} at {at:%-I:%M %p}. Join by "
        "https://meet.example.org/abc.",
    )
    assert title_of(browser, same) == "More about your interview"
    assert "More about your interview</b>" in browser.get("/mail").text
    assert "moved" not in browser.get(f"/mail/notes/{same.id}").text.split("Their words")[0]


def test_an_email_that_asks_for_another_time_and_names_it_named_a_new_time(
    browser: Browser, build, card: Application
) -> None:
    starts = (now() + timedelta(days=6)).replace(hour=3, minute=0, second=0, microsecond=0)
    build.interview(card, starts_at=starts, kind="video")
    new = (starts + timedelta(days=1)).astimezone(browser.user.zone)
    words = (
        "We have to reschedule your interview. Could you do "
        f"{new:%A %-d %B %Y} at {new:%-I:%M %p} instead?"
    )
    page = read(browser, mail(words)).text
    assert browser.post(KEEP, data=form_of(page, KEEP) | {"slot": "0"}).status_code == 303
    note = db.session.scalars(select(Note)).one()
    assert title_of(browser, note) == "They named a new time"


def test_what_an_email_asked_for_is_found_from_its_page(
    browser: Browser, card: Application
) -> None:
    note = kept(browser, PAPERS)
    action = db.session.scalars(select(Action)).one()
    page = browser.get(f"/mail/notes/{note.id}").text
    row = page.split(f'href="/actions/{action.id}?')[1].split("</a>")[0]
    assert ">Send licence and two payslips<small" in row and "Due today" in row
    assert icons(row) == ["to_do"]
    assert browser.get("/actions").text.count(">Send licence and two payslips</a>") == 1

    own = f"/actions/{action.id}?from=/mail/notes/{note.id}"
    assert '<h1 dir="auto">Send licence and two payslips</h1>' in browser.get(own).text
    led = {"Referer": f"http://localhost{own}"}
    answer = browser.post(f"/actions/{action.id}/completion", data={}, headers=led)
    assert (
        f'href="/mail/notes/{note.id}"><span class="vh">Back to </span>Email'
        in browser.get(answer.headers["Location"]).text
    )
    row = browser.get(f"/mail/notes/{note.id}").text.split(f'href="/actions/{action.id}?')[1]
    assert icons(row.split("</a>")[0]) == ["do_action"]


def test_a_long_email_is_short_in_the_story_and_whole_on_its_own_page(
    browser: Browser, card: Application
) -> None:
    note = kept(browser, f"{ACKNOWLEDGED} {'We have many to read. ' * 40}Until then.")
    story = browser.get(f"/applications/{card.id}").text
    assert "Until then." not in story
    assert f'href="/mail/notes/{note.id}"' in story and "Read it all" in story
    assert "Until then." in browser.get(f"/mail/notes/{note.id}").text


def test_the_story_says_who_wrote_an_email_and_begins_with_its_words(
    browser: Browser, card: Application
) -> None:
    kept(browser, ACKNOWLEDGED)

    story = browser.get(f"/applications/{card.id}").text.partition('id="story"')[2]

    assert "Kim Lau" in story.partition("They have your application")[2].partition("</p>")[0]
    assert "From: " not in story and "Subject: " not in story


def icons(row: str) -> list[str]:
    """What is drawn at the left: an open circle of what is to do, a check of what is done."""
    drawn = {
        "M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16z": "to_do",
        "M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM8.5 12.2l2.5 2.5 4.5-5": "do_action",
    }
    return [drawn.get(each, each) for each in re.findall(r'<path d="([^"]+)"', row)]
