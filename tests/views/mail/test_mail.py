"""An email that came: pasted or dropped, read, and kept by one tap; it waits until then."""

import io
import re
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import func, select

from tests.browser import Browser
from tests.sent import form_of, undo_of
from tests.stored import fresh
from tracker.clock import now
from tracker.database import writing
from tracker.extensions import db
from tracker.models import (
    Action,
    Application,
    Interview,
    Mailbox,
    MailProposal,
    Note,
    Offer,
    Rejection,
    StageChange,
)
from tracker.models.messages.mailbox import PASTED
from tracker.values.days import start_of

READ, KEEP = "/mail/read", "/mail/records"
NO = """From: Hannah Cole <hannah@banksia.example>
Subject: Your application
Date: Tue, 24 Nov 2026 22:30:00 +0000

Dear Mia,

Thank you for coming in. Unfortunately we have decided to move forward with other candidates.

Hannah <script>alert(1)</script>"""
DAYS = timedelta(days=9)
MOVE = "sorry, can we move our interview to"


@pytest.fixture
def card(browser: Browser, build) -> Application:
    return build.application(browser.user, company="Banksia Software", role="Tester")


def invitation(days: int = 9) -> tuple[str, date]:
    """An email that invites to a day that is ahead, whenever the test runs."""
    on = (now() + timedelta(days=days)).date()
    sent = now() - timedelta(hours=2)
    return (
        f"From: Jo <jo@banksia.example>\nSubject: Interview\nDate: {sent:%a, %d %b %Y %H:%M:%S} "
        f"+0000\n\nHi Mia, we would like to invite you to an interview on {on:%A} {on.day} "
        f"{on:%B %Y} at 2.30pm.\nLocation: 20 Bridge Street\n",
        on,
    )


def read(browser: Browser, text: str):
    answer = browser.post(READ, data={"text": text}, follow_redirects=True)
    assert answer.status_code == 200
    return answer


def button_of(page: str) -> str:
    """The words of the main button of an email's page, where there is room for all of them."""
    words = page.split('<div class="actions sticky">')[1].split("</button>")[0]
    return " ".join(re.sub("<[^>]+>", "", words).split())


def again(browser: Browser, form: dict[str, str]):
    """What a tap on its page leads to."""
    return browser.post(READ, data=form, follow_redirects=True)


def kept(model) -> int:
    db.session.rollback()
    return db.session.scalar(select(func.count()).select_from(model)) or 0


def test_an_email_is_asked_for_in_one_field(browser) -> None:
    assert "Paste the whole email" in browser.get("/mail/new").text
    answer = browser.post(READ, data={"text": "  "})

    assert answer.status_code == 422
    assert "choose its file" in answer.text


def test_what_was_read_has_an_address_to_come_back_to_and_waits_until_it_is_saved(
    browser, sign_in, card
) -> None:
    text, _ = invitation()
    first = browser.post(READ, data={"text": text})
    place = first.location

    assert (first.status_code, place) == (303, "/mail/proposals/1")
    assert browser.post(READ, data={"text": text}).location == place
    assert browser.post(READ, data={"text": NO}).location != place
    assert "Reads as an invitation" in browser.get("/mail").text
    assert "2 emails wait for a look" in browser.get("/today").text
    page = browser.get(place)
    assert "no-store" in page.headers["Cache-Control"]
    assert page.text.count('href="/mail"') >= 2
    assert sign_in().get(place).location == "/mail"
    assert browser.post(KEEP, data=form_of(page.text, KEEP)).location.endswith("?from=%2Fmail")
    gone = browser.get(place)
    assert (gone.status_code, gone.location) == (303, "/mail")
    assert "That email is off the list." in browser.get("/mail").text


def test_an_email_that_waited_overnight_still_means_the_day_after_it_was_pasted(
    browser, build, card
) -> None:
    text = "Banksia Software would like to invite you to an interview tomorrow at 2pm."
    pasted = now() - timedelta(days=3)
    row = build.mail_proposal(browser.user, kind="invitation", text=text, uid=0, found_at=pasted)
    form = form_of(browser.get(f"/mail/proposals/{row.id}").text, KEEP)

    assert form["day"] == f"{pasted.astimezone(browser.user.zone).date() + timedelta(days=1)}"


def test_switching_the_mailbox_off_leaves_what_was_pasted(browser, build) -> None:
    build.mail_proposal(browser.user, uid=7)
    pasted = build.mail_proposal(browser.user, uid=PASTED)
    with writing() as session:
        Mailbox.end(session, browser.user.id)
    db.session.rollback()

    assert db.session.scalars(select(MailProposal.id)).all() == [pasted.id]
    browser.post(f"/mail/proposals/{pasted.id}/dismissal", data={})
    page = browser.get("/mail").text
    assert "Taken off the list." in page
    assert "still in your mailbox" not in page


def test_a_no_is_proposed_with_its_words_marked_and_nothing_is_stored(browser, card) -> None:
    answer = read(browser, NO)

    assert "This reads as a no" in answer.text
    assert (
        "<mark>Unfortunately we have decided to move forward with other candidates.</mark>"
        in answer.text
    )
    assert "<script>alert" not in answer.text
    assert "no-store" in answer.headers["Cache-Control"]
    assert form_of(answer.text, KEEP)["about"] == str(card.id)
    assert kept(Rejection) == kept(Note) == 0


@pytest.mark.both_databases
def test_one_tap_keeps_the_no_with_their_words_on_their_day(browser, card) -> None:
    form = form_of(read(browser, NO).text, KEEP)
    answer = browser.post(KEEP, data=form)
    again = browser.post(KEEP, data=form)

    assert answer.location == again.location == f"/applications/{card.id}/after"
    (row,) = db.session.scalars(select(Rejection)).all()
    assert (row.how, row.on) == ("email", date(2026, 11, 25))
    assert row.words == NO.partition("\n\n")[2]
    assert fresh(card).stage == "rejected"


