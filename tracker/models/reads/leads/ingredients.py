"""What a person's applications tell of what excites them, and what they can do."""

from collections import defaultdict
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import (
    Integer,
    Row,
    Select,
    String,
    bindparam,
    cast,
    func,
    literal,
    null,
    select,
    union_all,
)
from sqlalchemy.orm import Session

from tracker.leads.ingredients import ingredients
from tracker.leads.rank import Ranking
from tracker.leads.signals import ApplicationSignals
from tracker.models.application import Application
from tracker.models.skill import ApplicationSkill, ApplicationSpark, Skill, Spark

LATEST = 500
"""Applications that are asked: the latest tell the most."""
AD = 600
"""Characters of each one's ad."""
MUCH = 4
"""Of five."""
MINE = (Application.user_id == bindparam("user_id"), Application.deleted_at.is_(None))
LATEST_IDS = select(Application.id).where(*MINE).order_by(Application.id.desc()).limit(LATEST)
COLUMNS: tuple[Any, ...] = (
    Application.id,
    Application.company,
    Application.role,
    Application.excitement,
    Application.interviewed,
    Application.applied_on,
    Application.created_at,
    Application.workplace,
    Application.employment,
    func.substr(Application.posting, 1, AD),
)
TOLD = select(*COLUMNS).where(*MINE).order_by(Application.id.desc()).limit(LATEST)
ONE = select(*COLUMNS).where(*MINE, Application.id == bindparam("application_id"))
NO_ID, NO_LEVEL = cast(null(), Integer), cast(null(), String)


def _words(ids: Any) -> Select[*tuple[Any, ...]]:
    """Skills and sparks: of applications by their numbers, and the person's own vocabulary."""
    asked, sparked = ApplicationSkill.application_id, ApplicationSpark.application_id
    kinds = union_all(
        select(literal("skill").label("kind"), asked.label("id"), Skill.name, NO_LEVEL.label("at"))
        .join(Skill, Skill.id == ApplicationSkill.skill_id)
        .where(asked.in_(ids)),
        select(literal("spark"), sparked, Spark.name, NO_LEVEL)
        .join(Spark, Spark.id == ApplicationSpark.spark_id)
        .where(sparked.in_(ids)),
        select(literal("mine"), NO_ID, Skill.name, Skill.level).where(
            Skill.user_id == bindparam("user_id"), Skill.level.is_not(None)
        ),
        select(literal("noted"), NO_ID, Spark.name, NO_LEVEL).where(
            Spark.user_id == bindparam("user_id")
        ),
    ).subquery()
    return select(kinds).order_by(kinds.c.name)


WORDS, WORDS_OF_ONE = _words(LATEST_IDS), _words([bindparam("application_id")])


class HuntSignals(NamedTuple):
    """All that leads are ranked by."""

    applications: list[ApplicationSignals]
    skills: dict[str, str]
    """The person's own, each with its level."""
    noted: list[str]
    """Their words for what excites."""

    def ranking(self, today: date) -> Ranking:
        """What leads are compared with."""
        return Ranking(ingredients(self.applications, self.noted), self.skills, today)


def read_hunt(session: Session, user_id: int, today: date) -> HuntSignals:
    """The latest applications, those put away and those with a no as well."""
    return _read(session, TOLD, WORDS, {"user_id": user_id}, today)


def read_one(session: Session, application: Application, today: date) -> HuntSignals:
    """One application, and what the person can do."""
    asked = {"user_id": application.user_id, "application_id": application.id}
    return _read(session, ONE, WORDS_OF_ONE, asked, today)


def excited(session: Session, application: Application) -> bool:
    """Whether it is worth looking for more like it: it excited a lot, or it was said by what."""
    if (application.excitement or 0) >= MUCH:
        return True
    sparks = select(ApplicationSpark.spark_id).limit(1)
    return (
        session.scalar(sparks.where(ApplicationSpark.application_id == application.id)) is not None
    )


def _read(
    session: Session, rows: Select[Any], words: Select[Any], asked: dict[str, int], today: date
) -> HuntSignals:
    connection = session.connection()
    on: defaultdict[tuple[str, int], list[str]] = defaultdict(list)
    skills: dict[str, str] = {}
    noted: list[str] = []
    for kind, number, name, level in connection.execute(words, asked):
        if kind == "mine":
            skills[name] = level
        elif kind == "noted":
            noted.append(name)
        else:
            on[kind, number].append(name)
    told = [
        _told(row, on["spark", row.id], on["skill", row.id], today)
        for row in connection.execute(rows, asked)
    ]
    return HuntSignals(told, skills, noted)


def _told(row: Row[Any], sparks: list[str], skills: list[str], today: date) -> ApplicationSignals:
    began = row.applied_on or row.created_at.date()
    return ApplicationSignals(
        row.id,
        row.company,
        row.role,
        row.excitement,
        row.interviewed,
        (today - began).days,
        sparks,
        skills,
        row.workplace,
        row.employment,
        row[-1],
    )
