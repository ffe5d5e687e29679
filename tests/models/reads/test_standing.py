"""How an application stands: the rule in SQL, held against a plain reading of the columns."""

from datetime import UTC, date, datetime, timedelta
from functools import reduce
from itertools import product
from types import SimpleNamespace
from typing import Any

import pytest
from sqlalchemy import Insert, insert, inspect, literal, select, text, true, union_all

from tests.builders import Build
from tests.standing import standing_of
from tracker.database import writing
from tracker.loop.outcome import Outcome
from tracker.loop.stage import Stage
from tracker.models.application import Application
from tracker.models.offer import COUNTERED, DECISIONS, TAKEN_BACK
from tracker.models.reads.standing import DECIDED, AsOf, Standing, standing

NOW = datetime(2026, 3, 20, 9, tzinfo=UTC)
SILENT_BEFORE = date(2026, 3, 1)
COLUMNS: dict[str, tuple[Any, ...]] = {
    "stage": tuple(Stage),
    "archived_at": (None, NOW),
    "outcome": (None, *Outcome),
    "offer_open": (False, True),
    "offer_decision": (None, *DECISIONS),
    "rejection_recorded": (False, True),
    "no_said": (False, True),
    "no_stands": (False, True),
    "called_back": (False, True),
    "interviewed": (False, True),
    "next_interview_at": (None, NOW, NOW + timedelta(hours=1)),
    "applied_on": (None, SILENT_BEFORE, SILENT_BEFORE - timedelta(days=1)),
}
had_offer = inspect(Application).all_orm_descriptors["had_offer"].fget
IN_FRONT = "CREATE TEMP TABLE applications AS SELECT * FROM {}.applications WHERE false"
"""For a transaction, a table of that name without the indexes, which take most of the time."""
HOME = {"sqlite": "main", "postgresql": "public"}


def made(**facts: Any) -> Application:
    """One with these columns and nothing else."""
    blank = {name: values[0] for name, values in COLUMNS.items()}
    return Application(company="Banksia", role="Baker", **(blank | facts))


def can_be(facts: dict[str, Any]) -> bool:
    """An outcome is of what is put away; a no that stands was said, and is recorded."""
    told = not facts["no_stands"] or (facts["rejection_recorded"] and facts["no_said"])
    return told and (facts["archived_at"] is not None or facts["outcome"] is None)


def every_combination(user_id: int) -> Insert:
    """A row for each, made in the database: `can_be` in SQL."""
    blank = {"user_id": user_id, "company": "Banksia", "role": "Baker", "version": 1}
    beside = blank | {"position": 1, "created_at": NOW, "updated_at": NOW}
    types = {column.name: column.type for column in Application.__table__.columns}
    lists = [
        union_all(*(select(literal(each, types[name]).label(name)) for each in of)).subquery()
        for name, of in COLUMNS.items()
    ]
    of = {name: each.c[name] for name, each in zip(COLUMNS, lists, strict=True)}
    crossed = reduce(lambda left, right: left.join(right, true()), lists)
    told = ~of["no_stands"] | (of["rejection_recorded"] & of["no_said"])
    rows = (
        select(*(literal(fact, types[name]) for name, fact in beside.items()), *of.values())
        .select_from(crossed)
        .where(told, of["archived_at"].is_not(None) | of["outcome"].is_(None))
    )
    return insert(Application).from_select([*beside, *of], rows, include_defaults=False)


def stands(**facts: Any) -> Standing:
    return standing_of(made(**facts), NOW, SILENT_BEFORE)


@pytest.mark.both_databases
def test_the_rule_in_sql_is_the_rule_in_python_for_every_combination(build: Build) -> None:
    user = build.user()
    any_of = (dict(zip(COLUMNS, values, strict=True)) for values in product(*COLUMNS.values()))
    every = sum(can_be(facts) for facts in any_of)
    asked = select(
        standing(AsOf(NOW, SILENT_BEFORE)),
        Application.had_offer,
        *(getattr(Application, name) for name in COLUMNS),
    )
    with writing() as session:
        connection = session.connection()
        connection.execute(text(IN_FRONT.format(HOME[connection.dialect.name])))
        connection.execute(every_combination(user.id))
        found = connection.execute(asked).all()
        session.rollback()

    assert len(set(found)) == len(found) == every
    seen = set()
    for stood, offered, *values in found:
        facts = dict(zip(COLUMNS, values, strict=True))
        assert can_be(facts)
        assert stood == standing_of(SimpleNamespace(**facts), NOW, SILENT_BEFORE), values
        assert bool(offered) == had_offer(SimpleNamespace(**facts)), values
        seen.add(stood)
    assert seen == set(Standing)


