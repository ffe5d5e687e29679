"""No page that is opened all day goes through everything that a person has."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import event

from tests.browser import Browser
from tests.builders import Build
from tests.sent import form_of
from tracker.clock import now
from tracker.extensions import db
from tracker.values.days import day_of

ALL = re.compile(r"SCAN applications(_\d+)?\b|ix_applications_user_id \(user_id=\?\)")
"""How SQLite says that it looks at every application there is, or at every one of a person."""


@contextmanager
def statements() -> Iterator[list[tuple[str, Any]]]:
    """What is asked of the database meanwhile, with the values."""
    asked: list[tuple[str, Any]] = []

    def note(connection: object, cursor: object, statement: str, values: Any, *_: object) -> None:
        asked.append((statement, values))

    event.listen(db.engine, "before_cursor_execute", note)
    try:
        yield asked
    finally:
        event.remove(db.engine, "before_cursor_execute", note)


@pytest.mark.on("sqlite")
def test_pages_of_every_day_read_what_indexes_find(browser: Browser, build: Build) -> None:
    today = day_of(now(), browser.user.zone)
    card = build.application(browser.user, stage="rejected")
    build.rejection(card, on=today)
    build.action(browser.user, application_id=card.id, due_on=today - timedelta(days=1))
    version = form_of(browser.get(f"/applications/{card.id}/stage").text, page_of(card.id))

    with statements() as asked:
        for page in ("/today", "/board", f"/applications/{card.id}"):
            before = len(asked)
            assert browser.get(page).status_code == 200
            assert len(asked) > before + 2, page
        moved = browser.post(page_of(card.id), data=version | {"stage": "interview"})
        assert moved.status_code == 303

    reads = [each for each in asked if each[0].startswith(("SELECT", "WITH"))]
    assert len(reads) > 2
    for statement, values in reads:
        plan = db.session().connection().exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)
        told = " ".join(row[3] for row in plan)
        assert not ALL.search(told), statement


def page_of(number: int) -> str:
    """Where a card is moved."""
    return f"/applications/{number}/stage"
