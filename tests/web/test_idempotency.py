"""Keys: one thing for each, and nothing of anybody else's."""

from collections.abc import Callable
from datetime import timedelta

from sqlalchemy import func, select, update

from tests.browser import Browser
from tests.builders import Build
from tracker.clock import now
from tracker.database import writing
from tracker.extensions import db
from tracker.models import Device, IdempotencyKey, Note, OwnLine

KEY = "3f0c9b9e-1111-4222-8333-444455556666"


def count() -> int:
    return db.session.scalar(select(func.count()).select_from(Note)) or 0


def test_one_key_deletes_each_of_two_notes_of_a_page(browser: Browser, build: Build) -> None:
    card = build.application(browser.user)
    urls = [f"/applications/{card.id}/notes/{build.note(card).id}/removal" for _ in range(2)]

    for url in urls:
        assert browser.post(url, data={"key": KEY}).status_code == 303

    assert count() == 0


def test_one_key_writes_the_same_note_on_two_applications(browser: Browser, build: Build) -> None:
    for card in [build.application(browser.user) for _ in range(2)]:
        url = f"/applications/{card.id}/notes"
        for _ in range(2):
            assert browser.post(url, data={"key": KEY, "body": "Called them"}).status_code == 303

    assert count() == 2


def test_key_of_another_person_makes_a_thing_of_ones_own(
    sign_in: Callable[..., Browser],
) -> None:
    made = [
        sign_in().post("/people", data={"key": KEY, "name": "Mary"}).headers["Location"]
        for _ in range(2)
    ]

    assert made[0] != made[1]


def test_key_that_no_page_of_ours_made_is_refused(browser: Browser, build: Build) -> None:
    card = build.application(browser.user)

    for key in ("a\x00b", "\ufffe", "é" * 64, "x" * 65, "\n"):
        sent = {"key": key, "body": "A word"}
        answer = browser.post(f"/applications/{card.id}/notes", data=sent)

        assert answer.status_code == 400, key
        assert "A word" in answer.text, key
    assert count() == 0


def test_keys_older_than_a_week_are_let_go_when_their_person_is_back(
    browser: Browser, build: Build
) -> None:
    card = build.application(browser.user)
    url = f"/applications/{card.id}/notes"
    for key, days in ((KEY, 8), (KEY[::-1], 6)):
        browser.post(url, data={"key": key, "body": f"{days} days ago"})
        with writing() as session:
            spent = update(IdempotencyKey).where(IdempotencyKey.key == key)
            session.execute(spent.values(at=now() - timedelta(days=days)))
    with writing() as session:
        session.execute(update(Device).values(last_seen_at=now() - timedelta(hours=2)))

    browser.get("/board")

    assert list(db.session.scalars(select(IdempotencyKey.key))) == [KEY[::-1]]


def test_key_that_was_spent_on_other_words_makes_another_line_where_that_loses_nothing(
    browser: Browser,
) -> None:
    for text in ("One", "One", "Two"):
        assert browser.post("/lines", data={"key": KEY, "text": text}).status_code == 303

    assert list(db.session.scalars(select(OwnLine.text))) == ["One", "Two"]


def test_key_that_was_spent_on_something_else_is_said_in_plain_words(
    browser: Browser, build: Build
) -> None:
    card = build.application(browser.user)
    action = build.action(browser.user, build.point(build.feedback(card)))
    key = {"key": "3f0c9b9e-1111-4222-8333-444455556666"}
    url = f"/actions/{action.id}/completion"
    assert browser.post(url, data=key).status_code == 303

    answer = browser.post(url, data={**key, "another": "word"})

    assert answer.status_code == 422
    assert "was sent before" in answer.text
