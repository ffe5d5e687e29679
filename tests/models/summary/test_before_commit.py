"""No change leaves a summary behind, whichever row it is made to and whoever makes it."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy.orm import Session

from tests.browser import Browser
from tests.builders import Build
from tests.views.account.test_settings import profile
from tests.worlds import close
from tracker.backup.consistency import untrue_summaries
from tracker.clock import now
from tracker.config.settings import Settings
from tracker.database import writing
from tracker.extensions import db
from tracker.models import (
    Action,
    ActionPoint,
    Application,
    ApplicationContact,
    Attempt,
    Base,
    Contact,
    Feedback,
    FeedbackPoint,
    Interview,
    Offer,
    Rejection,
    Stage,
    StageChange,
    User,
)
from tracker.models.changes.stage import move
from tracker.models.summary.changed_rows import WAYS
from tracker.models.undo import remove_with_undo, undo_removal
from tracker.values.days import day_of

NOT_SUMMED_UP = {
    "action_uses": "which later application used an action is counted where it is shown",
    "application_skills": "words on an application; no next step stands on them",
    "application_sparks": "words on an application; no next step stands on them",
    "application_tags": "words to sort by; no next step stands on them",
    "check_ins": "how heavy a no is decides nothing",
    "coach_notes": "what a coach says decides nothing until it is an action",
    "known_rows": "what a sheet said last decides nothing here",
    "leads": "what a lead became is on the lead",
    "notes": "words on an application; no next step stands on them",
    "practice_runs": "how often something was practised decides nothing",
    "removals": "what was taken away is in no table any more",
    "stories": "what is practised decides nothing",
    "thoughts": "questions for an ask are read with it",
}


def test_every_row_that_names_an_application_is_summed_up_or_has_a_reason_not_to_be() -> None:
    named, known = set(NOT_SUMMED_UP), {"applications"}
    while True:
        found = {
            table.name
            for table in Base.metadata.tables.values()
            if any(key.column.table.name in known for key in table.foreign_keys)
        } | known
        if found == known:
            break
        known = found
    summed = {model.__tablename__ for model in WAYS}

    assert known - summed - {"applications"} == named
    assert not summed & named


@pytest.fixture
def cards(build: Build, user: User) -> list[Application]:
    """Two that were told no, with all that their summaries are made of."""
    with build.together():
        person = build.contact(user)
        made = []
        for role in ("Baker", "Barista"):
            card = build.application(user, role=role, stage="feedback_received")
            build.interview(card, starts_at=now() - timedelta(days=3))
            build.offer(card, decision="declined")
            build.rejection(card, on=now().date(), how="email")
            build.attempt(card, on=now().date())
            build.point(build.feedback(card, specific=False))
            build.part(card, person)
            made.append(card)
    build.action(user, *every(FeedbackPoint), application_id=made[0].id, due_on=now().date())
    return made


@pytest.fixture
def user(build: Build) -> User:
    return build.user()


def every(model: Any) -> list[Any]:
    return list(db.session.scalars(db.select(model).order_by(*model.__table__.primary_key)))


def a(session: Session, model: Any) -> Any:
    return session.scalars(db.select(model).order_by(*model.__table__.primary_key)).first()


def put(model: Any, **values: Any) -> Callable[[Session], None]:
    """Another value for what is said there."""

    def change(session: Session) -> None:
        for name, value in values.items():
            setattr(a(session, model), name, value)

    return change


def gone(model: Any) -> Callable[[Session], None]:
    return lambda session: session.delete(a(session, model))


def gone_and_back(session: Session) -> None:
    interview = a(session, Interview)
    undo_removal(session, remove_with_undo(session, "interview", [interview], now()), now())


def moved(session: Session) -> None:
    move(session, a(session, Application), Stage.INTERVIEW, now())


def closed(session: Session) -> None:
    a(session, Action).done_on = now().date()
    session.flush()
    move(session, a(session, Application), Stage.ACTION_TAKEN, now())


LATER = timedelta(days=9)
CHANGES = {
    "interview_moved": lambda session: put(Interview, starts_at=now() + LATER)(session),
    "interview_reviewed": put(Interview, went_well="All of it"),
    "interview_gone": gone(Interview),
    "interview_gone_and_back": gone_and_back,
    "no_for_silence": put(Rejection, how="silence"),
    "no_rests": lambda session: put(Rejection, rest_until=now() + LATER)(session),
    "no_nothing_to_act_on": lambda session: put(Rejection, nothing_to_act_on_at=now())(session),
    "no_gone": gone(Rejection),
    "attempt_answered": put(Attempt, result="spoke"),
    "attempt_gone": gone(Attempt),
    "feedback_unread": put(Feedback, specific=None),
    "feedback_gone": gone(Feedback),
    "point_not_about_me": put(FeedbackPoint, kind="not_me"),
    "point_gone": gone(FeedbackPoint),
    "answer_gone": gone(ActionPoint),
    "action_on_another_day": put(Action, due_on=None),
    "action_done": lambda session: put(Action, done_on=now().date())(session),
    "action_dropped": lambda session: put(Action, dropped_at=now())(session),
    "action_of_no_card": put(Action, application_id=None),
    "action_closed": closed,
    "phone": put(Contact, phone="0400 000 000"),
    "part_gone": gone(ApplicationContact),
    "person_gone": gone(Contact),
    "zone": put(User, time_zone="Pacific/Auckland"),
    "moved": moved,
    "put_away": lambda session: put(Application, archived_at=now(), outcome="withdrawn")(session),
    "binned": lambda session: put(Application, deleted_at=now())(session),
    "offer": lambda session: put(Offer, received_on=now().date(), decision=None)(session),
    "offer_gone": gone(Offer),
    "silence": put(Application, quiet_days=7),
}


@pytest.mark.on("sqlite")
def test_no_change_leaves_a_summary_behind(
    app: Flask, build: Build, user: User, cards: list[Application], settings: Settings
) -> None:
    """Each in a database as it was before all others."""
    assert untrue_summaries(db.session(), now()) == []
    user_id, file = user.id, settings.sqlite_file
    assert file is not None
    close()
    before = file.read_bytes()
    for name in CHANGES:
        close()
        file.write_bytes(before)
        person = db.session.get_one(User, user_id)
        if name in ("phone", "person_gone"):
            build.contact(person, name="Somebody else")
        leaves_none_behind(person, name)


ASKED = {
    Attempt: ("attempt_answered", "attempt_gone"),
    ApplicationContact: ("part_gone",),
    Contact: ("phone", "person_gone"),
}
"""What decides how an ask goes on, of a card on which nothing else does."""


@pytest.mark.parametrize("model", ASKED)
def test_what_decides_how_an_ask_goes_on_is_summed_up_and_would_be_missed(
    build: Build, user: User, monkeypatch: pytest.MonkeyPatch, model: type[Base]
) -> None:
    for name in ASKED[model]:
        for noted in (True, False):
            card = build.application(user, stage="rejected")
            build.rejection(card, on=day_of(now(), user.zone) - timedelta(days=4), how="email")
            if model is Attempt:
                build.attempt(card, on=day_of(now(), user.zone) - timedelta(days=1))
            build.part(card, build.contact(user, phone="" if name == "phone" else "0400 111 111"))
            with monkeypatch.context() as patch:
                if not noted:
                    patch.setitem(WAYS, model, lambda session, row: ())
                with writing(user) as session:
                    CHANGES[name](session)
            db.session.expire_all()
            assert (untrue_summaries(db.session(), now()) == []) == noted, name
            with writing() as session:
                session.delete(session.get_one(Application, card.id))
                for person in session.scalars(db.select(Contact)):
                    session.delete(person)


@pytest.mark.on("postgresql")
def test_no_change_after_another_leaves_a_summary_behind(
    app: Flask, user: User, cards: list[Application]
) -> None:
    for name in sorted(CHANGES, key=lambda name: (name.endswith("gone"), name != "zone", name)):
        leaves_none_behind(user, name)


def leaves_none_behind(user: User, name: str) -> None:
    before = {card.id: card.version for card in every(Application)}

    with writing(user) as session:
        CHANGES[name](session)

    db.session.expire_all()
    assert untrue_summaries(db.session(), now()) == [], name
    assert [each.version - before[each.id] for each in every(Application)] <= [2, 2], name


def test_new_application_needs_no_rows_to_be_summed_up(build: Build, user: User) -> None:
    with writing(user) as session:
        card = Application(
            user_id=user.id, stage=Stage.INTERVIEW, stage_since=now(), created_at=now()
        )
        card.company, card.role, card.updated_at = "Banksia", "Baker", now()
        session.add(card)
        session.flush()
        session.add(StageChange.first(card, now(), now()))

    assert untrue_summaries(db.session(), now()) == []
    assert every(Application)[0].interviewed


def test_card_that_is_moved_is_written_once(build: Build, user: User) -> None:
    card = build.application(user)
    with writing(user) as session:
        fresh = session.get_one(Application, card.id)
        version = fresh.version
        move(session, fresh, Stage.REJECTED, now())
        session.flush()
    assert every(Application)[0].version == version + 1


def test_other_zone_chosen_on_the_page_moves_when_days_begin(
    browser: Browser, build: Build
) -> None:
    card = build.application(browser.user, stage="rejected")
    build.rejection(card, on=day_of(now(), browser.user.zone), rest_until=now() + LATER)
    build.application(browser.user, applied_on=day_of(now(), browser.user.zone))

    browser.post("/settings/profile", data=profile(time_zone="Pacific/Auckland"))

    assert every(User)[-1].time_zone == "Pacific/Auckland"
    assert untrue_summaries(db.session(), now()) == []
    browser.get("/today")
    assert untrue_summaries(db.session(), now()) == []
