"""Undo of a saved email brings it back where it came from, with what was chosen."""

import re
from datetime import timedelta

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
    Feedback,
    Interview,
    MailProposal,
    Note,
    Offer,
    Rejection,
)
from tracker.models.messages.mailbox import PASTED

READ, KEEP = "/mail/read", "/mail/records"
AGAIN = "Taken back. The email waits again."
ABOUT = "your application for the Tester role at Banksia Software"
MAILS = {
    "no": "Unfortunately we have decided to move forward with other candidates.",
    "closed": "We have decided not to fill the role, and it is closed.",
    "invitation": "We would like to invite you to an interview on {day} at 2pm.",
    "test": "Please complete our online assessment by {day}.",
    "offer": "We are pleased to offer you the role of Tester.",
    "acknowledgement": "Thank you, we have received your application.",
    "request": "Could you please send us two references by {day}?",
    "feedback": (
        "Thank you for asking for feedback. Your answers stayed general. A concrete example with "
        "a result would have helped."
    ),
    "cancelled": "Unfortunately we have to cancel your interview on {ahead}.",
    "moved": "We need to move your interview from {ahead} to {day} at 2pm.",
    "another_time": "We have to reschedule your interview on {ahead}. When would suit you?",
}
KINDS = (Action, Feedback, Interview, Note, Offer, Rejection)


def written(days: int) -> str:
    return f"{(now() + timedelta(days=days)).date():%-d %B %Y}"


def written_iso(days: int) -> str:
    return f"{(now() + timedelta(days=days)).date():%Y-%m-%d}"


def mail_of(kind: str) -> str:
    said = MAILS[kind].format(day=written(9), ahead=written(5))
    return (
        f"From: Hannah Cole <hannah@banksia.example>\nSubject: Tester, Banksia Software\n\n"
        f"Dear Mia,\n\nThis is about {ABOUT}. {said}\n\nKind regards\nHannah Cole"
    )


def state(card: Application) -> tuple[object, ...]:
    db.session.rollback()
    counts = [db.session.scalar(select(func.count()).select_from(each)) for each in KINDS]
    rows = db.session.scalars(select(Interview).order_by(Interview.id)).all()
    facts = [(each.on, each.starts_at, each.outcome, each.place) for each in rows]
    card = fresh(card)
    return counts, facts, card.stage, card.stage_since, card.archived_at


def waiting() -> list[MailProposal]:
    db.session.rollback()
    return list(db.session.scalars(select(MailProposal)))


@pytest.fixture
def card(browser: Browser, build) -> Application:
    return build.application(
        browser.user, company="Banksia Software", role="Tester", stage="applied"
    )


@pytest.fixture(params=[True, False], ids=["mailbox", "pasted"])
def of_mailbox(request: pytest.FixtureRequest) -> bool:
    return bool(request.param)


def given(browser: Browser, kind: str, of_mailbox: bool) -> str:
    """The page at which it waits."""
    place = browser.post(READ, data={"text": mail_of(kind)}).location
    (row,) = waiting()
    assert row.uid == PASTED
    if of_mailbox:
        with writing(browser.user) as session:
            session.get_one(MailProposal, row.id).uid = 7
    return place


@pytest.mark.parametrize("kind", MAILS)
def test_undo_brings_the_email_back_and_leaves_nothing_of_the_saving(
    browser: Browser, build, card: Application, kind: str, of_mailbox: bool
) -> None:
    if kind == "feedback":
        card = build.application(browser.user, company="Banksia Software", stage="rejected")
        build.rejection(card)
    if kind in ("cancelled", "moved", "another_time"):
        build.interview(card, starts_at=now() + timedelta(days=5), place="Level 3")
    before = state(card)
    place = given(browser, kind, of_mailbox)
    email = waiting()[0].text, waiting()[0].subject, waiting()[0].uid
    form = form_of(browser.get(place).text, KEEP) | {"about": f"{card.id}"}
    if kind == "another_time":
        form |= {"day": "", "clock": "", "instead": "y"}
    saved = browser.post(KEEP, data=form, follow_redirects=True)
    assert saved.status_code == 200
    assert waiting() == []
    assert state(card) != before

    undo = undo_of(saved.text)
    back = browser.post(undo, data={"key": "u"})
    again = browser.post(undo, data={"key": "u"})

    assert (back.status_code, again.location) == (303, back.location)
    assert back.location.startswith(place)
    page = browser.get(back.location).text
    assert AGAIN in page
    assert state(card) == before
    (row,) = waiting()
    assert (row.text, row.subject, row.uid) == email
    assert form_of(page, KEEP)["about"] == f"{card.id}"
    once_more = browser.post(KEEP, data=form_of(page, KEEP) | {"about": f"{card.id}"})
    assert once_more.status_code == 303 or kind == "another_time"