def test_a_no_that_offers_feedback_has_the_ask_beside_it(browser, card) -> None:
    offer = "If you would like feedback, please reply to this email."
    page = read(browser, NO.replace("Hannah <", f"{offer}\n\nHannah <")).text

    assert f"“{offer}”" in page
    assert 'name="then" value="ask"' in page
    assert 'value="ask"' not in read(browser, NO).text
    answer = browser.post(KEEP, data=form_of(page, KEEP) | {"then": "ask"})
    assert answer.location == f"/applications/{card.id}/ask"
    assert fresh(card).stage == "rejected"


def test_undo_of_a_no_takes_all_of_it_back(browser, card) -> None:
    browser.post(KEEP, data=form_of(read(browser, NO).text, KEEP))
    page = browser.get(f"/applications/{card.id}/after").text
    assert browser.post(undo_of(page), data={"key": "u"}).status_code == 303

    assert fresh(card).stage == "applied"
    assert kept(Rejection) == 0


def test_undo_is_refused_once_the_card_has_moved(browser, card) -> None:
    browser.post(KEEP, data=form_of(read(browser, NO).text, KEEP))
    (row,) = db.session.scalars(select(Rejection)).all()
    moved = {"stage": "feedback_received", "version": fresh(card).version, "key": "m"}
    browser.post(f"/applications/{card.id}/stage", data=moved)
    assert fresh(card).stage == "feedback_received"

    assert browser.post(f"/mail/rejections/{row.id}/reversal", data={}).status_code == 409
    assert kept(Rejection) == 1


def test_a_no_that_is_known_already_keeps_what_it_says(browser, build, card) -> None:
    card = build.application(browser.user, company="Banksia", role="Cook", stage="rejected")
    build.rejection(card, words="They rang.", how="phone")
    browser.post(KEEP, data=form_of(read(browser, NO).text, KEEP) | {"about": f"{card.id}"})

    row = db.session.scalar(select(Rejection))
    assert row.how == "phone"
    assert row.words.startswith("They rang.\n\nDear Mia,")


def test_an_interview_ahead_is_cancelled_with_the_no(browser, build, card) -> None:
    build.interview(card, starts_at=now() + DAYS)
    browser.post(KEEP, data=form_of(read(browser, NO).text, KEEP))

    assert db.session.scalar(select(Interview.outcome)) == "cancelled"


def test_an_invitation_becomes_an_interview_with_day_hour_and_place(browser, card) -> None:
    text, on = invitation()
    answer = read(browser, text)
    form = form_of(answer.text, KEEP)

    assert button_of(answer.text).startswith("Add the interview")
    assert answer.text.index('class="said"') < answer.text.index('name="day"')
    assert "to an interview on" in answer.text.split('class="said"')[1].split("</blockquote>")[0]
    assert (form["day"], form["clock"], form["place"]) == (f"{on}", "14:30", "20 Bridge Street")
    browser.post(KEEP, data=form)
    row = db.session.scalar(select(Interview))
    assert (row.on, row.hour_known, row.place) == (on, True, "20 Bridge Street")
    assert fresh(card).stage == "interview"
    assert "we would like to invite you" in db.session.scalar(select(Note.body))
    browser.post(undo_of(browser.get(f"/applications/{card.id}").text), data={"key": "u"})
    assert kept(Interview) == kept(Note) == 0
    assert fresh(card).stage == "applied"


def test_an_interview_that_came_by_email_is_told_with_its_hour_and_prepared_from_its_card(
    browser, card
) -> None:
    text, on = invitation()
    browser.post(KEEP, data=form_of(read(browser, text).text, KEEP))
    row = db.session.scalar(select(Interview))
    place = f"/applications/{card.id}"
    hero = browser.get(place).text.split('class="next-step"')[1]

    assert f"{on.day} {on:%b}, 14:30" in " ".join(hero.split("</section>")[0].split())
    assert hero.index(f'href="{place}/interviews/coming">Prepare') < hero.index("They said no")
    assert f'href="{place}/interviews/{row.id}.ics">Add to calendar' in hero
    assert hero.index(f"{place}/interviews/new") < hero.index("They said no")
    assert "14:30" in browser.get("/board").text


def test_link_length_and_people_of_an_invitation_stand_in_the_interview(browser, card) -> None:
    text, _ = invitation()
    text = text.replace(
        "Location: 20 Bridge Street", "It is a 45 minute talk with Dana Ito, our lead."
    )
    text += "\nThe link of the video call is https://rooms.example.org/banksia-mia.\n"
    answer = read(browser, text)
    form = form_of(answer.text, KEEP)

    assert "Video, 45 min, rooms.example.org, with Dana Ito" in answer.text
    browser.post(KEEP, data=form)
    row = db.session.scalar(select(Interview))
    assert (row.place, row.minutes) == ("https://rooms.example.org/banksia-mia", 45)
    assert row.people == "Dana Ito"
    prepare = browser.get(f"/applications/{card.id}/interviews/coming").text
    assert 'href="https://rooms.example.org/banksia-mia"' in prepare


