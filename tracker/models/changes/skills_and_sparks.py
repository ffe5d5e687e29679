"""What a person does with the vocabulary itself."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from tracker.models.changes.growing import settled_by_hand
from tracker.models.changes.vocabulary import SKILLS, SPARKS
from tracker.models.skill import ApplicationSkill, ApplicationSpark, Skill, Spark


def set_skill_level(session: Session, user_id: int, names: list[str], level: str) -> None:
    """These are skills of mine, at this level; a skill that had another changes it."""
    for skill in SKILLS.named(session, user_id, names):
        skill.level = level
        settled_by_hand(session, skill)


def clear_skill_level(session: Session, skill: Skill) -> None:
    """No skill of mine; it stays a word where an application asks for it."""
    asked = select(ApplicationSkill.skill_id).where(ApplicationSkill.skill_id == skill.id)
    if session.scalar(asked.limit(1)) is None:
        session.delete(skill)
    else:
        skill.level = None
        settled_by_hand(session, skill)


def add_sparks(session: Session, user_id: int, names: list[str]) -> None:
    """More words for what excites me."""
    SPARKS.named(session, user_id, names)


def spark_uses(session: Session, user_id: int) -> list[tuple[int, str, int]]:
    """Every spark: its number, its name, how many applications have it."""
    rows = session.execute(
        select(Spark.id, Spark.name, func.count(ApplicationSpark.application_id))
        .outerjoin(ApplicationSpark, ApplicationSpark.spark_id == Spark.id)
        .where(Spark.user_id == user_id)
        .group_by(Spark.id, Spark.name)
        .order_by(Spark.name)
    )
    return [(row[0], row[1], row[2]) for row in rows]
