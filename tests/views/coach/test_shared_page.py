"""What a coach sees: who may, what of it, what never; and what they leave."""

import json
import logging
import re
from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import partial
from weakref import ref

import pytest
from flask import Flask
from sqlalchemy import event, select
from werkzeug.test import TestResponse

from tests.browser import Browser
from tests.builders import Build
from tests.database.test_faults import held, impatient
from tests.sent import form_of, queries
from tests.sharing.test_record import led_on, somebody
from tests.worlds import world
from tracker.clock import now
from tracker.config.settings import Settings
from tracker.database import writing
from tracker.extensions import db
from tracker.loop.stage import Stage
from tracker.models import Application, CoachNote, ShareLink, User
from tracker.models.base import Base
from tracker.models.changes.stage import move
from tracker.models.coach_note import MOST
from tracker.sharing.selection import FOR_LINKS, Selection, SharedPart
from tracker.views.coach import shared_page, shared_page_link
from tracker.views.coach.shared_page_body import PageCache

GARBAGE = ("x", "a-b_c" * 9, "%00", "ü", "..", "a/b", "a/b/c", "'", "x" * 2000)


def robin(build: Build) -> int:
    """Somebody with a row of everything, each marked; their number."""
    return somebody(build).id


@pytest.fixture
def owner(app: Flask, build: Build) -> User:
    """That person."""
    return db.session.get_one(User, world(app, robin, build))


@pytest.fixture
def coach(app: Flask, owner: User) -> Browser:
    """A browser without cookies."""
    return Browser.of(app)


def leave(coach: Browser, place: str, **facts: str) -> TestResponse:
    """Send a note as a browser would, without any forgery token."""
    told = {"body": "Look at the first line of your résumé."} | facts
    return coach.post(f"{place}/notes", data=told, headers={"X-CSRFToken": ""})


def notes(owner: User) -> list[CoachNote]:
    return list(db.session.scalars(CoachNote.of(owner.id)))


def revoked(link: ShareLink, at: datetime) -> None:
    with writing() as session:
        session.get_one(ShareLink, link.id).revoked_at = at


# Who may open it


def test_a_link_shows_the_story_to_whoever_has_it_and_is_kept_by_nobody_and_leads_nowhere(
    coach: Browser, owner: User, build: Build
) -> None:
    """Every part leads on to the application that it is about."""
    with writing() as session:
        for card in session.scalars(Application.of(owner.id)):
            card.link = "https://jobs.example/MARK"
    _, token = build.link(owner)
    _, without = build.link(owner, choice=Selection(frozenset({SharedPart.INTERVIEWS})).as_json())
    place = f"/s/{token}/applications/{cards_of(owner)[0]}"
    answer = coach.get(f"/s/{token}")

    assert answer.status_code == 200
    assert "Robin’s job search" in answer.text
    for part in ("help", "applications", "interviews", "feedback", "actions", "reviews"):
        assert f"MARK-{part}" in answer.text
    assert "MARK-private" not in answer.text
    assert answer.text.count(f'href="{place}"') == 5
    assert "/applications/" not in coach.get(f"/s/{without}").text

    further = coach.get(place)
    assert "MARK-notes" in further.text
    for each in (answer, further, coach.get(f"/s/{token}/applications/999999")):
        assert each.headers["Cache-Control"] == "no-store"
        assert "noindex" in each.headers["X-Robots-Tag"]
        assert each.headers["Referrer-Policy"] == "same-origin"
        assert 'name="robots" content="noindex' in each.text
        assert not re.search(r'(?:href|src|action)="(?![/#])', each.text)
        assert "<script" not in each.text


def test_dead_links_and_those_that_never_were_answer_with_the_same_bytes(
    coach: Browser, owner: User, build: Build
) -> None:
    ended, ended_token = build.link(owner)
    revoked(ended, now())
    _, past = build.link(owner, expires_at=now() - timedelta(days=1))
    gone = build.user()
    _, of_nobody = build.link(gone)
    with writing() as session:
        User.remove(session, gone.id)

    tried = [ended_token, past, of_nobody, *GARBAGE]
    answers = [coach.get(f"/s/{token}") for token in tried]
    answers += [coach.get(f"/s/{token}/applications/1") for token in (ended_token, "never")]
    answers += [leave(coach, f"/s/{token}") for token in (past, "never")]
    kept = [
        {k: v for k, v in answer.headers if k not in ("X-Request-Id", "Date")} for answer in answers
    ]

    assert {answer.status_code for answer in answers} == {404}
    assert {answer.data for answer in answers} == {answers[0].data}
    assert all(headers == kept[0] for headers in kept)
    assert "Ask the person who gave it to you for a new one." in answers[0].text
    assert not notes(owner)