def test_page_of_emails_says_what_the_last_ones_became_and_keeps_none_of_their_words(
    browser, build, card
) -> None:
    assert "What becomes of an email" in browser.get("/mail").text
    text, on = invitation()
    bare = "We have received your application, and will be in touch soon."
    offer = "We are delighted to offer you the role at $90,000."
    for said, company in ((NO, "Alder"), (bare, "Beech"), (offer, "Cedar")):
        about = build.application(browser.user, company=company, role="Cook")
        form = form_of(read(browser, said).text, KEEP)
        browser.post(KEEP, data=form | {"about": f"{about.id}"})
    browser.post(KEEP, data=form_of(read(browser, text).text, KEEP) | {"about": f"{card.id}"})
    for words in ("They rang about the role.", "from: my sister, who works there"):
        build.note(card, body=words)
    build.offer(card, note="By emailing them I heard that it is more.")
    theirs = browser.get("/mail").text.split('id="kept"')[1].split("</ul>")[0]
    said = " ".join(theirs.split())

    names = [said.index(name) for name in ("Banksia Software", "Cedar", "Beech", "Alder")]
    assert names == sorted(names)
    assert theirs.count("<li") == 4
    assert f"Interview {on:%a} {on.day} {on:%b}, 14:30</b>" in said
    note = db.session.scalar(
        select(Note.id).where(Note.application_id == card.id, Note.body.like("From%"))
    )
    assert f'href="/mail/notes/{note}"' in said
    assert "An offer</b>" in said
    assert "They have your application</b>" in said
    assert "They said no</b>" in said
    assert [said.count(f'href="/mail/{each}/') for each in ("rejections", "notes", "offers")] == [
        1,
        2,
        1,
    ]
    assert '<p dir="auto">Interview</p>' in said
    assert '<p dir="auto">We have received your application, and will be' in said
    assert "delighted" not in said
    assert "Hannah" not in said


def test_an_email_that_was_kept_has_a_page_with_its_words_from_which_one_gets_on_and_back(
    browser, card
) -> None:
    text, on = invitation()
    browser.post(KEEP, data=form_of(read(browser, text).text, KEEP))
    note = db.session.scalars(select(Note)).one()
    here = f"/mail/notes/{note.id}"
    page = browser.get(here).text

    assert "An invitation" in page
    assert f"Interview {on:%a} {on.day} {on:%b}, 14:30" in page
    assert "<mark>Hi Mia, we would like to invite you to an interview" in page
    assert "<b>Interview</b>" in page
    assert 'class="back" href="/mail"' in page
    prepare = f"/applications/{card.id}/interviews/coming?from=%2Fmail%2Fnotes%2F{note.id}"
    assert f'href="{prepare}"' in page
    for place in (prepare, f"/applications/{card.id}?from=%2Fmail%2Fnotes%2F{note.id}"):
        assert f'class="back" href="{here}"><span class="vh">Back to </span>Email<' in (
            browser.get(place).text
        )
    for elsewhere in ("//evil.example", "/imports", "/mail/notes/x", "https://evil.example/mail"):
        assert f'class="back" href="{elsewhere}"' not in (
            browser.get(f"/applications/{card.id}?from={elsewhere}").text
        )


def test_each_row_of_those_that_wait_says_what_it_is(browser, card) -> None:
    head = (
        "From: Jo <jo@banksia.example>\nSubject: {}\n\nHi Mia, your interview at Banksia Software "
    )
    feedback = "Your answers about spreadsheets were strong. A more concrete example was missing."
    for subject, words in (
        ("Times", "is now on Tuesday, not Monday, at 10am."),
        ("Sorry", "has been cancelled."),
        ("Again", "on Monday does not work any more. Could you do Thursday?"),
        ("Your feedback", f"went well. Here is the feedback that you asked for. {feedback}"),
    ):
        read(browser, head.format(subject) + words)
    waiting = browser.get("/mail").text.split('id="waiting"')[1].split("</section>")[0]

    rows = waiting.split("<li")[1:]
    for row, words in zip(
        rows,
        (
            "They want to move the interview",
            "They cancelled the interview",
            "They name a new time",
            "Reads as their feedback",
        ),
        strict=True,
    ):
        assert f">{words}</b>" in row
        assert row.index("</a>") < row.index('class="when">Today<')


def test_the_page_of_an_email_leads_to_its_application_by_the_companys_disc(browser, card) -> None:
    browser.post(KEEP, data=form_of(read(browser, invitation()[0]).text, KEEP))
    number = db.session.scalar(select(Note.id))
    lines = browser.get(f"/mail/notes/{number}").text.split("<h2")[1]

    line = lines.split("<li")[2]
    assert '<i class="disc hue' in line
    assert "<svg" not in line
    assert "Tester, Banksia Software" in line


def test_a_no_and_an_offer_have_such_a_page_and_what_is_no_email_has_none(
    browser, build, sign_in, card
) -> None:
    browser.post(KEEP, data=form_of(read(browser, NO).text, KEEP))
    other = build.application(browser.user, company="Cedar", role="Cook")
    offer = "We are delighted to offer you the role at $90,000."
    browser.post(KEEP, data=form_of(read(browser, offer).text, KEEP) | {"about": f"{other.id}"})
    no = db.session.scalars(select(Rejection.id)).one()
    round_ = db.session.scalars(select(Offer.id)).one()
    note = build.note(card, body="They rang about the role.")

    page = browser.get(f"/mail/rejections/{no}").text
    assert "They said no" in page
    main = page.split("<main")[1]
    assert main.count("Tester") == 1
    assert "<p>Wed 25 Nov" in main
    assert "<mark>Unfortunately we have decided to move forward" in page
    assert "<script>alert" not in page
    assert f'href="/applications/{card.id}?from=%2Fmail%2Frejections%2F{no}"' in page
    page = browser.get(f"/mail/offers/{round_}").text
    assert f'href="/applications/{other.id}/offer?from=%2Fmail%2Foffers%2F{round_}"' in page
    assert "By email" not in page
    assert browser.get(f"/mail/notes/{note.id}").status_code == 404
    assert sign_in().get(f"/mail/rejections/{no}").status_code == 404


def test_read_it_with_nothing_in_the_field_stays_on_the_list_with_the_message_beside_it(
    browser, build
) -> None:
    build.mail_proposal(browser.user, company="Banksia", subject="Your application")
    form = form_of(browser.get("/mail").text, READ)
    answer = browser.post(READ, data=form | {"text": " \n"})

    assert answer.status_code == 422
    assert "To check" in answer.text
    assert answer.text.count("Paste the email here, or choose its file.") == 1
    quoted = again(browser, form | {"text": "From: Jo <jo@a.example>\nSubject: Hello\n"})
    assert quoted.status_code == 422
    assert "Subject: Hello" in form_of(quoted.text, READ)["text"]


