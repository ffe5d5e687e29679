"""The database of the release before opens in this one, with every row that was in it."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    DateTime,
    Engine,
    Integer,
    LargeBinary,
    MetaData,
    create_engine,
    func,
    insert,
    inspect,
    select,
    text,
)
from sqlalchemy.orm import Session
from sqlalchemy.pool import NullPool

from tests.older import make_older
from tracker import schema
from tracker.config.settings import Settings
from tracker.imports.reading.rows import ReadRow, fingerprint
from tracker.imports.reading.snapshot import remembered_snapshot, snapshot_of
from tracker.loop.rest import FOR_GOOD
from tracker.models import Application, Base, Interview, KnownRow, Offer, Rejection, User, search
from tracker.models.search.index import FACTS
from tracker.models.summary import summary_of
from tracker.startup import prepare_database

RELEASED = "0006"
"""The schema of 0.1.0. What a released migration makes is never edited, so these are its tables."""
NEW_AND_EMPTY = {
    *("account_events", "identities", "passkeys", "recovery_codes", "second_steps"),
    *("import_files", "mail_proposals", "mailboxes", "task_runs"),
    *("reminder_channels", "reminder_deliveries", "reminder_settings", "reminders"),
    *("tags", "application_tags", "saved_views", "bulk_changes"),
    *("practice_runs", "stories"),
}
"""Tables that nothing of the release before goes into."""
MADE_FROM_OTHERS = {"known_rows", "offers"}
"""Tables that came since, and hold what stood elsewhere before."""
UNSEEN = ("alembic_version", "application_search", "search_")
"""Tables that no model is of."""


@pytest.fixture
def released(bare_database: str, tmp_path: Path) -> Settings:
    """A database as 0.1.0 left it, a row in every table."""
    make_older(bare_database, RELEASED)
    engine = create_engine(bare_database, poolclass=NullPool)
    tables = MetaData()
    tables.reflect(engine)
    with engine.begin() as connection:
        if set(FACTS) <= {*tables.tables["applications"].columns.keys()}:
            search.create(connection)  # while it reads no column that came since
        for table in tables.sorted_tables:
            if not table.name.startswith(UNSEEN):
                row = {column.name: value(column) for column in table.columns}
                connection.execute(insert(table).values(row))
    return Settings(tmp_path, bare_database, "x" * 32)


ROW = {
    "state": "landed",
    "cells": ["Acme", "Clerk"],
    "reading": {"number": 1, "facts": {"company": "Acme", "role": "Clerk"}, "notes": "Ask for Jo"},
    "application_id": 1,
    "lead_id": None,
}
"""What a row of a sheet was read as, and became."""


def value(column: Column[Any]) -> Any:
    """Something that the column can hold; every row that another one names is the first."""
    if column.table.name == "import_rows" and column.name in ROW:
        return ROW[column.name]
    if column.primary_key or column.foreign_keys:
        return 1
    kind = column.type
    for kinds, made in (
        (Boolean, True),
        (Integer, 5),
        (DateTime, datetime(2026, 3, 2, 9, tzinfo=UTC)),
        (Date, date(2026, 3, 2)),
        (LargeBinary, b"%PDF"),
        (JSON, {}),
    ):
        if isinstance(kind, kinds):
            return made
    return column.name


def counts(engine: Engine) -> dict[str, int]:
    there = inspect(engine).get_table_names()
    with engine.connect() as connection:
        return {
            name: connection.scalar(select(func.count()).select_from(table)) or 0
            for name, table in Base.metadata.tables.items()
            if name in there
        }


@pytest.mark.both_databases
@pytest.mark.filterwarnings("ignore:.*expression-based index")
def test_database_of_the_release_before_opens_with_its_rows(released: Settings) -> None:
    engine = create_engine(released.database_url, poolclass=NullPool)
    before = counts(engine)
    every = dict.fromkeys(Base.metadata.tables, 1)
    later = {*MADE_FROM_OTHERS, *NEW_AND_EMPTY}
    assert before == {name: 1 for name in every if name not in later}

    assert prepare_database(released) is schema.State.OLDER

    assert schema.state(engine) is schema.State.CURRENT
    assert counts(engine) == every | dict.fromkeys(NEW_AND_EMPTY, 0)
    with Session(engine) as session:
        for mapper in Base.registry.mappers:
            rows = session.scalars(select(mapper.class_)).all()
            assert rows or mapper.local_table.name in NEW_AND_EMPTY
        if engine.dialect.name == "sqlite":
            assert session.execute(text("PRAGMA foreign_key_check")).all() == []
    assert prepare_database(released) is schema.State.CURRENT


@pytest.mark.filterwarnings("ignore:.*expression-based index")
def test_rows_of_an_import_of_before_are_known_again(released: Settings) -> None:
    assert prepare_database(released) is schema.State.OLDER
    engine = create_engine(released.database_url, poolclass=NullPool)
    read = ReadRow(7, facts={"company": "Acme", "role": "Clerk"}, notes=" ask  for Jo")
    with Session(engine) as session:
        (known,) = session.scalars(select(KnownRow))

        assert (known.application_id, known.lead_id, known.import_id) == (1, None, 1)
        assert known.cells == fingerprint(["Acme", "Clerk"]).hex()
        assert remembered_snapshot(known.said) == snapshot_of(read)
        assert "Jo" not in str(known.said)


CHOICES: list[tuple[dict[str, Any], dict[str, Any]]] = [
    ({"uk": {"target": 35, "columns": ["on"]}}, {"uk": {"columns": ["on"]}}),
    ({"preset": "au", "au": {"target": 100}}, {"preset": "au", "au": {}}),
    ({"uk": {"target": 16}, "au": {"target": 60}}, {"uk": {"target": 16}, "au": {"target": 60}}),
    ({"us": {"target": 35}, "odd": [1]}, {"us": {"target": 35}, "odd": [1]}),
    ({}, {}),
]
"""What people had chosen of their logs, and what is left of that."""


@pytest.mark.filterwarnings("ignore:.*expression-based index")
def test_a_number_to_reach_that_nobody_typed_is_asked_for_anew(released: Settings) -> None:
    engine = create_engine(released.database_url, poolclass=NullPool)
    users = MetaData()
    users.reflect(engine, only=["users"])
    table = users.tables["users"]
    with engine.begin() as connection:
        first = dict(connection.execute(select(table)).mappings().one())
        connection.execute(table.update().values(log_choice=CHOICES[0][0]))
        for number, (kept, _) in enumerate(CHOICES[1:], 2):
            another = {"id": number, "email": f"{number}@example.org", "log_choice": kept}
            connection.execute(table.insert().values(first | another))

    prepare_database(released)

    with Session(engine) as session:
        left = session.scalars(select(User.log_choice).order_by(User.id)).all()
        assert left == [expected for _, expected in CHOICES]


SOON = datetime.now(UTC) + timedelta(days=9)


def adder(connection: Any, tables: MetaData) -> Callable[..., None]:
    """Adds a row to a table; what may not be empty is as little as can be."""

    def add(name: str, /, **facts: Any) -> None:
        empty = {
            column.name: value_of_nothing(column)
            for column in tables.tables[name].columns
            if not column.nullable and column.name not in ("id", *facts)
        }
        connection.execute(insert(tables.tables[name]).values(empty | facts))

    return add


def rows_before_offers(connection: Any, tables: MetaData) -> None:
    """Applications that tell of their offers themselves, and interviews ahead of an end."""

    add = adder(connection, tables)
    made, later = datetime(2026, 3, 2, 9, tzinfo=UTC), datetime(2026, 3, 9, 9, tzinfo=UTC)
    add("users", id=1, time_zone="Australia/Sydney", created_at=made)
    ahead = {"next_interview_at": SOON}
    every: list[dict[str, Any]] = [
        {"stage": "interview", "offer_received_on": date(2026, 3, 2), "offer_note": "65k"},
        {"stage": "interview", "offer_decision": "accepted"},
        {"stage": "interview", "outcome": "offer_declined", "archived_at": later},
        {"stage": "rejected"} | ahead,
        {"stage": "interview", "outcome": "withdrawn", "archived_at": later} | ahead,
        {"stage": "interview"} | ahead,
    ]
    for number, facts in enumerate(every, 1):
        add("applications", id=number, user_id=1, created_at=made, updated_at=made, **facts)
        add(
            "stage_changes", user_id=1, application_id=number, after=facts["stage"],
            recorded_at=made,
        )  # fmt: skip
    add("rejections", user_id=1, application_id=4, created_at=later)
    for number, written in ((4, made), (4, later + timedelta(days=1)), (5, made), (6, made)):
        add("interviews", user_id=1, application_id=number, starts_at=SOON, created_at=written)


def value_of_nothing(column: Column[Any]) -> Any:
    kind = column.type
    if isinstance(kind, Boolean):
        return False
    if isinstance(kind, Integer):
        return 1
    if isinstance(kind, JSON):
        return {}
    return datetime(2026, 3, 2, tzinfo=UTC) if isinstance(kind, DateTime) else ""


@pytest.mark.filterwarnings("ignore:.*expression-based index")
def test_what_old_rows_tell_of_offers_and_of_interviews_called_off(bare_database: str) -> None:
    make_older(bare_database, "0008")
    engine = create_engine(bare_database, poolclass=NullPool)
    tables = MetaData()
    tables.reflect(engine)
    with engine.begin() as connection:
        rows_before_offers(connection, tables)

    schema.upgrade(bare_database)

    with Session(engine) as session:
        offers = session.scalars(select(Offer).order_by(Offer.application_id)).all()
        assert [(each.application_id, each.received_on, each.decision) for each in offers] == [
            (1, date(2026, 3, 2), None),
            (2, None, "accepted"),
            (3, None, "declined"),
        ]
        assert (offers[0].note, offers[0].was_accepted) == ("65k", False)
        assert session.get_one(Application, 3).offer_decision == "declined"
        called_off = session.scalars(select(Interview.outcome).order_by(Interview.id)).all()
        assert called_off == ["cancelled", None, "cancelled", None]
        coming = select(Application.id).where(Application.next_interview_at.is_not(None))
        assert session.scalars(coming.order_by(Application.id)).all() == [4, 6]


NO_DAY = "The sheet doesn't say which day the offer came; this is the day of the import."
LATE = datetime(2026, 3, 2, 21, tzinfo=UTC)
"""In Sydney it is the third already."""
OLD_OFFERS: list[tuple[dict[str, Any], tuple[Any, ...], bool]] = [
    (
        {"received_on": date(2026, 3, 3), "note": NO_DAY},
        (None, "", False),
        True,
    ),
    (
        {"received_on": date(2026, 3, 3), "note": f"{NO_DAY}\n\n65k", "decision": "declined"},
        (None, "65k", False),
        False,
    ),
    (
        {"received_on": date(2026, 3, 1), "note": NO_DAY},
        (date(2026, 3, 1), NO_DAY, False),
        True,
    ),
    (
        {"received_on": date(2026, 3, 3), "note": "65k"},
        (date(2026, 3, 3), "65k", False),
        True,
    ),
    ({"received_on": None, "note": "", "decision": "accepted"}, (None, "", True), False),
    ({"received_on": None, "note": "65k"}, (None, "65k", False), True),
]
"""Old offers, what is told of them (day, words, whether it is implied), whether they wait."""


@pytest.mark.filterwarnings("ignore:.*expression-based index")
def test_what_old_rows_tell_of_offers_without_a_day(bare_database: str) -> None:
    make_older(bare_database, "0014")
    engine = create_engine(bare_database, poolclass=NullPool)
    tables = MetaData()
    tables.reflect(engine)
    with engine.begin() as connection:
        add = adder(connection, tables)
        add("users", id=1, time_zone="Australia/Sydney", created_at=LATE, former_zones=[])
        for number, (facts, _, waits) in enumerate(OLD_OFFERS, 1):
            add(
                "applications", id=number, user_id=1, stage="applied", created_at=LATE,
                updated_at=LATE, offer_received_on=facts["received_on"],
                offer_note=facts["note"], offer_decision=facts.get("decision"),
                pinned=waits and facts["received_on"] is not None,
            )  # fmt: skip
            add(
                "stage_changes", user_id=1, application_id=number, after="applied",
                recorded_at=LATE,
            )  # fmt: skip
            add("offers", user_id=1, application_id=number, created_at=LATE, **facts)

    schema.upgrade(bare_database)

    with Session(engine) as session:
        offers = session.scalars(select(Offer).order_by(Offer.application_id)).all()
        told = [(each.received_on, each.note, each.implied) for each in offers]
        assert told == [expected for _, expected, _ in OLD_OFFERS]
        cards = session.scalars(select(Application).order_by(Application.id)).all()
        assert [card.offer_open for card in cards] == [waits for _, _, waits in OLD_OFFERS]
        assert [card.pinned for card in cards] == [waits for _, _, waits in OLD_OFFERS]
        assert [card.offer_received_on for card in cards] == [day for day, _, _ in told]
        for card in cards:
            summary = summary_of(session, card, datetime.now(UTC), ZoneInfo("UTC")).columns()
            assert {name: summary[name] for name in summary if name.startswith("offer_")} == {
                name: getattr(card, name) for name in summary if name.startswith("offer_")
            }


@pytest.mark.filterwarnings("ignore:.*expression-based index")
def test_what_old_rows_tell_of_a_no_that_stands_and_of_calls_after_it(bare_database: str) -> None:
    make_older(bare_database, "0014")
    engine = create_engine(bare_database, poolclass=NullPool)
    tables = MetaData()
    tables.reflect(engine, only=["users", "applications", "stage_changes", "rejections"])
    made = datetime(2026, 3, 2, 9, tzinfo=UTC)

    def happened(number: int, *steps: str) -> None:
        """A word that ends it, or the stage it came back to, day by day; "undo" takes that back."""
        at, before = made, "applied"
        for step in steps:
            at += timedelta(days=1)
            beside = {"user_id": 1, "application_id": number}
            if step in ("email", "silence"):
                add("rejections", **beside, how=step, created_at=at, on=at.date())
                before = "rejected"
            elif step == "undo":
                latest = connection.scalar(select(func.max(tables.tables["stage_changes"].c.id)))
                add("stage_changes", **beside, before=before, after="rejected", recorded_at=at,
                    undoes_id=latest)  # fmt: skip
                before = "rejected"
            else:
                add("stage_changes", **beside, before=before, after=step, recorded_at=at,
                    on=at.date())  # fmt: skip
                before = step

    every: dict[int, tuple[str, ...]] = {
        1: ("email",),
        2: ("silence",),
        3: ("email", "interview", "silence"),
        4: ("silence", "applied", "email"),
        5: ("email", "interview"),
        6: ("email", "interview", "undo"),
    }
    with engine.begin() as connection:
        add = adder(connection, tables)
        add("users", id=1, time_zone="Australia/Sydney", created_at=made)
        for number, steps in every.items():
            add("applications", id=number, user_id=1, created_at=made, updated_at=made)
            happened(number, *steps)

    schema.upgrade(bare_database)

    with Session(engine) as session:
        found = session.scalars(select(Application).order_by(Application.id)).all()
        assert [each.no_stands for each in found] == [True, False, False, True, False, True]
        assert [each.called_on for each in found] == [
            None, None, date(2026, 3, 4), date(2026, 3, 4), date(2026, 3, 4), None,
        ]  # fmt: skip
        assert [each.called_back for each in found] == [bool(each.called_on) for each in found]


def test_themes_of_ours_get_their_new_names_and_those_of_people_stay(bare_database: str) -> None:
    make_older(bare_database, "0019")
    engine, tables = create_engine(bare_database, poolclass=NullPool), MetaData()
    tables.reflect(engine, only=["users", "themes"])
    with engine.begin() as connection:
        add = adder(connection, tables)
        add(
            "users", id=1, time_zone="Australia/Sydney", created_at=datetime(2026, 3, 2, tzinfo=UTC)
        )
        for number, (name, slug) in enumerate(
            [
                ("Somebody stronger", "stronger"),
                ("Somebody stronger", None),
                ("Presence and manner", "presence"),
                ("My own word", "nerves"),
            ],
            1,
        ):
            add("themes", id=number, user_id=1, name=name, slug=slug)

    schema.upgrade(bare_database)

    with engine.begin() as connection:
        names = connection.scalars(select(tables.tables["themes"].c.name).order_by("id")).all()
    assert names == ["Somebody else", "Somebody stronger", "How I came across", "My own word"]


@pytest.mark.filterwarnings("ignore:.*expression-based index")
def test_silence_loses_the_pause_it_was_given_and_a_no_keeps_it(bare_database: str) -> None:
    make_older(bare_database, "0034")
    engine, tables = create_engine(bare_database, poolclass=NullPool), MetaData()
    tables.reflect(engine, only=["users", "applications", "rejections"])
    made = datetime(2026, 3, 2, tzinfo=UTC)
    with engine.begin() as connection:
        add = adder(connection, tables)
        add("users", id=1, time_zone="Australia/Sydney", created_at=made)
        for number, how in enumerate(("silence", "email", None), 1):
            add("applications", id=number, user_id=1, created_at=made, updated_at=made)
            add("rejections", id=number, user_id=1, application_id=number, how=how,
                created_at=made, rest_until=FOR_GOOD)  # fmt: skip

    schema.upgrade(bare_database)

    with Session(engine) as session:
        rests = session.scalars(select(Rejection.rest_until).order_by(Rejection.id)).all()
    assert rests == [None, FOR_GOOD, FOR_GOOD]