def test_every_dead_link_takes_the_same_steps(coach: Browser, owner: User, build: Build) -> None:
    ended, ended_token = build.link(owner)
    revoked(ended, now())
    _, past = build.link(owner, expires_at=now() - timedelta(days=1))
    taken = []
    coach.get("/s/first-of-all")
    for token in ("never", ended_token, past):
        asked: list[str] = []

        def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
            asked.append(statement)  # noqa: B023

        event.listen(db.engine, "before_cursor_execute", note)
        coach.get(f"/s/{token}")
        event.remove(db.engine, "before_cursor_execute", note)
        taken.append(asked)

    assert taken[0] == taken[1] == taken[2]


def test_a_link_past_its_day_does_not_come_back_when_the_clock_is_set_back(
    coach: Browser, owner: User, build: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, token = build.link(owner)
    monkeypatch.setattr(shared_page, "now", lambda: now() + timedelta(days=31))
    assert coach.get(f"/s/{token}").status_code == 404
    monkeypatch.setattr(shared_page, "now", now)

    assert coach.get(f"/s/{token}").status_code == 404


def test_no_cookie_is_set_and_none_is_read(
    coach: Browser, build: Build, owner: User, sign_in: Callable[..., Browser]
) -> None:
    _, token = build.link(owner)
    signed_in = sign_in(owner)
    for browser in (coach, signed_in):
        answer = browser.get(f"/s/{token}")

        assert "Set-Cookie" not in answer.headers
        assert "Cookie" not in answer.headers.get("Vary", "")
        assert "/logout" not in answer.text
    key = re.compile(rb'name="key" value="[^"]+"|\d\d:\d\d')
    assert key.sub(b"", answer.data) == key.sub(b"", coach.get(f"/s/{token}").data)


def test_visits_are_counted_but_neither_previews_nor_pages_further_in(
    coach: Browser,
    build: Build,
    owner: User,
    sign_in: Callable[..., Browser],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    card = build.application(owner)
    link, token = build.link(owner)
    for hours in (-3, -1.5, -1, -0.5, 0):
        monkeypatch.setattr(shared_page, "now", lambda h=hours: now() + timedelta(hours=h))
        coach.get(f"/s/{token}")
    coach.head(f"/s/{token}")
    coach.get(f"/s/{token}/applications/{card.id}")
    coach.get(f"/s/{token}?kept=1")
    sign_in(owner).get(f"/coach/links/{link.id}/preview")

    link = db.session.get_one(ShareLink, link.id)
    assert link.opens == 2
    assert link.last_opened_at is not None
    assert now() - link.last_opened_at < timedelta(minutes=1)


@pytest.mark.on("sqlite")
def test_a_database_that_is_busy_keeps_no_page_from_being_read(
    coach: Browser, build: Build, owner: User, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    link, token = build.link(owner)
    coach.get(f"/s/{token}")
    impatient(monkeypatch)
    with held(settings.database_url, owner.id):
        answers = coach.get(f"/s/{token}"), coach.get("/s/never-was")

    assert [answer.status_code for answer in answers] == [200, 404]
    assert db.session.get_one(ShareLink, link.id).opens == 1


# How it is told


def test_a_minutes_reading_comes_first_and_the_details_are_folded_with_their_counts(
    coach: Browser, build: Build, owner: User
) -> None:
    with build.together():
        for number in range(7):
            build.action(owner, what=f"Plan {number}")
    _, token = build.link(owner)
    page = coach.get(f"/s/{token}").text
    minute, _, details = page.partition('id="details"')
    heads = re.findall(r"<summary><h3>(.*?) <small class=\"muted\">(.*?)</small>", details)

    order = ["MARK-help", "In one minute", "Plan 0", "Plan 4", "and 2 more"]
    assert [minute.index(each) for each in order] == sorted(minute.index(each) for each in order)
    assert "Plan 5" not in minute
    assert "Plan 6" in details
    assert dict(heads) | {"Charts": ""} == {
        "Charts": "",
        "Applications": "1",
        "Interviews": "1",
        "Requests for advice": "1",
        "What they said": "1",
        "Rejections": "1",
        "Actions": "8",
        "Reviews by others": "1",
    }
    assert "<details open" not in page and "<table" not in details.partition('id="applications"')[2]


def test_review_whose_message_was_written_and_never_sent_is_told_to_nobody(
    coach: Browser, build: Build, owner: User
) -> None:
    with build.together():
        build.review(owner, by="Unsent", on=None)
        build.review(owner, by="Mia", on=None, asked_on=now().date())
        build.review(owner, by="Undated", on=None, said="It is clear.")
    _, token = build.link(owner, choice=Selection(frozenset(FOR_LINKS), people=True).as_json())
    told = coach.get(f"/s/{token}").text.partition("Reviews by others")[2]

    assert "Unsent" not in told
    assert told.count("Asked, no answer yet") == 1
    assert "Day not known" in told.partition("Undated")[2]


def test_four_numbers_stand_above_what_they_do_not_say_and_nothing_is_said_twice(
    coach: Browser, build: Build, owner: User
) -> None:
    with build.together():
        for _ in range(11):
            card = build.application(owner, applied_on=now().date() - timedelta(days=4))
        build.interview(card, starts_at=now() - timedelta(days=3))
    _, token = build.link(owner)
    page = coach.get(f"/s/{token}").text
    top, _, below = page.partition('id="details"')[0].partition('"facts told"')
    told = re.findall(r"<dt>([\w ]+)</dt>\s*<dd>([\d,]+)</dd>", top)
    facts = dict(re.findall(r"<dt>([\w ]+)</dt><dd[^>]*>(.*?)</dd>", below))

    assert [label for label, _ in told][:2] == ["Sent", "Interviewed"]
    assert ("Offers", "0") not in told
    assert facts["Interview rate"].count("%") == 2
    assert facts["Open now"].startswith("Waiting\N{NO-BREAK SPACE}")
    assert "sent:" not in below


def test_a_long_wish_for_help_is_read_on_in_a_fold_and_charts_without_a_drawing_are_left_out(
    coach: Browser, build: Build
) -> None:
    user = build.user(help_wanted="How do I begin? " * 60)
    _, token = build.link(user)
    page = coach.get(f"/s/{token}").text
    begin, fold, rest = page.partition("Read on</summary>")

    assert fold
    assert begin.count("How do I begin?") + rest.count("How do I begin?") >= 59
    assert begin.count("How do I begin?") < 40
    assert "The details" not in page and 'id="chart-' not in page


def test_a_field_that_holds_only_a_hidden_name_is_left_out(
    coach: Browser, build: Build, owner: User
) -> None:
    with build.together():
        card = build.application(owner, source="Dee told me")
        dee = build.contact(owner, "Dee Grey")
        build.interview(card, starts_at=now(), people="Dee Grey", went_well="Dee Grey smiled")
        build.attempt(card, contact_id=dee.id, on=now().date())
        build.feedback(card, "Good", giver="Dee Grey")
        build.review(owner, by="Dee Grey", said="Shorter")
    _, token = build.link(owner)
    shown = whole(coach, token, [card.id])

    assert "Dee" not in shown
    assert re.findall(r"\[name\](?! smiled| told)[^<]*", shown) == []


# How often


def test_guessing_at_links_is_slowed_down_and_an_open_one_still_opens(
    coach: Browser, build: Build, owner: User
) -> None:
    _, token = build.link(owner)
    answers = [coach.get("/s/never-was") for _ in range(11)]

    assert [answer.status_code for answer in answers] == [404] * 10 + [429]
    assert coach.get("/s/another").status_code == 404
    assert coach.get(f"/s/{token}").status_code == 200


def test_guessing_at_links_keeps_nobody_from_signing_in(
    coach: Browser, visitor: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert shared_page_link.TRIES.whole <= 100
    monkeypatch.setattr(shared_page_link, "TRIES", shared_page_link.TRIES._replace(whole=3))
    for number in range(4):
        coach.get(f"/s/never-{number}")

    assert coach.get("/s/one-more").status_code == 429
    told = {"email": "keeper@example.org", "password": "wrong"}
    assert visitor.post("/login", data=told).status_code == 422


def test_reading_without_end_is_slowed_down(
    coach: Browser, build: Build, owner: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, token = build.link(owner)
    _, other = build.link(owner)
    monkeypatch.setattr(shared_page_link, "READS", shared_page_link.READS._replace(pair=1))
    answers = [coach.get(f"/s/{token}") for _ in range(2)]

    assert [answer.status_code for answer in answers] == [200, 429]
    assert "Wait" in answers[-1].text
    assert coach.get(f"/s/{other}").status_code == 200


# What leaks


def whole(coach: Browser, token: str, cards: list[int]) -> str:
    """All pages behind a link, undone of their escapes."""
    pages = [coach.get(f"/s/{token}")]
    pages += [coach.get(f"/s/{token}/applications/{card}") for card in cards]
    return "\n".join(page.text for page in pages)


def cards_of(owner: User) -> list[int]:
    from tracker.models import Application

    return list(db.session.scalars(select(Application.id).where(Application.user_id == owner.id)))


MARKS = {
    SharedPart.SUMMARY: ["In one minute", 'class="facts told"'],
    SharedPart.INSIGHTS: ['id="chart-'],
    SharedPart.HISTORY: ["<b>Applied</b>"],
    SharedPart.ASKS: ['id="asks"'],
    SharedPart.APPLICATIONS: ['id="applications"', "/applications/"],
}


def test_a_part_that_is_not_ticked_is_absent_from_the_bytes(
    coach: Browser, build: Build, owner: User
) -> None:
    """Each is left out once, every fourth of them at a time."""
    _, everything = build.link(owner, choice=Selection(frozenset(FOR_LINKS), people=True).as_json())
    before = whole(coach, everything, cards_of(owner))
    assert "MARK-private" not in before
    every = sorted(FOR_LINKS)
    for hidden in (every[place::4] for place in range(4)):
        parts = frozenset(FOR_LINKS).difference(hidden)
        _, token = build.link(owner, choice=Selection(parts, people=True).as_json())
        after = whole(coach, token, cards_of(owner))

        for part in hidden:
            for mark in MARKS.get(part, [f"MARK-{part}"]):
                assert mark in before, mark
                assert mark not in after, (part, mark)
        assert "MARK-private" not in after, hidden


def test_names_that_are_masked_are_absent_from_the_bytes(
    coach: Browser, build: Build, owner: User
) -> None:
    with build.together():
        card = build.application(
            owner, company="Wattle Zoo Pty Ltd", role="Keeper", link="https://wattle.example/1"
        )
        mary = build.contact(owner, "Mary Wren", email="mary@wattle.example")
        build.interview(card, people="Mary Wren", went_well="Mary laughed", starts_at=now())
        build.attempt(card, contact_id=mary.id, on=now().date())
        build.feedback(card, "At Wattle Zoo we liked you, says Mary Wren", giver="Mary Wren")
        build.note(card, "wattle zoo pty ltd rang: Mary on 0400 123 456")
        build.action(owner, what="Write to Wattle Zoo", application_id=card.id)
    hiding = partial(Selection, frozenset(FOR_LINKS), companies=False)
    link, token = build.link(owner, choice=hiding(people=False).as_json())
    _, naming = build.link(owner, choice=hiding(people=True).as_json())
    build.coach_note(link, "Ask them again", answer="I asked Wattle Zoo", application_id=card.id)
    with writing(owner) as session:
        session.get_one(User, owner.id).help_wanted = "Is Wattle Zoo for me?"
    shown, named = (whole(coach, each, cards_of(owner)) for each in (token, naming))

    assert not re.search("wattle", shown + named, re.IGNORECASE)
    assert "Mary" not in shown
    assert "Mary" in named
    assert "I asked Company B" in shown


def test_company_that_is_shown_is_whole_wherever_it_is_named_though_people_are_hidden(
    coach: Browser, build: Build, owner: User
) -> None:
    with build.together():
        card = build.application(owner, company="Dana Foods", role="Buyer")
        build.contact(owner, "Dana Wren")
        build.activity(owner, what="Coffee", with_whom="Priya, Tern Foods")
        build.action(owner, what="Send Dana Foods what they ask for", application_id=card.id)
        build.note(card, "Dana Foods rang, it was Dana")
        build.feedback(card, "We at Dana Foods liked you. Dana")
    _, token = build.link(owner, choice=Selection(frozenset(FOR_LINKS)).as_json())
    shown = whole(coach, token, cards_of(owner))

    assert "Send Dana Foods what they ask for" in shown
    assert "Dana Foods rang, it was [name]" in shown
    assert "We at Dana Foods liked you. [name]" in shown
    assert "[name] Foods" not in shown and "Dana [name]" not in shown


def test_what_lies_outside_the_span_is_absent_and_an_interview_to_come_is_there(
    coach: Browser, build: Build, owner: User
) -> None:
    card = build.application(owner, role="Lion keeper")
    build.interview(card, starts_at=now() + timedelta(days=3))
    old = build.application(owner, role="MARK-old", applied_on=date(2020, 1, 1))
    link, token = build.link(owner, span="30")
    build.coach_note(link, "Beside an old one", application_id=old.id)
    shown = coach.get(f"/s/{token}")

    assert "MARK-old" not in shown.text
    assert "Beside an old one" in shown.text
    ahead = shown.text.partition('id="ahead"')[2].partition("</section>")[0]
    assert "Lion keeper" in ahead
    assert coach.get(f"/s/{token}/applications/{old.id}").status_code == 404


def test_nobody_elses_application_opens_through_a_link(
    coach: Browser, build: Build, owner: User
) -> None:
    other = build.application(build.user(), role="MARK-other")
    _, token = build.link(owner)
    place = f"/s/{token}/applications/{other.id}"

    assert coach.get(place).status_code == 404
    assert "MARK-other" not in coach.get(place).text
    assert leave(coach, place).status_code == 404
    assert not notes(owner)


def test_the_secret_is_in_no_log_and_in_no_table(
    coach: Browser, build: Build, owner: User, caplog: pytest.LogCaptureFixture
) -> None:
    card = build.application(owner)
    _, token = build.link(owner)
    caplog.set_level(logging.DEBUG)
    coach.get(f"/s/{token}")
    coach.get(f"/s/{token}/applications/{card.id}")
    leave(coach, f"/s/{token}", key="k1")
    leave(coach, f"/s/{token}/applications/{card.id}", key="k2")
    leave(coach, f"/s/{token}", body="")
    coach.get(f"/s/{token}x")
    said = [json.dumps(vars(record), default=str) for record in caplog.records]

    assert len(said) >= 6
    assert not [line for line in said if token in line]
    for table in Base.metadata.sorted_tables:
        for row in db.session.execute(select(table)):
            assert token not in str(row), table.name


# What they leave


def test_a_note_is_kept_without_account_cookie_or_token_and_that_is_said_for_a_moment(
    coach: Browser, build: Build, owner: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    link, token = build.link(owner)
    _, other = build.link(owner)
    db.session.expire_all()
    revision = db.session.get_one(User, owner.id).revision
    answer = leave(coach, f"/s/{token}", by="Ana", suggestion="Rewrite the first line")
    note = notes(owner)[0]

    assert answer.status_code == 303
    assert answer.headers["Location"] == f"/s/{token}?kept={note.id}#notes"
    assert (note.link_id, note.by, note.application_id) == (link.id, "Ana", None)
    assert (note.body, note.suggestion) == (
        "Look at the first line of your résumé.",
        "Rewrite the first line",
    )
    assert db.session.get_one(User, owner.id).revision == revision + 1
    kept = answer.headers["Location"]
    page = coach.get(kept).text
    assert "Saved." in page
    assert "Look at the first line" in page
    assert "Saved." not in coach.get(kept.replace(token, other)).text, "of no other link"
    assert "Saved." not in coach.get(f"/s/{token}?kept=1x").text
    monkeypatch.setattr(shared_page, "now", lambda: now() + timedelta(minutes=2))
    assert "Saved." not in coach.get(kept).text


def test_a_note_stands_beside_the_application_it_is_about(
    coach: Browser, build: Build, owner: User
) -> None:
    card = build.application(owner, role="Baker")
    _, token = build.link(owner)
    place = f"/s/{token}/applications/{card.id}"
    answer = leave(coach, place)

    assert answer.headers["Location"] == f"{place}?kept={notes(owner)[0].id}#notes"
    assert notes(owner)[0].application_id == card.id
    assert "Look at the first line" in coach.get(place).text
    assert "Baker, Banksia Software" in coach.get(f"/s/{token}").text.partition('id="notes"')[2]


def test_a_note_sent_twice_is_one_and_with_other_words_another(
    coach: Browser, build: Build, owner: User
) -> None:
    _, token = build.link(owner)
    place = f"/s/{token}"
    sent = form_of(coach.get(place).text, f"{place}/notes") | {"body": "One"}
    for _ in range(2):
        assert coach.post(f"{place}/notes", data=sent).status_code == 303
    assert [note.body for note in notes(owner)] == ["One"]

    coach.post(f"{place}/notes", data=sent | {"body": "One and more"})
    assert [note.body for note in notes(owner)] == ["One and more", "One"]


def test_a_note_that_can_not_be_kept_is_there_still(
    coach: Browser, build: Build, owner: User
) -> None:
    _, token = build.link(owner)
    place = f"/s/{token}"
    empty, long = "Write a note or suggest an action first.", "Please shorten this by 1"
    for facts, said in (
        ({"body": "", "suggestion": ""}, empty),
        ({"body": "ü" * 4001}, long),
        ({"by": "x" * 501}, long),
        ({"suggestion": "x" * 501}, long),
    ):
        answer = leave(coach, place, **facts)

        assert answer.status_code == 422, said
        assert said in answer.text
        typed = form_of(answer.text, f"{place}/notes")
        for name, words in facts.items():
            assert typed[name] == words, name
    assert not notes(owner)


def test_odd_characters_in_a_note_are_cleaned_and_never_break(
    coach: Browser, build: Build, owner: User
) -> None:
    _, token = build.link(owner)
    answer = leave(coach, f"/s/{token}", body="a\x00b <script>x</script> 👩‍👩‍👧 \u202e")

    assert answer.status_code == 303
    page = coach.get(f"/s/{token}").text
    assert "<script>x" not in page
    assert "👩‍👩‍👧" in page


def test_notes_without_end_are_slowed_down_with_what_was_typed_still_there(
    coach: Browser, build: Build, owner: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shared_page, "NOTES", shared_page.NOTES._replace(pair=2))
    _, token = build.link(owner)
    place = f"/s/{token}"
    answers = [leave(coach, place, body=f"Note {number}") for number in range(3)]

    assert [answer.status_code for answer in answers] == [303, 303, 429]
    assert form_of(answers[-1].text, f"{place}/notes")["body"] == "Note 2"
    assert len(notes(owner)) == 2


def test_a_link_takes_so_many_notes_and_no_more(
    coach: Browser, build: Build, owner: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    link, token = build.link(owner)
    monkeypatch.setattr(shared_page, "MOST", 2)
    assert MOST > 2
    for _ in range(2):
        build.coach_note(link)

    assert leave(coach, f"/s/{token}").status_code == 422
    assert len(notes(owner)) == 2


def test_a_note_from_another_sites_page_is_refused(
    coach: Browser, build: Build, owner: User
) -> None:
    _, token = build.link(owner)
    for headers in ({"Origin": "https://evil.example"}, {"Origin": "null"}, {}):
        answer = coach.post(f"/s/{token}/notes", data={"body": "x"}, headers=headers, forged=True)
        assert answer.status_code == 403
    assert not notes(owner)


def test_a_coach_sees_their_notes_and_the_answers_but_not_those_of_another_link(
    coach: Browser, build: Build, owner: User
) -> None:
    link, token = build.link(owner)
    other, _ = build.link(owner)
    build.coach_note(link, "Mine", answer="Thank you, I will.")
    build.coach_note(link, "MARK-hidden", hidden_at=now())
    build.coach_note(other, "MARK-another")
    page = coach.get(f"/s/{token}").text

    assert "Mine" in page
    assert "Thank you, I will." in page
    assert "MARK-hidden" not in page
    assert "MARK-another" not in page


# What it costs


@pytest.fixture
def small(build: Build) -> tuple[User, str]:
    """Somebody with a little of everything, and a link without charts."""
    user = somebody(build)
    parts = frozenset(FOR_LINKS) - {SharedPart.INSIGHTS}
    return user, build.link(user, choice=Selection(parts).as_json())[1]


def test_a_page_asks_as_many_queries_whatever_there_is(
    app: Flask, build: Build, small: tuple[User, str]
) -> None:
    user, token = small
    coach = Browser.of(app)
    coach.get(f"/s/{token}")
    again = queries(lambda: coach.get(f"/s/{token}"))
    build.application(user)
    few = queries(lambda: coach.get(f"/s/{token}"))
    with build.together():
        for _ in range(12):
            build.point(build.feedback(build.application(user)))

    assert queries(lambda: coach.get(f"/s/{token}")) == few <= 23
    assert again <= 6


def test_what_is_kept_for_a_few_minutes_gives_way_to_every_change_at_once(
    coach: Browser, build: Build, owner: User
) -> None:
    link, token = build.link(owner)
    assert "Lion keeper" not in coach.get(f"/s/{token}").text
    build.application(owner, role="Lion keeper")
    assert "Lion keeper" in coach.get(f"/s/{token}").text

    _, narrow = build.link(owner, choice=Selection(frozenset({SharedPart.SUMMARY})).as_json())
    assert "Lion keeper" not in coach.get(f"/s/{narrow}").text
    revoked(link, now())
    assert coach.get(f"/s/{token}").status_code == 404


def test_of_a_links_pages_only_the_latest_is_held_in_memory() -> None:
    class Page:
        pass

    pages: PageCache[Page] = PageCache()
    first = pages.find_or_make("a link", 1, Page)
    assert pages.find_or_make("a link", 1, Page) is first
    gone, other = ref(first), pages.find_or_make("another", 1, Page)
    del first
    pages.find_or_make("a link", 2, Page)

    assert gone() is None
    assert pages.find_or_make("another", 1, Page) is other


# On paper


def test_own_words_are_read_without_the_signs_of_markdown(coach: Browser, build: Build) -> None:
    user = build.user()
    card = build.application(user)
    build.interview(card, starts_at=now() - timedelta(days=3), would_change="Say what *I* did.")
    build.note(card, body="- [ ] Ask **Priya**")
    _, token = build.link(user)
    shown = coach.get(f"/s/{token}").text, coach.get(f"/s/{token}/applications/{card.id}").text

    for page in shown:
        assert "Say what I did." in page and "*" not in page.partition("<main")[2]
    assert "Ask Priya" in shown[1] and "[ ]" not in shown[1]


def test_paper_has_all_of_it_and_of_a_long_list_says_how_many_more_and_where_they_are(
    coach: Browser, build: Build
) -> None:
    user = build.user()
    with build.together():
        for number in range(60):
            build.application(user, role=f"Keeper {number}", archived_at=now())
        told = build.application(user, stage="rejected")
        build.rejection(told, words="")
        build.feedback(told, "Your examples were short.")
        for _ in range(4):
            build.attempt(told, kind="ask")
    _, token = build.link(user)
    page = coach.get(f"/s/{token}").text
    rows = dict.fromkeys(("applications", "said", "noes", "asks"), "")
    for part in rows:
        rows[part] = page.partition(f'<div id="{part}"')[2].partition("</details>")[0]

    printed = {part: each.count("<li>") for part, each in rows.items()}
    assert printed == {"applications": 60, "said": 1, "noes": 1, "asks": 4}
    assert "and 1 more, not printed" in rows["applications"]
    assert "on screen" not in page
    assert re.search(rf"the first 60 are printed\.\s+All of them: http://\S+/s/{token}\s", page)


def test_paper_names_no_address_where_it_has_all_of_it_nor_the_owners_own(
    browser: Browser, build: Build
) -> None:
    build.application(browser.user)
    link, token = build.link(browser.user)
    assert "are printed" not in browser.get(f"/s/{token}").text
    with build.together():
        for _ in range(60):
            build.application(browser.user)
    preview = browser.get(f"/coach/links/{link.id}/preview").text
    assert re.search(r"are printed\.\s+The link shows all of them\.", preview)


def test_what_they_value_and_what_was_done_stand_in_what_is_read_in_a_minute(
    coach: Browser, build: Build
) -> None:
    user = build.user()
    with build.together():
        theme = build.theme(user, "Examples")
        card = build.application(
            user, role="Baker (m/f/d)", offer_received_on=date(2026, 11, 20),
            offer_answer_by=date(2026, 11, 30),
        )  # fmt: skip
        build.application(user, role="baker")
        answer = build.feedback(card, "Your examples were short. You were calm.")
        point = build.point(answer, "Your examples were short.", theme_id=theme.id, kind="improve")
        build.point(
            answer, "You were calm.", theme_id=build.theme(user, "Presence").id, kind="strength"
        )
        build.action(user, point, what="Write three stories", done_on=date(2026, 11, 25))
    _, everything = build.link(user)
    _, without = build.link(
        user,
        choice=Selection(
            frozenset(FOR_LINKS) - {SharedPart.ACTIONS, SharedPart.APPLICATIONS}
        ).as_json(),
    )
    minute = coach.get(f"/s/{everything}").text.partition('id="details"')[0]

    order = ["baker (2)", "An offer to answer", "Came on Fri 20 Nov 2026", "What they keep saying"]
    order += ["Done 25 Nov 2026: Write three stories", "What they value", "You were calm."]
    assert [minute.index(each) for each in order] == sorted(minute.index(each) for each in order)
    assert "Came on Fri 20 Nov 2026 · to answer by Mon 30 Nov 2026" in minute

    less = coach.get(f"/s/{without}").text.partition('id="details"')[0]
    assert "Write three stories" not in less and "An offer to answer" not in less
    assert "offer to answer\N{NO-BREAK SPACE}1" in less.lower()


def test_story_tells_what_a_no_led_to_when_it_ended_and_that_they_called_after_all(
    coach: Browser, build: Build
) -> None:
    user = build.user()
    first, second = led_on(build, user)
    called = build.application(user, role="Waiter")
    with writing(user, now()) as session:
        card = session.get_one(Application, called.id)
        move(session, card, Stage.REJECTED, now())
        session.flush()
        move(session, card, Stage.INTERVIEW, now())
    put_back = build.application(user, role="Cook")
    with writing(user, now()) as session:
        card = session.get_one(Application, put_back.id)
        move(session, card, Stage.REJECTED, now())
        session.flush()
        move(session, card, Stage.INTERVIEW, now())
    build.interview(called, starts_at=now() + timedelta(days=3))
    choice = Selection(frozenset(FOR_LINKS), companies=False)
    _, token = build.link(user, choice=choice.as_json())

    assert "They then suggested" in coach.get(f"/s/{token}/applications/{first}").text
    told = coach.get(f"/s/{token}/applications/{second}").text
    assert "They suggested it after" in told
    assert "Baker, Company" in told
    assert "Banksia" not in told
    assert told.count("30 Sept 2026") == told.count("This job ended") == 2
    assert re.search(r"Archived</b>[^<]*<span[^>]*>[^<]*4 May 2026", told)
    told = "They got in touch after all"
    assert told in coach.get(f"/s/{token}/applications/{called.id}").text
    assert told not in coach.get(f"/s/{token}/applications/{put_back.id}").text


def test_whoever_gave_no_name_is_not_called_by_their_address(coach: Browser, build: Build) -> None:
    owner = build.user(email="qwerty77@example.org", name="", help_wanted="With interviews")
    build.application(owner)
    _, token = build.link(owner)
    page = coach.get(f"/s/{token}").text
    assert "<title>My job search" in page
    assert '<h1 dir="auto">My job search</h1>' in page and "What I would like help with" in page
    assert "<strong>Leave a note</strong>" in page and "qwerty77" not in page.lower()


def test_the_numbers_that_are_read_first_are_few_and_the_rest_a_tap_away(
    coach: Browser, build: Build
) -> None:
    owner = build.user()
    today = now().date()
    with build.together():
        for ago in (5, 6, 40, 90):
            build.application(owner, applied_on=today - timedelta(days=ago))
    _, token = build.link(owner)
    page = coach.get(f"/s/{token}").text.partition("In one minute")[2]
    first, _, rest = page.partition("More numbers")
    assert first.count("<dt>") <= 4 + 4 and "Applying since" in rest.partition("</section>")[0]
    assert re.findall(r"M0 0h(\d+)v2", first) == ["100", "50"]