def test_what_is_missing_is_named_once(browser, build, card) -> None:
    build.application(browser.user, company="Banksia Software", role="Cook")
    answer = browser.post(KEEP, data=form_of(read(browser, NO).text, KEEP))

    assert answer.status_code == 422
    assert answer.text.count("Tap the one it is about.") == 1
    assert 'Still open:</strong> <a href="#about">' in " ".join(answer.text.split())


def test_a_long_list_of_emails_goes_on_and_many_that_wait_are_folded(browser, build, card) -> None:
    with build.together():
        for number in range(27):
            at = now() - timedelta(hours=number)
            build.note(card, body=f"Subject: Mail {number}\n\nHello", created_at=at)
        for number in range(12):
            build.mail_proposal(browser.user, company=f"Firm {number}", uid=number)
    page = browser.get("/mail").text

    assert page.count('class="became">Saved as a note<') == 20
    assert page.split("<summary>Older</summary>")[0].count("Saved as a note<") == 5
    assert "2 more to check" in page
    assert page.index("2 more to check") < page.index("Firm 1<")
    assert 'href="/mail?from=20"' in page
    further = browser.get("/mail?from=20").text
    assert further.count('class="became">Saved as a note<') == 7
    assert "<h1>Earlier emails</h1>" in further
    assert f'action="{READ}"' not in further
    assert 'class="button" href="/mail">Newer ones<' in further
    assert 'class="button" href="/mail?from=20">Newer' in browser.get("/mail?from=40").text
    assert "Show earlier" not in further
    assert "Firm 6" not in further


def test_what_may_be_about_tomorrow_waits_above_what_can_wait(browser, build, card) -> None:
    words = "We would like to offer you the role."
    build.mail_proposal(browser.user, company="Offer Co", kind="offer", text=words, uid=1)
    for number in range(2, 14):
        build.mail_proposal(browser.user, company=f"No {number}", kind="no", uid=number)

    page = browser.get("/mail").text

    assert page.index("Offer Co<") < page.index("No 13<") < page.index("more to check")


@pytest.mark.both_databases
def test_emails_are_in_the_order_of_the_days_that_are_shown(browser, build) -> None:
    today = now().date()
    with build.together():
        for days, company in ((1, "Alder"), (9, "Beech"), (4, "Cedar")):
            about = build.application(browser.user, company=company, role="Cook")
            build.rejection(about, how="email", words="No.", on=today - timedelta(days=days))
        about = build.application(browser.user, company="Dogwood", role="Cook")
        build.note(about, body="Subject: Hello\n\nHello", created_at=now() - timedelta(days=6))
    page = browser.get("/mail").text

    names = [page.index(f">{name}<") for name in ("Alder", "Cedar", "Dogwood", "Beech")]
    assert names == sorted(names)


def test_what_waited_in_the_list_leads_back_to_it_once_it_is_kept(browser, build, card) -> None:
    text, _ = invitation()
    row = build.mail_proposal(browser.user, kind="invitation", text=text.partition("\n\n")[2],
                              address="jo@banksia.example", sender="Jo")  # fmt: skip
    form = form_of(browser.get(f"/mail/proposals/{row.id}").text, KEEP)
    answer = browser.post(KEEP, data=form)

    assert answer.location == f"/applications/{card.id}?from=%2Fmail"
    assert 'class="back" href="/mail"' in browser.get(answer.location).text


def test_a_mail_that_puts_an_interview_off_moves_the_one_that_is_there(
    browser, build, card
) -> None:
    build.interview(card, starts_at=now() + timedelta(days=4))
    text, on = invitation()
    text = text.replace("we would like to invite you to an interview on", MOVE)
    page = read(browser, text).text
    form = form_of(page, KEEP)
    before = db.session.scalar(select(Interview.starts_at))

    assert form["instead"] == "y"
    assert "This moves your interview" in page
    assert button_of(page).startswith("Move the interview to")
    unseen = browser.post(
        KEEP, data={k: v for k, v in form.items() if k not in ("ahead", "instead")}
    )
    assert (unseen.status_code, form_of(unseen.text, KEEP)["instead"]) == (422, "y")
    browser.post(KEEP, data=form)
    assert db.session.scalars(select(Interview.on)).all() == [on]
    undo = undo_of(browser.get(f"/applications/{card.id}").text)
    twice = read(browser, text).text
    assert "You have this one already." in twice
    assert "Move " not in button_of(twice)
    browser.post(undo, data={"key": "u"})
    db.session.rollback()
    assert db.session.scalars(select(Interview.starts_at)).all() == [before]
    assert kept(Note) == 0
    assert browser.post(undo, data={"key": "v"}).status_code == 409


def test_a_weekday_instead_of_the_saved_one_moves_it_to_the_day_beside(
    browser, build, card
) -> None:
    old = (now() + timedelta(days=11)).replace(hour=1, minute=0)
    build.interview(card, starts_at=old)
    on = old.astimezone(browser.user.zone)
    new = on + timedelta(days=1)
    said = f"Banksia Software: your interview is now on {new:%A}, not {on:%A}. Same time."
    text, _ = invitation()
    page = read(browser, text.split("Hi Mia")[0] + said).text

    assert "This moves your interview" in page
    assert button_of(page) == f"Move the interview to {new:%a} {new.day} {new:%b}, {on:%H:%M}"
    assert f"Replaces the one on {on:%a} {on.day} {on:%b}, {on:%H:%M}" in page