@pytest.mark.parametrize("kind", ["no", "invitation", "offer", "acknowledgement", "request"])
def test_an_application_that_the_saving_made_goes_with_it(browser: Browser, kind: str) -> None:
    place = browser.post(READ, data={"text": mail_of(kind)}).location
    form = form_of(browser.get(place).text, KEEP) | {"about": "0"}
    form |= {"company": "Banksia & Sons", "role": "Head Tester"}
    saved = browser.post(KEEP, data=form, follow_redirects=True).text
    assert db.session.scalar(select(func.count()).select_from(Application)) == 1

    page = browser.post(undo_of(saved), data={}, follow_redirects=True).text

    assert AGAIN in page
    assert db.session.scalar(select(func.count()).select_from(Application)) == 0
    typed = form_of(page, KEEP)
    assert (typed["company"], typed["role"]) == ("Banksia & Sons", "Head Tester")


def test_an_application_that_more_was_done_with_stays(browser: Browser) -> None:
    place = browser.post(READ, data={"text": mail_of("acknowledgement")}).location
    form = form_of(browser.get(place).text, KEEP) | {"about": "0", "company": "B", "role": "T"}
    saved = browser.post(KEEP, data=form, follow_redirects=True).text
    (made,) = db.session.scalars(select(Application)).all()
    note = {"body": "They rang me.", "key": "n"}
    browser.post(f"/applications/{made.id}/notes", data=note)

    assert AGAIN in browser.post(undo_of(saved), data={}, follow_redirects=True).text
    db.session.rollback()
    assert [each.body for each in db.session.scalars(select(Note))] == ["They rang me."]


def test_an_email_that_waited_nowhere_waits_from_its_undo_on(
    browser: Browser, card: Application
) -> None:
    form = form_of(
        browser.post(READ, data={"text": mail_of("no")}, follow_redirects=True).text, KEEP
    )
    form["proposal"] = ""
    saved = browser.post(KEEP, data=form, follow_redirects=True).text
    page = browser.post(undo_of(saved), data={}, follow_redirects=True).text

    assert AGAIN in page
    assert "This reads as a no" in page


def test_nobody_brings_back_what_is_another_persons(
    browser: Browser, sign_in, build, card: Application
) -> None:
    form = form_of(browser.post(READ, data={"text": mail_of("no")}, follow_redirects=True).text,
                   KEEP)  # fmt: skip
    undo = undo_of(browser.post(KEEP, data=form, follow_redirects=True).text)

    assert sign_in().post(undo, data={}).status_code == 404
    assert waiting() == []


def test_the_page_of_an_email_that_waits_no_longer_says_only_what_is_true(
    browser: Browser,
) -> None:
    page = browser.get("/mail/proposals/999", follow_redirects=True).text

    assert "That email is off the list." in page
    assert "it is below" not in page


@pytest.mark.parametrize("kind", ["no", "closed"])
@pytest.mark.parametrize(
    "known", [{}, {"words": "On the phone."}, {"how": "silence"}, {"on": None}]
)
@pytest.mark.parametrize("archived", [False, True])
def test_words_that_went_into_a_no_that_was_known_are_taken_out_of_it_again(
    browser: Browser, build, kind: str, known: dict[str, object], archived: bool
) -> None:
    away = {"archived_at": now(), "outcome": "withdrawn"} if archived else {}
    there = build.application(
        browser.user, company="Banksia Software", role="Tester", stage="rejected", **away
    )
    row = build.rejection(there, **known)
    place = given(browser, kind, of_mailbox=False)
    form = form_of(browser.get(place).text, KEEP) | {"about": f"{there.id}"}
    before, facts = state(there), no_facts(row)
    saved = browser.post(KEEP, data=form, follow_redirects=True).text
    assert no_facts(row) != facts
    assert "Hannah Cole" in no_facts(row)[0]

    page = browser.post(undo_of(saved), data={}, follow_redirects=True).text

    assert AGAIN in page
    assert state(there) == before
    assert no_facts(row) == facts
    assert len(waiting()) == 1


