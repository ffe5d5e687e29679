"""A skill moves from gap to growing when what was planned for it is done, and never further."""

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from tracker.models.action import Action
from tracker.models.skill import GAP, GROWING, Skill


def grow(session: Session, action: Action) -> Skill | None:
    """What was done moves its skill on, unless the person has said another level since."""
    skill = skill_of(session, action)
    if skill is None or skill.level != GAP:
        return None
    skill.level, action.grew = GROWING, True
    return skill


def shrink(session: Session, action: Action) -> None:
    """It is not done after all: a gap again, unless another done action stands for it."""
    if not action.grew:
        return
    action.grew, skill = False, skill_of(session, action)
    if skill is None:
        return
    other = session.scalar(
        select(Action)
        .where(Action.skill_id == skill.id, Action.id != action.id, Action.is_done)
        .order_by(Action.id)
        .limit(1)
    )
    if other is not None:
        other.grew = True
    else:
        skill.level = GAP


def settled_by_hand(session: Session, skill: Skill) -> None:
    """The person says how far they are: no Undo of an action changes that any more."""
    session.execute(
        update(Action)
        .where(Action.skill_id == skill.id, Action.grew)
        .values(grew=False)
        .execution_options(synchronize_session="fetch")
    )


def skill_of(session: Session, action: Action) -> Skill | None:
    """The skill that it is to bring on."""
    return session.get(Skill, action.skill_id) if action.skill_id is not None else None
