"""Places in a column."""

import pytest
from sqlalchemy import select

from tests.builders import Build
from tracker.clock import now
from tracker.database import writing
from tracker.extensions import db
from tracker.models import Application, Stage
from tracker.models.changes.position import GAP, Placement
from tracker.models.changes.stage import move


def test_column_that_has_grown_by_thousands_still_has_a_top(build: Build) -> None:
    user = build.user()
    highest = build.application(user, position=-5000 * GAP)
    card = build.application(user)

    db.session.rollback()
    assert db.session.get_one(Application, card.id).position == highest.position - GAP


@pytest.mark.both_databases
def test_column_is_renumbered_where_there_is_no_room_between_two_cards(build: Build) -> None:
    user = build.user()
    first, second, third = (build.application(user, position=n) for n in (7, 8, 9))
    moving = build.application(user, stage="interview")

    with writing(user) as session:
        card = session.get_one(Application, moving.id)
        move(session, card, Stage.APPLIED, now(), Placement(before=second.id))

    order = db.session.scalars(select(Application.id).order_by(Application.position))
    assert list(order) == [first.id, moving.id, second.id, third.id]


def test_place_before_a_card_of_another_column_is_the_top(build: Build) -> None:
    user = build.user()
    elsewhere = build.application(user, stage="rejected")
    there = build.application(user, stage="interview")
    moving = build.application(user)

    with writing(user) as session:
        card = session.get_one(Application, moving.id)
        move(session, card, Stage.INTERVIEW, now(), Placement(before=elsewhere.id))

    db.session.rollback()
    assert (
        db.session.get_one(Application, moving.id).position
        < db.session.get_one(Application, there.id).position
    )


def test_place_beside_a_card_of_another_person_is_the_top(build: Build) -> None:
    user, other = build.user(), build.user()
    theirs = build.application(other, position=100)
    mine = build.application(user, position=0)
    moving = build.application(user, stage="interview")

    with writing(user) as session:
        card = session.get_one(Application, moving.id)
        move(session, card, Stage.APPLIED, now(), Placement(after=theirs.id))

    db.session.rollback()
    assert db.session.get_one(Application, moving.id).position == mine.position - GAP
