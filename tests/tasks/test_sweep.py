"""What is past its day goes for good though nobody looks, from the database and new backups."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import func, select

from tests.browser import Browser
from tests.builders import Build
from tests.imported import added, brought, send
from tracker.backup.backup import back_up
from tracker.clock import now
from tracker.config.settings import Settings
from tracker.database import writing
from tracker.extensions import db
from tracker.models import (
    Application,
    Contact,
    Device,
    Export,
    FailedLogin,
    IdempotencyKey,
    Import,
    ImportRow,
    KnownRow,
    Lead,
    PasswordReset,
    Removal,
    ShareLink,
    User,
)
from tracker.models.device import digest
from tracker.models.search import holds
from tracker.models.sign_in import PER_PAIR
from tracker.tasks.every_task import TASKS
from tracker.tasks.runner import run_due

SWEEP = [task for task in TASKS if task.name == "sweep"]
MARKED = "Quokkaquark"
"""A word that stands in all that is to go, and nowhere else."""
SHEET = (
    "Company,Role,Status,Date Applied\n{0},Clerk,Applied,2/3/2026\nStays,Cook,Applied,3/3/2026\n"
)
KEY = {"key": "3f0c9b9e-1111-4222-8333-444455556666"}
YEARS = (1, 31, 366, 3 * 365)
"""Days from now on which the server looks."""


def sweep(app: Flask, at: datetime) -> None:
    run_due(app, at, SWEEP)
    db.session.rollback()
    db.session.expire_all()


def count(model: type, *where: object) -> int:
    return db.session.scalar(select(func.count()).select_from(model).where(*where)) or 0  # type: ignore[arg-type]


@pytest.fixture
def hunt(sign_in: Callable[..., Browser], build: Build) -> Browser:
    """Somebody who deleted, removed, brought in and asked for things, and never came back."""
    browser = sign_in(build.user(keeper=True))
    user = browser.user
    with build.together():
        card = build.application(user, company=MARKED, role=f"{MARKED} baker", posting=MARKED * 400)
        build.note(card, f"{MARKED} said so")
        build.rejection(card, words=MARKED)
        build.thought(card, story=MARKED)
        build.part(card, build.contact(user, name="Mary Stays"))
    added(browser, SHEET.format(f"{MARKED} added"), "added.csv")
    browser.post(f"/applications/{card.id}/deletion", data=KEY)
    added_one = select(Application.id).where(Application.company == f"{MARKED} added")
    browser.post(f"/applications/{db.session.scalar(added_one)}/deletion", data=KEY)
    browser.post(f"/leads/{build.lead(user, role=f'{MARKED} lead').id}/deletion", data=KEY)
    browser.post(f"/people/{build.contact(user, name=MARKED).id}/removal", data=KEY)
    brought(browser, SHEET.format(f"{MARKED} staged"), "staged.csv")
    send(browser, SHEET.format(f"{MARKED} arrived"), "arrived.csv")
    undone = added(browser, SHEET.format(f"{MARKED} undone"), "undone.csv")
    browser.post(f"{undone}/reversal")
    build.export(user, state="made", content=MARKED.encode())
    build.application(user, company="Stays", role="Gardener")
    with writing() as session:
        for _ in range(PER_PAIR):
            FailedLogin.count(session, digest("a"), "203.0.113.9", now())
        session.add(PasswordReset.issue(user.id, now())[0])
    build.link(user)
    return browser


def holding(folder: Path) -> list[str]:
    """Files below a folder in whose bytes the word still stands."""
    return [
        file.name
        for file in sorted(folder.rglob("*"))
        if file.is_file() and MARKED.lower().encode() in file.read_bytes().lower()
    ]


@pytest.mark.on("sqlite")
def test_after_three_years_nothing_of_it_is_left_in_any_byte(
    app: Flask, hunt: Browser, settings: Settings
) -> None:
    start = now()
    assert holding(settings.instance)

    for days in YEARS:
        sweep(app, start + timedelta(days=days))
    db.session.remove()
    db.engine.dispose()
    back_up(settings, None, start + timedelta(days=YEARS[-1]))

    assert holding(settings.instance) == []


def test_what_is_past_its_day_goes_and_the_rest_stays(app: Flask, hunt: Browser) -> None:
    start = now()
    user = User.id == hunt.user.id
    sweep(app, start + timedelta(days=29))
    assert count(Application, Application.deleted_at.is_not(None)) == 2
    assert count(Import, Import.state == "staged") == 1
    assert count(Removal) == 1

    sweep(app, start + timedelta(days=400))

    left = {
        model.__name__: count(model)
        for model in (
            *(Lead, Removal, IdempotencyKey, FailedLogin, PasswordReset, Export, Device),
            *(ImportRow, KnownRow),
        )
    }
    assert left == dict.fromkeys(left, 0) | {"KnownRow": 1}
    assert sorted(db.session.scalars(select(Application.company))) == ["Stays", "Stays"]
    assert [each.state for each in db.session.scalars(select(Import))] == ["landed"]
    assert (count(Contact), count(User, user)) == (1, 1)
    (link,) = db.session.scalars(select(ShareLink))
    assert link.revoked_at is not None


def test_what_still_waits_for_somebody_is_not_swept(
    app: Flask, sign_in: Callable[..., Browser]
) -> None:
    browser = sign_in()
    added(browser, "Company,Role,Status\nAcme,Clerk,Applied\nAcme,Cook,Qwxz zzz\n")
    waiting = count(ImportRow, ImportRow.state == "needs_a_look")

    sweep(app, now() + timedelta(days=400))

    assert count(ImportRow, ImportRow.state == "needs_a_look") == waiting
    assert count(Import) == 1


def test_one_persons_bin_is_emptied_by_their_own_days(app: Flask, build: Build) -> None:
    first, second = build.user(), build.user()
    old = build.application(first, deleted_at=now() - timedelta(days=31)).id
    young = build.application(second, deleted_at=now() - timedelta(days=20)).id
    revision = db.session.get_one(User, first.id).revision

    sweep(app, now())

    assert db.session.get(Application, old) is None
    assert db.session.get(Application, young) is not None
    assert db.session.get_one(User, first.id).revision > revision


def test_what_stays_is_still_found_and_well(app: Flask, hunt: Browser) -> None:
    sweep(app, now() + timedelta(days=40))

    found = select(Application.role).where(holds(db.session(), hunt.user.id, "gardener"))
    assert list(db.session.scalars(found)) == ["Gardener"]
