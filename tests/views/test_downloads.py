"""Whatever leaves in a file: behind the password, or listed here with the reason why not."""

from collections.abc import Callable
from pathlib import Path

from flask import Flask
from sqlalchemy import select, update
from werkzeug.test import TestResponse

import tracker
from tests.browser import Browser
from tests.builders import Build
from tests.views.test_routes import filled, rows_of, walked
from tracker.database import writing
from tracker.extensions import db
from tracker.models import AccountEvent, Device

GUARDED = {
    "/coach/session.pdf": "/coach/session",
    "/exports/<id:export_id>/file": "/exports/{export_id}",
    "/people/cards.vcf": "/people",
    "/work-search/log.csv": "/work-search?period=this_month",
    "/work-search/log.pdf": "/work-search?period=this_month",
}
"""What gathers many rows, and the page that one comes back to with the password."""
ONE_THING = "one thing, handed out from the page that shows it"
FOR_A_COACH = "as the coach gets it: the link itself is behind the password"
FREE = {
    "/applications/<id:application_id>/interviews/<id:interview_id>.ics": ONE_THING,
    "/documents/<id:document_id>/file": ONE_THING,
    "/people/<id:contact_id>.vcf": ONE_THING,
}
SENDING = {
    "views/backups/backups.py": "the password, in tests/views/backups",
    "views/coach/shared_page_body.py": FOR_A_COACH,
    "views/coach/session_sheet.py": "above",
    "views/documents/documents.py": "above",
    "views/exports/calendar.py": "above; the calendar's address is behind the password",
    "views/exports/exports.py": "above",
    "views/exports/work_search.py": "above",
    "views/imports/vcards.py": "above",
}
"""Every module that sends a file."""


def is_file(answer: TestResponse) -> bool:
    return answer.headers.get("Content-Disposition", "").startswith("attachment")


def test_every_file_that_gathers_much_asks_for_the_password_first(
    app: Flask, browser: Browser, sign_in: Callable[..., Browser], build: Build
) -> None:
    walk = walked(app, sign_in(), build)
    sent = {rule for rule, answers in walk.answers.items() if is_file(answers[0])}
    assert sent == {*GUARDED, *FREE}

    numbers = rows_of(build, browser)
    addresses = {
        rule.rule: filled(rule, numbers) for rule in app.url_map.iter_rules() if rule.rule in sent
    }
    with writing() as session:
        session.execute(update(Device).values(proved_at=None))
    for rule, back in GUARDED.items():
        for method in ("GET", "HEAD"):
            asked = browser.open(addresses[rule], method=method)
            assert "Content-Disposition" not in asked.headers, (method, rule)
        assert browser.get(addresses[rule]).headers["Location"] == "/again", rule
        with browser.session_transaction() as kept:
            assert kept["next"].startswith(back.format(**numbers)), rule
    assert all(is_file(browser.get(addresses[rule])) for rule in FREE)


def test_every_module_that_sends_a_file_is_known_here() -> None:
    below = Path(tracker.__file__).parent
    found = {
        path.relative_to(below).as_posix()
        for path in below.rglob("*.py")
        if "as_attachment" in path.read_text() or "attachment; filename" in path.read_text()
    }
    assert found == set(SENDING)


def test_what_is_taken_away_stands_in_what_happened(browser: Browser) -> None:
    taken = {"/work-search/log.csv": "Work-search log, CSV", "/people/cards.vcf": "contacts"}
    assert [browser.get(address).status_code for address in taken] == [200, 200]
    events = db.session.scalars(select(AccountEvent).order_by(AccountEvent.id))
    assert [(each.user_id, each.kind, each.detail) for each in events] == [
        (browser.user.id, "exported", what) for what in taken.values()
    ]
