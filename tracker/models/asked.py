"""What a job asks for, and what excites in it."""

from typing import Any, NamedTuple

from sqlalchemy import CompoundSelect, String, bindparam, cast, literal, null, select, union_all
from sqlalchemy.orm import Session

from tracker.models.application import Application
from tracker.models.skill import ApplicationSkill, Skill
from tracker.models.spark import ApplicationSpark, Spark

WORDS: CompoundSelect[Any] = union_all(
    select(literal("skill").label("kind"), Skill.name.label("name"), Skill.level.label("level"))
    .join(ApplicationSkill, ApplicationSkill.skill_id == Skill.id)
    .where(ApplicationSkill.application_id == bindparam("application_id")),
    select(literal("spark"), Spark.name, cast(null(), String))
    .join(ApplicationSpark, ApplicationSpark.spark_id == Spark.id)
    .where(ApplicationSpark.application_id == bindparam("application_id")),
)


class Asked(NamedTuple):
    """Skills by name with their levels, those at the person's core first; sparks by name."""

    skills: list[tuple[str, str | None]]
    sparks: list[str]


def asked(session: Session, application: Application) -> Asked:
    """Both in one query."""
    rows = list(session.execute(WORDS, {"application_id": application.id}))
    skills = [(name, level) for kind, name, level in rows if kind == "skill"]
    return Asked(
        sorted(skills, key=lambda skill: (skill[1] != "core", skill[0].casefold())),
        sorted((name for kind, name, _ in rows if kind == "spark"), key=str.casefold),
    )
