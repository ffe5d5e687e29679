"""What people read of a search, pages and made files, says what was counted row by row.

A few histories each time, as made files take long; ONWARD_HISTORIES=1000 tries as many.
"""

import os
from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from hypothesis import HealthCheck, Phase, example, given, settings
from sqlalchemy import delete

from tests.builders import Build
from tests.histories.expected import Expected, counted
from tests.histories.files import check_log, check_report_in_word, check_report_on_paper
from tests.histories.importing import brought_in
from tests.histories.pages import check_pages
from tests.histories.steps import (
    CALLED_BACK,
    HISTORIES,
    History,
    answered,
    asked,
    lived,
    moved,
    put_away,
    told_no,
)
from tracker.clock import now
from tracker.database import writing
from tracker.extensions import db
from tracker.insights.figures.usual_reply_time import usual_silence
from tracker.models import User
from tracker.models.sign_in import FailedLogin

MANY = os.environ.get("ONWARD_HISTORIES")
CLOSED_BY_THEM = (
    [40, 21],
    [(moved, 4, 32), (put_away, 7, 68), (moved, 10, 100), (answered, 8, 48), (asked, 7, 37)],
)
A_SHEET = ([20, 40], [(brought_in, 0, 3), (told_no, 0, 5), (brought_in, 0, 8)])


def tried(few: int) -> Any:
    """Settings of a property."""
    phases = [Phase.explicit, Phase.reuse, Phase.generate, *([Phase.shrink] if MANY else [])]
    return settings(
        max_examples=int(MANY or few),
        deadline=None,
        phases=phases,
        suppress_health_check=list(HealthCheck),
    )


def lived_and_read(build: Build, drawn: Any, check: Callable[[History, Expected], None]) -> None:
    """Live through it, count, read; then nothing of it is left for the next."""
    history = lived(build, now(), drawn)
    try:
        db.session.rollback()
        db.session.expire_all()
        quiet_days = usual_silence(db.session(), history.user, history.at)
        check(history, counted(db.session(), history.user, history.at, history.today, quiet_days))
    finally:
        db.session.rollback()
        with writing() as session:
            session.execute(delete(User).where(User.id == history.user.id))
            session.execute(delete(FailedLogin))  # where looks at links are counted, too


@pytest.mark.on("sqlite")
@tried(3)
@example(drawn=CALLED_BACK)
@example(drawn=A_SHEET)
@example(drawn=CLOSED_BY_THEM)
@given(drawn=HISTORIES)
def test_every_page_says_what_was_counted(app: Flask, build: Build, drawn: Any) -> None:
    lived_and_read(build, drawn, lambda history, expected: check_pages(app, history, expected))


@pytest.mark.on("sqlite")
@tried(1)
@example(drawn=A_SHEET)
@given(drawn=HISTORIES)
def test_the_report_on_paper_says_what_was_counted(build: Build, drawn: Any) -> None:
    lived_and_read(build, drawn, check_report_on_paper)


@pytest.mark.on("sqlite")
@tried(1)
@example(drawn=A_SHEET)
@given(drawn=HISTORIES)
def test_the_report_in_word_says_what_was_counted(build: Build, drawn: Any) -> None:
    lived_and_read(build, drawn, check_report_in_word)


@pytest.mark.on("sqlite")
@tried(1)
@example(drawn=A_SHEET)
@given(drawn=HISTORIES)
def test_the_log_says_what_was_counted(build: Build, drawn: Any) -> None:
    lived_and_read(build, drawn, check_log)