def test_an_interview_that_they_cancel_is_no_invitation_and_the_saved_one_goes_with_undo(
    browser, build, card
) -> None:
    text, on = invitation()
    build.interview(card, starts_at=start_of(on, browser.user.zone) + timedelta(hours=14))
    text = text.replace(
        "we would like to invite you to an interview on", "unfortunately your interview on"
    )
    page = read(browser, text.replace("2.30pm.", "2.30pm has been cancelled.")).text
    form = form_of(page, KEEP)

    assert "They cancelled the interview" in page
    assert ">They cancelled the interview</b>" in browser.get("/mail").text
    assert button_of(page) == "Mark as cancelled"
    assert form["kind"] == "none"
    assert '<button class="main" name="instead" value="y">' in page
    assert page.count("as cancelled") == 1
    assert "<button>Only a note</button>" in page
    other = build.application(browser.user, company="Alder", role="Cook")
    without = again(browser, form | {"about": f"{other.id}"}).text
    assert button_of(without) == "Keep as a note"
    stage = fresh(card).stage
    unseen = browser.post(KEEP, data={k: v for k, v in form.items() if k != "ahead"})
    assert unseen.status_code == 422
    assert button_of(unseen.text) == "Mark as cancelled"
    browser.post(KEEP, data=form | {"instead": "y"})
    assert fresh(card).stage == stage
    assert db.session.scalar(select(Interview.outcome)) == "cancelled"
    waits = browser.get(f"/applications/{card.id}").text
    assert re.search(r'<h2 id="next">Interview cancelled</h2>\s*<p>They cancelled it', waits)
    undo = undo_of(waits)
    browser.post(undo, data={"key": "u"})
    assert kept(Note) == 0
    assert db.session.scalar(select(Interview.outcome)) is None


def test_what_moved_and_what_cancelled_an_interview_are_told_apart_from_what_invited_to_it(
    browser, build, card
) -> None:
    invited, on = invitation()
    moving, later = invitation(11)
    said = f"Banksia Software: your interview is now on {later:%A}, not {on:%A}, at 2.30pm."
    moving = moving.split("Hi Mia")[0] + said
    cancelling = invitation(11)[0].replace(
        "we would like to invite you to an interview on", "unfortunately your interview on"
    )
    cancelling = cancelling.replace("2.30pm.", "2.30pm has been cancelled.")
    day = f"{later:%a} {later.day} {later:%b}"
    rows = []
    for text in (invited, moving, cancelling):
        form = form_of(read(browser, text).text, KEEP)
        browser.post(KEEP, data=form | ({"instead": "y"} if form["kind"] == "none" else {}))
        rows.append(browser.get("/mail").text.split('id="kept"')[1].split("</ul>")[0])
    notes = db.session.scalars(select(Note.id).order_by(Note.id)).all()
    pages = [browser.get(f"/mail/notes/{each}").text for each in notes]

    assert f"They moved it to {day}</b>" in rows[1]
    for words in (
        "They cancelled",
        f"They moved it to {day}",
        f"Interview {day}, 14:30 (cancelled)",
    ):
        assert rows[2].count(f">{words}</b>") == 1
    heads = [page.split("<h1>")[1].split("</h1>")[0] for page in pages]
    assert heads == ["An invitation", f"They moved it to {day}", "They cancelled"]
    number = db.session.scalar(select(Interview.id))
    for page in pages:
        assert f"/applications/{card.id}/interviews/{number}?from=" in page


def test_undo_of_a_moved_interview_leaves_a_note_that_was_written_in_since(
    browser, build, card
) -> None:
    build.interview(card, starts_at=now() + timedelta(days=4))
    text, _ = invitation()
    text = text.replace("we would like to invite you to an interview on", MOVE)
    browser.post(KEEP, data=form_of(read(browser, text).text, KEEP))
    undo = undo_of(browser.get(f"/applications/{card.id}").text)
    note = db.session.scalars(select(Note)).one()
    place = f"/applications/{card.id}/notes/{note.id}"
    sent = form_of(browser.get(place).text, place)
    browser.post(place, data=sent | {"body": "Ask for parking"})

    browser.post(undo, data={"key": "u"})

    db.session.rollback()
    assert db.session.scalars(select(Note.body)).all() == ["Ask for parking"]


def test_the_day_to_answer_by_is_said_and_kept_as_an_action_that_goes_with_undo(
    browser, card
) -> None:
    text, _ = invitation()
    by = (now() + timedelta(days=4)).date()
    said = f"Please reply no later than 12 noon on {by:%A} {by.day} {by:%B}, or it goes to others."
    page = read(browser, text + said).text
    form = form_of(page, KEEP)

    assert f"Remind me to answer by {by:%a} {by.day} {by:%b}" in page
    assert form["duty"] == "y"
    browser.post(KEEP, data=form)
    (action,) = db.session.scalars(select(Action)).all()
    assert (action.what, action.due_on) == ("Answer Banksia Software by 12:00", by)
    browser.post(undo_of(browser.get(f"/applications/{card.id}").text), data={"key": "u"})
    assert kept(Action) == kept(Interview) == 0
    form = form_of(read(browser, text + said).text, KEEP)
    browser.post(KEEP, data={name: value for name, value in form.items() if name != "duty"})
    assert (kept(Action), kept(Interview)) == (0, 1)


@pytest.mark.parametrize(
    ("words", "label", "what", "toast"),
    [
        (
            "Text 0412 555 019 to confirm.",
            "Remind me today to confirm by text",
            "Confirm the interview with Banksia Software by text, 0412 555 019",
            "Interview added. On your list now: confirm it by text.",
        ),
        (
            "Please confirm your attendance.",
            "Remind me today to confirm",
            "Confirm the interview with Banksia Software",
            "Interview added. On your list now: confirm it.",
        ),
    ],
)
def test_what_they_ask_to_have_confirmed_is_an_action_of_today_unless_it_is_unticked(
    browser, card, words: str, label: str, what: str, toast: str
) -> None:
    page = read(browser, f"{invitation()[0]}\n{words}\n").text
    form = form_of(page, KEEP)

    assert label in page
    browser.post(KEEP, data={name: value for name, value in form.items() if name != "duty"})
    assert kept(Action) == 0
    again = form_of(read(browser, f"{invitation(10)[0]}\n{words}\n").text, KEEP)
    browser.post(KEEP, data=again)
    page = browser.get(f"/applications/{card.id}").text
    assert toast in page
    shown = what.replace("0412 555 019", "0412\xa0555\xa0019").replace(f" with {card.company}", "")
    assert f'<p dir="auto">{shown}</p>' in page.split('class="next-step"')[1].split("</section>")[0]
    (action,) = db.session.scalars(select(Action)).all()
    assert (action.what, action.due_on) == (what, now().astimezone(browser.user.zone).date())


