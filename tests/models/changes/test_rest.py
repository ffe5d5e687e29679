"""Resting after a no."""

from datetime import UTC, datetime, timedelta

from tracker.clock import now
from tracker.database import writing
from tracker.extensions import db
from tracker.models import Application, CheckIn, Rejection
from tracker.models.changes.rest import rest

UNTIL = datetime(2030, 1, 1, tzinfo=UTC)


def rested(user, card: Application, until: datetime | None = UNTIL) -> Application:
    with writing(user) as session:
        fresh = session.get_one(Application, card.id)
        rest(session, fresh, until, now(), user)
    return db.session.get_one(Application, card.id)


def rejections(card: Application) -> list[Rejection]:
    return list(db.session.scalars(Rejection.of(card)))


def test_an_open_card_does_not_rest(app, build) -> None:
    user = build.user()
    card = build.application(user, stage="interview")

    assert rested(user, card).rest_until is None
    assert rejections(card) == []


def test_a_card_moved_by_hand_rests_from_the_day_it_was_moved(app, build) -> None:
    user = build.user()
    moved = datetime(2026, 3, 2, 20, tzinfo=UTC)  # the 3rd in Sydney
    card = build.application(user, stage="rejected", stage_since=moved)

    assert rested(user, card).rest_until == UNTIL
    assert [f"{row.on}" for row in rejections(card)] == ["2026-03-03"]


def test_resting_again_changes_the_one_rejection_and_none_wakes_it(app, build) -> None:
    user = build.user()
    card = build.application(user, stage="rejected")
    build.rejection(card, words="We regret", on=now().date())

    rested(user, card)
    assert rested(user, card, None).rest_until is None
    assert [row.words for row in rejections(card)] == ["We regret"]


def test_a_card_rests_on_when_its_private_writing_is_gone(app, build) -> None:
    user = build.user()
    card = build.application(user, stage="rejected")
    row = build.check_in(card, before=8)
    rested(user, card)
    with writing(user) as session:
        session.delete(session.get_one(CheckIn, row.id))

    assert db.session.get_one(Application, card.id).rest_until == UNTIL


def test_a_weight_is_asked_about_again_once_and_only_the_latest(app, build) -> None:
    card = build.application(build.user(), stage="rejected")
    earlier, later = now() - timedelta(days=2), now() - timedelta(days=1)
    build.check_in(card, before=9, created_at=earlier)
    latest = build.check_in(card, before=7, created_at=later)

    assert db.session.scalar(CheckIn.untold(card, now())) == latest.id
    with writing() as session:
        session.get_one(CheckIn, latest.id).after_at = now()
    assert db.session.scalar(CheckIn.untold(card, now())) is None


def test_a_weight_told_just_now_or_never_told_is_not_asked_about(app, build) -> None:
    card = build.application(build.user(), stage="rejected")
    build.check_in(card, before=9)
    assert db.session.scalar(CheckIn.untold(card, now())) is None
    build.check_in(card, words="No number", created_at=now() - timedelta(days=1))
    assert db.session.scalar(CheckIn.untold(card, now())) is None
