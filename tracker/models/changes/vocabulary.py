"""A person's own words, skills, sparks and tags: found by name, made where they are new."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from sqlalchemy import Select, bindparam, delete, insert, select
from sqlalchemy.orm import Session

from tracker.models.application import Application
from tracker.models.skill import (
    ApplicationSkill,
    ApplicationSpark,
    ApplicationTag,
    Skill,
    Spark,
    Tag,
)


@dataclass(frozen=True)
class Vocabulary:
    """One kind of words, and how applications have them."""

    name: str
    word: type[Any]
    link: type[Any]
    key: str

    @property
    def _key(self) -> Any:
        return getattr(self.link, self.key)

    @cached_property
    def _keys(self) -> Select[int]:
        return select(self._key).where(self.link.application_id == bindparam("application_id"))

    @cached_property
    def _names(self) -> Select[str]:
        return (
            select(self.word.name)
            .join(self.link, self._key == self.word.id)
            .where(self.link.application_id == bindparam("application_id"))
            .order_by(self.word.name)
        )

    def on(self, session: Session, application: Application) -> list[str]:
        """The words of an application, by name."""
        return list(session.scalars(self._names, {"application_id": application.id}))

    def named(self, session: Session, user_id: int, names: list[str]) -> list[Any]:
        """The words with these names, however capitalised; new ones are made."""
        if not names:
            return []
        known = {
            word.name.casefold(): word
            for word in session.scalars(select(self.word).where(self.word.user_id == user_id))
        }
        for name in names:
            if name.casefold() not in known:
                known[name.casefold()] = self.word(user_id=user_id, name=name)
                session.add(known[name.casefold()])
        session.flush()
        return list({name.casefold(): known[name.casefold()] for name in names}.values())

    def put(self, session: Session, application: Application, names: list[str]) -> None:
        """Let an application have these words and no others."""
        wanted = {word.id for word in self.named(session, application.user_id, names)}
        had = set(session.scalars(self._keys, {"application_id": application.id}))
        if had - wanted:
            mine = self.link.application_id == application.id
            session.execute(delete(self.link).where(mine, self._key.in_(had - wanted)))
        if wanted - had:
            rows = [{"application_id": application.id, self.key: each} for each in wanted - had]
            session.execute(insert(self.link), rows)


SKILLS = Vocabulary("skills", Skill, ApplicationSkill, "skill_id")
SPARKS = Vocabulary("sparks", Spark, ApplicationSpark, "spark_id")
TAGS = Vocabulary("tags", Tag, ApplicationTag, "tag_id")
