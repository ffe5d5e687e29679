"""What was read before the writing began may be another by then."""

from collections.abc import Callable
from datetime import UTC, datetime
from math import inf
from typing import Any

import pytest
from sqlalchemy import delete, func, select

from tests.browser import Browser
from tests.imported import brought, row_url
from tracker.database import writing
from tracker.extensions import db
from tracker.imports.steps import insert, staging, undo
from tracker.models import Application, Device, Import
from tracker.views.account import devices
from tracker.views.imports import mapping

pytestmark = pytest.mark.both_databases

SHEET = (
    "Company,Role,Status,Date Applied\nAcme,Clerk,Applied,2/3/2026\nBolt,Cook,Rejected,18/3/2026\n"
)
MAPPING = {"column-0": "company"}


def before(
    monkeypatch: pytest.MonkeyPatch, module: Any, name: str, act: Callable[[], object]
) -> None:
    """Let something else happen once, after what `name` reads and before it is used."""
    read = getattr(module, name)

    def overtaken(*given: Any, **named: Any) -> Any:
        found = read(*given, **named)
        monkeypatch.setattr(module, name, read)
        act()
        return found

    monkeypatch.setattr(module, name, overtaken)


def forget(import_id: str) -> None:
    with writing() as session:
        session.execute(delete(Import).where(Import.id == int(import_id)))


@pytest.mark.parametrize(
    ("module", "name", "step"),
    [
        (insert, "_ready", "landing"),
        (staging, "_next", "mapping"),
        (undo, "_landed", "reversal"),
    ],
)
def test_file_that_is_forgotten_while_it_comes_in_is_not_found_any_more(
    browser: Browser, monkeypatch: pytest.MonkeyPatch, module: Any, name: str, step: str
) -> None:
    url = brought(browser, SHEET)
    if step == "reversal":
        browser.post(f"{url}/landing")
    before(monkeypatch, module, name, lambda: forget(url.rpartition("/")[2]))

    assert browser.post(f"{url}/{step}").status_code == 404


def test_columns_are_not_matched_anew_once_the_rows_are_being_added(
    browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = brought(browser, SHEET)
    import_id = int(url.rpartition("/")[2])

    def add() -> None:
        with writing() as session:
            insert.begin(session, session.get_one(Import, import_id))
        insert.insert_ready_rows(browser.user, import_id, datetime.now(UTC), inf)

    before(monkeypatch, mapping, "still_open", add)

    assert browser.post(f"{url}/mapping", data=MAPPING).status_code == 409
    assert db.session.get_one(Import, import_id).state == "landed"


def test_row_that_is_being_added_is_not_changed_under_way(
    browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = brought(browser, SHEET)
    row = row_url(browser.get(url), 2)
    typed = {"company": "Another", "role": "Clerk", "choice": "applied", "notes": "A word of mine"}
    answers = []
    before(monkeypatch, insert, "_ready", lambda: answers.append(browser.post(row, data=typed)))

    browser.post(f"{url}/landing")

    assert [answer.status_code for answer in answers] == [409]
    assert "A word of mine" in answers[0].text
    assert set(db.session.scalars(select(Application.company))) == {"Acme", "Bolt"}


def test_device_that_was_signed_out_twice_at_once_is_gone_and_no_fault(
    browser: Browser, sign_in: Callable[..., Browser], monkeypatch: pytest.MonkeyPatch
) -> None:
    other = sign_in(browser.user).device.id

    def ended() -> None:
        with writing() as session:
            session.execute(delete(Device).where(Device.id == other))

    before(monkeypatch, devices, "own", ended)

    assert browser.post(f"/settings/devices/{other}/sign-out").status_code in (303, 404)
    assert db.session.scalar(select(func.count()).select_from(Device)) == 1