def test_what_a_confirmation_is_due_by_is_the_day_that_they_name(browser, card) -> None:
    by = (now() + timedelta(days=4)).date()
    words = f"Please confirm your attendance by 5pm on {by:%A} {by.day} {by:%B}."
    page = read(browser, f"{invitation()[0]}\n{words}\n").text

    assert f"Remind me to confirm by {by:%a} {by.day} {by:%b}, 17:00" in page
    browser.post(KEEP, data=form_of(page, KEEP))
    (action,) = db.session.scalars(select(Action)).all()
    assert action.what == "Confirm the interview with Banksia Software by 17:00"
    assert action.due_on == by


def test_an_application_that_only_the_senders_domain_speaks_for_is_chosen_with_the_reason(
    browser, build
) -> None:
    acme = build.application(browser.user, company="Acme", role="Receptionist")
    text = invitation()[0].replace("jo@banksia.example", "talent@acme.com.au")
    page = read(browser, text).text

    assert form_of(page, KEEP)["about"] == str(acme.id)
    assert "Not named in the email, but its address ends in acme.com.au." in page
    named = read(browser, text.replace("Subject: Interview", "Subject: Interview at Acme")).text
    assert "address ends in" not in named
    mine = read(browser, text.replace("talent@acme.com.au", "acme@gmail.com")).text
    assert "address ends in" not in mine
    assert form_of(mine, KEEP).get("about") != str(acme.id)


def test_a_new_application_has_its_names_in_view_and_says_what_else_is_at_that_hour(
    browser, build, card
) -> None:
    text, _ = invitation()
    text = text.replace("banksia.example", "hays-talent.example").replace(
        "an interview on", "an interview with our client, Wollemi Council, for the Clerk role on"
    )
    form = form_of(read(browser, text).text, KEEP)
    assert (form["about"], form["company"], form["role"]) == ("0", "Wollemi Council", "Clerk")
    refused = browser.post(KEEP, data=form | {"role": ""})
    picks = refused.text.split('class="picks"')[1].split("<details")[0]
    assert refused.status_code == 422
    assert "Which role is it?" in picks
    browser.post(KEEP, data=form)
    made = db.session.scalar(select(Application).where(Application.role == "Clerk"))
    assert (made.company, made.source, made.stage) == (
        "Wollemi Council",
        "Haystalent",
        "interview",
    )
    assert "You have this one already." in again(browser, form | {"about": str(made.id)}).text
    other = invitation()[0].replace("an interview on", "an interview for our Cook role on")
    assert "about" not in form_of(read(browser, other).text, KEEP)
    clash = "It clashes with your interview at Wollemi Council, 14:30 that day."
    assert clash in read(browser, invitation()[0].replace("2.30pm", "3pm")).text
    assert clash not in read(browser, invitation()[0].replace("2.30pm", "4pm")).text


def test_an_invitation_with_a_calendar_part_is_read_from_it(browser, card) -> None:
    begins = (datetime.now(UTC) + timedelta(days=12)).replace(hour=3, minute=30, second=0)
    source = (
        "From: Jo <jo@banksia.example>\r\nSubject: Interview confirmed\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/mixed; boundary="x"\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\n'
        "Your interview is confirmed.\r\n--x\r\nContent-Type: text/calendar\r\n\r\n"
        "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\n"
        f"DTSTART:{begins:%Y%m%dT%H%M%SZ}\r\nDTEND:{begins + timedelta(minutes=45):%Y%m%dT%H%M%SZ}"
        "\r\nLOCATION:https://zoom.example/j/1\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n--x--\r\n"
    )
    file = {"file": (io.BytesIO(source.encode()), "mail.eml")}
    answer = browser.post(READ, data=file, follow_redirects=True)
    form = form_of(answer.text, KEEP)
    here = begins.astimezone(browser.user.zone)

    assert (form["day"], form["clock"]) == (f"{here.date()}", f"{here:%H:%M}")
    assert (form["minutes"], form["place"]) == ("45", "https://zoom.example/j/1")


def test_an_hour_by_another_clock_is_asked_about_or_shown_twice(sign_in, build) -> None:
    browser = sign_in(build.user(time_zone="Australia/Sydney"))
    build.application(browser.user, company="Banksia Software", role="Tester")
    year = (now() + timedelta(days=352)).year
    said = f"We invite you to an interview on 15 January {year} at 11:15am"
    answer = read(browser, f"From: Jo <jo@banksia.example>\n\n{said} (AEST).")
    form = form_of(answer.text, KEEP)

    assert "They wrote 11:15 AEST. In January, clocks in Sydney show AEDT" in answer.text
    assert (form["day"], form["clock"], form["company"]) == (f"{year}-01-15", "", "Banksia")
    refused = browser.post(KEEP, data=form)
    assert "Tap the time it is for you, or write it here." in refused.text
    assert kept(Interview) == 0
    chosen = again(browser, form | {"hour": f"{year}-01-15T12:15"})
    assert 'aria-pressed="true">12:15 (AEST)' in " ".join(chosen.text.split())
    browser.post(KEEP, data=form_of(chosen.text, KEEP))
    assert db.session.scalar(select(Interview.starts_at)) == datetime(
        year, 1, 15, 1, 15, tzinfo=UTC
    )
    for beside, clock, words in (
        ("AEDT", "11:15", ""),
        ("London time", "22:15", "11:15 in London is 22:15 for you."),
        ("NPT", "11:15", "We don’t know that time zone"),
    ):
        answer = read(browser, f"From: Jo <jo@banksia.example>\n\n{said} {beside}.")
        assert form_of(answer.text, KEEP)["clock"] == clock
        assert words in answer.text
        assert ('id="zone-hours"' in answer.text) == bool(words)
    form = form_of(answer.text, KEEP)
    assert again(browser, form | {"hour": "soon"}).status_code == 400


