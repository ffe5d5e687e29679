"""Many at once: the very rows that each by hand would leave, and one Undo for all of them."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import event, inspect, select

from tests.builders import LONG_AGO, Build
from tests.many import copy_rows
from tracker.backup.consistency import untrue_summaries
from tracker.clock import now
from tracker.database import writing
from tracker.extensions import db
from tracker.loop.outcome import Outcome
from tracker.loop.stage import Stage
from tracker.models import (
    Application,
    ApplicationTag,
    BulkChange,
    Interview,
    Rejection,
    StageChange,
    Tag,
    User,
)
from tracker.models.changes.archival import archive
from tracker.models.changes.many import ManyResult, WantedChange, change_many, loaded
from tracker.models.changes.many_undo import undo_many
from tracker.models.changes.rejection import reject
from tracker.models.changes.stage import move
from tracker.models.rejection import SILENCE
from tracker.values.days import day_of

SOLD = Outcome.LOOP_CLOSED
ITS_OWN = {"id", "role", "position", "version", "application_id", "undoes_id", "place_before"}
"""Columns that differ between two applications of which the same is true."""


def all_at_once(
    user: User, cards: Sequence[Application], wanted: WantedChange, at: datetime
) -> ManyResult:
    with writing(user, at) as session:
        return change_many(
            session, user, loaded(session, user.id, [each.id for each in cards]), wanted, at
        )


def taken_back(user: User, change_id: int, at: datetime) -> Any:
    with writing(user, at) as session:
        return undo_many(session, user, session.get_one(BulkChange, change_id), at)


def by_hand(
    user: User,
    card: Application,
    at: datetime,
    outcome: Outcome | None = None,
    how: str = SILENCE,
) -> None:
    """As the pages of one application do it."""
    with writing(user, at) as session:
        each = session.get_one(Application, card.id)
        row = Rejection.beside(each, at)
        row.on, row.how = day_of(at, user.zone), how
        reject(session, each, row, at, user)
        if outcome is not None:
            archive(session, each, outcome, at)


def stands(card: Application) -> list[Any]:
    """All that is known of it, but for what is its own."""
    db.session.rollback()
    rows: list[Any] = [db.session.get_one(Application, card.id, populate_existing=True)]
    for model in (Rejection, StageChange, Interview):
        mine = select(model).where(model.application_id == card.id).order_by(model.id)
        rows += db.session.scalars(mine, execution_options={"populate_existing": True})
    return [_facts(row) for row in rows]


def _facts(row: Any) -> dict[str, Any]:
    names = [each.key for each in inspect(type(row)).column_attrs if each.key not in ITS_OWN]
    return {name: getattr(row, name) for name in names}


def of_every_kind(build: Build, user: User, name: str, at: datetime) -> list[Application]:
    """Applications that wait for word, with whatever may stand beside one."""

    def card(kind: str, **facts: Any) -> Application:
        facts = {"at": LONG_AGO, "applied_on": LONG_AGO.date(), "role": f"{kind} {name}"} | facts
        return build.application(user, **facts)

    plain = card("plain", source="Seek")
    talked = card("talked", stage="interview")
    build.interview(talked, starts_at=LONG_AGO + timedelta(days=3), created_at=LONG_AGO)
    called = card("called")
    build.part(called, build.contact(user, phone="0400 000 000"))
    asked = card("asked")
    build.attempt(asked, created_at=LONG_AGO)
    told = card("told")
    build.point(build.feedback(told, created_at=LONG_AGO), created_at=LONG_AGO)
    doing = card("doing")
    build.action(user, application_id=doing.id, due_on=day_of(at, user.zone), created_at=LONG_AGO)
    declined = card("declined", offer_decision="declined", offer_received_on=LONG_AGO.date())
    again = card("again")
    by_hand(user, again, at - timedelta(days=9))
    with writing(user, at - timedelta(days=8)) as session:
        move(session, session.get_one(Application, again.id), Stage.APPLIED, at - timedelta(days=8))
    noted = card("noted", followed_up_on=LONG_AGO.date(), excitement=4)
    build.note(noted)
    return [plain, talked, called, asked, told, doing, declined, again, noted]


@pytest.mark.parametrize("outcome", [None, SOLD])
def test_no_answer_for_many_leaves_what_each_by_hand_leaves(
    app: Flask, build: Build, outcome: Outcome | None
) -> None:
    user, at = build.user(), now()
    single, many = (of_every_kind(build, user, name, at) for name in ("one", "many"))

    for each in single:
        by_hand(user, each, at, outcome)
    done = all_at_once(user, many, WantedChange(no_answer=True, outcome=outcome), at)

    assert done.change is not None and (done.change.changed, done.left) == (len(many), {})
    for one, other in zip(single, many, strict=True):
        assert stands(one) == stands(other), one.role
    assert untrue_summaries(db.session(), at) == []
    pauses = select(Rejection.rest_until).where(Rejection.how == SILENCE)
    assert set(db.session.scalars(pauses)) == {None}, "nobody said anything to rest from"
    first = [db.session.get_one(Application, each.id).position for each in many]
    assert first == sorted(first), "the first of them stands on top"


def test_undo_brings_all_back_as_they_were_and_the_history_keeps_both(
    app: Flask, build: Build
) -> None:
    user, at = build.user(), now()
    cards = of_every_kind(build, user, "many", at - timedelta(hours=2))
    tag = build.tag(user, "Plan B", cards[0], cards[1])
    before = [stands(each) for each in cards]
    places = [stored(each).position for each in cards]
    wanted = WantedChange(no_answer=True, outcome=SOLD, tag="Done with", untag=tag)

    done = all_at_once(user, cards, wanted, at - timedelta(hours=1))
    assert tags_of(cards[0]) == ["Done with"] and tags_of(cards[2]) == ["Done with"]
    assert done.change is not None
    undone = taken_back(user, done.change.id, at)

    assert (undone.back, undone.stay) == (len(cards), [])
    for card, was in zip(cards, before, strict=True):
        facts, *beside = stands(card)
        moves = [row for row in beside if "recorded_at" in row]
        assert facts == was[0], card.role
        assert [row for row in beside if row not in moves] == [
            row for row in was[1:] if "recorded_at" not in row
        ]
        assert [(row["before"], row["after"]) for row in moves[-2:]] == [
            (was[0]["stage"], "rejected"),
            ("rejected", was[0]["stage"]),
        ]
    assert [stored(each).position for each in cards] == places
    assert [tags_of(each) for each in cards[:3]] == [["Plan B"], ["Plan B"], []]
    assert untrue_summaries(db.session(), at) == []
    assert taken_back(user, done.change.id, now()).back == 0, "once is enough"


def stored(card: Application) -> Application:
    db.session.rollback()
    return db.session.get_one(Application, card.id, populate_existing=True)


def tags_of(card: Application) -> list[str]:
    db.session.rollback()
    mine = select(Tag.name).join(ApplicationTag, ApplicationTag.tag_id == Tag.id)
    return list(db.session.scalars(mine.where(ApplicationTag.application_id == card.id)))


def test_those_that_were_changed_since_stay_and_are_named(app: Flask, build: Build) -> None:
    user, at = build.user(), now() - timedelta(hours=1)
    changes: dict[str, Callable[[Application], Any]] = {
        "moved": lambda card: _change(user, card, lambda s, c: move(s, c, Stage.APPLIED, now())),
        "edited": lambda card: _change(user, card, lambda s, c: c.touch(now())),
        "archived": lambda card: _change(user, card, lambda s, c: archive(s, c, SOLD, now())),
        "answered": lambda card: build.feedback(card),
        "asked": lambda card: build.attempt(card),
        "taken in": lambda card: build.check_in(card),
        "worded": lambda card: _word(user, card),
    }
    cards = {
        name: build.application(user, role=name, at=LONG_AGO)
        for name in (*changes, "left alone", "noted")
    }
    done = all_at_once(user, list(cards.values()), WantedChange(no_answer=True), at)
    assert done.change is not None
    for name, change in changes.items():
        change(cards[name])
    build.note(cards["noted"])
    stage = stored(cards["moved"]).stage

    undone = taken_back(user, done.change.id, now())

    assert undone.back == 2
    assert {each.role for each in undone.stay} == set(changes)
    assert stored(cards["left alone"]).stage == stored(cards["noted"]).stage == "applied"
    assert stored(cards["moved"]).stage == stage
    assert stored(cards["asked"]).stage == "rejected"


def _change(user: User, card: Application, change: Callable[[Any, Application], Any]) -> None:
    with writing(user) as session:
        row = session.get_one(Application, card.id)
        change(session, row)
        row.touch(now())


def _word(user: User, card: Application) -> None:
    with writing(user) as session:
        row = session.scalars(select(Rejection).where(Rejection.application_id == card.id)).one()
        row.words = "They wrote at last."


def test_who_it_does_not_suit_is_left_whole_and_counted(app: Flask, build: Build) -> None:
    user, at = build.user(), now()
    suits = build.application(user, role="suits", at=LONG_AGO)
    others = {
        "over": build.application(user, stage="rejected"),
        "offer": build.application(user, offer_received_on=day_of(at, user.zone)),
        "interview": build.application(user, stage="interview"),
        "archived": build.application(user, archived_at=LONG_AGO, outcome="withdrawn"),
        "binned": build.application(user, deleted_at=LONG_AGO),
    }
    taken = build.application(user, offer_decision="accepted")
    build.interview(others["interview"], starts_at=at + timedelta(days=2))
    before = {name: stands(each) for name, each in others.items()}

    every = [suits, *others.values(), taken]
    done = all_at_once(user, every, WantedChange(no_answer=True, outcome=SOLD, tag="x"), at)

    assert done.left == dict.fromkeys(others, 1) | {"offer": 2}
    assert {name: stands(each) for name, each in others.items()} == before
    assert [tags_of(each) for each in every] == [["x"], *([[]] * 6)]
    # what is over can still be archived, and anything outside of the bin can have a tag
    assert all_at_once(user, [others["over"]], WantedChange(outcome=SOLD), now()).left == {}
    tagged = all_at_once(user, every, WantedChange(tag="X"), now())
    assert tagged.left == {"same": 1, "binned": 1}
    assert db.session.scalars(select(Tag.name)).all() == ["x"], "however it is capitalised"


@contextmanager
def sent() -> Iterator[list[str]]:
    """The statements of a while; one for hundreds of rows counts once."""
    found: list[str] = []

    def note(connection: object, cursor: object, statement: str, *rest: object) -> None:
        found.append(statement)

    event.listen(db.engine, "before_cursor_execute", note)
    try:
        yield found
    finally:
        event.remove(db.engine, "before_cursor_execute", note)


def test_hundreds_take_a_few_statements(app: Flask, build: Build) -> None:
    user = build.user()
    first = build.application(user, at=LONG_AGO, applied_on=LONG_AGO.date())
    copy_rows(user, first, 300)
    with writing(user) as session:
        cards = list(session.scalars(Application.of(user.id)))

    with sent() as doing:
        done = all_at_once(
            user, cards, WantedChange(no_answer=True, outcome=SOLD, tag="old"), now()
        )
    assert done.change is not None
    with sent() as undoing:
        taken_back(user, done.change.id, now())

    assert len(doing) < 40 and len(undoing) < 40


def test_what_time_has_changed_meanwhile_is_added_up_again(app: Flask, build: Build) -> None:
    user, at = build.user(), now()
    long_ago = at - timedelta(days=40)
    over = build.application(user, at=long_ago, applied_on=day_of(long_ago, user.zone))
    by_hand(user, over, long_ago, how="email")
    assert (wakes := stored(over).wake_at) is not None and wakes < at

    all_at_once(user, [over], WantedChange(tag="old"), at)
    assert untrue_summaries(db.session(), at) == []
    all_at_once(user, [over], WantedChange(outcome=SOLD), now())

    assert untrue_summaries(db.session(), now()) == []
