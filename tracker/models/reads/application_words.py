"""What a job asks for, what excites in it, its tags, and what of the learnt it used."""

from typing import Any, NamedTuple

from sqlalchemy import (
    CompoundSelect,
    Integer,
    String,
    bindparam,
    cast,
    literal,
    null,
    select,
    union_all,
)
from sqlalchemy.orm import Session

from tracker.models.action import Action
from tracker.models.action_use import ActionUse
from tracker.models.application import Application
from tracker.models.skill import (
    ApplicationSkill,
    ApplicationSpark,
    ApplicationTag,
    Skill,
    Spark,
    Tag,
)

CARD = bindparam("application_id", type_=Integer)
NO_WORD, NO_ID = cast(null(), String), cast(null(), Integer)
WORDS: CompoundSelect[Any] = union_all(
    select(
        literal("skill").label("kind"),
        Skill.name.label("name"),
        Skill.level.label("level"),
        NO_ID.label("id"),
    )
    .join(ApplicationSkill, ApplicationSkill.skill_id == Skill.id)
    .where(ApplicationSkill.application_id == CARD),
    select(literal("spark"), Spark.name, NO_WORD, NO_ID)
    .join(ApplicationSpark, ApplicationSpark.spark_id == Spark.id)
    .where(ApplicationSpark.application_id == CARD),
    select(literal("tag"), Tag.name, NO_WORD, NO_ID)
    .join(ApplicationTag, ApplicationTag.tag_id == Tag.id)
    .where(ApplicationTag.application_id == CARD),
    select(literal("used"), Action.what, NO_WORD, Action.id)
    .join(ActionUse, ActionUse.action_id == Action.id)
    .where(ActionUse.application_id == CARD, Action.dropped_at.is_(None)),
)


class Used(NamedTuple):
    """An action of an earlier no."""

    id: int
    what: str


class ApplicationWords(NamedTuple):
    """Skills by name with their levels, those at the person's core first; the others by name."""

    skills: list[tuple[str, str | None]]
    sparks: list[str]
    used: list[Used]
    tags: list[str] = []


def read_application_words(session: Session, application: Application) -> ApplicationWords:
    """All in one query."""
    rows = list(session.execute(WORDS, {"application_id": application.id}))
    skills = [(name, level) for kind, name, level, _ in rows if kind == "skill"]
    return ApplicationWords(
        sorted(skills, key=lambda skill: (skill[1] != "core", skill[0].casefold())),
        sorted((name for kind, name, *_ in rows if kind == "spark"), key=str.casefold),
        sorted(
            (Used(n, what) for kind, what, _, n in rows if kind == "used"), key=lambda u: u.what
        ),
        sorted((name for kind, name, *_ in rows if kind == "tag"), key=str.casefold),
    )