def test_the_button_says_when_it_ends_and_its_length_can_be_changed(browser, card) -> None:
    text, on = invitation()
    page = read(browser, text.replace("at 2.30pm", "between 2.30pm and 3.15pm")).text
    form = form_of(page, KEEP)

    assert button_of(page) == f"Add the interview, {on:%a} {on.day} {on:%b}, 14:30–15:15"
    assert form["minutes"] == "45"
    refused = browser.post(KEEP, data=form | {"minutes": "an hour"})
    assert refused.status_code == 422
    assert "How many minutes, as a number?" in refused.text
    browser.post(KEEP, data=form | {"minutes": "60"})
    assert db.session.scalar(select(Interview.minutes)) == 60


def test_several_times_are_asked_about(browser, card) -> None:
    first = (now() + timedelta(days=8)).date()
    text = (
        "Subject: Interview\nFrom: Jo <jo@banksia.example>\n\nWe would like to invite you to an "
        f"interview. Please pick a time:\n- {first.day} {first:%B %Y}, 9.30 am\n"
        f"- {first.day} {first:%B %Y}, 1.00 pm\n"
    )
    answer = read(browser, text)
    form = form_of(answer.text, KEEP)

    assert "Which time suits you?" in answer.text
    assert form["day"] == ""
    refused = browser.post(KEEP, data=form | {"place": "20 Bridge Street"})
    assert refused.status_code == 422
    assert "Tap one of these, or “Another time”." in refused.text
    assert refused.text.count("Which time suits you?</legend>") == 1
    assert 'Still open:</strong> <a href="#slot">' in refused.text
    assert form_of(refused.text, KEEP)["place"] == "20 Bridge Street"
    assert kept(Interview) == 0
    assert fresh(card).stage == "applied"
    chosen = again(browser, form | {"slot": "1"})
    assert form_of(chosen.text, KEEP)["clock"] == "13:00"


def test_a_time_is_one_tap_and_stays_picked_while_something_else_is_changed(browser, card) -> None:
    first = (now() + timedelta(days=8)).date()
    lines = "".join(f"- {first.day} {first:%B %Y}, {at}\n" for at in ("9.30 am", "1.00 pm"))
    text = f"Subject: Interview\n\nWe would like to invite you to an interview. Times:\n{lines}"
    page = read(browser, text).text
    form = form_of(page, KEEP) | {"about": f"{card.id}"}
    assert 'class="said"' not in page
    assert "slot" not in form
    assert page.count('name="slot"') == 3
    to = browser.post(READ, data=form | {"slot": "1", "place": "Room 4", "look": "Tester"}).location
    assert "clock=13%3A00" in to
    assert "9.30" not in to
    again = form_of(browser.get(to).text, KEEP)
    assert (again["slot"], again["place"]) == ("1", "Room 4")

    browser.post(KEEP, data=form | {"slot": "0"})
    saved = db.session.scalar(select(Interview.starts_at)).astimezone(browser.user.zone)
    assert (saved.date(), f"{saved:%H:%M}") == (first, "09:30")


def test_another_time_than_theirs_is_written_below_the_last_row(browser, card) -> None:
    first = (now() + timedelta(days=8)).date()
    lines = "".join(f"- {first.day} {first:%B %Y}, {at}\n" for at in ("9.30 am", "1.00 pm"))
    page = read(browser, f"We would like to invite you to an interview. Times:\n{lines}").text
    form = form_of(page, KEEP) | {"about": f"{card.id}", "slot": "other"}
    refused = browser.post(KEEP, data=form)

    assert refused.status_code == 422
    assert "Which day is it?" in refused.text
    assert form_of(refused.text, KEEP)["slot"] == "other"
    browser.post(KEEP, data=form | {"day": f"{first + timedelta(days=1)}", "clock": "11:15"})
    saved = db.session.scalar(select(Interview.starts_at)).astimezone(browser.user.zone)
    assert (saved.date(), f"{saved:%H:%M}") == (first + timedelta(days=1), "11:15")


def test_each_of_several_times_says_what_else_is_then(browser, build, card) -> None:
    first = (now() + timedelta(days=8)).astimezone(browser.user.zone)
    other = build.application(browser.user, company="Alder", role="Cook")
    build.interview(other, starts_at=first.replace(hour=13, minute=30, second=0, microsecond=0))
    lines = "".join(f"- {first.day} {first:%B %Y}, {at}\n" for at in ("9.30 am", "1.00 pm"))
    page = read(browser, f"We would like to invite you to an interview. Times:\n{lines}").text

    rows = page.split('class="picks times"')[1].split("</label>")
    assert "clashes" not in rows[0]
    assert "It clashes with your interview at Alder, 13:30 that day." in rows[1]


