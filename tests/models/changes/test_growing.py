"""A skill moves from gap to growing once what was planned is done; the person's word stands."""

import pytest

from tests.builders import Build
from tracker.clock import now
from tracker.database import writing
from tracker.extensions import db
from tracker.models import Action, Skill, User
from tracker.models.changes.action import complete_action, reopen_action
from tracker.models.changes.skills_and_sparks import clear_skill_level, set_skill_level


@pytest.fixture
def user(build: Build) -> User:
    return build.user()


def act(user: User, action: Action, *, done: bool) -> None:
    with writing(user, now()) as session:
        row = session.get_one(Action, action.id)
        (complete_action if done else reopen_action)(session, row, now(), user.zone)


def level_of(skill: Skill) -> str | None:
    db.session.rollback()
    return db.session.get_one(Skill, skill.id, populate_existing=True).level


def test_gap_grows_with_the_action_and_is_one_again_when_that_is_undone(
    build: Build, user: User
) -> None:
    skill = build.skill(user, level="gap")
    action = build.action(user, kind="skill", skill_id=skill.id)

    act(user, action, done=True)
    assert level_of(skill) == "growing"
    act(user, action, done=False)
    assert level_of(skill) == "gap"


@pytest.mark.parametrize("level", ["growing", "core", None])
def test_no_other_level_is_moved_by_doing_or_undoing(
    build: Build, user: User, level: str | None
) -> None:
    skill = build.skill(user, level=level)
    action = build.action(user, skill_id=skill.id)

    for done in (True, False):
        act(user, action, done=done)
        assert level_of(skill) == level


@pytest.mark.parametrize("level", ["growing", "core"])
def test_level_that_was_said_by_hand_since_stays_when_the_action_is_undone(
    build: Build, user: User, level: str
) -> None:
    skill = build.skill(user, level="gap")
    action = build.action(user, skill_id=skill.id)
    act(user, action, done=True)
    with writing(user) as session:
        set_skill_level(session, user.id, [skill.name], level)

    act(user, action, done=False)

    assert level_of(skill) == level


def test_second_action_that_is_done_holds_the_skill_when_the_first_is_undone(
    build: Build, user: User
) -> None:
    skill = build.skill(user, level="gap")
    first, second = (build.action(user, skill_id=skill.id) for _ in range(2))
    act(user, first, done=True)
    act(user, second, done=True)

    act(user, first, done=False)
    assert level_of(skill) == "growing"
    act(user, second, done=False)
    assert level_of(skill) == "gap"


def test_skill_that_was_deleted_since_comes_back_by_no_undo(build: Build, user: User) -> None:
    skill = build.skill(user, level="gap")
    action, other = build.action(user, skill_id=skill.id), build.action(user)
    act(user, other, done=True)
    act(user, action, done=True)
    with writing(user) as session:
        clear_skill_level(session, session.get_one(Skill, skill.id))

    act(user, action, done=False)

    db.session.rollback()
    assert not db.session.get_one(Action, other.id, populate_existing=True).grew


def test_what_was_done_for_one_skill_is_not_undone_for_another(build: Build, user: User) -> None:
    skill, other = build.skill(user, level="gap"), build.skill(user, "Python", level="growing")
    action = build.action(user, skill_id=skill.id)
    act(user, action, done=True)
    with writing(user) as session:
        session.get_one(Action, action.id).skill_id = other.id

    act(user, action, done=False)

    assert (level_of(skill), level_of(other)) == ("growing", "growing")
