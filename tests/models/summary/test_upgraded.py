"""What the migrations work out of old rows is what the summaries of today say."""

from datetime import date
from importlib import import_module

import pytest
from sqlalchemy import text

from tests.builders import Build
from tracker.backup.consistency import untrue_summaries
from tracker.clock import now
from tracker.database import writing
from tracker.extensions import db
from tracker.loop.stage import Stage
from tracker.models import Application, User
from tracker.models.changes.stage import move

ONWARD = import_module("tracker.migrations.versions.0014_onward")
BEFORE = (
    "UPDATE applications SET feedback_unread = 0, points_open = 0, actions_open = 0,"
    " action_due_on = NULL WHERE stage IN ('applied', 'interview')",
    "UPDATE applications SET loop_ended = :yes, rejection_recorded = :yes,"
    " rejection_on = '2026-03-02' WHERE company = 'Called'",
)


@pytest.fixture
def user(build: Build) -> User:
    return build.user()


def moved(card: Application, *stages: Stage) -> None:
    for stage in stages:
        with writing() as session:
            move(session, session.get_one(Application, card.id), stage, now())


def told(build: Build, user: User, stage: str, **facts: object) -> Application:
    card = build.application(user, stage=stage, **facts)
    point = build.point(build.feedback(card, "Too long."))
    build.point(build.feedback(card, "Too short.", specific=True), agreed="no")
    build.action(user, point, due_on=date(2026, 3, 4))
    build.feedback(card, "Not read yet.")
    return card


def test_old_rows_are_summed_up_as_new_ones_are(build: Build, user: User) -> None:
    told(build, user, "interview")
    told(build, user, "applied", archived_at=now(), outcome="withdrawn")
    for on in ((Stage.INTERVIEW,), (Stage.INTERVIEW, Stage.REJECTED)):
        card = told(build, user, "rejected", company="Called")
        build.rejection(card, on=date(2026, 3, 2))
        build.action(user, application_id=card.id, done_on=date(2026, 3, 3))
        moved(card, *on)
        if on[-1] == Stage.REJECTED:
            build.rejection(card, on=date(2026, 3, 9))
    assert untrue_summaries(db.session(), now()) == []
    with db.engine.begin() as connection:
        for statement in BEFORE:
            connection.execute(text(statement), {"yes": True} if ":yes" in statement else {})
    db.session.rollback()
    assert len(untrue_summaries(db.session(), now())) == 4

    with db.engine.begin() as connection:
        for statement in ONWARD.SUMMED_UP:
            connection.execute(text(statement))

    db.session.rollback()
    assert untrue_summaries(db.session(), now()) == []
