"""What I can do, what a job asks for, what excites me in it, and my own words to sort by."""

from typing import Self

from sqlalchemy import Select, UniqueConstraint, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from tracker.models.base import Base, Line, Owned, Word, belongs_to

GAP, GROWING = "gap", "growing"
LEVELS = {"core": "You have it", GROWING: "You’re learning it", GAP: "To learn"}


class Skill(Owned, Base):
    """A skill by name; with a level where it is one of mine, without where only a job asks it."""

    __tablename__ = "skills"

    name: Mapped[Line]
    level: Mapped[Word | None] = mapped_column(default=None)

    __table_args__ = (UniqueConstraint("user_id", "name"),)

    @classmethod
    def of(cls, user_id: int) -> Select[Self]:
        """A person's vocabulary of skills by name."""
        return select(cls).where(cls.user_id == user_id).order_by(cls.name)

    @classmethod
    def gaps(cls, user_id: int) -> Select[Self]:
        """Those that a person misses yet, by name."""
        return cls.of(user_id).where(cls.level == GAP)


class ApplicationSkill(Base):
    """An application asks for a skill."""

    __tablename__ = "application_skills"

    application_id: Mapped[int] = belongs_to("applications.id", primary_key=True)
    skill_id: Mapped[int] = belongs_to("skills.id", primary_key=True)


class Spark(Owned, Base):
    """One word of a person's own vocabulary of sparks."""

    __tablename__ = "sparks"

    name: Mapped[Line]

    __table_args__ = (UniqueConstraint("user_id", "name"),)

    @classmethod
    def of(cls, user_id: int) -> Select[Self]:
        """A person's sparks by name."""
        return select(cls).where(cls.user_id == user_id).order_by(cls.name)


class ApplicationSpark(Base):
    """A spark that an application has."""

    __tablename__ = "application_sparks"

    application_id: Mapped[int] = belongs_to("applications.id", primary_key=True)
    spark_id: Mapped[int] = belongs_to("sparks.id", primary_key=True)


class Tag(Owned, Base):
    """A word of a person's own to sort applications by; nobody else sees it."""

    __tablename__ = "tags"

    name: Mapped[Line]

    __table_args__ = (UniqueConstraint("user_id", "name"),)

    @classmethod
    def of(cls, user_id: int) -> Select[Self]:
        """A person's tags by name."""
        return select(cls).where(cls.user_id == user_id).order_by(cls.name)

    @classmethod
    def alike(cls, session: Session, user_id: int, name: str) -> Self | None:
        """The person's own of this name, however it is capitalised."""
        mine = session.scalars(cls.of(user_id))
        return next((each for each in mine if each.name.casefold() == name.casefold()), None)


class ApplicationTag(Base):
    """A tag that an application has."""

    __tablename__ = "application_tags"

    application_id: Mapped[int] = belongs_to("applications.id", primary_key=True)
    tag_id: Mapped[int] = belongs_to("tags.id", primary_key=True)