@pytest.mark.parametrize("kind", ["no", "closed"])
@pytest.mark.parametrize(("days", "words"), [(40, ""), (2, "On the phone."), (40, "By letter.")])
def test_what_they_say_later_leaves_the_no_of_before_as_it_was(
    browser: Browser, build, kind: str, days: int, words: str
) -> None:
    there = build.application(
        browser.user, company="Banksia Software", role="Tester", stage="rejected"
    )
    row = build.rejection(there, on=now().date() - timedelta(days=days), words=words)
    before, facts = state(there), no_facts(row)
    place = given(browser, kind, of_mailbox=False)
    form = form_of(browser.get(place).text, KEEP) | {"about": f"{there.id}"}
    saved = browser.post(KEEP, data=form, follow_redirects=True).text

    assert no_facts(row) == facts
    assert "Hannah Cole" in db.session.scalar(select(Note.body))
    assert "Note" in browser.get(f"/applications/{there.id}").text

    browser.post(undo_of(saved), data={})
    assert state(there) == before
    assert len(waiting()) == 1


def no_facts(row: Rejection) -> tuple[object, ...]:
    db.session.rollback()
    row = db.session.get_one(Rejection, row.id)
    return row.words, row.how, row.on, row.role_cancelled, row.brings_advice, row.rest_until


SINCE = {
    "the preparation": (
        "invitation",
        Interview,
        "interviews/{}",
        {"preparation": "Who leads?"},
    ),
    "who is there": ("invitation", Interview, "interviews/{}", {"people": "Priya Nand"}),
    "how it went": (
        "invitation",
        Interview,
        "interviews/{}",
        {"went_well": "The plan."},
    ),
    "its place": ("invitation", Interview, "interviews/{}", {"place": "12 Quay Street"}),
    "the pay": ("offer", Offer, "offer", {"pay_text": "84,000 a year"}),
    "what was said beside an offer": ("offer", Offer, "offer", {"note": "They rang, too."}),
    "the day to answer by": ("offer", Offer, "offer", {"answer_by": written_iso(3)}),
    "what a no said": ("no", Rejection, "rejection/{}", {"words": "They rang: it was close."}),
    "the reason of a no": ("no", Rejection, "rejection/{}", {"reason": "No licence yet"}),
}


@pytest.mark.parametrize("what", SINCE)
def test_an_undo_is_refused_where_something_was_written_since(
    browser: Browser, card: Application, what: str
) -> None:
    kind, model, path, written_since = SINCE[what]
    place = given(browser, kind, of_mailbox=False)
    form = form_of(browser.get(place).text, KEEP) | {"about": f"{card.id}"}
    undo = undo_of(browser.post(KEEP, data=form, follow_redirects=True).text)
    (row,) = db.session.scalars(select(model)).all()
    page = f"/applications/{card.id}/{path.format(row.id)}"
    typed = form_of(browser.get(page).text, page) | written_since
    assert browser.post(page, data=typed).status_code == 303
    before = state(card)

    seen = f"http://localhost/applications/{card.id}"
    refused = browser.post(undo, data={}, headers={"Referer": seen})

    assert refused.status_code == 409
    assert "More has happened since" in refused.text
    back = rf'<a class="button main" href="/applications/{card.id}">\s*Back\s*</a>'
    assert re.search(back, refused.text)
    assert state(card) == before
    assert waiting() == []
    (row,) = db.session.scalars(select(model)).all()
    for name, value in written_since.items():
        assert str(getattr(row, name)) == value


def test_an_undo_is_refused_where_their_feedback_was_corrected_since(
    browser: Browser, build
) -> None:
    rejected = build.application(browser.user, company="Banksia Software", stage="rejected")
    build.rejection(rejected)
    place = given(browser, "feedback", of_mailbox=False)
    form = form_of(browser.get(place).text, KEEP) | {"about": f"{rejected.id}"}
    undo = undo_of(browser.post(KEEP, data=form, follow_redirects=True).text)
    (row,) = db.session.scalars(select(Feedback)).all()
    page = f"/feedback/{row.id}"
    corrected = {"words": "On the phone: show one result."}
    browser.post(page, data=form_of(browser.get(page).text, page) | corrected)

    assert browser.post(undo, data={}).status_code == 409
    db.session.rollback()
    (row,) = db.session.scalars(select(Feedback)).all()
    assert row.words == corrected["words"]