def test_the_answers_to_an_offer_are_those_that_it_can_be_given() -> None:
    assert {*DECIDED, TAKEN_BACK} == set(DECISIONS) - {COUNTERED}


def test_who_has_heard_nothing_waits_and_then_is_silent() -> None:
    assert stands(applied_on=SILENT_BEFORE) == Standing.WAITING
    assert stands(applied_on=SILENT_BEFORE - timedelta(days=1)) == Standing.SILENT
    assert stands() == Standing.WAITING


def test_after_an_interview_one_waits_however_long_it_takes() -> None:
    assert stands(applied_on=date(2025, 1, 1), interviewed=True) == Standing.WAITING


def test_silence_that_ended_one_is_no_no() -> None:
    assert stands(stage="rejected", rejection_recorded=True) == Standing.NO_ANSWER
    said = {"rejection_recorded": True, "no_said": True, "no_stands": True}
    assert stands(stage="rejected", **said) == Standing.THEY_SAID_NO
    assert stands(archived_at=NOW, outcome=Outcome.LOOP_CLOSED) == Standing.NO_ANSWER
    assert stands(archived_at=NOW) == Standing.NO_ANSWER


def test_card_that_was_only_moved_to_rejected_was_told_no() -> None:
    assert stands(stage="rejected") == Standing.THEY_SAID_NO
    assert stands(stage="action_taken", archived_at=NOW, outcome="loop_closed") == (
        Standing.THEY_SAID_NO
    )


def test_no_that_was_called_back_waits_again() -> None:
    back = {"no_said": True, "called_back": True}
    assert stands(stage="interview", interviewed=True, **back) == Standing.WAITING
    assert stands(applied_on=date(2025, 1, 1), **back) == Standing.WAITING


def test_no_after_which_they_called_is_not_what_it_ended_with() -> None:
    back = {"interviewed": True, "no_said": True, "called_back": True}
    assert stands(stage="interview", archived_at=NOW, outcome="loop_closed", **back) == (
        Standing.NO_ANSWER
    )
    silent = {"stage": "rejected", "rejection_recorded": True, **back}
    assert stands(**silent) == Standing.NO_ANSWER
    assert stands(**silent, no_stands=True) == Standing.THEY_SAID_NO
    assert stands(stage="rejected", **back) == Standing.THEY_SAID_NO, "moved there by hand"


def test_who_wrote_after_all_has_not_been_silent() -> None:
    assert stands(applied_on=date(2025, 1, 1), called_back=True) == Standing.WAITING


def test_role_that_they_closed_is_no_silence() -> None:
    closed = {"archived_at": NOW, "outcome": Outcome.ROLE_CLOSED}
    assert stands(**closed) == Standing.THEY_SAID_NO
    assert stands(**closed, stage="rejected", rejection_recorded=True) == Standing.THEY_SAID_NO
    assert stands(**closed, offer_open=True) == Standing.OFFER_TAKEN_BACK
    assert stands(**closed, offer_decision="accepted") == Standing.OFFER_ACCEPTED


def test_offer_ends_as_what_it_is() -> None:
    offer = {"offer_open": True, "interviewed": True}
    assert stands(**offer) == Standing.OFFER_TO_ANSWER
    answered = {"offer_open": False, "interviewed": True}
    assert stands(**answered, offer_decision="declined") == Standing.OFFER_DECLINED
    assert stands(**answered, offer_decision="taken_back", stage="rejected") == (
        Standing.OFFER_TAKEN_BACK
    )
    assert stands(**offer, archived_at=NOW, outcome="withdrawn") == Standing.WITHDRAWN


def test_offer_taken_back_after_it_was_accepted_is_not_accepted() -> None:
    assert stands(
        offer_decision="taken_back", archived_at=NOW, outcome="offer_accepted", stage="interview"
    ) == Standing.OFFER_TAKEN_BACK  # fmt: skip


def test_an_answer_or_an_outcome_without_a_day_says_that_there_was_an_offer() -> None:
    assert made(offer_open=True).had_offer
    assert not made(offer_open=False).had_offer
    assert made(offer_decision="declined").had_offer
    assert made(archived_at=NOW, outcome="offer_accepted").had_offer
    assert not made(archived_at=NOW, outcome="withdrawn").had_offer


def test_every_standing_reads_as_words() -> None:
    assert [each.label for each in Standing] == [
        "Waiting", "Silent", "Interview ahead", "Offer to answer", "They said no", "No answer",
        "Offer accepted", "Offer declined", "Offer taken back", "Withdrawn",
    ]  # fmt: skip