@pytest.mark.parametrize(
    ("said", "rows", "picked"),
    [
        ("{old:%A} does not work any more. Could you do {new:%A}?", 2, ""),
        ("Sorry, I can’t make {old:%A}. Would {new:%A} at 3pm suit you?", 2, "15:00"),
        ("Something has come up on {old:%A}. Can we find another day?", 0, ""),
    ],
)
def test_who_asks_for_another_time_moves_nothing_until_one_is_picked(
    browser, build, card, said: str, rows: int, picked: str
) -> None:
    old = (now() + timedelta(days=8)).astimezone(browser.user.zone)
    new = old + timedelta(days=2)
    build.interview(card, starts_at=old.replace(hour=14, minute=0, second=0, microsecond=0))
    words = said.format(old=old, new=new)
    page = read(
        browser, f"Subject: Your interview at Banksia Software\n\nHi Mia, {words}\n\nJo"
    ).text
    form = form_of(page, KEEP)

    assert "They want to move the interview" in page
    assert "They want to move the interview" in browser.get("/mail").text
    assert page.count('name="slot"') == rows
    assert browser.post(KEEP, data=form | {"clock": "10:00"}).status_code == 422
    if rows:
        assert form["instead"] == "y"
        browser.post(KEEP, data=form | {"slot": "0"})
        row = db.session.scalars(select(Interview)).one()
        assert row.on == new.date()
        assert (f"{row.starts_at.astimezone(browser.user.zone):%H:%M}" if picked else "") == picked
        saved = browser.get("/mail").text.split('id="kept"')[1]
        day = f"{new:%a} {new.day} {new:%b}"
        assert f"You moved it to {day}</b>" in saved
        assert "They moved it" not in saved
        note = db.session.scalars(select(Note.id)).one()
        opened = browser.get(f"/mail/notes/{note}").text
        assert f"<h1>You moved it to {day}</h1>" in opened
        assert ("Time not known yet" in opened) is not picked
    else:
        note = form_of(again(browser, form | {"as": "none"}).text, KEEP)
        browser.post(KEEP, data=note)
        assert "They asked for another time</b>" in browser.get("/mail").text


def test_the_very_same_email_is_known_and_leads_to_what_became_of_it(browser, build, card) -> None:
    other = build.application(browser.user, company="Cedar", role="Cook")
    offer = "We are delighted to offer you the role at $90,000."
    for text, about, room in (
        (invitation()[0], card, "notes"),
        (NO, other, "rejections"),
        (offer, card, "offers"),
        ("From: Jo <jo@a.example>\n\nWe have your application.", card, "notes"),
    ):
        form = form_of(read(browser, text).text, KEEP)
        browser.post(KEEP, data=form | {"about": f"{about.id}"})
        page = read(browser, text).text

        assert "<h1>You saved this email today.</h1>" in page
        assert f'class="button main" href="/mail/{room}/' in page
        assert "Save again" in page
        assert "You saved this email" not in read(browser, f"{text} And one more thing.").text


def test_an_offer_is_kept_with_their_words(browser, card) -> None:
    text = "From: Jo <jo@banksia.example>\n\nWe are delighted to offer you the role at $90,000."
    browser.post(KEEP, data=form_of(read(browser, text).text, KEEP))

    assert "delighted to offer" in db.session.scalar(select(Offer.note))
    assert fresh(card).offer_open


def test_an_acknowledgement_can_be_kept_as_a_note_and_moves_nothing(browser, card) -> None:
    text = (
        "From: Banksia Software <no-reply@greenhouse.io>\nSubject: Thanks\n\nWe have received your "
        "application. If you are not selected for an interview you will not hear from us."
    )
    answer = read(browser, text)

    assert "They have your application" in answer.text
    browser.post(KEEP, data=form_of(answer.text, KEEP))
    assert "Subject: Thanks" in db.session.scalar(select(Note.body))
    assert fresh(card).stage == "applied"


def test_it_is_asked_where_two_applications_fit(browser, build, card) -> None:
    other = build.application(browser.user, company="Banksia Software", role="Cook")
    form = form_of(read(browser, NO).text, KEEP)
    answer = browser.post(KEEP, data=form)

    assert "about" not in form
    assert answer.status_code == 422
    assert "Tap the one it is about." in answer.text
    assert "Unfortunately we have decided" in form_of(answer.text, KEEP)["text"]
    browser.post(KEEP, data=form_of(answer.text, KEEP) | {"about": str(other.id)})
    assert (fresh(card).stage, fresh(other).stage) == ("applied", "rejected")


def test_another_application_is_found_by_its_name_or_made(browser, build, card) -> None:
    other = build.application(browser.user, company="Quill & Co", role="Editor")
    form = form_of(read(browser, NO).text, KEEP)
    looked = again(browser, form | {"look": "quill"}).text
    names = ("Another application<", "Another one", "None of these", "Find it<")
    assert [looked.count(each) for each in names] == [1, 0, 0, 1]
    assert f'value="{other.id}"' in looked

    refused = browser.post(KEEP, data=form | {"about": "0", "company": "Larkspur", "role": ""})
    assert refused.status_code == 422
    assert "Which role is it?" in refused.text
    browser.post(KEEP, data=form | {"about": "0", "company": "Larkspur", "role": "Baker"})
    made = db.session.scalar(select(Application).where(Application.company == "Larkspur"))
    assert (made.role, made.stage) == ("Baker", "rejected")


def test_another_kind_is_one_tap_away_and_keeps_the_words(browser, card) -> None:
    form = form_of(read(browser, NO).text, KEEP)
    answer = again(browser, form | {"as": "offer"})

    assert "Save the offer" in answer.text
    assert form_of(answer.text, KEEP)["text"].strip() == form["text"].strip()
    assert again(browser, form | {"as": "poem"}).status_code == 400


def test_nobody_keeps_a_mail_on_anothers_application(browser, sign_in, build) -> None:
    theirs = build.application(sign_in().user)
    form = form_of(read(browser, NO).text, KEEP) | {"about": str(theirs.id)}

    assert browser.post(KEEP, data=form).status_code == 404
    assert kept(Rejection) == 0
    assert f'name="about" value="{theirs.id}"' not in again(browser, form).text


def test_outlooks_own_files_and_files_that_are_no_email_are_refused(browser) -> None:
    for content, said in (
        (b"\xd0\xcf\x11\xe0" + b"\0" * 900, "Outlook’s own kind"),
        (b"%PDF-1.7 nothing", "look like an email"),
    ):
        answer = browser.post(READ, data={"file": (io.BytesIO(content), "a.msg")})
        assert answer.status_code == 422
        assert said in answer.text


def test_mail_that_is_kept_leaves_the_history_as_the_form_would(browser, card) -> None:
    browser.post(KEEP, data=form_of(read(browser, NO).text, KEEP))

    latest = StageChange.in_force(db.session(), fresh(card))
    assert (latest.after, latest.on) == ("rejected", date(2026, 11, 25))