def test_an_undo_of_an_interview_is_refused_once_its_card_has_moved(
    browser: Browser, card: Application
) -> None:
    place = given(browser, "invitation", of_mailbox=False)
    form = form_of(browser.get(place).text, KEEP) | {"about": f"{card.id}"}
    undo = undo_of(browser.post(KEEP, data=form, follow_redirects=True).text)
    moved = {"stage": "feedback_received", "version": fresh(card).version}
    assert browser.post(f"/applications/{card.id}/stage", data=moved).status_code == 303

    assert browser.post(undo, data={}).status_code == 409
    assert db.session.scalar(select(func.count()).select_from(Interview)) == 1
    assert fresh(card).stage == "feedback_received"


def test_an_undo_of_a_move_keeps_who_was_named_since(
    browser: Browser, build, card: Application
) -> None:
    build.interview(card, starts_at=now() + timedelta(days=5), place="Level 3")
    place = given(browser, "moved", of_mailbox=False)
    form = form_of(browser.get(place).text, KEEP) | {"about": f"{card.id}"}
    undo = undo_of(browser.post(KEEP, data=form, follow_redirects=True).text)
    (row,) = db.session.scalars(select(Interview)).all()
    page = f"/applications/{card.id}/interviews/{row.id}"
    typed = form_of(browser.get(page).text, page) | {"people": "Priya Nand"}
    browser.post(page, data=typed)

    assert browser.post(undo, data={}).status_code == 409
    db.session.rollback()
    assert db.session.scalar(select(Interview.people)) == "Priya Nand"


def test_what_was_planned_for_a_moved_interview_goes_with_it_however_often_it_is_cancelled(
    browser: Browser, build, card: Application
) -> None:
    build.interview(card, starts_at=now() + timedelta(days=5), place="Level 3")
    for kind in ("moved", "cancelled", "cancelled"):
        mail = mail_of(kind).replace("2pm", "2pm. Please confirm by reply")
        mail = mail.replace(written(5), written(9)) if kind == "cancelled" else mail
        place = browser.post(READ, data={"text": mail}).location
        form = form_of(browser.get(place).text, KEEP) | {"about": f"{card.id}"}
        form |= {"instead": "y"} if kind == "cancelled" else {"duty": "y"}
        saved = browser.post(KEEP, data=form, follow_redirects=True).text
        db.session.rollback()
        (planned,) = db.session.scalars(select(Action)).all()
        assert (planned.dropped_at is not None) == (kind == "cancelled")
        if kind == "cancelled":
            browser.post(undo_of(saved), data={})
            db.session.rollback()
            assert db.session.scalar(select(Action.dropped_at)) is None
    (row,) = db.session.scalars(select(Interview)).all()
    by_hand = f"/applications/{card.id}/interviews/{row.id}/cancellation"
    for _ in range(2):
        browser.post(by_hand, data={})
        db.session.rollback()
        assert db.session.scalar(select(Action.dropped_at)) is not None
        browser.post(f"{by_hand}/reversal", data={})
        db.session.rollback()
        assert db.session.scalar(select(Action.dropped_at)) is None


@pytest.mark.parametrize("kind", ["no", "closed"])
@pytest.mark.parametrize("stage", ["applied", "interview", "action_taken"])
def test_a_no_about_an_archived_application_is_undone_too(
    browser: Browser, build, kind: str, stage: str
) -> None:
    away = build.application(
        browser.user, company="Banksia Software", role="Tester", stage=stage,
        archived_at=now(), outcome="withdrawn",
    )  # fmt: skip
    before = state(away)
    place = given(browser, kind, of_mailbox=False)
    form = form_of(browser.get(place).text, KEEP) | {"about": f"{away.id}"}
    saved = browser.post(KEEP, data=form, follow_redirects=True).text
    assert db.session.scalar(select(func.count()).select_from(Rejection)) == 1

    page = browser.post(undo_of(saved), data={}, follow_redirects=True).text

    assert AGAIN in page
    assert state(away) == before
    assert len(waiting()) == 1
